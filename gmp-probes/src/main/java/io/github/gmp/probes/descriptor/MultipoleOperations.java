package io.github.gmp.probes.descriptor;

import io.github.gmp.probes.moment.MomentPlan;

/**
 * A model of the floating-point operations that the kernels, {@link MomentPlan} and the invariants do for the features of one atom:
 *
 * <pre>(neighbors + 1) · (20 X + 2 X H + Q + 2 S) + 2 T M + 3 F K</pre>
 *
 * <p>X exponentials per neighbor (probe Gaussians × density Gaussians, averaged over the elements or species that the source has; 20 operations each),
 * H channels, Q monomials, S sums, T nonzero constants between sums and moments, M radial probes, F features, K components per order. It
 * grows with neighbors, widths and orders and does not depend on the machine, nor on the number of elements.
 */
final class MultipoleOperations {
    private static final double OPERATIONS_PER_EXPONENTIAL = 20;
    private static final double OPERATIONS_PER_CONTRACTION = 3;

    private final double perNeighbor;
    private final double perCenter;

    MultipoleOperations(MomentPlan plan, double exponentials, int features, double componentsPerOrder) {
        perNeighbor =
                exponentials * (OPERATIONS_PER_EXPONENTIAL + 2 * plan.channels().size())
                        + plan.functions().size()
                        + 2.0 * plan.sums();
        perCenter = 2.0 * plan.entries() * plan.radials() + OPERATIONS_PER_CONTRACTION * features * componentsPerOrder;
    }

    double perAtom(double neighbors) {
        return (neighbors + 1) * perNeighbor + perCenter;
    }
}
