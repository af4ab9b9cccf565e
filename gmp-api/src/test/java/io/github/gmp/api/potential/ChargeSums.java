package io.github.gmp.api.potential;

import io.github.gmp.api.descriptor.Descriptor;
import io.github.gmp.api.descriptor.DescriptorEvaluation;
import io.github.gmp.api.descriptor.DescriptorProperty;
import io.github.gmp.api.descriptor.GeometryVector;
import io.github.gmp.api.error.DataException;
import io.github.gmp.api.math.Matrix;
import io.github.gmp.api.neighbor.NeighborList;
import io.github.gmp.api.structure.AtomicStructure;
import io.github.gmp.api.structure.Element;

import java.util.List;
import java.util.Set;

/** G_i = (s_i, s_i²) with s_i = Σ_j Z_j (r_c − r_ij)²; knows all elements but one. */
public record ChargeSums(double cutoff, Element unknown) implements Descriptor {
    @Override
    public List<String> features() {
        return List.of("s", "s^2");
    }

    @Override
    public Set<DescriptorProperty> properties() {
        return Set.of(DescriptorProperty.values());
    }

    @Override
    public double operationsPerAtom(double neighbors, int elements) {
        return 10 * neighbors;
    }

    @Override
    public DescriptorEvaluation evaluate(AtomicStructure structure, NeighborList list) {
        for (int i = 0; i < structure.size(); i++) {
            if (structure.element(i) == unknown) {
                throw new DataException("atom " + (i + 1) + " is " + unknown.symbol());
            }
        }
        double[] values = new double[2 * list.centers()];
        for (int i = list.firstCenter(); i < list.endCenter(); i++) {
            double sum = 0;
            for (int p = list.begin(i); p < list.end(i); p++) {
                double depth = cutoff - list.distance(p);
                sum += structure.element(list.neighbor(p)).atomicNumber() * depth * depth;
            }
            values[2 * (i - list.firstCenter())] = sum;
            values[2 * (i - list.firstCenter()) + 1] = sum * sum;
        }
        return new Evaluation(structure, list, Matrix.wrap(list.centers(), 2, values));
    }

    private final class Evaluation implements DescriptorEvaluation {
        private final AtomicStructure structure;
        private final NeighborList list;
        private final Matrix features;

        Evaluation(AtomicStructure structure, NeighborList list, Matrix features) {
            this.structure = structure;
            this.list = list;
            this.features = features;
        }

        @Override
        public Matrix features() {
            return features;
        }

        /** ∂s_i/∂d along d, without the direction. */
        private double slope(int pair) {
            int charge = structure.element(list.neighbor(pair)).atomicNumber();
            return -2 * charge * (cutoff - list.distance(pair)) / list.distance(pair);
        }

        @Override
        public GeometryVector pullback(Matrix gradient) {
            GeometryVector.Accumulator sum = new GeometryVector.Accumulator(list.atoms());
            for (int i = list.firstCenter(); i < list.endCenter(); i++) {
                int row = i - list.firstCenter();
                double weight = gradient.get(row, 0) + 2 * features.get(row, 0) * gradient.get(row, 1);
                for (int p = list.begin(i); p < list.end(i); p++) {
                    double g = weight * slope(p);
                    sum.add(list, i, p, g * list.dx(p), g * list.dy(p), g * list.dz(p));
                }
            }
            return sum.result();
        }

        @Override
        public Matrix pushforward(GeometryVector tangent) {
            double[] values = new double[2 * list.centers()];
            double[] v = new double[3];
            for (int i = list.firstCenter(); i < list.endCenter(); i++) {
                int row = i - list.firstCenter();
                for (int p = list.begin(i); p < list.end(i); p++) {
                    tangent.pairTangent(list, i, p, v);
                    values[2 * row] += slope(p) * (v[0] * list.dx(p) + v[1] * list.dy(p) + v[2] * list.dz(p));
                }
                values[2 * row + 1] = 2 * features.get(row, 0) * values[2 * row];
            }
            return Matrix.wrap(list.centers(), 2, values);
        }
    }
}
