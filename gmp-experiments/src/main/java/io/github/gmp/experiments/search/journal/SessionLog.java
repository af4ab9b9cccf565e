package io.github.gmp.experiments.search.journal;

import io.github.gmp.runtime.json.Json;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * When a search was begun and continued, and with how many threads: one line of {@code sessions.jsonl} each. For reports only.
 *
 * @param sessions the sessions in their order
 */
public record SessionLog(List<Session> sessions) {
    private static final int VERSION = 1;

    /** Copies the list. */
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
     * A line of the file.
     *
     * @param begun when the session began
     * @param executor name of what ran its trials
     * @param threads how many it could run at a time, where that is known
     * @param version version of the document; lines of the first version may not say it
     */
    private record Line(String begun, String executor, OptionalInt threads, OptionalInt version) {
        Optional<Session> session() {
            if (version.orElse(VERSION) != VERSION) {
                return Optional.empty();
            }
            try {
                boolean known = threads.orElse(0) > 0;
                return Optional.of(new Session(Instant.parse(begun), executor, known ? threads : OptionalInt.empty()));
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        }
    }

    /**
     * Adds a session.
     *
     * @param file the file; made if it is not there
     * @param session what begins
     * @throws IOException if it cannot be written
     */
    public static void append(Path file, Session session) throws IOException {
        Line line =
                new Line(session.begun().toString(), session.executor(), session.threads(), OptionalInt.of(VERSION));
        Files.writeString(file, Json.line(line) + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /**
     * {@return what it says; nothing if it is not there, and without lines that are damaged or of another version}
     *
     * @param file the file
     * @throws IOException if it cannot be read
     */
    static SessionLog read(Path file) throws IOException {
        List<Session> sessions = new ArrayList<>();
        if (Files.exists(file)) {
            for (String line : Files.readAllLines(file)) {
                Json.find(Line.class, line).flatMap(Line::session).ifPresent(sessions::add);
            }
        }
        return new SessionLog(sessions);
    }
}
