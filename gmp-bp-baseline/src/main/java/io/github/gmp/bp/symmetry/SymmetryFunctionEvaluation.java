package io.github.gmp.bp.symmetry;

import io.github.gmp.api.descriptor.CutoffFunction;
import io.github.gmp.api.descriptor.DescriptorEvaluation;
import io.github.gmp.api.descriptor.GeometryVector;
import io.github.gmp.api.math.Matrix;
import io.github.gmp.api.neighbor.NeighborList;

import java.util.Arrays;

/**
 * The symmetry functions of the centers of a neighbor list, by plain loops over pairs and triplets. Features are computed at once, derivatives anew with
 * every call: nothing per triplet is stored. Everything runs in a fixed order, so results are the same bit for bit.
 *
 * <p>With G = A(cos θ) e(r_ij) e(r_ik) e(r_jk) and unit vectors u, the chain rule goes through four scalars of a triplet: cos θ, r_ij,
 * r_ik and r_jk, where ∂r_jk/∂d_ij = −u_jk and ∂r_jk/∂d_ik = u_jk.
 */
final class SymmetryFunctionEvaluation implements DescriptorEvaluation {
    private final SymmetryFunctionLayout layout;
    private final NeighborList neighbors;
    private final int[] slots;
    private final int columns;
    private final CenterEnvironment environment;
    private final TripletGeometry triplet;
    private final Matrix features;

    /**
     * @param layout functions and columns
     * @param cutoff the cutoff function
     * @param neighbors the neighbor list with the radius of the cutoff function
     * @param slots the slot of the element of each atom
     */
    SymmetryFunctionEvaluation(
            SymmetryFunctionLayout layout, CutoffFunction cutoff, NeighborList neighbors, int[] slots) {
        this.layout = layout;
        this.neighbors = neighbors;
        this.slots = slots;
        columns = layout.labels().size();
        environment = new CenterEnvironment(neighbors, cutoff, layout.channels(), slots);
        triplet = new TripletGeometry(cutoff);
        features = computeFeatures();
    }

    @Override
    public Matrix features() {
        return features;
    }

    private Matrix computeFeatures() {
        double[] result = new double[Math.multiplyExact(neighbors.centers(), columns)];
        for (int center = neighbors.firstCenter(); center < neighbors.endCenter(); center++) {
            CenterPlan plan = open(center, false);
            int row = (center - neighbors.firstCenter()) * columns;
            for (int n = 0; n < environment.count; n++) {
                int[] target = radialColumns(plan, n);
                for (int f = 0; f < target.length; f++) {
                    result[row + target[f]] += environment.radial[n * target.length + f];
                }
            }
            for (int j = 0; plan.groups.length > 0 && j < environment.count; j++) {
                for (int k = j + 1; k < environment.count; k++) {
                    if (triplet.load(environment, j, k, plan, false)) {
                        addTriplet(plan, j, k, result, row);
                    }
                }
            }
        }
        return Matrix.wrap(neighbors.centers(), columns, result);
    }

    private void addTriplet(CenterPlan plan, int j, int k, double[] result, int row) {
        int channel = angularChannel(j, k);
        int etas = plan.etas.length;
        for (CenterPlan.Group group : plan.groups) {
            double product = environment.gaussians[j * etas + group.eta] * environment.gaussians[k * etas + group.eta];
            if (group.thirdSide) {
                product *= triplet.third[group.eta];
            }
            int[] target = group.columns[channel];
            for (int m = 0; m < target.length; m++) {
                result[row + target[m]] += product * triplet.factors[group.factors[m]];
            }
        }
    }

