package io.github.gmp.experiments.search.journal;

import io.github.gmp.runtime.files.PlainJson;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * When a search was begun and continued, and with how many threads: one line of {@code sessions.jsonl} each. For reports only.
 *
 * @param sessions the sessions in their order
 */
public record SessionLog(List<Session> sessions) {
    public SessionLog {
        sessions = List.copyOf(sessions);
    }

    /**
     * A time during which a process worked on the search.
     *
     * @param begun when it began
     * @param executor name of what ran its trials
     * @param threads how many it could run at a time, where they ran on threads of that process
     */
    public record Session(Instant begun, String executor, OptionalInt threads) {}

    /**
     * Adds a session.
     *
     * @param file the file; made if it is not there
     * @param session what begins
     * @throws IOException if it cannot be written
     */
    public static void append(Path file, Session session) throws IOException {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("begun", session.begun().toString());
        line.put("executor", session.executor());
        session.threads().ifPresent(threads -> line.put("threads", threads));
        Files.writeString(file, PlainJson.line(line) + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /**
     * {@return what it says; nothing if it is not there, and without lines that are damaged}
     *
     * @param file the file
     * @throws IOException if it cannot be read
     */
    static SessionLog read(Path file) throws IOException {
        List<Session> sessions = new ArrayList<>();
        if (Files.exists(file)) {
            for (String line : Files.readAllLines(file)) {
                JournalLine.object(line).flatMap(SessionLog::session).ifPresent(sessions::add);
            }
        }
        return new SessionLog(sessions);
    }

    private static Optional<Session> session(Map<?, ?> line) {
        try {
            return line.get("begun") instanceof String begun && line.get("executor") instanceof String executor
                    ? Optional.of(new Session(
                            Instant.parse(begun),
                            executor,
                            line.get("threads") instanceof Long threads && threads > 0
                                    ? OptionalInt.of(threads.intValue())
                                    : OptionalInt.empty()))
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
