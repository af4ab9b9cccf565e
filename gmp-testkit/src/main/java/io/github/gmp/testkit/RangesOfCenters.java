package io.github.gmp.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gmp.api.descriptor.Descriptor;
import io.github.gmp.api.descriptor.DescriptorEvaluation;
import io.github.gmp.api.descriptor.GeometryVector;
import io.github.gmp.api.math.Matrix;
import io.github.gmp.api.neighbor.NeighborSearch;
import io.github.gmp.api.potential.CenterBlock;
import io.github.gmp.api.structure.AtomicStructure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** One structure evaluated with all centers at once, and range by range: rows must be the same bits, gradients must add up. */
final class RangesOfCenters {
    /** Agreement demanded where only the order of additions differs, relative to the largest component. */
    private static final double SUM = 1e-12;

    private final DescriptorEvaluation whole;
    private final List<DescriptorEvaluation> parts = new ArrayList<>();
    private final int[] bounds;
    private final String what;

    private RangesOfCenters(Descriptor descriptor, AtomicStructure structure, int ranges, long seed) {
        whole = descriptor.evaluate(structure);
        bounds = new int[ranges + 1];
        NeighborSearch search = NeighborSearch.of(structure, descriptor.cutoff());
        for (int k = 0; k < ranges; k++) {
            bounds[k + 1] = structure.size() * (k + 1) / ranges;
            parts.add(descriptor.evaluate(structure, search.list(bounds[k], bounds[k + 1])));
        }
        what = "%d ranges of %d centers, seed %d".formatted(ranges, structure.size(), seed);
    }

    /** Structures in two ranges and in three. */
    static List<RangesOfCenters> of(Descriptor descriptor, List<AtomicStructure> structures, long seed) {
        List<RangesOfCenters> all = new ArrayList<>();
        for (AtomicStructure structure : structures) {
            all.add(new RangesOfCenters(descriptor, structure, 2, seed));
            all.add(new RangesOfCenters(descriptor, structure, 3, seed));
        }
        return all;
    }

    /** A structure and its copy far away: a block of one has no atom of the other, and yet must get the same numbers. */
    static void assertBlocksNeedTheirNeighborsOnly(Descriptor descriptor, AtomicStructure molecule, long seed) {
        int atoms = molecule.size();
        AtomicStructure pair = Displacements.withCopy(molecule, 5 * descriptor.cutoff() + 20);
        NeighborSearch search = NeighborSearch.of(pair, descriptor.cutoff());
        Matrix expected = descriptor.evaluate(pair).features();
        for (int first = 0; first < 2 * atoms; first += atoms) {
            CenterBlock block = CenterBlock.of(pair, search, first, first + atoms);
            assertThat(block.structure().size()).isEqualTo(atoms);
            Matrix rows = Matrix.wrap(
                    atoms,
                    expected.columns(),
                    Arrays.copyOfRange(
                            expected.array(), first * expected.columns(), (first + atoms) * expected.columns()));
            Matrix features =
                    descriptor.evaluate(block.structure(), block.neighbors()).features();
            assertThat(FeatureComparison.relativeDifference(rows, features))
                    .describedAs(
                            "features of atoms %d to %d without the others, seed %d", first, first + atoms - 1, seed)
                    .isLessThanOrEqualTo(SUM);
        }
    }

    DescriptorEvaluation whole() {
        return whole;
    }

    void assertSameFeatures() {
        for (int k = 0; k < parts.size(); k++) {
            assertRows("features", whole.features(), k, parts.get(k).features());
        }
    }

    void assertSamePushforward(GeometryVector tangent) {
        Matrix expected = whole.pushforward(tangent);
        for (int k = 0; k < parts.size(); k++) {
            assertRows("pushforward", expected, k, parts.get(k).pushforward(tangent));
        }
    }

    void assertPullbacksAddUp(Matrix weights) {
        double[] expected = Displacements.flat(whole.pullback(weights));
        double[] sum = new double[expected.length];
        for (int k = 0; k < parts.size(); k++) {
            double[] part = Displacements.flat(parts.get(k).pullback(rows(weights, k)));
            assertThat(part)
                    .describedAs("a gradient of a range has all atoms, %s", what)
                    .hasSameSizeAs(expected);
            for (int c = 0; c < sum.length; c++) {
                sum[c] += part[c];
            }
        }
        double largest = Arrays.stream(expected).map(Math::abs).max().orElse(0);
        for (int c = 0; c < sum.length; c++) {
            assertThat(Math.abs(sum[c] - expected[c]))
                    .describedAs("component %d of the pullback, %s against %s, %s", c, sum[c], expected[c], what)
                    .isLessThanOrEqualTo(SUM * largest);
        }
    }

    private void assertRows(String name, Matrix expected, int range, Matrix actual) {
        assertThat(actual.array())
                .describedAs("%s of atoms %d to %d, %s", name, bounds[range], bounds[range + 1] - 1, what)
                .containsExactly(rows(expected, range).array());
    }

    private Matrix rows(Matrix matrix, int range) {
        int columns = matrix.columns();
        return Matrix.wrap(
                bounds[range + 1] - bounds[range],
                columns,
                Arrays.copyOfRange(matrix.array(), bounds[range] * columns, bounds[range + 1] * columns));
    }
}
