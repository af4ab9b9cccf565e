package io.github.gmp.experiments.search.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gmp.experiments.search.Algorithm;
import io.github.gmp.experiments.search.Attempt;
import io.github.gmp.experiments.search.Candidate;
import io.github.gmp.experiments.search.RungConfig;
import io.github.gmp.experiments.search.SearchConfig;
import io.github.gmp.experiments.search.SearchTrial;
import io.github.gmp.experiments.search.ToyTrials;
import io.github.gmp.experiments.search.space.Scale;
import io.github.gmp.experiments.search.space.Spaces;
import io.github.gmp.experiments.search.worker.TrialErrors;
import io.github.gmp.experiments.search.worker.TrialReply;
import io.github.gmp.experiments.search.worker.TrialScores;
import io.github.gmp.runtime.progress.Progress;
import io.github.gmp.runtime.progress.ProgressUnit;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

class SearchMonitorTest {
    private final Notes notes = new Notes();
    private final AtomicLong seconds = new AtomicLong();

    @Test
    void afterEachTrialTheNoteSaysWhatIsBest() {
        SearchMonitor monitor = monitor(List.of());
        monitor.candidate(trial(1, 1, 0.1, 1000), false);
        assertThat(notes.last()).isEqualTo("best 100 meV, 1.00 kflop/atom, hypervolume 0.0, front of 1");
        monitor.candidate(trial(2, 1, 1.0, 10_000), false);
        // A decade in both: one square of the plane of logarithms.
        assertThat(notes.last()).isEqualTo("best 100 meV, 1.00 kflop/atom, hypervolume 1.00, front of 1");
        monitor.candidate(trial(3, 1, 0.05, 2000), true);
        assertThat(notes.last())
                .startsWith("best 50.0 meV, 1.00 kflop/atom, hypervolume 1.2")
                .endsWith("front of 2");
        monitor.candidate(new SearchTrial(4, attempt(4, 1), TrialReply.failed("out of memory", 0)), false);
        assertThat(notes.last())
                .startsWith("best 50.0 meV, 1.00 kflop/atom, hypervolume 1.2")
                .endsWith("front of 2");
        assertThat(notes.done).isEqualTo(4);
    }

    @Test
    void handPickedPairsAreNotWhatTheSearchFound() {
        SearchMonitor monitor = monitor(List.of());
        monitor.reference(trial(1, 1, 0.1, 1000), false);
        assertThat(notes.last()).isEmpty();
    }

    @Test
    void whereTrialsDifferTheRungsTellWhatIsLeft() {
        SearchMonitor monitor = monitor(List.of(new RungConfig(Map.of("regressor.epochs", 2L), 0.5)));
        seconds.set(10);
        monitor.candidate(trial(1, 1, 0.1, 1000), false);
        assertThat(notes.last()).isEmpty();
        seconds.set(20);
        monitor.candidate(trial(2, 2, 0.1, 1000), false);
        // 4 + 2 · 2 candidates and half as many full trials; one of each is done, one at a time, 10 s each.
        assertThat(notes.last()).endsWith("front of 1, by rungs 100 s left");
        monitor.generationEnded(0);
        assertThat(notes.last()).endsWith("front of 1, by rungs 60 s left");
        monitor.generationEnded(2);
        assertThat(notes.last()).endsWith("front of 1, by rungs 0.00 s left");
    }

    private SearchMonitor monitor(List<RungConfig> rungs) {
        SearchConfig config = ToyTrials.config(
                Map.of("regressor.nodes", Spaces.integers(2, 80, Scale.LOG)), Algorithm.NSGA2, rungs, 4, 3);
        return new SearchMonitor(config, notes, () -> seconds.get() * 1_000_000_000);
    }

    private static SearchTrial trial(int number, int rung, double error, double cost) {
        TrialErrors errors = new TrialErrors(error, error / 10, Optional.empty());
        TrialScores outcome = new TrialScores(7, 11, errors, Optional.empty(), cost, 0, 10);
        return new SearchTrial(number, attempt(number, rung), TrialReply.finished(outcome));
    }

    private static Attempt attempt(int number, int rung) {
        return Attempt.full(
                Candidate.of(Map.of("number", number), ToyTrials.spec("descriptor"), ToyTrials.spec("regressor")),
                rung);
    }

    private static final class Notes implements Progress {
        private final List<String> notes = new ArrayList<>();
        private long done;

        private String last() {
            return notes.get(notes.size() - 1);
        }

        @Override
        public void start(String task, long total, ProgressUnit unit) {}

        @Override
        public void advance(long steps) {
            done += steps;
        }

        @Override
        public void note(String extra) {
            notes.add(extra);
        }

        @Override
        public void finish() {}
    }
}
