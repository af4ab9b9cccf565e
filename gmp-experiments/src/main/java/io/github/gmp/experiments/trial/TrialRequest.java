package io.github.gmp.experiments.trial;

import io.github.gmp.api.model.Checkpoints;
import io.github.gmp.api.plugin.ComponentSpec;
import io.github.gmp.runtime.dataset.SplitDataset;

import java.util.function.BooleanSupplier;

/**
 * What to train, and on what.
 *
 * @param descriptor resolved configuration of the descriptor
 * @param regressor resolved configuration of the regressor
 * @param data the divided data
 * @param seed seed of initial weights and shuffling
 * @param threads how many threads may be used; results do not depend on it
 * @param onEpoch told after every epoch
 * @param cancelled asked after every epoch; when true, training stops with the best weights so far
 * @param forces whether to predict forces and compare them where the data have them
 * @param checkpoints keeps the state of the training
 * @param preciseTimes whether predictions are repeated until their time is known well; else one round has to do
 */
public record TrialRequest(
        ComponentSpec descriptor,
        ComponentSpec regressor,
        SplitDataset data,
        long seed,
        int threads,
        EpochListener onEpoch,
        BooleanSupplier cancelled,
        boolean forces,
        Checkpoints checkpoints,
        boolean preciseTimes) {
    /**
     * With precise times.
     *
     * @param descriptor resolved configuration of the descriptor
     * @param regressor resolved configuration of the regressor
     * @param data the divided data
     * @param seed seed of initial weights and shuffling
     * @param threads how many threads may be used
     * @param onEpoch told after every epoch
     * @param cancelled asked after every epoch
     * @param forces whether to predict forces
     * @param checkpoints keeps the state of the training
     */
    public TrialRequest(
            ComponentSpec descriptor,
            ComponentSpec regressor,
            SplitDataset data,
            long seed,
            int threads,
            EpochListener onEpoch,
            BooleanSupplier cancelled,
            boolean forces,
            Checkpoints checkpoints) {
        this(descriptor, regressor, data, seed, threads, onEpoch, cancelled, forces, checkpoints, true);
    }
}
