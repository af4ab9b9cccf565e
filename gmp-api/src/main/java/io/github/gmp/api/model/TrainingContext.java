package io.github.gmp.api.model;

import io.github.gmp.api.parallel.TaskRunner;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * What training needs from its host.
 *
 * @param seed seeds initial weights and shuffling; the same seed gives the same regressor, bit for bit, for any number of threads
 * @param runner runs what can be done side by side, on threads of the host
 * @param onEpoch told after every epoch; a training that goes on from a checkpoint begins by telling of the epochs before it again
 * @param cancelled asked after every epoch; when true, training stops and keeps the best weights so far
 * @param checkpoints keeps the state after every epoch
 */
public record TrainingContext(
        long seed,
        TaskRunner runner,
        Consumer<EpochRecord> onEpoch,
        BooleanSupplier cancelled,
        Checkpoints checkpoints) {
    /**
     * A context without checkpoints.
     *
     * @param seed seeds initial weights and shuffling
     * @param runner runs what can be done side by side
     * @param onEpoch told after every epoch
     * @param cancelled asked after every epoch
     */
    public TrainingContext(long seed, TaskRunner runner, Consumer<EpochRecord> onEpoch, BooleanSupplier cancelled) {
        this(seed, runner, onEpoch, cancelled, Checkpoints.none());
    }

    /**
     * {@return a context with one thread that listens to nothing, never cancels and keeps no checkpoints}
     *
     * @param seed the seed
     */
    public static TrainingContext silent(long seed) {
        return new TrainingContext(seed, TaskRunner.sequential(), record -> {}, () -> false, Checkpoints.none());
    }
}
