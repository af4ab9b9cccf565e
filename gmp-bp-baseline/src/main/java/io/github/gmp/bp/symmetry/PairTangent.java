package io.github.gmp.bp.symmetry;

import java.util.Arrays;

/**
 * The change of what triplets use of each pair, per lane of a {@link CenterEnvironment}: of d, of r² and of e_η. Zero in padding lanes.
 * Scratch memory, used by one thread.
 */
public final class PairTangent {
    private double[] x = new double[0];
    private double[] y = new double[0];
    private double[] z = new double[0];
    private double[] square = new double[0];
    private double[] screened = new double[0];

    /** Makes room and sets all to zero. */
    void clear(CenterEnvironment environment, CenterPlan plan) {
        int lanes = environment.capacity();
        if (x.length < lanes) {
            x = new double[lanes];
            y = new double[lanes];
            z = new double[lanes];
            square = new double[lanes];
        }
        if (screened.length < lanes * plan.screened().length) {
            screened = new double[lanes * plan.screened().length];
        }
        Arrays.fill(x, 0);
        Arrays.fill(y, 0);
        Arrays.fill(z, 0);
        Arrays.fill(square, 0);
        Arrays.fill(screened, 0);
    }

    /** Sets the change of one pair vector, and what follows from it. */
    void set(CenterEnvironment environment, CenterPlan plan, int lane, double vx, double vy, double vz) {
        x[lane] = vx;
        y[lane] = vy;
        z[lane] = vz;
        square[lane] = 2
                * (environment.x()[lane] * vx
                        + environment.y()[lane] * vy
                        + environment.z()[lane] * vz);
        for (int e = 0; e < plan.screened().length; e++) {
            int at = e * environment.capacity() + lane;
            screened[at] = environment.screenedSlopes()[at] * square[lane];
        }
    }

    /** @return change of x in Å, the live array */
    public double[] x() {
        return x;
    }

    /** @return change of y, the live array */
    public double[] y() {
        return y;
    }

    /** @return change of z, the live array */
    public double[] z() {
        return z;
    }

    /** @return change of r² in Å², the live array */
    public double[] square() {
        return square;
    }

    /** @return change of e_η, {@code [η][lane]}, the live array */
    public double[] screened() {
        return screened;
    }
}
