package io.github.gmp.bp.symmetry;

/**
 * The cost model behind {@code operationsPerAtom}: floating-point operations of the plain kernel, averaged over the listed elements as
 * centers, with {@value #TRANSCENDENTAL} for each exponential, cosine, power or square root.
 *
 * <p>Per pair: distance and cutoff function, one transcendental function per radial function, and a polynomial per η of angular functions.
 * Per unordered pair of neighbors: the angle; for G4 a polynomial per η for the third side; per group the product and its moments; a power
 * per angular function that is no polynomial in cos θ. The number of elements does not enter: a pair or triplet contributes to the
 * functions of one channel, however many channels there are. Triplets with r_jk beyond the cutoff are counted like the others.
 */
final class OperationCount {
    private static final int TRANSCENDENTAL = 20;
    private static final int PAIR_GEOMETRY = 12;
    private static final int TRIPLET_GEOMETRY = 12;

    private final double perPair;
    private final double perTriplet;

    OperationCount(SymmetryFunctionLayout layout) {
        int elements = layout.channels().elements().size();
        double pairs = 0;
        double triplets = 0;
        for (int slot = 0; slot < elements; slot++) {
            CenterPlan plan = layout.plan(slot);
            pairs += perPair(plan);
            triplets += perTriplet(plan);
        }
        perPair = pairs / elements;
        perTriplet = triplets / elements;
    }

    private static double perPair(CenterPlan plan) {
        double screened = 0;
        for (ScreenedGaussian e : plan.screened()) {
            screened += cost(e);
        }
        return PAIR_GEOMETRY + 2 * TRANSCENDENTAL + plan.radial().length * (TRANSCENDENTAL + 4.0) + screened;
    }

    private static double cost(ScreenedGaussian function) {
        double gaussian = function.exponent() == 0 ? 0 : TRANSCENDENTAL;
        return gaussian + (function.isPolynomial() ? 2.0 * function.coefficients().length : 2 * TRANSCENDENTAL);
    }

    private static double perTriplet(CenterPlan plan) {
        if (plan.groups().length == 0) {
            return 0;
        }
        double sum = TRIPLET_GEOMETRY;
        boolean thirdSide = false;
        for (CenterPlan.Group group : plan.groups()) {
            sum += 2 + 2.0 * (plan.highestMoment() + 1);
            thirdSide |= group.thirdSide();
        }
        if (thirdSide) {
            for (ScreenedGaussian e : plan.screened()) {
                sum += cost(e);
            }
        }
        for (int m = 0; m < plan.members(); m++) {
            sum += plan.isPolynomial(m) ? 0 : TRANSCENDENTAL + 2;
        }
        return sum;
    }

    /**
     * @param neighbors average number of neighbors
     * @return operations per atom
     */
    double perAtom(double neighbors) {
        return neighbors * perPair + 0.5 * neighbors * Math.max(0, neighbors - 1) * perTriplet;
    }
}
