package io.github.gmp.bp.symmetry;

/**
 * The cost model behind {@code operationsPerAtom}: floating-point operations of the plain algorithm, averaged over the listed elements
 * as centres, with {@value #TRANSCENDENTAL} for each exponential, cosine, power or square root.
 *
 * <p>Per pair: distance and cutoff function, one transcendental function per radial function and per η of angular functions. Per
 * unordered pair of neighbors: the angle; for G4 the third side, its cutoff function and one exponential per η; a product of powers per
 * (ζ, λ); two multiplications per group; one multiplication and addition per angular function. The number of elements does not enter: a
 * pair or triplet contributes to the functions of one channel, however many channels there are. Triplets with r_jk beyond the cutoff are
 * counted like the others.
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
        double functions = plan.radial.length * (TRANSCENDENTAL + 4.0) + plan.etas.length * (TRANSCENDENTAL + 3.0);
        return PAIR_GEOMETRY + 2 * TRANSCENDENTAL + functions;
    }

    private static double perTriplet(CenterPlan plan) {
        if (plan.groups.length == 0) {
            return 0;
        }
        double sum = TRIPLET_GEOMETRY;
        boolean thirdSide = false;
        for (CenterPlan.Group group : plan.groups) {
            sum += 2 + 2.0 * group.factors.length;
            thirdSide |= group.thirdSide;
        }
        if (thirdSide) {
            sum += 2 * TRANSCENDENTAL + plan.etas.length * (TRANSCENDENTAL + 3.0);
        }
        for (AngularFactor factor : plan.factors) {
            boolean integer = factor.zeta() == Math.rint(factor.zeta());
            sum += 4 + (integer ? 2 * Math.log(factor.zeta()) / Math.log(2) : TRANSCENDENTAL);
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
