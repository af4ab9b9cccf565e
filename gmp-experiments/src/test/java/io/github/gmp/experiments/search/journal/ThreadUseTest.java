package io.github.gmp.experiments.search.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.gmp.runtime.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

class ThreadUseTest {
    private static final Instant START = Instant.ofEpochSecond(1000);

    @TempDir
    Path folder;

    @Test
    void aSessionLastsFromItsBeginningToItsReport() {
        // 2 s until the first trial, two threads, the second of which has nothing to do for the last 3 s of 10; 1 s for
        // the report.
        SearchPace trials = pace(trial(1009, 7), trial(1012, 10));
        ThreadUse use = ThreadUse.of(log(session(0, 2)), trials, Optional.of(START.plusSeconds(13)))
                .orElseThrow();
        assertThat(use.seconds()).isEqualTo(13);
        assertThat(use.threadSeconds()).isEqualTo(26);
        assertThat(use.trialSeconds()).isEqualTo(17);
        assertThat(use.idleSeconds()).isEqualTo(3);
        assertThat(use.busyShare()).isCloseTo(17.0 / 26, within(1e-12));
        assertThat(use.line())
                .isEqualTo(
                        "threads: 65 % of their time in trials (2 threads for 13 s); no trial ran for 3.0 s (23.1 %)");
        assertThat(Json.plain(ResultsDocument.Threads.of(use)))
                .containsEntry("secondsWithoutTrial", 3.0)
                .containsEntry("sessions", 1L);
    }

    @Test
    void pausesBetweenSessionsDoNotCount() {
        // A killed session of one thread until its last trial, an hour of nothing, and one of three threads.
        SearchPace trials = pace(trial(1005, 4), trial(4605, 4));
        ThreadUse use = ThreadUse.of(log(session(0, 1), session(3600, 3)), trials, Optional.of(START.plusSeconds(3606)))
                .orElseThrow();
        assertThat(use.seconds()).isEqualTo(5 + 6);
        assertThat(use.threadSeconds()).isEqualTo(5 + 3 * 6);
        assertThat(use.idleSeconds()).isEqualTo(1 + 2);
        assertThat(use.line()).contains("(2.1 threads for 11 s in 2 sessions)");
    }

    @Test
    void whereTrialsRunElsewhereNothingIsClaimed() {
        SessionLog.Session remote = new SessionLog.Session(START, "cluster", OptionalInt.empty());
        assertThat(ThreadUse.of(log(remote), pace(trial(1005, 4)), Optional.empty()))
                .isEmpty();
        assertThat(ThreadUse.of(log(), pace(trial(1005, 4)), Optional.empty())).isEmpty();
        assertThat(ThreadUse.of(log(session(0, 1)), pace(), Optional.of(START.plusSeconds(9))))
                .isEmpty();
    }

    @Test
    void sessionsAreReadAsTheyWereWrittenAndDamagedLinesLeftOut() throws IOException {
        Path file = folder.resolve("sessions.jsonl");
        assertThat(SessionLog.read(file).sessions()).isEmpty();
        SessionLog.Session remote = new SessionLog.Session(START, "cluster", OptionalInt.empty());
        SessionLog.append(file, session(0, 2));
        SessionLog.append(file, remote);
        Files.writeString(
                file, "{\"begun\": \"yesterday\", \"executor\": \"local\"}\n{\"beg", StandardOpenOption.APPEND);
        assertThat(SessionLog.read(file).sessions()).containsExactly(session(0, 2), remote);
    }

    private static SessionLog log(SessionLog.Session... sessions) {
        return new SessionLog(List.of(sessions));
    }

    private static SessionLog.Session session(int after, int threads) {
        return new SessionLog.Session(START.plusSeconds(after), "local", OptionalInt.of(threads));
    }

    private static SearchPace pace(SearchPace.Timed... trials) {
        return new SearchPace(List.of(trials));
    }

    private static SearchPace.Timed trial(double end, double seconds) {
        return new SearchPace.Timed(1, end, seconds);
    }
}