    @Override
    public GeometryVector pullback(Matrix featureGradient) {
        if (featureGradient.rows() != neighbors.centers() || featureGradient.columns() != columns) {
            throw new IllegalArgumentException("a feature gradient of " + neighbors.centers() + " x " + columns
                    + " was expected, got " + featureGradient.rows() + " x " + featureGradient.columns());
        }
        double[] gradient = featureGradient.array();
        GeometryVector.Accumulator accumulator = new GeometryVector.Accumulator(slots.length);
        double[] byPair = new double[0];
        for (int center = neighbors.firstCenter(); center < neighbors.endCenter(); center++) {
            int row = (center - neighbors.firstCenter()) * columns;
            if (isZero(gradient, row)) {
                continue;
            }
            CenterPlan plan = open(center, true);
            byPair = cleared(byPair);
            for (int n = 0; n < environment.count; n++) {
                pullRadial(plan, n, gradient, row, byPair);
            }
            for (int j = 0; plan.groups.length > 0 && j < environment.count; j++) {
                for (int k = j + 1; k < environment.count; k++) {
                    if (triplet.load(environment, j, k, plan, true)) {
                        pullTriplet(plan, j, k, gradient, row, byPair);
                    }
                }
            }
            for (int n = 0; n < environment.count; n++) {
                int pair = environment.firstPair + n;
                accumulator.add(neighbors, center, pair, byPair[3 * n], byPair[3 * n + 1], byPair[3 * n + 2]);
            }
        }
        return accumulator.result();
    }

    private void pullRadial(CenterPlan plan, int n, double[] gradient, int row, double[] byPair) {
        int[] target = radialColumns(plan, n);
        double byDistance = 0;
        for (int f = 0; f < target.length; f++) {
            byDistance += gradient[row + target[f]] * environment.radialSlopes[n * target.length + f];
        }
        for (int a = 0; a < 3; a++) {
            byPair[3 * n + a] += byDistance * environment.units[3 * n + a];
        }
    }

    private void pullTriplet(CenterPlan plan, int j, int k, double[] gradient, int row, double[] byPair) {
        int channel = angularChannel(j, k);
        int etas = plan.etas.length;
        double byCosine = 0;
        double byJ = 0;
        double byK = 0;
        double byThird = 0;
        for (CenterPlan.Group group : plan.groups) {
            int[] target = group.columns[channel];
            double sum = 0;
            double slope = 0;
            for (int m = 0; m < target.length; m++) {
                double weight = gradient[row + target[m]];
                sum += weight * triplet.factors[group.factors[m]];
                slope += weight * triplet.factorSlopes[group.factors[m]];
            }
            int atJ = j * etas + group.eta;
            int atK = k * etas + group.eta;
            double third = group.thirdSide ? triplet.third[group.eta] : 1;
            double product = environment.gaussians[atJ] * environment.gaussians[atK];
            byCosine += slope * product * third;
            byJ += sum * environment.gaussianSlopes[atJ] * environment.gaussians[atK] * third;
            byK += sum * environment.gaussians[atJ] * environment.gaussianSlopes[atK] * third;
            if (group.thirdSide) {
                byThird += sum * product * triplet.thirdSlopes[group.eta];
            }
        }
        for (int a = 0; a < 3; a++) {
            double alongThird = byThird * triplet.thirdUnit[a];
            byPair[3 * j + a] += byCosine * triplet.cosineByJ[a] + byJ * environment.units[3 * j + a] - alongThird;
            byPair[3 * k + a] += byCosine * triplet.cosineByK[a] + byK * environment.units[3 * k + a] + alongThird;
        }
    }

