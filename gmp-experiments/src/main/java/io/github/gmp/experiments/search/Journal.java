package io.github.gmp.experiments.search;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gmp.api.error.DataException;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The finished trials of a search, one JSON line each, forced to disk as they come: what a killed search continues from. The first line
 * identifies the search. A line cut short by a kill, or damaged later, is dropped: that trial is run again.
 */
final class Journal implements AutoCloseable {
    private static final Logger LOG = LogManager.getLogger(Journal.class);
    private static final int VERSION = 1;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final FileChannel channel;
    private final Map<String, JsonNode> trials;

    private Journal(FileChannel channel, Map<String, JsonNode> trials) {
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
    static Journal open(Path file, Map<String, String> search, boolean resume) throws IOException {
        Map<String, JsonNode> trials = new LinkedHashMap<>();
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
            ObjectNode header = JSON.createObjectNode();
            header.put("journal", "gmp-search").put("version", VERSION);
            search.forEach(header::put);
            journal.append(header);
        }
        return journal;
    }

    private static long read(Path file, Map<String, String> search, Map<String, JsonNode> trials) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        long valid = 0;
        int start = 0;
        int number = 0;
        for (int end = 0; end < bytes.length; end++) {
            if (bytes[end] != '\n') {
                continue;
            }
            number++;
            String line = new String(bytes, start, end - start, StandardCharsets.UTF_8);
            start = end + 1;
            Optional<JsonNode> node = parse(line);
            if (number == 1) {
                checkHeader(file, node, search);
            } else if (node.isPresent() && node.get().path("candidate").isTextual()) {
                trials.put(node.get().path("candidate").asText(), node.get());
            } else {
                LOG.warn("{}:{}: damaged line dropped; its trial is run again", file, number);
            }
            valid = start;
        }
        return valid;
    }

    private static Optional<JsonNode> parse(String line) {
        try {
            return Optional.of(JSON.readTree(line));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private static void checkHeader(Path file, Optional<JsonNode> header, Map<String, String> search) {
        boolean ours = header.isPresent()
                && "gmp-search".equals(header.get().path("journal").asText());
        if (!ours || header.get().path("version").asInt() != VERSION) {
            throw new DataException(file + ":1: not a journal of this version of gmp search (version " + VERSION
                    + "); choose another folder with --out");
        }
        search.forEach((key, value) -> {
            String found = header.get().path(key).asText("nothing");
            if (!found.equals(value)) {
                throw new DataException(file + ": belongs to another search: " + key + " was " + found + ", now it is "
                        + value + "; choose another folder with --out");
            }
        });
    }

    /**
     * @param candidate a candidate
     * @param number the number the trial has now
     * @return its trial, if it is in the journal
     */
    synchronized Optional<SearchTrial> find(Candidate candidate, int number) {
        return Optional.ofNullable(trials.get(candidate.hash())).map(node -> decode(node, candidate, number));
    }

    /**
     * Adds a trial and forces it to disk.
     *
     * @param trial a trial
     * @throws IOException if it cannot be written
     */
    synchronized void add(SearchTrial trial) throws IOException {
        ObjectNode node = encode(trial);
        append(node);
        trials.put(trial.candidate().hash(), node);
    }

    private void append(ObjectNode node) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap((JSON.writeValueAsString(node) + "\n").getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
        channel.force(false);
    }

    private static ObjectNode encode(SearchTrial trial) {
        ObjectNode node = JSON.createObjectNode();
        node.put("trial", trial.number()).put("candidate", trial.candidate().hash());
        node.set("values", JSON.valueToTree(trial.candidate().values()));
        trial.failure().ifPresent(reason -> node.put("failure", reason));
        trial.outcome().ifPresent(outcome -> {
            node.put("features", outcome.features())
                    .put("parameters", outcome.parameters())
                    .put("error", outcome.error());
            outcome.testError().ifPresent(error -> node.put("testError", error));
            node.put("operationsPerAtom", outcome.operationsPerAtom()).put("seconds", outcome.seconds());
        });
        return node;
    }

    private static SearchTrial decode(JsonNode node, Candidate candidate, int number) {
        if (node.has("failure")) {
            return SearchTrial.failed(number, candidate, node.get("failure").asText());
        }
        Optional<Double> testError = Optional.ofNullable(node.get("testError")).map(JsonNode::doubleValue);
        TrialOutcome outcome = new TrialOutcome(
                node.path("features").intValue(),
                node.path("parameters").longValue(),
                node.path("error").doubleValue(),
                testError,
                node.path("operationsPerAtom").doubleValue(),
                node.path("seconds").doubleValue());
        return SearchTrial.finished(number, candidate, outcome);
    }

    @Override
    public synchronized void close() throws IOException {
        channel.close();
    }
}
