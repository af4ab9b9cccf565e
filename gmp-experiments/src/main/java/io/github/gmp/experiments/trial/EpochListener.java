package io.github.gmp.experiments.trial;

import io.github.gmp.api.model.EpochRecord;

/** Told of every epoch of a trial as it ends. */
@FunctionalInterface
public interface EpochListener {
    /**
     * @param epoch the epoch
     * @param seconds wall-clock time since the training began, or went on after the epochs of {@link
     *     io.github.gmp.api.model.Checkpoints#epochsDone}, of which it tells again
     */
    void epoch(EpochRecord epoch, double seconds);

    /** {@return one that does not listen} */
    static EpochListener none() {
        return (epoch, seconds) -> {};
    }
}
