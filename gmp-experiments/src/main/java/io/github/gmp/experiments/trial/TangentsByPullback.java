package io.github.gmp.experiments.trial;

import io.github.gmp.api.descriptor.Descriptor;
import io.github.gmp.api.descriptor.DescriptorEvaluation;
import io.github.gmp.api.descriptor.GeometryVector;
import io.github.gmp.api.math.Matrix;
import io.github.gmp.api.neighbor.NeighborSearch;
import io.github.gmp.api.potential.CenterBlock;
import io.github.gmp.api.structure.AtomicStructure;

/**
 * An evaluation of a descriptor that offers pullbacks but no pushforward. The change of feature k of atom i along v is the row of the
 * Jacobian times v,
 *
 * <pre>t_ik = (∂G_ik/∂(r, ε)) · v = ⟨pullback(e_ik), v⟩</pre>
 *
 * <p>One row is there at a time, over the atom and its neighbors only: as many pullbacks as there are features, of one center each. That is
 * the time of so many pullbacks of the structure, and the memory of a row.
 */
final class TangentsByPullback implements DescriptorEvaluation {
    private final Descriptor descriptor;
    private final AtomicStructure structure;
    private final DescriptorEvaluation evaluation;

    /**
     * @param descriptor the descriptor
     * @param structure the structure
     * @param evaluation the evaluation of all its atoms
     */
    TangentsByPullback(Descriptor descriptor, AtomicStructure structure, DescriptorEvaluation evaluation) {
        this.descriptor = descriptor;
        this.structure = structure;
        this.evaluation = evaluation;
    }

    @Override
    public Matrix features() {
        return evaluation.features();
    }

    @Override
    public GeometryVector pullback(Matrix featureGradient) {
        return evaluation.pullback(featureGradient);
    }

    @Override
    public Matrix pushforward(GeometryVector tangent) {
        if (tangent.atoms() != structure.size()) {
            throw new IllegalArgumentException(
                    "a tangent of " + structure.size() + " atoms was expected, got " + tangent.atoms());
        }
        int features = descriptor.features().size();
        double[] changes = new double[structure.size() * features];
        NeighborSearch search = NeighborSearch.of(structure, descriptor.cutoff());
        for (int center = 0; center < structure.size(); center++) {
            CenterBlock block = CenterBlock.of(structure, search, center, center + 1);
            DescriptorEvaluation local = descriptor.evaluate(block.structure(), block.neighbors());
            GeometryVector moves = tangent.of(block.atoms());
            for (int feature = 0; feature < features; feature++) {
                double[] unit = new double[features];
                unit[feature] = 1;
                changes[center * features + feature] =
                        local.pullback(Matrix.wrap(1, features, unit)).dot(moves);
            }
        }
        return Matrix.wrap(structure.size(), features, changes);
    }
}
