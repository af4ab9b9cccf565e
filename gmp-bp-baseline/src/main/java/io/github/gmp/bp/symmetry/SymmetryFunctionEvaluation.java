package io.github.gmp.bp.symmetry;

import io.github.gmp.api.descriptor.DescriptorEvaluation;
import io.github.gmp.api.descriptor.GeometryVector;
import io.github.gmp.api.math.Matrix;
import io.github.gmp.api.neighbor.NeighborList;

import java.util.Arrays;

/**
 * The symmetry functions of the centers of a neighbor list. Features are computed at once, derivatives anew with every call: nothing per
 * pair or triplet is stored. Everything runs in a fixed order, so results are the same bit for bit.
 */
final class SymmetryFunctionEvaluation implements DescriptorEvaluation {
    private final SymmetryFunctionLayout layout;
    private final WorkspacePool workspaces;
    private final NeighborList neighbors;
    private final int[] slots;
    private final int sections;
    private final int columns;
    private final Matrix features;

    /**
     * @param layout functions and columns
     * @param workspaces scratch memory
     * @param neighbors the neighbor list with the radius of the cutoff function
     * @param slots the slot of the element of each atom
     */
    SymmetryFunctionEvaluation(
            SymmetryFunctionLayout layout, WorkspacePool workspaces, NeighborList neighbors, int[] slots) {
        this.layout = layout;
        this.workspaces = workspaces;
        this.neighbors = neighbors;
        this.slots = slots;
        sections = layout.channels().radialChannels();
        columns = layout.labels().size();
        features = computeFeatures();
    }

    @Override
    public Matrix features() {
        return features;
    }

    private Matrix computeFeatures() {
        double[] result = new double[Math.multiplyExact(neighbors.centers(), columns)];
        WorkspacePool.Workspace work = workspaces.borrow();
        for (int center = neighbors.firstCenter(); center < neighbors.endCenter(); center++) {
            CenterPlan plan = open(work, center, false);
            int row = (center - neighbors.firstCenter()) * columns;
            addRadial(work.environment, plan, result, row);
            for (int a = 0; a < sections && plan.members() > 0; a++) {
                for (int b = a; b < sections; b++) {
                    if (hasTriplets(work.environment, a, b)) {
                        Arrays.fill(work.members, 0);
                        work.kernel.addAngular(
                                work.environment, plan, outer(work, a, b), inner(work, a, b), work.members);
                        scatter(plan, channel(a, b), work.members, result, row);
                    }
                }
            }
        }
        workspaces.giveBack(work);
        return Matrix.wrap(neighbors.centers(), columns, result);
    }

    private void addRadial(CenterEnvironment environment, CenterPlan plan, double[] result, int row) {
        int functions = plan.radial().length;
        for (int section = 0; section < sections; section++) {
            int begin = environment.begin(section);
            int end = begin + environment.count(section);
            int[] target = plan.radialColumns()[section];
            for (int f = 0; f < functions; f++) {
                double sum = 0;
                int base = f * environment.capacity();
                for (int n = begin; n < end; n++) {
                    sum += environment.radial()[base + n];
                }
                result[row + target[f]] += sum;
            }
        }
    }

    private static void scatter(CenterPlan plan, int channel, double[] members, double[] result, int row) {
        int[] target = plan.columns()[channel];
        for (int m = 0; m < target.length; m++) {
            result[row + target[m]] += members[m];
        }
    }

    @Override
    public GeometryVector pullback(Matrix featureGradient) {
        if (featureGradient.rows() != neighbors.centers() || featureGradient.columns() != columns) {
            throw new IllegalArgumentException("a feature gradient of " + neighbors.centers() + " x " + columns
                    + " was expected, got " + featureGradient.rows() + " x " + featureGradient.columns());
        }
        double[] weights = featureGradient.array();
        GeometryVector.Accumulator accumulator = new GeometryVector.Accumulator(neighbors.atoms());
        WorkspacePool.Workspace work = workspaces.borrow();
        for (int center = neighbors.firstCenter(); center < neighbors.endCenter(); center++) {
            int row = (center - neighbors.firstCenter()) * columns;
            if (isZero(weights, row)) {
                continue;
            }
            CenterPlan plan = open(work, center, true);
            work.gradient.clear(work.environment, plan);
            for (int a = 0; a < sections && plan.members() > 0; a++) {
                for (int b = a; b < sections; b++) {
                    if (hasTriplets(work.environment, a, b)) {
                        int[] source = plan.columns()[channel(a, b)];
                        for (int m = 0; m < source.length; m++) {
                            work.members[m] = weights[row + source[m]];
                        }
                        work.kernel.pullAngular(
                                work.environment,
                                plan,
                                outer(work, a, b),
                                inner(work, a, b),
                                work.members,
                                work.gradient);
                    }
                }
            }
            pullRadial(work, plan, weights, row);
            addPairs(work, plan, center, accumulator);
        }
        workspaces.giveBack(work);
        return accumulator.result();
    }

    /** ∂E/∂r of every neighbor through the radial functions. */
    private void pullRadial(WorkspacePool.Workspace work, CenterPlan plan, double[] weights, int row) {
        CenterEnvironment environment = work.environment;
        reserveDistances(work);
        Arrays.fill(work.byDistance, 0);
        for (int section = 0; section < sections; section++) {
            int begin = environment.begin(section);
            int end = begin + environment.count(section);
            int[] source = plan.radialColumns()[section];
            for (int f = 0; f < source.length; f++) {
                double weight = weights[row + source[f]];
                int base = f * environment.capacity();
                for (int n = begin; n < end; n++) {
                    work.byDistance[n] += weight * environment.radialSlopes()[base + n];
                }
            }
        }
    }

