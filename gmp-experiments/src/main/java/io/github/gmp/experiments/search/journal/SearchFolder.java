package io.github.gmp.experiments.search.journal;

import io.github.gmp.api.error.DataException;
import io.github.gmp.experiments.search.SearchConfig;
import io.github.gmp.runtime.config.BindingEnvironment;
import io.github.gmp.runtime.config.BoundConfig;
import io.github.gmp.runtime.config.ConfigBinder;
import io.github.gmp.runtime.config.ConfigTree;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The folder of a search, which may be running: read without its lock, and never written to.
 *
 * @param path the folder
 */
public record SearchFolder(Path path) {
    public static final String JOURNAL = "journal.jsonl";
    public static final String CONFIGURATION = "resolved-config.yaml";
    public static final String RESULTS = "results.json";
    public static final String SESSIONS = "sessions.jsonl";

    /**
     * {@return the folder}
     *
     * @param path a folder
     * @throws DataException if no search was begun there
     */
    public static SearchFolder of(Path path) {
        SearchFolder folder = new SearchFolder(path);
        if (!Files.isDirectory(path)) {
            throw new DataException(path + ": no such folder; the folder of a search was expected, e.g. runs/NAME");
        }
        for (Path file : List.of(folder.journal(), folder.configuration())) {
            if (!Files.isRegularFile(file)) {
                throw new DataException(path + ": no search was begun here: " + file.getFileName()
                        + " is missing; the folder of a search was expected, e.g. runs/NAME");
            }
        }
        return folder;
    }

    Path journal() {
        return path.resolve(JOURNAL);
    }

    Path configuration() {
        return path.resolve(CONFIGURATION);
    }

    public Path results() {
        return path.resolve(RESULTS);
    }

    /**
     * {@return the configuration of the search; nothing in it is still to be taken from the data}
     *
     * @param binder binds configurations
     */
    public BoundConfig<SearchConfig> bound(ConfigBinder binder) {
        return binder.bind(ConfigTree.load(configuration()), SearchConfig.class, BindingEnvironment.unknown());
    }

    /**
     * {@return the trials that were finished until now, in the order in which they were; lines that are damaged or not yet whole are left
     * out}
     *
     * @throws DataException if the journal is of another version
     * @throws IOException if it cannot be read
     */
    public List<JournalEntry> entries() throws IOException {
        List<JournalEntry> entries = new ArrayList<>();
        Journal.scan(
                journal(), Map.of(), (number, line) -> JournalEntry.read(line).ifPresent(entries::add));
        return entries;
    }

    /**
     * {@return how well threads were used until now; nothing if that is not known}
     *
     * @param end when the last session ended, if it came to its end or is just about to
     * @throws IOException if the folder cannot be read
     */
    public Optional<ThreadUse> threadUse(Optional<Instant> end) throws IOException {
        return ThreadUse.of(SessionLog.read(path.resolve(SESSIONS)), SearchPace.of(entries().stream()), end);
    }

    /**
     * Whether results were written after the last trial.
     *
     * @return whether the search came to its end
     * @throws IOException if the folder cannot be read
     */
    public boolean isFinished() throws IOException {
        return Files.exists(results())
                && Files.getLastModifiedTime(results()).compareTo(Files.getLastModifiedTime(journal())) >= 0;
    }
}
