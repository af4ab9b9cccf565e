package io.github.gmp.probes.descriptor;

import io.github.gmp.probes.moment.CenterNeighbors;
import io.github.gmp.probes.moment.MomentKernel;
import io.github.gmp.probes.moment.MomentPlan;

/** Scratch memory of one thread, reused for one center after the other. */
final class MultipoleWorkspace {
    final MomentKernel kernel;
    final CenterNeighbors neighbors;
    /** Sums of a center, their gradient, or their change. */
    final double[] sums;

    /** What invariants are formed of. */
    final double[] moments;
    /** Gradient by moments, or their change. */
    final double[] momentGradient;
    /** Moments of a part of the density before channels are mixed, their gradient, or their change. */
    final double[] raw;
    /** Per lane, the gradient by the pair vector, or its change; finite in padding lanes. */
    double[] vectorX = new double[0];

    double[] vectorY = new double[0];
    double[] vectorZ = new double[0];

    /** With room for as many moments as invariants are formed of. */
    MultipoleWorkspace(MomentPlan plan, int momentCount, MomentKernel kernel, CenterNeighbors neighbors) {
        this.kernel = kernel;
        this.neighbors = neighbors;
        sums = new double[plan.sums()];
        moments = new double[momentCount];
        momentGradient = new double[momentCount];
        raw = new double[plan.moments()];
    }

    /** Makes room for a vector per lane of the loaded center. */
    void reserveVectors() {
        int lanes = neighbors.x().length;
        if (vectorX.length < lanes) {
            vectorX = new double[lanes];
            vectorY = new double[lanes];
            vectorZ = new double[lanes];
        }
    }
}
