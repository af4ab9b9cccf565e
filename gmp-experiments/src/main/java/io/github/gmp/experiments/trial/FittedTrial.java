package io.github.gmp.experiments.trial;

import io.github.gmp.api.model.TrainingResult;
import io.github.gmp.api.potential.Potential;

/**
 * A trial that has been trained, but not measured.
 *
 * @param features its features
 * @param training its regressor and how it got there
 * @param trainSeconds wall-clock time of the fit
 */
public record FittedTrial(TrialFeatures features, TrainingResult training, double trainSeconds) {
    /** {@return the descriptor and regressor together} */
    public Potential potential() {
        return new Potential(features.descriptor(), training.regressor());
    }
}
