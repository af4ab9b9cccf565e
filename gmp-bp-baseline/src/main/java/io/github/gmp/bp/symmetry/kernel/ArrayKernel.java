package io.github.gmp.bp.symmetry.kernel;

/** Loops over arrays of independent values. Stateless. Lengths and offsets are multiples of {@link #lanes()}. */
public interface ArrayKernel {
    /** {@return the values that one instruction works on; 1 for plain loops} */
    int lanes();

    /**
     * result = Σ_n c_n x^n.
     *
     * @param coefficients highest power first, 4 m + 1 of them with m ≥ 1
     * @param x arguments
     * @param result values
     * @param length number of values
     */
    void polynomial(double[] coefficients, double[] x, double[] result, int length);

    /**
     * result = exp(−rate · x).
     *
     * @param rate not negative
     * @param x arguments, not negative
     * @param result values
     * @param length number of values
     */
    void exponential(double rate, double[] x, double[] result, int length);

    /**
     * result = √x, argument = √x − shift.
     *
     * @param x not negative
     * @param shift a constant
     * @param result roots
     * @param argument shifted roots
     * @param length number of values
     */
    void root(double[] x, double shift, double[] result, double[] argument, int length);

    /**
     * result = a b.
     *
     * @param a factors
     * @param aOffset where they start
     * @param b factors
     * @param bOffset where they start
     * @param result products, may be one of the factors
     * @param offset where they start
     * @param length number of values
     */
    void multiply(double[] a, int aOffset, double[] b, int bOffset, double[] result, int offset, int length);

    /**
     * result = a / b, or 0 where b = 0.
     *
     * @param a numerators
     * @param b denominators
     * @param result quotients, may be a
     * @param length number of values
     */
    void divide(double[] a, double[] b, double[] result, int length);

    /**
     * slope ← gaussian · slope − eta · (gaussian · value), value ← gaussian · value: from f_c(√s) and exp(−η s) to their product and its
     * derivative by s.
     *
     * @param eta η
     * @param gaussian exp(−η s)
     * @param cutoff f_c
     * @param cutoffSlope ∂f_c/∂s
     * @param value receives the product; may be {@code gaussian}
     * @param slope receives its derivative
     * @param length number of values
     */
    void gaussianTimesCutoff(
            double eta,
            double[] gaussian,
            double[] cutoff,
            double[] cutoffSlope,
            double[] value,
            double[] slope,
            int length);

    /**
     * result = Σ over the lanes.
     *
     * @param sums {@code [sum][lane]}
     * @param count number of sums
     * @param result {@code [sum]}
     */
    void reduce(double[] sums, int count, double[] result);
}
