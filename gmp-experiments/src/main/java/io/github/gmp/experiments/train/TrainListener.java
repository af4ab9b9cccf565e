package io.github.gmp.experiments.train;

import io.github.gmp.experiments.trial.TrialEstimate;

/** Told what is known of a training before it begins. */
public interface TrainListener {
    /** {@return whether {@link #estimated} is to be called, for which something has to be measured} */
    default boolean wantsEstimate() {
        return false;
    }

    /** @param estimate what the training will take */
    default void estimated(TrialEstimate estimate) {}

    /** @param warning what was found wrong with the features */
    default void warned(String warning) {}
}
