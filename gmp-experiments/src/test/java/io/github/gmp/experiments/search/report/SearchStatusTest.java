package io.github.gmp.experiments.search.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gmp.experiments.search.Algorithm;
import io.github.gmp.experiments.search.Attempt;
import io.github.gmp.experiments.search.Candidate;
import io.github.gmp.experiments.search.Objective;
import io.github.gmp.experiments.search.ReferenceConfig;
import io.github.gmp.experiments.search.RungConfig;
import io.github.gmp.experiments.search.SearchConfig;
import io.github.gmp.experiments.search.SearchTrial;
import io.github.gmp.experiments.search.ToyTrials;
import io.github.gmp.experiments.search.journal.Journal;
import io.github.gmp.experiments.search.journal.JournalEntry;
import io.github.gmp.experiments.search.journal.SearchPace;
import io.github.gmp.experiments.search.journal.SessionLog;
import io.github.gmp.experiments.search.journal.ThreadUse;
import io.github.gmp.experiments.search.space.DimensionConfig;
import io.github.gmp.experiments.search.space.Scale;
import io.github.gmp.experiments.search.space.Spaces;
import io.github.gmp.experiments.search.worker.TrialErrors;
import io.github.gmp.experiments.search.worker.TrialReply;
import io.github.gmp.experiments.search.worker.TrialScores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

class SearchStatusTest {
    @TempDir
    Path folder;

    private static final Instant START = Instant.parse("2024-05-01T10:00:00Z");
    private static final Map<String, DimensionConfig> SPACE =
            Map.of("regressor.nodes", Spaces.integers(2, 80, Scale.LOG));

    @Test
    void aRunningSearchIsShownAsFarAsItIs() {
        List<JournalEntry> entries = List.of(
                entry(1, 1, 4, 10, outcome(0.3, 900)),
                entry(2, 1, 8, 10, outcome(0.2, 1200)),
                entry(3, 1, 9, 20, TrialReply.failed("the training diverged in epoch 3", 10)),
                entry(4, 2, 4, 20, outcome(0.15, 1000)),
                entry(5, 2, 8, 30, outcome(0.05, 4000)));
        assertThat(SearchStatus.lines(config(), entries, threads(entries), false, START.plusSeconds(42)))
                .containsExactly(
                        "search test by NSGA-II: not finished; the last trial ended 12 s ago",
                        "",
                        "               trials",
                        "rung  finished  failed  planned  s/trial",
                        "────  ────────  ──────  ───────  ───────",
                        "   1         2       1      ≤ 8     10.0",
                        "full         2       0      ≤ 4     10.0",
                        "",
                        "best: energy MAE 50.0 meV (trial 5), cost 1.00 kflop/atom (trial 4)",
                        "hypervolume: 0.0",
                        "threads: 78 % of their time in trials (2 threads for 32 s); no trial ran for 2.0 s (6.3 %)",
                        "speed: 8.00 trials per minute, 1.3 at a time",
                        "time left: 53 s at most at that speed",
                        "",
                        "Front so far (* smallest error):",
                        "",
                        "         error (meV)               cost                    size          found",
                        "trial  validation  test  kflop/atom  ms/structure  features  parameters  nodes",
                        "─────  ──────────  ────  ──────────  ────────────  ────────  ──────────  ─────",
                        "    4         150              1.00          2.00         7          11      4",
                        "    5       50.0*              4.00          2.00         7          11      8");
    }

