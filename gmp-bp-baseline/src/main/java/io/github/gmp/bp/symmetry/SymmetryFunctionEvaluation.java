package io.github.gmp.bp.symmetry;

import io.github.gmp.api.descriptor.DescriptorEvaluation;
import io.github.gmp.api.descriptor.GeometryVector;
import io.github.gmp.api.math.Matrix;
import io.github.gmp.api.neighbor.NeighborList;

/**
 * The symmetry functions of one structure. Features are computed at once, derivatives anew with every call: nothing per pair or triplet
 * is stored. Everything runs in a fixed order, so results are the same bit for bit.
 */
final class SymmetryFunctionEvaluation implements DescriptorEvaluation {
    private final SymmetryEngine engine;
    private final NeighborList neighbors;
    private final int[] slots;
    private final int columns;
    private final Matrix features;

    /**
     * @param engine functions, columns and kernel
     * @param neighbors the neighbor list with the radius of the cutoff function
     * @param slots the slot of the element of each atom
     */
    SymmetryFunctionEvaluation(SymmetryEngine engine, NeighborList neighbors, int[] slots) {
        this.engine = engine;
        this.neighbors = neighbors;
        this.slots = slots;
        columns = engine.layout().labels().size();
        features = computeFeatures();
    }

    @Override
    public Matrix features() {
        return features;
    }

    private Matrix computeFeatures() {
        double[] result = new double[Math.multiplyExact(neighbors.centers(), columns)];
        SymmetryWorkspace workspace = engine.borrow();
        try {
            new FeaturePass(engine, neighbors, slots, workspace, result).runCenters();
        } finally {
            engine.giveBack(workspace);
        }
        return Matrix.wrap(neighbors.centers(), columns, result);
    }

    @Override
    public GeometryVector pullback(Matrix featureGradient) {
        if (featureGradient.rows() != neighbors.centers() || featureGradient.columns() != columns) {
            throw new IllegalArgumentException("a feature gradient of " + neighbors.centers() + " x " + columns
                    + " was expected, got " + featureGradient.rows() + " x " + featureGradient.columns());
        }
        double[] gradient = featureGradient.array();
        GeometryVector.Accumulator accumulator = new GeometryVector.Accumulator(slots.length);
        SymmetryWorkspace workspace = engine.borrow();
        try {
            new PullbackPass(engine, neighbors, slots, workspace, gradient, accumulator).runCenters();
        } finally {
            engine.giveBack(workspace);
        }
        return accumulator.result();
    }

    @Override
    public Matrix pushforward(GeometryVector tangent) {
        if (tangent.atoms() != slots.length) {
            throw new IllegalArgumentException(
                    "a tangent of " + slots.length + " atoms was expected, got " + tangent.atoms());
        }
        double[] result = new double[Math.multiplyExact(neighbors.centers(), columns)];
        SymmetryWorkspace workspace = engine.borrow();
        try {
            new PushforwardPass(engine, neighbors, slots, workspace, tangent, result).runCenters();
        } finally {
            engine.giveBack(workspace);
        }
        return Matrix.wrap(neighbors.centers(), columns, result);
    }
}
