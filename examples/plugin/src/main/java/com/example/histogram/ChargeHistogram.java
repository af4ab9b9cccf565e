package com.example.histogram;

import io.github.gmp.api.descriptor.CutoffFunction;
import io.github.gmp.api.descriptor.Descriptor;
import io.github.gmp.api.descriptor.DescriptorEvaluation;
import io.github.gmp.api.descriptor.DescriptorProperty;
import io.github.gmp.api.descriptor.GeometryVector;
import io.github.gmp.api.math.Matrix;
import io.github.gmp.api.neighbor.NeighborList;
import io.github.gmp.api.structure.AtomicStructure;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** G_ik = sum_j Z_j exp(-(r_ij - c_k)^2 / (2 w^2)) f_c(r_ij), with the bin centers c_k spread evenly up to the cutoff. */
record ChargeHistogram(int bins, double width, CutoffFunction cutoffFunction) implements Descriptor {
    @Override
    public double cutoff() {
        return cutoffFunction.radius();
    }

    @Override
    public List<String> features() {
        return IntStream.range(0, bins).mapToObj(k -> "bin " + k).toList();
    }

    @Override
    public Set<DescriptorProperty> properties() {
        Set<DescriptorProperty> properties = EnumSet.of(DescriptorProperty.ROTATION_INVARIANT);
        if (cutoffFunction.continuousDerivatives() >= 1) {
            properties.add(DescriptorProperty.SMOOTH_AT_CUTOFF);
        }
        return properties;
    }

    @Override
    public double operationsPerAtom(double neighbors, int elements) {
        return neighbors * bins * 30;
    }

    @Override
    public DescriptorEvaluation evaluate(AtomicStructure structure, NeighborList list) {
        return new Histogram(structure.atomicNumbers(), list);
    }

    /** One bin at one distance: its value and its slope, without the charge. */
    private double[] bin(int k, double r) {
        double offset = r - (k + 1) * cutoff() / (bins + 1);
        double gaussian = Math.exp(-offset * offset / (2 * width * width));
        double value = gaussian * cutoffFunction.value(r);
        double slope = gaussian * cutoffFunction.derivative(r) - value * offset / (width * width);
        return new double[] {value, slope};
    }

    private final class Histogram implements DescriptorEvaluation {
        private final int[] charges;
        private final NeighborList list;

        Histogram(int[] charges, NeighborList list) {
            this.charges = charges;
            this.list = list;
        }

        @Override
        public Matrix features() {
            double[] features = new double[list.centers() * bins];
            forEachPair((i, p, k, charge) -> features[row(i) * bins + k] += charge * bin(k, list.distance(p))[0]);
            return Matrix.wrap(list.centers(), bins, features);
        }

        @Override
        public GeometryVector pullback(Matrix featureGradient) {
            require(featureGradient.rows() == list.centers() && featureGradient.columns() == bins);
            GeometryVector.Accumulator gradient = new GeometryVector.Accumulator(list.atoms());
            forEachPair((i, p, k, charge) -> {
                // dE/dd = dE/dG * dG/dr * d/r; atoms at the same place have no direction, and no slope is lost.
                double r = Math.max(list.distance(p), Double.MIN_NORMAL);
                double g = featureGradient.get(row(i), k) * charge * bin(k, r)[1] / r;
                gradient.add(list, i, p, g * list.dx(p), g * list.dy(p), g * list.dz(p));
            });
            return gradient.result();
        }

        @Override
        public Matrix pushforward(GeometryVector tangent) {
            require(tangent.atoms() == list.atoms());
            double[] change = new double[list.centers() * bins];
            double[] v = new double[3];
            forEachPair((i, p, k, charge) -> {
                tangent.pairTangent(list, i, p, v);
                double r = Math.max(list.distance(p), Double.MIN_NORMAL);
                double along = (v[0] * list.dx(p) + v[1] * list.dy(p) + v[2] * list.dz(p)) / r;
                change[row(i) * bins + k] += charge * bin(k, r)[1] * along;
            });
            return Matrix.wrap(list.centers(), bins, change);
        }

        private void require(boolean shapeFits) {
            if (!shapeFits) {
                throw new IllegalArgumentException(list.centers() + " centers of " + list.atoms() + " atoms have " + bins + " features each");
            }
        }

        /** A list may have only some of the atoms as centers; these are the rows. */
        private int row(int center) {
            return center - list.firstCenter();
        }

        private void forEachPair(PairVisitor visitor) {
            for (int i = list.firstCenter(); i < list.endCenter(); i++) {
                for (int p = list.begin(i); p < list.end(i); p++) {
                    for (int k = 0; k < bins; k++) {
                        visitor.visit(i, p, k, charges[list.neighbor(p)]);
                    }
                }
            }
        }
    }

    private interface PairVisitor {
        void visit(int center, int pair, int bin, int charge);
    }
}
