package io.github.gmp.bp.symmetry;

/**
 * The cost model behind {@code operationsPerAtom}: floating-point operations of the features, averaged over the listed elements as
 * centers, with {@value #TRANSCENDENTAL} for each exponential, cosine, power or square root. A fused multiplication and addition is two
 * operations.
 *
 * <p>Per pair: geometry and cutoff function, one exponential per radial function, one polynomial or exponential per η of angular
 * functions. Per unordered pair of neighbors: the angle and the third side, for G4 its cutoff function and a polynomial or exponential
 * per η, a product per group, its moments, and where some ζ need them the powers of (1 ± cos θ) / 2 and one multiplication and addition per
 * function. The number of elements
 * does not enter: a pair or triplet contributes to the functions of one channel, however many channels there are. Triplets with r_jk
 * beyond the cutoff are counted like the others.
 */
final class SymmetryOperations {
    static final int TRANSCENDENTAL = 20;

    /** Square, inverse, scaled argument. */
    private static final int PAIR_GEOMETRY = 5;
    /** Scalar product, cosine, squared third side, scaled argument. */
    private static final int TRIPLET_GEOMETRY = 17;

    /** Products and additions of Σ w cos^q θ, q = 0 … 4. */
    private static final int MOMENTS = 9;

    private final double perPair;
    private final double perTriplet;

    SymmetryOperations(SymmetryFunctionLayout layout, CutoffTable cutoff) {
        perPair = layout.plans()
                .mapToDouble(plan -> perPair(plan, cutoff))
                .average()
                .orElse(0);
        perTriplet = layout.plans()
                .mapToDouble(plan -> perTriplet(plan, cutoff))
                .average()
                .orElse(0);
    }

    private static double perPair(CenterPlan plan, CutoffTable cutoff) {
        double sum = PAIR_GEOMETRY + cutoff.operations() + 1;
        sum += plan.radialCount * (TRANSCENDENTAL + 5.0);
        for (GaussianDecay eta : plan.etas) {
            sum += eta.operations() + 1;
        }
        return sum;
    }

    private static double perTriplet(CenterPlan plan, CutoffTable cutoff) {
        if (plan.groups.length == 0) {
            return 0;
        }
        double sum = TRIPLET_GEOMETRY + (plan.anyOther ? plan.powers.operations() : 0);
        if (plan.anyThirdSide) {
            sum += cutoff.operations() + 1;
        }
        sum += plan.momentGroups * MOMENTS;
        for (CenterPlan.Group group : plan.groups) {
            sum += 3 + 2.0 * group.otherCount();
            if (group.thirdSide()) {
                sum += plan.etas[group.eta()].operations();
            }
        }
        return sum;
    }

    /**
     * {@return operations per atom}
     *
     * @param neighbors average number of neighbors
     */
    double perAtom(double neighbors) {
        return neighbors * perPair + 0.5 * neighbors * Math.max(0, neighbors - 1) * perTriplet;
    }
}
