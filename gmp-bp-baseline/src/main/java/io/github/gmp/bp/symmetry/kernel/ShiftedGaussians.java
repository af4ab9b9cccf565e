package io.github.gmp.bp.symmetry.kernel;

/**
 * Radial functions R(r) = exp(−η (r − R_s)²): G2, and G1 as η = 0. Immutable.
 *
 * <p>The sum of the f-th function over a channel is number {@code channel + index(f)}.
 */
public final class ShiftedGaussians {
    private final double[] etas;
    private final double[] shifts;
    private final int[] indices;

    /**
     * @param etas η in Å⁻²
     * @param shifts R_s in Å
     * @param indices place of each function among the sums of a channel
     */
    public ShiftedGaussians(double[] etas, double[] shifts, int[] indices) {
        this.etas = etas.clone();
        this.shifts = shifts.clone();
        this.indices = indices.clone();
    }

    /** {@return the number of functions} */
    public int count() {
        return etas.length;
    }

    /** {@return η of a function in Å⁻²} */
    public double eta(int function) {
        return etas[function];
    }

    /** {@return R_s of a function in Å} */
    public double shift(int function) {
        return shifts[function];
    }

    /** {@return the place of a function among the sums of a channel} */
    public int index(int function) {
        return indices[function];
    }
}