    private static void reserveDistances(WorkspacePool.Workspace work) {
        if (work.byDistance.length < work.environment.capacity()) {
            work.byDistance = new double[work.environment.capacity()];
        }
    }

    /** ∂E/∂d = (x, y, z) + d (along + 2 Σ_η ∂E/∂e_η de_η/d(r²) + ∂E/∂r / r). */
    private void addPairs(
            WorkspacePool.Workspace work, CenterPlan plan, int center, GeometryVector.Accumulator accumulator) {
        CenterEnvironment environment = work.environment;
        PairGradient gradient = work.gradient;
        int begin = neighbors.begin(center);
        int etas = plan.screened().length;
        for (int n = 0; n < environment.count(); n++) {
            int lane = environment.lane(n);
            double along =
                    gradient.along()[lane] + work.byDistance[lane] * environment.inverse()[lane];
            for (int e = 0; e < etas; e++) {
                int at = e * environment.capacity() + lane;
                along += 2 * gradient.screened()[at] * environment.screenedSlopes()[at];
            }
            accumulator.add(
                    neighbors,
                    center,
                    begin + n,
                    gradient.x()[lane] + along * environment.x()[lane],
                    gradient.y()[lane] + along * environment.y()[lane],
                    gradient.z()[lane] + along * environment.z()[lane]);
        }
    }

    @Override
    public Matrix pushforward(GeometryVector tangent) {
        if (tangent.atoms() != neighbors.atoms()) {
            throw new IllegalArgumentException(
                    "a tangent of " + neighbors.atoms() + " atoms was expected, got " + tangent.atoms());
        }
        double[] result = new double[neighbors.centers() * columns];
        double[] pairTangent = new double[3];
        WorkspacePool.Workspace work = workspaces.borrow();
        for (int center = neighbors.firstCenter(); center < neighbors.endCenter(); center++) {
            CenterPlan plan = open(work, center, true);
            int row = (center - neighbors.firstCenter()) * columns;
            work.tangent.clear(work.environment, plan);
            int begin = neighbors.begin(center);
            for (int n = 0; n < work.environment.count(); n++) {
                tangent.pairTangent(neighbors, center, begin + n, pairTangent);
                work.tangent.set(
                        work.environment,
                        plan,
                        work.environment.lane(n),
                        pairTangent[0],
                        pairTangent[1],
                        pairTangent[2]);
            }
            pushRadial(work, plan, result, row);
            for (int a = 0; a < sections && plan.members() > 0; a++) {
                for (int b = a; b < sections; b++) {
                    if (hasTriplets(work.environment, a, b)) {
                        Arrays.fill(work.members, 0);
                        work.kernel.pushAngular(
                                work.environment,
                                plan,
                                outer(work, a, b),
                                inner(work, a, b),
                                work.tangent,
                                work.members);
                        scatter(plan, channel(a, b), work.members, result, row);
                    }
                }
            }
        }
        workspaces.giveBack(work);
        return Matrix.wrap(neighbors.centers(), columns, result);
    }

    private void pushRadial(WorkspacePool.Workspace work, CenterPlan plan, double[] result, int row) {
        CenterEnvironment environment = work.environment;
        for (int section = 0; section < sections; section++) {
            int begin = environment.begin(section);
            int end = begin + environment.count(section);
            int[] target = plan.radialColumns()[section];
            for (int f = 0; f < target.length; f++) {
                double sum = 0;
                int base = f * environment.capacity();
                for (int n = begin; n < end; n++) {
                    // dr = d(r²) / 2r
                    sum += environment.radialSlopes()[base + n]
                            * 0.5
                            * work.tangent.square()[n]
                            * environment.inverse()[n];
                }
                result[row + target[f]] += sum;
            }
        }
    }

    private CenterPlan open(WorkspacePool.Workspace work, int center, boolean withSlopes) {
        CenterPlan plan = layout.plan(slots[center]);
        work.environment.load(neighbors, center, slots, layout.channels(), plan, withSlopes);
        work.kernel.loadPairs(work.environment, plan, work.environment.lanesUsed(sections), withSlopes);
        return plan;
    }

    private static boolean hasTriplets(CenterEnvironment environment, int a, int b) {
        return a == b ? environment.count(a) > 1 : environment.count(a) > 0 && environment.count(b) > 0;
    }

    /** Of two sections, that whose neighbors are taken one by one: the choice that leaves fewer blocks of the other. */
    private static int outer(WorkspacePool.Workspace work, int a, int b) {
        return blocks(work, a, b) <= blocks(work, b, a) ? a : b;
    }

    private static int inner(WorkspacePool.Workspace work, int a, int b) {
        return outer(work, a, b) == a ? b : a;
    }

    private static int blocks(WorkspacePool.Workspace work, int one, int other) {
        int lanes = work.kernel.lanes();
        return work.environment.count(one) * ((work.environment.count(other) + lanes - 1) / lanes);
    }

    private int channel(int a, int b) {
        return sections == 1 ? 0 : layout.channels().angularChannel(a, b);
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
}
