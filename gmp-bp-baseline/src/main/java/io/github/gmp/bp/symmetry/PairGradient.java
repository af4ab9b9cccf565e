package io.github.gmp.bp.symmetry;

import java.util.Arrays;

/**
 * The derivative of an energy by what triplets use of each pair, per lane of a {@link CenterEnvironment}: ∂E/∂d = (x, y, z) + along · d, and
 * ∂E/∂e_η. Scratch memory, used by one thread.
 */
public final class PairGradient {
    private double[] x = new double[0];
    private double[] y = new double[0];
    private double[] z = new double[0];
    private double[] along = new double[0];
    private double[] screened = new double[0];

    /** Makes room and sets all to zero. */
    void clear(CenterEnvironment environment, CenterPlan plan) {
        int lanes = environment.capacity();
        if (x.length < lanes) {
            x = new double[lanes];
            y = new double[lanes];
            z = new double[lanes];
            along = new double[lanes];
        }
        if (screened.length < lanes * plan.screened().length) {
            screened = new double[lanes * plan.screened().length];
        }
        Arrays.fill(x, 0);
        Arrays.fill(y, 0);
        Arrays.fill(z, 0);
        Arrays.fill(along, 0);
        Arrays.fill(screened, 0);
    }

    /** @return the part along x that is not along d, the live array */
    public double[] x() {
        return x;
    }

    /** @return the part along y, the live array */
    public double[] y() {
        return y;
    }

    /** @return the part along z, the live array */
    public double[] z() {
        return z;
    }

    /** @return the factor of d, the live array */
    public double[] along() {
        return along;
    }

    /** @return ∂E/∂e_η, {@code [η][lane]} with rows of the capacity of the environment, the live array */
    public double[] screened() {
        return screened;
    }
}
