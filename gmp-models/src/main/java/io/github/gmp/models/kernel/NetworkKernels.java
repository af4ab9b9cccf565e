package io.github.gmp.models.kernel;

/**
 * The hot loops of the network passes. Implementations keep no state, so one object serves all threads. Each adds in an order of its own
 * that depends on the sizes alone; they agree with one another up to rounding.
 */
public interface NetworkKernels {
    /** Arguments of the exponential count as no less: e^−207 = 1e-90 changes no sum with 1. */
    double LEAST_EXPONENT = -207.0;

    /** Arguments of the exponential count as no greater: e^692 = 3e300, and its inverse is no denormal number. */
    double LARGEST_EXPONENT = 692.0;

    /**
     * C += A B.
     *
     * @param rows rows of A and C; padding rows may be computed too
     * @param a A, {@code [rows][inner]}
     * @param b B, {@code [inner][columns]}
     * @param c C, {@code [rows][columns]}
     */
    void addProduct(int rows, PaddedMatrix a, PaddedMatrix b, PaddedMatrix c);

    /**
     * C += Aᵀ B.
     *
     * @param rows rows of A and B; padding rows do not count
     * @param a A, {@code [rows][inner]}
     * @param b B, {@code [rows][columns]}
     * @param c C, {@code [inner][columns]}
     */
    void addTransposedProduct(int rows, PaddedMatrix a, PaddedMatrix b, PaddedMatrix c);

    /**
     * tanh x, to a few units in the last place; NaN for NaN.
     *
     * @param inputs x
     * @param values receives tanh x; may be {@code inputs}
     * @param count how many, a multiple of 8
     */
    void hyperbolicTangent(double[] inputs, double[] values, int count);

    /**
     * e^−x, to a few units in the last place while −x lies between {@value #LEAST_EXPONENT} and {@value #LARGEST_EXPONENT}, and e to the
     * nearer of these beyond; NaN for NaN.
     *
     * @param inputs x
     * @param values receives e^−x; not {@code inputs}
     * @param count how many, a multiple of 8
     */
    void decay(double[] inputs, double[] values, int count);
}
