package io.github.gmp.bp.symmetry;

import java.util.Arrays;

/** One triplet after the other, by plain loops: the reference, and what runs where there is no Vector API. */
public final class ScalarSymmetryKernel implements SymmetryKernel {
    private double[] third = new double[0];
    private double[] thirdSlopes = new double[0];
    /** Σ W cos^q, or one polynomial in cos θ per group; {@code [group][q]}. */
    private double[] moments = new double[0];

    @Override
    public int lanes() {
        return 1;
    }

    @Override
    public void loadPairs(CenterEnvironment environment, CenterPlan plan, int lanesUsed, boolean withSlopes) {
        int row = environment.capacity();
        RadialFunction[] functions = plan.radial();
        for (int f = 0; f < functions.length; f++) {
            for (int n = 0; n < lanesUsed; n++) {
                double r = environment.distance()[n];
                double weight = environment.weight()[n];
                double value = functions[f].value(r);
                double cutoff = environment.cutoffValue()[n];
                environment.radial()[f * row + n] = weight * value * cutoff;
                if (withSlopes) {
                    environment.radialSlopes()[f * row + n] = weight
                            * (functions[f].derivative(r, value) * cutoff
                                    + value * environment.cutoffSlope()[n]);
                }
            }
        }
        ScreenedGaussian[] screened = plan.screened();
        for (int e = 0; e < screened.length; e++) {
            for (int n = 0; n < lanesUsed; n++) {
                double weight = environment.weight()[n];
                environment.screened()[e * row + n] =
                        weight * screened[e].value(environment.square()[n]);
                if (withSlopes) {
                    environment.screenedSlopes()[e * row + n] =
                            weight * screened[e].slope(environment.square()[n]);
                }
            }
        }
    }

    private void reserve(CenterPlan plan) {
        int etas = plan.screened().length;
        int size = plan.groups().length * (plan.highestMoment() + 1);
        if (third.length < etas) {
            third = new double[etas];
            thirdSlopes = new double[etas];
        }
        if (moments.length < size) {
            moments = new double[size];
        }
    }

    private static double dot(CenterEnvironment e, int j, int k) {
        return e.x()[j] * e.x()[k] + e.y()[j] * e.y()[k] + e.z()[j] * e.z()[k];
    }

    private static int firstPartner(CenterEnvironment environment, int a, int b, int j) {
        return a == b ? j + 1 : environment.begin(b);
    }

    private void loadThird(CenterPlan plan, double square, boolean withSlopes) {
        ScreenedGaussian[] screened = plan.screened();
        for (int e = 0; e < screened.length; e++) {
            third[e] = screened[e].value(square);
            if (withSlopes) {
                thirdSlopes[e] = screened[e].slope(square);
            }
        }
    }

    @Override
    public void addAngular(CenterEnvironment environment, CenterPlan plan, int a, int b, double[] sums) {
        reserve(plan);
        int moment = plan.highestMoment() + 1;
        Arrays.fill(moments, 0, plan.groups().length * moment, 0);
        int endJ = environment.begin(a) + environment.count(a);
        int endK = environment.begin(b) + environment.count(b);
        for (int j = environment.begin(a); j < endJ; j++) {
            for (int k = firstPartner(environment, a, b, j); k < endK; k++) {
                double dot = dot(environment, j, k);
                double square = environment.square()[j] + environment.square()[k] - 2 * dot;
                if (plan.thirdSideOnly() && square >= plan.screened()[0].limit()) {
                    continue;
                }
                loadThird(plan, square, false);
                addTriplet(
                        environment,
                        plan,
                        j,
                        k,
                        dot * environment.inverse()[j] * environment.inverse()[k],
                        sums);
            }
        }
        plan.addMoments(moments, sums);
    }

    private void addTriplet(
            CenterEnvironment environment, CenterPlan plan, int j, int k, double cosine, double[] sums) {
        int row = environment.capacity();
        double[] screened = environment.screened();
        CenterPlan.Group[] groups = plan.groups();
        for (int g = 0; g < groups.length; g++) {
            int e = groups[g].eta();
            double product = screened[e * row + j] * screened[e * row + k];
            addProduct(plan, g, groups[g].thirdSide() ? product * third[e] : product, cosine, sums);
        }
    }

    /** Adds W to the moments of a group, and W A to its members that are no polynomials. */
    private void addProduct(CenterPlan plan, int g, double product, double cosine, double[] sums) {
        int at = g * (plan.highestMoment() + 1);
        double term = product;
        for (int q = 0; q <= plan.highestMoment(); q++) {
            moments[at + q] += term;
            term *= cosine;
        }
        CenterPlan.Group group = plan.groups()[g];
        for (int m = group.first(); m < group.end(); m++) {
            if (!plan.isPolynomial(m)) {
                sums[m] += product * plan.power(m, cosine);
            }
        }
    }

