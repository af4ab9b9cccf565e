package io.github.gmp.runtime.features;

import io.github.gmp.api.descriptor.Descriptor;
import io.github.gmp.api.descriptor.DescriptorEvaluation;
import io.github.gmp.api.descriptor.DescriptorProperty;
import io.github.gmp.api.descriptor.GeometryVector;
import io.github.gmp.api.math.Matrix;
import io.github.gmp.api.neighbor.NeighborList;
import io.github.gmp.api.structure.AtomicStructure;

import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** A good descriptor with its features changed, or its gradient multiplied by a factor. */
final class FlawedDescriptor implements Descriptor {
    private final Descriptor good;
    private final UnaryOperator<Matrix> change;
    private final double gradientFactor;

    FlawedDescriptor(Descriptor good, UnaryOperator<Matrix> change, double gradientFactor) {
        this.good = good;
        this.change = change;
        this.gradientFactor = gradientFactor;
    }

    @Override
    public double cutoff() {
        return good.cutoff();
    }

    @Override
    public List<String> features() {
        return good.features();
    }

    @Override
    public Set<DescriptorProperty> properties() {
        return good.properties();
    }

    @Override
    public double operationsPerAtom(double neighbors, int elements) {
        return good.operationsPerAtom(neighbors, elements);
    }

    @Override
    public DescriptorEvaluation evaluate(AtomicStructure structure, NeighborList neighbors) {
        DescriptorEvaluation evaluation = good.evaluate(structure, neighbors);
        return new DescriptorEvaluation() {
            @Override
            public Matrix features() {
                return change.apply(evaluation.features());
            }

            @Override
            public GeometryVector pullback(Matrix featureGradient) {
                GeometryVector gradient = evaluation.pullback(featureGradient);
                double[] positions = gradient.positions().clone();
                for (int i = 0; i < positions.length; i++) {
                    positions[i] *= gradientFactor;
                }
                return new GeometryVector(positions, gradient.strain());
            }

            @Override
            public Matrix pushforward(GeometryVector tangent) {
                return evaluation.pushforward(tangent);
            }
        };
    }
}
