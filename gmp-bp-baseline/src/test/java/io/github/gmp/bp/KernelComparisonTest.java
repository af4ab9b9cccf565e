package io.github.gmp.bp;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gmp.api.descriptor.CutoffFunction;
import io.github.gmp.api.descriptor.Descriptor;
import io.github.gmp.api.descriptor.DescriptorEvaluation;
import io.github.gmp.api.descriptor.GeometryVector;
import io.github.gmp.api.math.Matrix;
import io.github.gmp.api.structure.AtomicStructure;
import io.github.gmp.api.structure.Cell;
import io.github.gmp.api.structure.Element;
import io.github.gmp.bp.SymmetryFunctionLists.Angles;
import io.github.gmp.bp.symmetry.Pairing;
import io.github.gmp.fixtures.EveryVectorWidth;
import io.github.gmp.toolkit.cutoff.CutoffFunctions;
import io.github.gmp.toolkit.kernel.KernelChoice;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The kernels against each other and against the formulas, with numbers of neighbors that leave every part of a block unfilled. */
@EveryVectorWidth
class KernelComparisonTest {
    private static final double RADIUS = 5;
    private static final List<String> ELEMENTS = List.of("H", "O");
    /** Of one column relative to its largest value; and of gradients relative to their largest component. */
    private static final double ROUNDING = 1e-12;

    private static final long SEED = 11;

    /** Groups with one to four η, with and without moments, with wide and narrow Gaussians: every loop of the kernels has work. */
    private static final SymmetryFunctionLists LISTS = new SymmetryFunctionLists(
            true,
            Setups.EVERYTHING.g2(),
            Setups.EVERYTHING.g3(),
            Optional.of(new Angles(List.of(1e-4, 0.002, 0.05, 2.0), List.of(1.0, 4.0, 5.0), List.of(-1.0, 1.0))),
            Optional.of(new Angles(List.of(0.002), List.of(2.0, 2.5, 700.0), List.of(1.0))));

    static Stream<Arguments> cases() {
        int lanes = KernelChoice.of("vector").lanes();
        Stream<Arguments> byCount = IntStream.rangeClosed(0, 2 * lanes + 1)
                .mapToObj(count -> Arguments.of(count, CutoffFunctions.cosine(RADIUS), Pairing.BY_ELEMENT));
        Stream<Arguments> byCutoff = Stream.of(
                Arguments.of(lanes + 1, CutoffFunctions.tanhCubed(RADIUS), Pairing.BY_ELEMENT),
                Arguments.of(lanes + 1, CutoffFunctions.hard(RADIUS), Pairing.BY_ELEMENT),
                Arguments.of(lanes - 1, CutoffFunctions.polynomial(RADIUS, 2), Pairing.ELEMENT_WEIGHTED),
                Arguments.of(lanes + 2, new Kinked(), Pairing.ELEMENT_SUMMED),
                // Enough triplets for several tiles.
                Arguments.of(40, CutoffFunctions.cosine(RADIUS), Pairing.BY_ELEMENT));
        return Stream.concat(byCount, byCutoff);
    }

    /** Hydrogens around an oxygen, and a few more oxygens. */
    private static AtomicStructure cluster(int hydrogens) {
        SplittableRandom random = new SplittableRandom(SEED);
        int oxygens = 1 + hydrogens / 2;
        Element[] elements = new Element[oxygens + hydrogens];
        double[] positions = new double[3 * elements.length];
        for (int atom = 0; atom < elements.length; atom++) {
            elements[atom] = atom < oxygens ? Element.O : Element.H;
            for (int a = 0; atom > 0 && a < 3; a++) {
                positions[3 * atom + a] = random.nextDouble(-2.5, 2.5);
            }
        }
        return new AtomicStructure(elements, positions, Cell.none());
    }

    private static Descriptor descriptor(CutoffFunction cutoff, Pairing pairing, KernelChoice kernel) {
        return Setups.descriptor(ELEMENTS, pairing, cutoff, LISTS, Map.of(), kernel);
    }