    @Override
    public void pullAngular(
            CenterEnvironment environment, CenterPlan plan, int a, int b, double[] weights, PairGradient gradient) {
        reserve(plan);
        plan.combine(weights, moments);
        int endJ = environment.begin(a) + environment.count(a);
        int endK = environment.begin(b) + environment.count(b);
        for (int j = environment.begin(a); j < endJ; j++) {
            for (int k = firstPartner(environment, a, b, j); k < endK; k++) {
                double dot = dot(environment, j, k);
                double square = environment.square()[j] + environment.square()[k] - 2 * dot;
                if (!plan.thirdSideOnly() || square < plan.screened()[0].limit()) {
                    loadThird(plan, square, true);
                    pullTriplet(environment, plan, j, k, dot, weights, gradient);
                }
            }
        }
    }

    private void pullTriplet(
            CenterEnvironment environment,
            CenterPlan plan,
            int j,
            int k,
            double dot,
            double[] weights,
            PairGradient gradient) {
        int row = environment.capacity();
        double inverses = environment.inverse()[j] * environment.inverse()[k];
        double cosine = dot * inverses;
        double byCosine = 0;
        double bySquare = 0;
        CenterPlan.Group[] groups = plan.groups();
        for (int g = 0; g < groups.length; g++) {
            int e = groups[g].eta();
            int at = g * (plan.highestMoment() + 1);
            double factor = 0;
            double slope = 0;
            for (int q = plan.highestMoment(); q >= 0; q--) {
                slope = slope * cosine + factor;
                factor = factor * cosine + moments[at + q];
            }
            for (int m = groups[g].first(); m < groups[g].end(); m++) {
                if (!plan.isPolynomial(m)) {
                    factor += weights[m] * plan.power(m, cosine);
                    slope += weights[m] * plan.powerSlope(m, cosine);
                }
            }
            double atJ = environment.screened()[e * row + j];
            double atK = environment.screened()[e * row + k];
            double thirdValue = groups[g].thirdSide() ? third[e] : 1;
            byCosine += slope * atJ * atK * thirdValue;
            gradient.screened()[e * row + j] += factor * atK * thirdValue;
            gradient.screened()[e * row + k] += factor * atJ * thirdValue;
            if (groups[g].thirdSide()) {
                bySquare += factor * atJ * atK * thirdSlopes[e];
            }
        }
        double byDot = byCosine * inverses - 2 * bySquare;
        addVector(environment, k, byDot, j, gradient);
        addVector(environment, j, byDot, k, gradient);
        double turn = byCosine * cosine;
        gradient.along()[j] +=
                2 * bySquare - turn * environment.inverse()[j] * environment.inverse()[j];
        gradient.along()[k] +=
                2 * bySquare - turn * environment.inverse()[k] * environment.inverse()[k];
    }

    private static void addVector(
            CenterEnvironment environment, int from, double factor, int to, PairGradient gradient) {
        gradient.x()[to] += factor * environment.x()[from];
        gradient.y()[to] += factor * environment.y()[from];
        gradient.z()[to] += factor * environment.z()[from];
    }

    @Override
    public void pushAngular(
            CenterEnvironment environment, CenterPlan plan, int a, int b, PairTangent tangent, double[] sums) {
        reserve(plan);
        int endJ = environment.begin(a) + environment.count(a);
        int endK = environment.begin(b) + environment.count(b);
        for (int j = environment.begin(a); j < endJ; j++) {
            for (int k = firstPartner(environment, a, b, j); k < endK; k++) {
                double dot = dot(environment, j, k);
                double square = environment.square()[j] + environment.square()[k] - 2 * dot;
                if (!plan.thirdSideOnly() || square < plan.screened()[0].limit()) {
                    loadThird(plan, square, true);
                    pushTriplet(environment, plan, j, k, dot, tangent, sums);
                }
            }
        }
    }

    private void pushTriplet(
            CenterEnvironment environment,
            CenterPlan plan,
            int j,
            int k,
            double dot,
            PairTangent tangent,
            double[] sums) {
        int row = environment.capacity();
        double inverseJ = environment.inverse()[j];
        double inverseK = environment.inverse()[k];
        double cosine = dot * inverseJ * inverseK;
        double dotTangent = tangent.x()[j] * environment.x()[k]
                + tangent.y()[j] * environment.y()[k]
                + tangent.z()[j] * environment.z()[k]
                + tangent.x()[k] * environment.x()[j]
                + tangent.y()[k] * environment.y()[j]
                + tangent.z()[k] * environment.z()[j];
        double squareTangent = tangent.square()[j] + tangent.square()[k] - 2 * dotTangent;
        double cosineTangent = dotTangent * inverseJ * inverseK
                - 0.5
                        * cosine
                        * (tangent.square()[j] * inverseJ * inverseJ + tangent.square()[k] * inverseK * inverseK);
        CenterPlan.Group[] groups = plan.groups();
        for (int g = 0; g < groups.length; g++) {
            int e = groups[g].eta();
            double atJ = environment.screened()[e * row + j];
            double atK = environment.screened()[e * row + k];
            double product = atJ * atK;
            double productTangent = tangent.screened()[e * row + j] * atK + atJ * tangent.screened()[e * row + k];
            if (groups[g].thirdSide()) {
                productTangent = productTangent * third[e] + product * thirdSlopes[e] * squareTangent;
                product *= third[e];
            }
            for (int m = groups[g].first(); m < groups[g].end(); m++) {
                sums[m] += productTangent * plan.angularFactor(m, cosine)
                        + product * cosineTangent * plan.angularSlope(m, cosine);
            }
        }
    }
}
