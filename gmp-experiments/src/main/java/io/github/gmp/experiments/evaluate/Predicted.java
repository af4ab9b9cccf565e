package io.github.gmp.experiments.evaluate;

import io.github.gmp.api.potential.Extrapolation;
import io.github.gmp.api.potential.Potential;
import io.github.gmp.api.potential.Spread;
import io.github.gmp.runtime.predict.Prediction;

import java.util.Optional;

/**
 * What a model says about a labeled structure, as far as it was asked.
 *
 * @param energy in eV
 * @param forces in eV/Å, {@code [atoms][3]} flattened
 * @param stress in eV/Å³, {@code [3][3]} row-major, of structures that are periodic along all axes
 * @param spread how far the members of a committee disagree
 * @param extrapolation where its atoms lie outside the training set; empty for structures of that set
 */
record Predicted(
        double energy,
        Optional<double[]> forces,
        Optional<double[]> stress,
        Optional<Spread> spread,
        Optional<Extrapolation> extrapolation) {
    static Predicted of(Prediction prediction) {
        return of(prediction.evaluation(), Optional.of(prediction.extrapolation()));
    }

    static Predicted of(Potential.Evaluation evaluation, Optional<Extrapolation> extrapolation) {
        return new Predicted(
                evaluation.energy(),
                evaluation.gradient().map(gradient -> evaluation.forces()),
                evaluation.stress(),
                evaluation.spread(),
                extrapolation);
    }
}
