package io.github.gmp.runtime.predict;

import io.github.gmp.api.error.DataException;
import io.github.gmp.api.model.Regressor;
import io.github.gmp.api.parallel.TaskRunner;
import io.github.gmp.api.potential.Extrapolation;
import io.github.gmp.api.potential.FeatureRanges;
import io.github.gmp.api.potential.PartitionedEvaluation;
import io.github.gmp.api.potential.Potential;
import io.github.gmp.api.structure.LabeledStructure;
import io.github.gmp.runtime.features.FeatureSet;
import io.github.gmp.runtime.parallel.IndexedTasks;
import io.github.gmp.runtime.progress.Progress;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/** Predicts structures on several threads: a structure per thread, or, where few or big ones would leave threads idle, centers of one. */
public final class Predictions {
    private Predictions() {}

    /**
     * Energy, forces and stress of structures.
     *
     * @param potential the potential
     * @param structures structures
     * @param threads how many threads may be used; the result does not depend on it
     * @param progress advanced by one per structure
     * @return one evaluation per structure, in their order
     * @throws DataException if an element is unknown to the potential, or a prediction is not finite; the message says which frame
     * @throws java.util.concurrent.CancellationException if the progress ends the work
     */
    public static List<Potential.Evaluation> evaluate(
            Potential potential, List<LabeledStructure> structures, int threads, Progress progress) {
        return forEach(
                structures,
                threads,
                progress,
                (frame, runner) -> checked(frame, () -> potential.evaluate(frame.structure(), runner)));
    }

    /**
     * Energy, forces and stress of structures, and how far they can be trusted.
     *
     * @param potential the potential
     * @param ranges range of its features in the training set
     * @param structures structures
     * @param threads how many threads may be used; the result does not depend on it
     * @return one prediction per structure, in their order
     * @throws DataException as {@link #evaluate}
     */
    public static List<Prediction> predict(
            Potential potential, FeatureRanges ranges, List<LabeledStructure> structures, int threads) {
        return forEach(structures, threads, Progress.silent(), (frame, runner) -> {
            int[] outside = new int[frame.structure().size()];
            double[] excess = new double[outside.length];
            Potential.Evaluation evaluation = checked(
                    frame,
                    () -> potential.evaluateWithSpread(frame.structure(), runner, (first, features) -> {
                        Extrapolation block = ranges.extrapolation(features);
                        System.arraycopy(block.featuresOutside(), 0, outside, first, features.rows());
                        System.arraycopy(block.largestExcess(), 0, excess, first, features.rows());
                    }));
            return new Prediction(evaluation, new Extrapolation(outside, excess));
        });
    }

    private static <T> List<T> forEach(
            List<LabeledStructure> structures,
            int threads,
            Progress progress,
            BiFunction<LabeledStructure, TaskRunner, T> work) {
        List<Optional<T>> results = new ArrayList<>(Collections.nCopies(structures.size(), Optional.empty()));
        boolean overCenters = isFasterOverCenters(structures, threads);
        TaskRunner runner =
                overCenters ? (tasks, task) -> IndexedTasks.run(tasks, threads, task) : TaskRunner.sequential();
        IndexedTasks.run(results.size(), overCenters ? 1 : threads, s -> {
            progress.requireWanted();
            results.set(s, Optional.of(work.apply(structures.get(s), runner)));
            progress.advance(1);
        });
        return results.stream().map(Optional::orElseThrow).toList();
    }

    /** Compares the time until the last thread is done, counted in atoms; either way gives the same bits. */
    static boolean isFasterOverCenters(List<LabeledStructure> structures, int threads) {
        long overCenters = 0;
        long overStructures = 0;
        PriorityQueue<Long> busyUntil = new PriorityQueue<>(Collections.nCopies(threads, 0L));
        for (LabeledStructure frame : structures) {
            int size = frame.structure().size();
            long rounds = (PartitionedEvaluation.blocks(size) + threads - 1L) / threads;
            overCenters += rounds * Math.min(size, PartitionedEvaluation.BLOCK);
            long end = busyUntil.remove() + size;
            busyUntil.add(end);
            overStructures = Math.max(overStructures, end);
        }
        return overCenters < overStructures;
    }

    private static Potential.Evaluation checked(LabeledStructure frame, Supplier<Potential.Evaluation> work) {
        Potential.Evaluation evaluation;
        try {
            evaluation = work.get();
        } catch (DataException e) {
            throw new DataException(frame.source() + ": " + e.getMessage(), e);
        }
        requireFinite(frame, "energy", evaluation.energy());
        if (evaluation.gradient().isPresent()) {
            for (double component : evaluation.forces()) {
                requireFinite(frame, "force", component);
            }
        }
        evaluation.stress().ifPresent(stress -> {
            for (double component : stress) {
                requireFinite(frame, "stress", component);
            }
        });
        return evaluation;
    }

    private static void requireFinite(LabeledStructure frame, String what, double value) {
        if (!Double.isFinite(value)) {
            throw new DataException(frame.source() + ": the predicted " + what + " is " + value
                    + "; structures far outside the training data can do this");
        }
    }

    /**
     * Energies from features that were computed before.
     *
     * @param regressor the regressor
     * @param set features
     * @param threads how many threads may be used; the result does not depend on it
     * @return total energy of each structure, eV
     */
    public static double[] energies(Regressor regressor, FeatureSet set, int threads) {
        double[] energies = new double[set.structures()];
        IndexedTasks.run(energies.length, threads, s -> {
            int from = set.offsets()[s];
            int to = set.offsets()[s + 1];
            double sum = 0;
            for (double energy : regressor
                    .evaluate(set.ofStructure(s), Arrays.copyOfRange(set.atomicNumbers(), from, to))
                    .atomicEnergies()) {
                sum += energy;
            }
            energies[s] = sum;
        });
        return energies;
    }
}