    @ParameterizedTest(name = "{0} H, cutoff {1}, {2}")
    @MethodSource("cases")
    void bothGiveTheSameNumbersAndTheseAreTheFormulas(int hydrogens, CutoffFunction cutoff, Pairing pairing) {
        KernelChoice vector = KernelChoice.of("vector");
        Assumptions.assumeTrue(vector.isVector(), vector.reason());
        AtomicStructure structure = cluster(hydrogens);
        DescriptorEvaluation plain =
                descriptor(cutoff, pairing, KernelChoice.scalar()).evaluate(structure);
        DescriptorEvaluation fast = descriptor(cutoff, pairing, vector).evaluate(structure);

        NaiveSymmetryFunctions formulas =
                new NaiveSymmetryFunctions(structure, ELEMENTS, pairing, RADIUS, cutoff::value);
        double[][] rows = IntStream.range(0, structure.size())
                .mapToObj(center -> formulas.features(center, LISTS))
                .toArray(double[][]::new);
        double[] scales = new double[plain.features().columns()];
        for (double[] row : rows) {
            for (int c = 0; c < scales.length; c++) {
                scales[c] = Math.max(scales[c], Math.abs(row[c]));
            }
        }
        double[] expected = Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
        assertSame(expected, plain.features().array(), scales, "plain features");
        assertSame(expected, fast.features().array(), scales, "vector features");

        SplittableRandom random = new SplittableRandom(SEED + 1);
        double[] weights = new double[expected.length];
        for (int n = 0; n < weights.length; n++) {
            weights[n] = random.nextDouble(-1, 1) / Math.max(1e-3, scales[n % scales.length]);
        }
        Matrix gradient = Matrix.wrap(structure.size(), scales.length, weights);
        double[] pulled = flat(plain.pullback(gradient));
        assertSame(pulled, flat(fast.pullback(gradient)), largest(pulled), "pullback");

        double[] tangent = new double[3 * structure.size()];
        Arrays.setAll(tangent, n -> random.nextDouble(-1, 1));
        double[] strain = new double[9];
        Arrays.setAll(strain, n -> random.nextDouble(-0.1, 0.1));
        GeometryVector vectors = new GeometryVector(tangent, strain);
        double[] pushed = plain.pushforward(vectors).array();
        assertSame(pushed, fast.pushforward(vectors).array(), largest(pushed), "pushforward");
    }

    private static double[] flat(GeometryVector vector) {
        double[] result = Arrays.copyOf(vector.positions(), vector.positions().length + 9);
        System.arraycopy(vector.strain(), 0, result, result.length - 9, 9);
        return result;
    }

    private static double[] largest(double[] values) {
        return new double[] {Arrays.stream(values).map(Math::abs).max().orElse(0)};
    }

    /** Sums of terms of order one also carry rounding where they cancel or their column is small. */
    private static void assertSame(double[] expected, double[] actual, double[] scales, String what) {
        assertThat(actual).hasSameSizeAs(expected);
        for (int n = 0; n < expected.length; n++) {
            assertThat(Math.abs(actual[n] - expected[n]))
                    .describedAs("%s, number %d: %s, expected %s", what, n, actual[n], expected[n])
                    .isLessThanOrEqualTo(ROUNDING * scales[n % scales.length] + 1e-14);
        }
    }

    /** Neither a polynomial in r nor in r²: computed as it is. */
    private static final class Kinked implements CutoffFunction {
        @Override
        public double radius() {
            return RADIUS;
        }

        @Override
        public double value(double r) {
            return r < RADIUS ? Math.min(1, 1.3 * (1 - r / RADIUS)) : 0;
        }

        @Override
        public double derivative(double r) {
            return r < RADIUS && 1.3 * (1 - r / RADIUS) < 1 ? -1.3 / RADIUS : 0;
        }

        @Override
        public int continuousDerivatives() {
            return 0;
        }

        @Override
        public String toString() {
            return "kinked";
        }
    }
}
