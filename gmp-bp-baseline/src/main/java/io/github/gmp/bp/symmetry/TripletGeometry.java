package io.github.gmp.bp.symmetry;

import io.github.gmp.api.descriptor.CutoffFunction;

import java.util.Arrays;

/**
 * One centre with two of its neighbors j and k: the angle, the third side, and what angular functions make of them. Scratch memory
 * loaded for one triplet after the other.
 *
 * <p>A neighbor at the place of the centre leaves the angle undefined; cos θ = 0 with zero derivative stands in for it. Two neighbors at
 * the same place leave the direction of the third side undefined; its unit vector is zero.
 */
final class TripletGeometry {
    private final CutoffFunction cutoff;

    /** cos θ_jik. */
    double cosine;
    /** ∂(cos θ)/∂d_ij in Å⁻¹. */
    final double[] cosineByJ = new double[3];
    /** ∂(cos θ)/∂d_ik in Å⁻¹. */
    final double[] cosineByK = new double[3];
    /** (d_ik − d_ij) / r_jk. */
    final double[] thirdUnit = new double[3];
    /** exp(−η r_jk²) f_c(r_jk) per η; zero from the cutoff on. */
    double[] third = new double[0];
    /** Derivatives of {@link #third} by r_jk. */
    double[] thirdSlopes = new double[0];
    /** A(cos θ) per (ζ, λ). */
    double[] factors = new double[0];
    /** dA/d(cos θ) per (ζ, λ). */
    double[] factorSlopes = new double[0];

    private double separation;

    TripletGeometry(CutoffFunction cutoff) {
        this.cutoff = cutoff;
    }

    /** Makes room for the η and (ζ, λ) of a plan. */
    void reserve(CenterPlan plan) {
        if (third.length < plan.etas.length) {
            third = new double[plan.etas.length];
            thirdSlopes = new double[plan.etas.length];
        }
        if (factors.length < plan.factors.length) {
            factors = new double[plan.factors.length];
            factorSlopes = new double[plan.factors.length];
        }
    }

    /**
     * @param environment the centre
     * @param j number of a neighbor
     * @param k number of another neighbor
     * @param plan what is needed
     * @param withSlopes whether derivatives are needed too
     * @return whether any function can be different from zero
     */
    boolean load(CenterEnvironment environment, int j, int k, CenterPlan plan, boolean withSlopes) {
        double square = 0;
        for (int a = 0; a < 3; a++) {
            thirdUnit[a] = environment.vectors[3 * k + a] - environment.vectors[3 * j + a];
            square += thirdUnit[a] * thirdUnit[a];
        }
        separation = Math.sqrt(square);
        if (plan.thirdSideOnly && separation >= cutoff.radius()) {
            return false;
        }
        loadAngle(environment, j, k, plan, withSlopes);
        loadThirdSide(plan, withSlopes);
        return true;
    }

    private void loadAngle(CenterEnvironment environment, int j, int k, CenterPlan plan, boolean withSlopes) {
        double[] units = environment.units;
        cosine =
                units[3 * j] * units[3 * k] + units[3 * j + 1] * units[3 * k + 1] + units[3 * j + 2] * units[3 * k + 2];
        if (withSlopes) {
            boolean defined = environment.distances[j] > 0 && environment.distances[k] > 0;
            double inverseJ = defined ? 1 / environment.distances[j] : 0;
            double inverseK = defined ? 1 / environment.distances[k] : 0;
            for (int a = 0; a < 3; a++) {
                cosineByJ[a] = (units[3 * k + a] - cosine * units[3 * j + a]) * inverseJ;
                cosineByK[a] = (units[3 * j + a] - cosine * units[3 * k + a]) * inverseK;
            }
        }
        for (int f = 0; f < plan.factors.length; f++) {
            AngularFactor factor = plan.factors[f];
            double base = factor.base(cosine);
            double lowerPower = factor.lowerPower(base);
            factors[f] = factor.value(base, lowerPower);
            if (withSlopes) {
                factorSlopes[f] = factor.derivative(lowerPower);
            }
        }
    }

    private void loadThirdSide(CenterPlan plan, boolean withSlopes) {
        double inverse = separation > 0 ? 1 / separation : 0;
        for (int a = 0; a < 3; a++) {
            thirdUnit[a] *= inverse;
        }
        if (separation >= cutoff.radius()) {
            Arrays.fill(third, 0);
            Arrays.fill(thirdSlopes, 0);
            return;
        }
        double value = cutoff.value(separation);
        double slope = withSlopes ? cutoff.derivative(separation) : 0;
        CenterEnvironment.fillGaussians(plan.etas, separation, value, slope, third, thirdSlopes, 0, withSlopes);
    }
}
