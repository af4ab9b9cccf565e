package io.github.gmp.api.model;

import io.github.gmp.api.math.Matrix;

/** Atomic energies of some atoms and their derivative by the features. Used by one thread at a time. */
public interface RegressorEvaluation {
    /** {@return E_i in eV, element bias included; the energy of a structure is their sum} */
    double[] atomicEnergies();

    /** {@return ∂E_i/∂G_i, {@code [atoms][features]}, for the features as given (scaling undone)} */
    Matrix featureGradient();
}
