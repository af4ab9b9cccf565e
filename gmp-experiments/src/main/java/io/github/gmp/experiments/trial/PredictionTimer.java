package io.github.gmp.experiments.trial;

import io.github.gmp.api.potential.Potential;
import io.github.gmp.api.structure.LabeledStructure;
import io.github.gmp.runtime.parallel.IndexedTasks;

import java.util.ArrayList;
import java.util.List;

/**
 * Measures features and energy predictions structure by structure on the calling thread, in processor time, after a warm-up. Nothing
 * comes from a cache, so times are comparable between trials; they still vary from run to run.
 */
final class PredictionTimer {
    private static final int SAMPLE = 24;
    private static final double WARM_UP_SECONDS = 0.05;
    private static final double MEASURE_SECONDS = 0.1;

    private PredictionTimer() {}

    static TrialTimes measure(
            Potential potential, List<LabeledStructure> structures, double trainSeconds, boolean precise) {
        List<LabeledStructure> sample = new ArrayList<>();
        int step = Math.max(1, structures.size() / SAMPLE);
        for (int s = 0; s < structures.size() && sample.size() < SAMPLE; s += step) {
            sample.add(structures.get(s));
        }
        int atoms = sample.stream().mapToInt(frame -> frame.structure().size()).sum();
        double atomsPerStructure = (double) atoms / sample.size();
        Work features = frame ->
                potential.descriptor().evaluate(frame.structure()).features().get(0, 0);
        Work energy = frame -> potential.energy(frame.structure());
        double featurize = precise ? seconds(sample, features) : pass(sample, features, 0);
        double predict = precise ? seconds(sample, energy) : pass(sample, energy, 0);
        return new TrialTimes(
                featurize, featurize / atomsPerStructure, predict, predict / atomsPerStructure, trainSeconds);
    }

    @FunctionalInterface
    private interface Work {
        double of(LabeledStructure frame);
    }

    private static double seconds(List<LabeledStructure> sample, Work work) {
        pass(sample, work, WARM_UP_SECONDS);
        return pass(sample, work, MEASURE_SECONDS);
    }

    /** {@return the seconds per structure, over whole rounds through the sample until the time is up} */
    private static double pass(List<LabeledStructure> sample, Work work, double atLeastSeconds) {
        double sink = 0;
        long rounds = 0;
        long start = IndexedTasks.currentThreadCpuNanos();
        long elapsed;
        do {
            for (LabeledStructure frame : sample) {
                sink += work.of(frame);
            }
            rounds++;
            elapsed = IndexedTasks.currentThreadCpuNanos() - start;
        } while (elapsed < atLeastSeconds * 1e9);
        if (Double.isInfinite(sink)) {
            // Uses the results, so that the compiler cannot leave the work out.
            throw new IllegalStateException("a prediction is not finite");
        }
        return elapsed * 1e-9 / (rounds * sample.size());
    }
}