    @Override
    public Matrix pushforward(GeometryVector tangent) {
        if (tangent.atoms() != slots.length) {
            throw new IllegalArgumentException(
                    "a tangent of " + slots.length + " atoms was expected, got " + tangent.atoms());
        }
        double[] result = new double[neighbors.centers() * columns];
        double[] pairTangents = new double[0];
        double[] pairTangent = new double[3];
        for (int center = neighbors.firstCenter(); center < neighbors.endCenter(); center++) {
            CenterPlan plan = open(center, true);
            int row = (center - neighbors.firstCenter()) * columns;
            pairTangents = cleared(pairTangents);
            for (int n = 0; n < environment.count; n++) {
                tangent.pairTangent(neighbors, center, environment.firstPair + n, pairTangent);
                System.arraycopy(pairTangent, 0, pairTangents, 3 * n, 3);
                pushRadial(plan, n, pairTangents, result, row);
            }
            for (int j = 0; plan.groups.length > 0 && j < environment.count; j++) {
                for (int k = j + 1; k < environment.count; k++) {
                    if (triplet.load(environment, j, k, plan, true)) {
                        pushTriplet(plan, j, k, pairTangents, result, row);
                    }
                }
            }
        }
        return Matrix.wrap(neighbors.centers(), columns, result);
    }

    private void pushRadial(CenterPlan plan, int n, double[] pairTangents, double[] result, int row) {
        int[] target = radialColumns(plan, n);
        double distanceTangent = 0;
        for (int a = 0; a < 3; a++) {
            distanceTangent += environment.units[3 * n + a] * pairTangents[3 * n + a];
        }
        for (int f = 0; f < target.length; f++) {
            result[row + target[f]] += environment.radialSlopes[n * target.length + f] * distanceTangent;
        }
    }

    private void pushTriplet(CenterPlan plan, int j, int k, double[] pairTangents, double[] result, int row) {
        double cosineTangent = 0;
        double tangentJ = 0;
        double tangentK = 0;
        double thirdTangent = 0;
        for (int a = 0; a < 3; a++) {
            double atJ = pairTangents[3 * j + a];
            double atK = pairTangents[3 * k + a];
            cosineTangent += triplet.cosineByJ[a] * atJ + triplet.cosineByK[a] * atK;
            tangentJ += environment.units[3 * j + a] * atJ;
            tangentK += environment.units[3 * k + a] * atK;
            thirdTangent += triplet.thirdUnit[a] * (atK - atJ);
        }
        int channel = angularChannel(j, k);
        int etas = plan.etas.length;
        for (CenterPlan.Group group : plan.groups) {
            int atJ = j * etas + group.eta;
            int atK = k * etas + group.eta;
            double product = environment.gaussians[atJ] * environment.gaussians[atK];
            double productTangent = environment.gaussianSlopes[atJ] * tangentJ * environment.gaussians[atK]
                    + environment.gaussians[atJ] * environment.gaussianSlopes[atK] * tangentK;
            if (group.thirdSide) {
                productTangent = productTangent * triplet.third[group.eta]
                        + product * triplet.thirdSlopes[group.eta] * thirdTangent;
                product *= triplet.third[group.eta];
            }
            int[] target = group.columns[channel];
            for (int m = 0; m < target.length; m++) {
                int factor = group.factors[m];
                result[row + target[m]] += triplet.factors[factor] * productTangent
                        + triplet.factorSlopes[factor] * cosineTangent * product;
            }
        }
    }

    private CenterPlan open(int center, boolean withSlopes) {
        CenterPlan plan = layout.plan(slots[center]);
        environment.load(center, plan, withSlopes);
        triplet.reserve(plan);
        return plan;
    }

    private int[] radialColumns(CenterPlan plan, int n) {
        return plan.radialColumns[layout.channels().radialChannel(environment.slots[n])];
    }

    private int angularChannel(int j, int k) {
        return layout.channels().angularChannel(environment.slots[j], environment.slots[k]);
    }

    private boolean isZero(double[] gradient, int row) {
        for (int c = row; c < row + columns; c++) {
            // Not a comparison of sums: NaN must go through to the caller.
            if (gradient[c] != 0) {
                return false;
            }
        }
        return true;
    }

    /** @return an array of zeros for the neighbors of the open centre, the given one if it is long enough */
    private double[] cleared(double[] perPair) {
        if (perPair.length < 3 * environment.count) {
            return new double[3 * environment.count];
        }
        Arrays.fill(perPair, 0, 3 * environment.count, 0);
        return perPair;
    }
}
