package io.github.gmp.bp.symmetry.kernel;

/**
 * Loops over the pairs of one center: radial symmetry functions. Stateless.
 *
 * <p>Sums are kept apart by lane, {@code [sum][lane]}, until {@link ArrayKernel#reduce}.
 */
public interface PairKernel {
    /**
     * Adds w R(r) f_c(r), R = exp(−η (r − R_s)²), to the sums of the channel of each neighbor.
     *
     * @param pairs the pairs
     * @param gaussians the functions
     * @param sums {@code [sum][lane]}
     */
    void addRadial(PairTable pairs, ShiftedGaussians gaussians, double[] sums);

    /**
     * Adds Σ_f g_f ∂(w R f_c)/∂s to {@link PairTable#bySquare}.
     *
     * @param pairs the pairs
     * @param gaussians the functions
     * @param gradient g, {@code [sum]}
     */
    void pullRadial(PairTable pairs, ShiftedGaussians gaussians, double[] gradient);

    /**
     * Adds the changes of w R f_c under the tangent of the pairs to the sums of the channel of each neighbor.
     *
     * @param pairs the pairs
     * @param gaussians the functions
     * @param sums {@code [sum][lane]}
     */
    void pushRadial(PairTable pairs, ShiftedGaussians gaussians, double[] sums);

    /**
     * Fills {@link PairTable#tangentSquare}.
     *
     * @param pairs the pairs
     */
    void pairTangents(PairTable pairs);
}
