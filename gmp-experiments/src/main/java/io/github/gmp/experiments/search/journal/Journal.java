package io.github.gmp.experiments.search.journal;

import io.github.gmp.api.error.DataException;
import io.github.gmp.experiments.search.Attempt;
import io.github.gmp.experiments.search.SearchTrial;
import io.github.gmp.experiments.search.worker.TrialReply;
import io.github.gmp.runtime.json.Json;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The finished trials of a search, one JSON line each, forced to disk as they come: what a killed search continues from. The first line
 * identifies the search. A line cut short by a kill, or damaged later, is dropped: that trial is run again.
 */
public final class Journal implements AutoCloseable {
    private static final Logger LOG = LogManager.getLogger(Journal.class);
    private static final int VERSION = 2;

    private final FileChannel channel;
    private final Map<String, JournalLine> trials;
    private final Clock clock = Clock.systemUTC();

    private Journal(FileChannel channel, Map<String, JournalLine> trials) {
        this.channel = channel;
        this.trials = trials;
    }

    /**
     * Opens the journal of a search, a new one if there is none.
     *
     * @param file the file
     * @param search identifies configuration, data and versions of the search
     * @param resume whether an existing journal may be continued
     * @return the journal
     * @throws DataException if there is one and it may not be continued, or it is another search's
     * @throws IOException if it cannot be read or written
     */
    public static Journal open(Path file, Map<String, String> search, boolean resume) throws IOException {
        Map<String, JournalLine> trials = new LinkedHashMap<>();
        long valid = 0;
        if (Files.exists(file) && Files.size(file) > 0) {
            if (!resume) {
                throw new DataException(file + ": a search was begun here before; continue it with --resume,"
                        + " or choose another folder with --out");
            }
            valid = read(file, search, trials);
        }
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        // What a kill cut short must go: the next line would be glued to it.
        channel.truncate(valid);
        channel.position(valid);
        Journal journal = new Journal(channel, trials);
        if (valid == 0) {
            Map<String, Object> header = new LinkedHashMap<>();
            header.put("journal", "gmp-search");
            header.put("version", VERSION);
            header.putAll(search);
            journal.append(Json.line(header));
        }
        return journal;
    }

    private static long read(Path file, Map<String, String> search, Map<String, JournalLine> trials)
            throws IOException {
        return scan(file, search, (number, line) -> {
            Optional<JournalLine> read = JournalLine.read(line);
            read.ifPresent(trial -> trials.put(trial.attempt(), trial));
            if (read.isEmpty()) {
                LOG.warn("{}:{}: damaged line dropped; its trial is run again", file, number);
            }
        });
    }

    /** Told about a line of a journal. */
    @FunctionalInterface
    public interface Lines {
        /**
         * @param number its number, from 1
         * @param text its text, without the line break
         */
        void line(int number, String text);
    }

    /**
     * Reads the lines of a journal, which another process may be writing to: one that does not end yet is left out.
     *
     * @param file the file
     * @param search what the header must say; it may say more
     * @param trials told about each line after the header
     * @return number of bytes of the lines that end
     * @throws DataException if it is no journal of this version, or another search's
     * @throws IOException if it cannot be read
     */
    public static long scan(Path file, Map<String, String> search, Lines trials) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        int start = 0;
        int number = 0;
        for (int end = 0; end < bytes.length; end++) {
            if (bytes[end] != '\n') {
                continue;
            }
            number++;
            String line = new String(bytes, start, end - start, StandardCharsets.UTF_8);
            start = end + 1;
            if (number == 1) {
                checkHeader(file, Json.findPlain(line), search);
            } else {
                trials.line(number, line);
            }
        }
        return start;
    }

    private static void checkHeader(Path file, Optional<Map<String, Object>> header, Map<String, String> search) {
        Map<String, Object> found = header.orElse(Map.of());
        if (!"gmp-search".equals(found.get("journal")) || !Long.valueOf(VERSION).equals(found.get("version"))) {
            throw new DataException(file + ":1: not a journal of this version of gmp search (version " + VERSION
                    + "); choose another folder with --out");
        }
        search.forEach((key, value) -> {
            Object then = found.containsKey(key) ? found.get(key) : "nothing";
            if (!then.equals(value)) {
                throw new DataException(file + ": belongs to another search: " + key + " was " + then + ", now it is "
                        + value + "; choose another folder with --out");
            }
        });
    }

    /**
     * {@return what it came to, if it is in the journal}
     *
     * @param attempt something to try
     */
    public synchronized Optional<TrialReply> find(Attempt attempt) {
        return Optional.ofNullable(trials.get(attempt.hash())).map(JournalLine::reply);
    }

    /**
     * Adds a trial and forces it to disk.
     *
     * @param trial a trial
     * @throws IOException if it cannot be written
     */
    public synchronized void add(SearchTrial trial) throws IOException {
        append(Json.line(TrialLine.of(trial, clock.instant(), Optional.empty())));
        trials.put(trial.attempt().hash(), JournalLine.of(trial));
    }

    /**
     * Notes that a candidate takes over the trial of a hand-picked pair, once: whoever reads the journal alone would not know.
     *
     * @param trial a trial of a candidate that {@link #find} knew
     * @throws IOException if it cannot be written
     */
    public synchronized void share(SearchTrial trial) throws IOException {
        JournalLine known = trials.get(trial.attempt().hash());
        JournalLine own = JournalLine.of(trial);
        if (known != null && known.reference().isPresent() && own.reference().isEmpty()) {
            append(Json.line(TrialLine.of(trial, clock.instant(), known.reference())));
            trials.put(own.attempt(), own);
        }
    }

    private void append(String line) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
        channel.force(false);
    }

    @Override
    public synchronized void close() throws IOException {
        channel.close();
    }
}
