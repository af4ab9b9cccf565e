package io.github.gmp.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gmp.api.descriptor.Descriptor;
import io.github.gmp.api.descriptor.DescriptorEvaluation;
import io.github.gmp.api.descriptor.DescriptorProperty;
import io.github.gmp.api.descriptor.GeometryVector;
import io.github.gmp.api.math.Matrix;
import io.github.gmp.api.structure.AtomicStructure;
import io.github.gmp.api.structure.Cell;
import io.github.gmp.api.structure.Element;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/**
 * What every descriptor must pass. Extend it, return the descriptor, and run. Random structures come from {@link #seed()}, which every
 * failure message names.
 *
 * <p>Choose a cutoff of 3 to 6 Å for the descriptor under test: a hard cutoff must be close enough that its jump can be seen.
 */
public abstract class DescriptorContract {
    private static final double STEP = 2e-3;

    /** @return the descriptor under test */
    protected abstract Descriptor descriptor();

    /** @return elements that the descriptor knows; at least one, two or more make a better test */
    protected List<Element> elements() {
        return List.of(Element.H, Element.C, Element.O);
    }

    /** @return seed of all random structures of the contract */
    protected long seed() {
        return 20210202;
    }

    private SplittableRandom random() {
        return new SplittableRandom(seed());
    }

    private List<AtomicStructure> structures() {
        SplittableRandom random = random();
        double cutoff = descriptor().cutoff();
        return List.of(
                RandomStructures.molecule(elements(), 7, cutoff, random),
                RandomStructures.crystal(elements(), 4, cutoff, random));
    }

    @Test
    void everyFeatureHasItsOwnLabel() {
        Descriptor descriptor = descriptor();
        assertThat(descriptor.features()).isNotEmpty().doesNotHaveDuplicates();
        for (AtomicStructure structure : structures()) {
            Matrix features = descriptor.evaluate(structure).features();
            assertThat(features.columns()).isEqualTo(descriptor.features().size());
            assertThat(features.rows()).isEqualTo(structure.size());
        }
    }

    @Test
    void featuresAreFiniteAndNotAllTheSame() {
        for (AtomicStructure structure : structures()) {
            double[] values = descriptor().evaluate(structure).features().array();
            double largest = 0;
            for (double value : values) {
                assertThat(value).describedAs("seed %d", seed()).isFinite();
                largest = Math.max(largest, Math.abs(value - values[0]));
            }
            assertThat(largest)
                    .describedAs("spread of the features, seed %d", seed())
                    .isGreaterThan(1e-6);
        }
    }

    @Test
    void featuresDoNotChangeUnderTranslation() {
        for (AtomicStructure structure : structures()) {
            double[] moved = structure.positions();
            for (int i = 0; i < moved.length; i++) {
                moved[i] += new double[] {11.3, -7.1, 23.9}[i % 3];
            }
            tested().assertSame(features(structure), features(structure.withPositions(moved)), "translation");
        }
    }

    @Test
    void rotationDoesWhatTheDescriptorPromises() {
        boolean promised = descriptor().properties().contains(DescriptorProperty.ROTATION_INVARIANT);
        SplittableRandom random = random();
        double largestChange = 0;
        for (AtomicStructure structure : structures()) {
            Matrix before = features(structure);
            Matrix after = features(Rotations.apply(Rotations.random(random), structure));
            if (promised) {
                tested().assertSame(before, after, "rotation");
            }
            largestChange = Math.max(largestChange, FeatureComparison.relativeDifference(before, after));
        }
        if (!promised) {
            assertThat(largestChange)
                    .describedAs(
                            "a descriptor that does not promise ROTATION_INVARIANT must not be so (seed %d); if it is, let it say so",
                            seed())
                    .isGreaterThan(1e-4);
        }
    }

