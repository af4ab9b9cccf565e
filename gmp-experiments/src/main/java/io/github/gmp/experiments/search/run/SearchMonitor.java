package io.github.gmp.experiments.search.run;

import io.github.gmp.experiments.report.Numbers;
import io.github.gmp.experiments.search.Hypervolume;
import io.github.gmp.experiments.search.Objectives;
import io.github.gmp.experiments.search.SearchBudget;
import io.github.gmp.experiments.search.SearchConfig;
import io.github.gmp.experiments.search.SearchTrial;
import io.github.gmp.experiments.search.journal.SearchPace;
import io.github.gmp.runtime.progress.Progress;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.LongSupplier;

/**
 * Follows the trials of a running search and says, after each, what is best so far: told in whatever order trials end, on any thread, and of
 * no influence on what is found.
 */
final class SearchMonitor {
    private final SearchBudget budget;
    private final Objectives objectives;
    private final Progress progress;
    private final LongSupplier nanoClock;
    private final List<SearchPace.Timed> timed = new ArrayList<>();
    private final long[] ended;
    private final double[] best;
    private final double[] worst;
    private List<double[]> front = List.of();

    /**
     * @param config the search
     * @param progress told about every trial
     * @param nanoClock the time in nanoseconds since any beginning
     */
    SearchMonitor(SearchConfig config, Progress progress, LongSupplier nanoClock) {
        this.budget = new SearchBudget(config);
        this.objectives = new Objectives(config.objectives());
        this.progress = progress;
        this.nanoClock = nanoClock;
        this.ended = new long[budget.rungs()];
        this.best = new double[config.objectives().size()];
        this.worst = new double[config.objectives().size()];
        Arrays.fill(best, Double.POSITIVE_INFINITY);
        Arrays.fill(worst, Double.NEGATIVE_INFINITY);
    }

    /**
     * @param trial a trial of a hand-picked pair
     * @param known whether it was in the journal
     */
    synchronized void reference(SearchTrial trial, boolean known) {
        count(trial, known);
        progress.note(note());
    }

    /**
     * @param trial a trial of a candidate
     * @param known whether it was in the journal
     */
    synchronized void candidate(SearchTrial trial, boolean known) {
        count(trial, known);
        if (trial.rung() == budget.rungs()) {
            trial.outcome().ifPresent(outcome -> {
                double[] logs = objectives.logs(outcome);
                for (int i = 0; i < logs.length; i++) {
                    best[i] = Math.min(best[i], objectives.list().get(i).of(outcome));
                    worst[i] = Math.max(worst[i], logs[i]);
                }
                List<double[]> points = new ArrayList<>(front);
                points.add(logs);
                front = Hypervolume.front(points);
            });
        }
        progress.note(note());
    }

    /**
     * A generation may take fewer trials than planned.
     *
     * @param generation its number, from 0
     */
    synchronized void generationEnded(int generation) {
        for (int rung = 1; rung <= ended.length; rung++) {
            ended[rung - 1] = budget.trialsOnRung(rung, generation + 1);
        }
        progress.note(note());
    }

    private void count(SearchTrial trial, boolean known) {
        ended[trial.rung() - 1]++;
        if (!known) {
            double now = nanoClock.getAsLong() * 1e-9;
            trial.outcome().ifPresent(outcome -> timed.add(new SearchPace.Timed(trial.rung(), now, outcome.seconds())));
        }
        progress.advance(1);
    }

    /** Where all trials are alike the bar itself knows how long the rest takes. */
    private String note() {
        List<String> parts = new ArrayList<>();
        if (!front.isEmpty()) {
            List<String> values = new ArrayList<>();
            for (int i = 0; i < best.length; i++) {
                values.add(objectives.list().get(i).number(best[i]));
            }
            parts.add("best " + String.join(", ", values));
            parts.add("hypervolume " + Numbers.significant(Hypervolume.of(front, worst)));
            parts.add("front of " + front.size());
        }
        OptionalDouble left = budget.rungs() == 1 ? OptionalDouble.empty() : remaining();
        left.ifPresent(seconds -> parts.add("by rungs " + Numbers.duration(seconds) + " left"));
        return String.join(", ", parts);
    }

    private OptionalDouble remaining() {
        List<Long> left = new ArrayList<>();
        for (int rung = 1; rung <= ended.length; rung++) {
            left.add(budget.trialsOnRung(rung) - ended[rung - 1]);
        }
        return new SearchPace(timed).remaining(left);
    }
}