    @Test
    void aCandidateThatEqualsAHandPickedPairIsOnTheFrontByItsName() throws IOException {
        SearchConfig small = ToyTrials.config(
                SPACE, Algorithm.RANDOM, List.of(Objective.ENERGY_MAE, Objective.COST), List.of(), 4, 1, 1);
        SearchConfig config = new SearchConfig(
                small.name(),
                small.data(),
                small.descriptor(),
                small.regressor(),
                small.space(),
                List.of(new ReferenceConfig("by hand", ToyTrials.spec("descriptor"), ToyTrials.spec("regressor"))),
                small.objectives(),
                small.algorithm(),
                false,
                List.of(),
                Optional.empty(),
                4,
                1,
                1,
                small.executor());
        Path file = folder.resolve("journal.jsonl");
        Candidate picked =
                Candidate.of(Map.of("reference", "by hand"), ToyTrials.spec("descriptor"), ToyTrials.spec("regressor"));
        Candidate found =
                Candidate.of(Map.of("regressor.nodes", 4L), ToyTrials.spec("descriptor"), ToyTrials.spec("regressor"));
        try (Journal journal = Journal.open(file, Map.of(), false)) {
            journal.add(new SearchTrial(1, Attempt.full(picked, 1), outcome(0.3, 900)));
        }
        for (int session = 0; session < 2; session++) {
            try (Journal journal = Journal.open(file, Map.of(), true)) {
                Attempt attempt = Attempt.full(found, 1);
                journal.share(new SearchTrial(3, attempt, journal.find(attempt).orElseThrow()));
            }
        }
        assertThat(Files.readAllLines(file)).as("header, pair, candidate, once").hasSize(3);
        List<JournalEntry> entries = new ArrayList<>();
        Journal.scan(file, Map.of(), (number, line) -> JournalEntry.read(line).ifPresent(entries::add));
        // One trial was run: the shared one took no time.
        assertThat(SearchPace.of(entries.stream()).trials()).hasSize(1);
        assertThat(SearchStatus.lines(config, entries, Optional.empty(), true, START))
                .contains(
                        "full         2       0      ≤ 5     10.0",
                        "                      error (meV)               cost                    size          found",
                        "trial  hand-picked  validation  test  kflop/atom  ms/structure  features  parameters  nodes",
                        "    3  by hand            300*             0.900          2.00         7          11      4");
    }

    @Test
    void nothingIsClaimedBeforeTheFirstFullTrial() {
        assertThat(SearchStatus.lines(config(), List.of(), threads(List.of()), false, START))
                .startsWith("search test by NSGA-II: not finished; no trial has ended yet")
                .endsWith("no full trial of a candidate has finished yet");
    }

    @Test
    void linesOfAnyKindDoNoHarm() {
        assertThat(JournalEntry.read("{\"trial\": 7, \"att")).isEmpty();
        assertThat(JournalEntry.read("{\"trial\": 7, \"failure\": \"out of memory\"}"))
                .isEmpty();
        JournalEntry old = JournalEntry.read("{\"trial\": 7, \"rung\": 1, \"candidate\": \"ab\", \"values\": {},"
                        + " \"failure\": \"out of memory\"}")
                .orElseThrow();
        assertThat(old.finished()).isEmpty();
        assertThat(old.reply().failure()).contains("out of memory");
    }

    private static Optional<ThreadUse> threads(List<JournalEntry> entries) {
        SessionLog.Session session = new SessionLog.Session(START.minusSeconds(2), "local", OptionalInt.of(2));
        return ThreadUse.of(new SessionLog(List.of(session)), SearchPace.of(entries.stream()), Optional.empty());
    }

    private static SearchConfig config() {
        RungConfig cheap = new RungConfig(Map.of("regressor.epochs", 2L), 0.5);
        return ToyTrials.config(SPACE, Algorithm.NSGA2, List.of(cheap), 4, 3);
    }

    private static TrialReply outcome(double error, double cost) {
        TrialErrors errors = new TrialErrors(error, error / 10, Optional.empty());
        return TrialReply.finished(new TrialScores(7, 11, errors, Optional.empty(), cost, 0.002, 10));
    }

    private static JournalEntry entry(int number, int rung, long nodes, int seconds, TrialReply reply) {
        Map<String, Object> values = Map.of("regressor.nodes", nodes);
        return new JournalEntry(
                number, rung, "candidate " + nodes, values, reply, false, Optional.of(START.plusSeconds(seconds)));
    }
}
