package io.github.gmp.api.descriptor;

import io.github.gmp.api.plugin.ComponentKind;

/** f_c(r), 1 near the center and 0 from the cutoff radius on. Immutable and thread-safe. */
public interface CutoffFunction {
    /** The component kind, key {@code cutoff} of a descriptor. */
    ComponentKind<CutoffFunction> KIND = new ComponentKind<>("cutoff", CutoffFunction.class);

    /** {@return the cutoff radius r_c in Å} */
    double radius();

    /**
     * {@return f_c(r), exactly 0 for r ≥ r_c}
     *
     * @param r distance in Å, not negative
     */
    double value(double r);

    /**
     * {@return df_c/dr in Å⁻¹, exactly 0 for r ≥ r_c}
     *
     * @param r distance in Å, not negative
     */
    double derivative(double r);

    /** {@return how many derivatives are continuous at r_c; −1 if the function itself jumps there (a hard sphere)} */
    int continuousDerivatives();
}
