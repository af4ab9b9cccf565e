package io.github.gmp.experiments.search.halving;

import io.github.gmp.experiments.search.Attempt;
import io.github.gmp.experiments.search.Candidate;
import io.github.gmp.experiments.search.Objectives;
import io.github.gmp.experiments.search.SearchTrial;
import io.github.gmp.experiments.search.genetic.ParetoRanking;
import io.github.gmp.runtime.progress.Progress;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/**
 * Successive halving over the rungs of a search (Jamieson and Talwalkar, arXiv:1502.07943), with non-dominated rank in the place of a single
 * error: of a generation's candidates only the best of each rung are tried on the next.
 */
public final class SuccessiveHalving {
    /**
     * What a logarithm of an objective is raised by for every rung that a candidate did not reach. Logarithms are within −9 and 20, so
     * every candidate that came further dominates those that did not; finite, because crowding distances divide by the spread of a front.
     */
    private static final double STEP = 30;

    private final List<Rung> rungs;
    private final BiFunction<Candidate, Rung, Attempt> attempts;
    private final Objectives objectives;
    private final TrialPool pool;
    private final Progress progress;
    private final List<SearchTrial> asked = new ArrayList<>();

    public SuccessiveHalving(
            List<Rung> rungs,
            BiFunction<Candidate, Rung, Attempt> attempts,
            Objectives objectives,
            TrialPool pool,
            Progress progress) {
        this.rungs = rungs;
        this.attempts = attempts;
        this.objectives = objectives;
        this.pool = pool;
        this.progress = progress;
    }

    /**
     * Tries candidates.
     *
     * @param candidates candidates of one generation
     * @return log₁₀ of the objectives of each, raised by a step for every rung that it did not reach and by all steps for those that failed
     */
    public List<double[]> evaluate(List<Candidate> candidates) {
        List<double[]> values = new ArrayList<>();
        candidates.forEach(candidate -> values.add(failure()));
        List<Integer> remaining = IntStream.range(0, candidates.size()).boxed().toList();
        for (Rung rung : rungs) {
            int before = pool.count();
            int count = remaining.size();
            List<SearchTrial> trials = pool.run(remaining.stream()
                    .map(index -> attempts.apply(candidates.get(index), rung))
                    .toList());
            asked.addAll(trials);
            // Attempts that were known already take no time: the bar counts them as done.
            progress.advance(count - (pool.count() - before));
            for (int i = 0; i < count; i++) {
                double missing = STEP * (rungs.size() - rung.number());
                values.set(
                        remaining.get(i),
                        trials.get(i)
                                .outcome()
                                .map(outcome -> raised(objectives.logs(outcome), missing))
                                .orElseGet(this::failure));
            }
            remaining = best(remaining, trials, rung.kept(count));
        }
        return values;
    }

    /** {@return all that was tried, what several candidates share once for each} */
    public List<SearchTrial> asked() {
        return List.copyOf(asked);
    }

    private List<Integer> best(List<Integer> remaining, List<SearchTrial> trials, int count) {
        List<Integer> finished = IntStream.range(0, trials.size())
                .filter(i -> trials.get(i).outcome().isPresent())
                .boxed()
                .toList();
        List<double[]> points = finished.stream()
                .map(i -> objectives.logs(trials.get(i).result()))
                .toList();
        return ParetoRanking.order(points).stream()
                .limit(count)
                .map(i -> remaining.get(finished.get(i)))
                .sorted()
                .toList();
    }

    private double[] failure() {
        double[] worst = new double[objectives.list().size()];
        Arrays.fill(worst, STEP * rungs.size());
        return worst;
    }

    private static double[] raised(double[] logs, double by) {
        return Arrays.stream(logs).map(value -> value + by).toArray();
    }
}