    @Test
    void featuresFollowTheirAtomsUnderPermutation() {
        for (AtomicStructure structure : structures()) {
            int n = structure.size();
            Element[] elements = new Element[n];
            double[] positions = new double[3 * n];
            for (int i = 0; i < n; i++) {
                elements[i] = structure.element(n - 1 - i);
                for (int a = 0; a < 3; a++) {
                    positions[3 * i + a] = structure.position(n - 1 - i, a);
                }
            }
            Matrix before = features(structure);
            Matrix after = features(new AtomicStructure(elements, positions, structure.cell()));
            double[] reversed = new double[after.array().length];
            for (int i = 0; i < n; i++) {
                System.arraycopy(after.row(n - 1 - i), 0, reversed, i * after.columns(), after.columns());
            }
            tested().assertSame(before, Matrix.wrap(n, after.columns(), reversed), "permutation");
        }
    }

    @Test
    void periodicImagesAndSupercellsMakeNoDifference() {
        AtomicStructure crystal = structures().get(1);
        Matrix before = features(crystal);
        double[] moved = crystal.positions();
        for (int i = 0; i < crystal.size(); i++) {
            for (int a = 0; a < 3; a++) {
                moved[3 * i + a] += (i + 1) * crystal.cell().get(0, a)
                        - 2 * i * crystal.cell().get(2, a);
            }
        }
        tested().assertSame(before, features(crystal.withPositions(moved)), "moving atoms by lattice vectors");
        Matrix doubled = features(Displacements.doubled(crystal));
        Matrix firstHalf =
                Matrix.wrap(before.rows(), before.columns(), Arrays.copyOf(doubled.array(), before.array().length));
        tested().assertSame(before, firstHalf, "a doubled cell");
    }

    @Test
    void theCutoffIsAsSmoothAsPromised() {
        Descriptor descriptor = descriptor();
        boolean promised = descriptor.properties().contains(DescriptorProperty.SMOOTH_AT_CUTOFF);
        double cutoff = descriptor.cutoff();
        double[] inside = {cutoff * (1 - 1e-5)};
        double[] further = {0.2 * cutoff, 0.35 * cutoff, 0.5 * cutoff, 0.65 * cutoff, 0.8 * cutoff};
        double[] scale = FeatureComparison.largestByColumn(
                further,
                r -> FeatureComparison.difference(features(tested().dimer(r)), features(tested().dimer(cutoff * 1.5))));
        double[] slopeScale = FeatureComparison.largestByColumn(further, tested()::slope);
        assertThat(Arrays.stream(scale).max().orElse(0))
                .describedAs("a neighbor within the cutoff must change the features")
                .isGreaterThan(1e-9);
        double jump = FeatureComparison.largestRatio(
                FeatureComparison.largestByColumn(
                        inside,
                        r -> FeatureComparison.difference(
                                features(tested().dimer(r)), features(tested().dimer(cutoff * 1.5)))),
                scale);
        double slopeJump =
                FeatureComparison.largestRatio(FeatureComparison.largestByColumn(inside, tested()::slope), slopeScale);
        if (promised) {
            assertThat(jump)
                    .describedAs("relative jump of the features at the cutoff")
                    .isLessThan(1e-6);
            assertThat(slopeJump)
                    .describedAs("relative jump of the gradient at the cutoff")
                    .isLessThan(1e-3);
        } else {
            assertThat(Math.max(jump, slopeJump))
                    .describedAs(
                            "a descriptor that does not promise SMOOTH_AT_CUTOFF must jump there; if not, let it say so")
                    .isGreaterThan(1e-7);
        }
    }

    @Test
    void pullbackMatchesFiniteDifferences() {
        for (AtomicStructure structure : structures()) {
            DescriptorEvaluation evaluation = descriptor().evaluate(structure);
            Matrix weights = tested().randomWeights(evaluation.features());
            GeometryVector gradient = evaluation.pullback(weights);
            Function<AtomicStructure, Double> energy = s -> FeatureComparison.dot(weights, features(s));
            double[] analytic = Displacements.flat(gradient);
            double[] numerical = new double[analytic.length];
            for (int c = 0; c < analytic.length; c++) {
                int component = c;
                numerical[c] = FiniteDifferences.derivative(
                        h -> energy.apply(
                                Displacements.displaced(structure, Displacements.unit(structure.size(), component), h)),
                        STEP);
            }
            assertThat(Arrays.stream(numerical).map(Math::abs).max().orElse(0))
                    .describedAs("largest numerical derivative, seed %d", seed())
                    .isGreaterThan(1e-6);
            tested().assertDerivatives(analytic, numerical, "pullback");
        }
    }

