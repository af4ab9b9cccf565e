package io.github.gmp.testkit.dynamics;

import io.github.gmp.api.descriptor.Derivatives;
import io.github.gmp.api.descriptor.Descriptor;
import io.github.gmp.api.descriptor.DescriptorEvaluation;
import io.github.gmp.api.descriptor.DescriptorProperty;
import io.github.gmp.api.descriptor.GeometryVector;
import io.github.gmp.api.math.Matrix;
import io.github.gmp.api.neighbor.NeighborList;
import io.github.gmp.api.structure.AtomicStructure;

import java.util.List;
import java.util.Set;

/** The only feature of an atom is the sum of the distances to its neighbors. */
final class Distance implements Descriptor {
    @Override
    public double cutoff() {
        return 3;
    }

    @Override
    public List<String> features() {
        return List.of("distance");
    }

    @Override
    public Set<DescriptorProperty> properties() {
        return Set.of(DescriptorProperty.ROTATION_INVARIANT);
    }

    @Override
    public Derivatives derivatives() {
        return Derivatives.PULLBACK;
    }

    @Override
    public double operationsPerAtom(double neighbors, int elements) {
        return 6 * neighbors;
    }

    @Override
    public DescriptorEvaluation evaluate(AtomicStructure structure, NeighborList list) {
        return new DescriptorEvaluation() {
            @Override
            public Matrix features() {
                double[] sums = new double[list.centers()];
                for (int center = list.firstCenter(); center < list.endCenter(); center++) {
                    for (int pair = list.begin(center); pair < list.end(center); pair++) {
                        sums[center - list.firstCenter()] += list.distance(pair);
                    }
                }
                return Matrix.wrap(sums.length, 1, sums);
            }

            @Override
            public GeometryVector pullback(Matrix gradient) {
                GeometryVector.Accumulator sum = new GeometryVector.Accumulator(list.atoms());
                for (int center = list.firstCenter(); center < list.endCenter(); center++) {
                    for (int pair = list.begin(center); pair < list.end(center); pair++) {
                        double slope = gradient.get(center - list.firstCenter(), 0) / list.distance(pair);
                        sum.add(
                                list,
                                center,
                                pair,
                                slope * list.dx(pair),
                                slope * list.dy(pair),
                                slope * list.dz(pair));
                    }
                }
                return sum.result();
            }
        };
    }
}