    @Test
    void pushforwardMatchesFiniteDifferences() {
        SplittableRandom random = random();
        for (AtomicStructure structure : structures()) {
            GeometryVector tangent = Displacements.randomTangent(structure.size(), random);
            DescriptorEvaluation evaluation = descriptor().evaluate(structure);
            Matrix features = evaluation.features();
            Matrix analytic = evaluation.pushforward(tangent);
            int checked = 0;
            // Column by column: a large one must not hide the error of a small one.
            for (int c = 0; c < features.columns(); c++) {
                double[] numerical = new double[features.rows()];
                double[] computed = new double[features.rows()];
                for (int r = 0; r < features.rows(); r++) {
                    int row = r;
                    int column = c;
                    numerical[r] = FiniteDifferences.derivative(
                            h -> features(Displacements.displaced(structure, tangent, h))
                                    .get(row, column),
                            STEP);
                    computed[r] = analytic.get(r, c);
                }
                // Below this, rounding of the features themselves drowns the difference quotient.
                double resolvable = 1e-5 * FeatureComparison.columnScale(features, features, c);
                if (Arrays.stream(numerical).map(Math::abs).max().orElse(0) > resolvable) {
                    tested().assertDerivatives(
                                    computed,
                                    numerical,
                                    "pushforward of " + descriptor().features().get(c));
                    checked++;
                }
            }
            assertThat(checked)
                    .describedAs("features with a derivative that can be checked, seed %d", seed())
                    .isGreaterThanOrEqualTo((features.columns() + 1) / 2);
        }
    }

    @Test
    void pullbackAndPushforwardAreAdjoint() {
        SplittableRandom random = random();
        for (AtomicStructure structure : structures()) {
            DescriptorEvaluation evaluation = descriptor().evaluate(structure);
            Matrix weights = tested().randomWeights(evaluation.features());
            GeometryVector tangent = Displacements.randomTangent(structure.size(), random);
            double left = tangent.dot(evaluation.pullback(weights));
            double right = FeatureComparison.dot(weights, evaluation.pushforward(tangent));
            assertThat(Math.abs(left))
                    .describedAs("the product itself, seed %d", seed())
                    .isGreaterThan(1e-9);
            assertThat(Math.abs(left - right) / Math.abs(left))
                    .describedAs("<v, J^T g> = %s against <J v, g> = %s, seed %d", left, right, seed())
                    .isLessThan(1e-9);
        }
    }

    @Test
    void gradientsDoNotPushTheWholeStructure() {
        for (AtomicStructure structure : structures()) {
            DescriptorEvaluation evaluation = descriptor().evaluate(structure);
            double[] gradient = evaluation
                    .pullback(tested().randomWeights(evaluation.features()))
                    .positions();
            double[] sum = new double[3];
            double largest = 0;
            for (int i = 0; i < gradient.length; i++) {
                sum[i % 3] += gradient[i];
                largest = Math.max(largest, Math.abs(gradient[i]));
            }
            for (double component : sum) {
                assertThat(Math.abs(component))
                        .describedAs("net force")
                        .isLessThan(DescriptorUnderTest.ROUNDING * largest);
            }
        }
    }

    @Test
    void inputsAreNotChanged() {
        for (AtomicStructure structure : structures()) {
            double[] positions = structure.positions();
            DescriptorEvaluation evaluation = descriptor().evaluate(structure);
            double[] features = evaluation.features().array().clone();
            Matrix weights = tested().randomWeights(evaluation.features());
            double[] weightsBefore = weights.array().clone();
            GeometryVector tangent = Displacements.randomTangent(structure.size(), random());
            double[] tangentBefore = tangent.positions().clone();
            double[] first = Displacements.flat(evaluation.pullback(weights));
            evaluation.pushforward(tangent);
            assertThat(Displacements.flat(evaluation.pullback(weights)))
                    .describedAs("a second pullback")
                    .containsExactly(first);
            assertThat(structure.positions()).containsExactly(positions);
            assertThat(evaluation.features().array()).containsExactly(features);
            assertThat(weights.array()).containsExactly(weightsBefore);
            assertThat(tangent.positions()).containsExactly(tangentBefore);
        }
    }

    @Test
    void manyThreadsGetTheSameBits() throws Exception {
        Descriptor descriptor = descriptor();
        AtomicStructure structure = structures().get(0);
        double[] expected = descriptor.evaluate(structure).features().array();
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            List<Callable<double[]>> calls = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                calls.add(() -> descriptor.evaluate(structure).features().array());
            }
            for (Future<double[]> result : pool.invokeAll(calls)) {
                assertThat(result.get()).containsExactly(expected);
            }
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void rangesOfCentersHaveTheSameFeatures() {
        RangesOfCenters.of(descriptor(), structures(), seed()).forEach(RangesOfCenters::assertSameFeatures);
    }

    @Test
    void rangesOfCentersHaveTheSamePushforward() {
        for (RangesOfCenters ranges : RangesOfCenters.of(descriptor(), structures(), seed())) {
            int atoms = ranges.whole().features().rows();
            ranges.assertSamePushforward(Displacements.randomTangent(atoms, random()));
        }
    }

    @Test
    void pullbacksOfRangesOfCentersAddUp() {
        for (RangesOfCenters ranges : RangesOfCenters.of(descriptor(), structures(), seed())) {
            ranges.assertPullbacksAddUp(tested().randomWeights(ranges.whole().features()));
        }
    }

    @Test
    void blocksOfCentersNeedTheirNeighborsOnly() {
        RangesOfCenters.assertBlocksNeedTheirNeighborsOnly(
                descriptor(), structures().get(0), seed());
    }

    @Test
    void noAtomsAndOneAtomWork() {
        AtomicStructure nothing = new AtomicStructure(new Element[0], new double[0], Cell.none());
        DescriptorEvaluation empty = descriptor().evaluate(nothing);
        assertThat(empty.features().rows()).isZero();
        assertThat(empty.pullback(empty.features()).positions()).isEmpty();
        AtomicStructure single =
                new AtomicStructure(new Element[] {elements().get(0)}, new double[] {1, 2, 3}, Cell.none());
        DescriptorEvaluation one = descriptor().evaluate(single);
        assertThat(one.features().rows()).isEqualTo(1);
        tested().assertFinite(one, "one atom");
        assertThat(one.pullback(tested().randomWeights(one.features())).positions())
                .containsOnly(0.0);
    }

    @Test
    void atomsAtTheSamePlaceGiveFiniteNumbers() {
        Element first = elements().get(0);
        Element last = elements().get(elements().size() - 1);
        AtomicStructure coincident = new AtomicStructure(
                new Element[] {first, last, first}, new double[] {0, 0, 0, 0, 0, 0, 0.9, 0.4, -0.3}, Cell.none());
        tested().assertFinite(descriptor().evaluate(coincident), "coincident atoms");
    }

    @Test
    void shapesThatDoNotFitAreRefused() {
        AtomicStructure structure = structures().get(0);
        DescriptorEvaluation evaluation = descriptor().evaluate(structure);
        Matrix wrong = Matrix.zeros(structure.size() + 1, evaluation.features().columns());
        assertThatThrownBy(() -> evaluation.pullback(wrong)).isInstanceOf(IllegalArgumentException.class);
        GeometryVector tooShort = GeometryVector.displacement(new double[3 * (structure.size() - 1)]);
        assertThatThrownBy(() -> evaluation.pushforward(tooShort)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void costGrowsWithNeighbors() {
        Descriptor descriptor = descriptor();
        double few = descriptor.operationsPerAtom(10, elements().size());
        double many = descriptor.operationsPerAtom(100, elements().size());
        assertThat(few).isPositive().isFinite();
        assertThat(many).isGreaterThan(few);
    }

    private DescriptorUnderTest tested() {
        return new DescriptorUnderTest(descriptor(), elements(), seed());
    }

    private Matrix features(AtomicStructure structure) {
        return tested().features(structure);
    }
}
