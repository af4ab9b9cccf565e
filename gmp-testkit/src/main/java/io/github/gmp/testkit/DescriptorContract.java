package io.github.gmp.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.gmp.api.descriptor.Derivatives;
import io.github.gmp.api.descriptor.Descriptor;
import io.github.gmp.api.descriptor.DescriptorEvaluation;
import io.github.gmp.api.descriptor.DescriptorProperty;
import io.github.gmp.api.descriptor.FittableDescriptor;
import io.github.gmp.api.descriptor.GeometryVector;
import io.github.gmp.api.math.Matrix;
import io.github.gmp.api.structure.AtomicStructure;
import io.github.gmp.api.structure.Cell;
import io.github.gmp.api.structure.Element;
import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.Function;

/**
 * What every descriptor must pass. Extend it, return the descriptor, and run. Random structures come from {@link #seed()}, which every
 * failure message names.
 *
 * <p>Choose a cutoff of 3 to 6 Å for the descriptor under test: a hard cutoff must be close enough that its jump can be seen.
 */
public abstract class DescriptorContract extends FeatureContract {
    private static final double STEP = 2e-3;

    /** For the test class that extends this. */
    protected DescriptorContract() {}

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
        boolean hasSlope = descriptor.derivatives().hasPushforward();
        assertThat(Arrays.stream(scale).max().orElse(0))
                .describedAs("a neighbor within the cutoff must change the features")
                .isGreaterThan(1e-9);
        double jump = FeatureComparison.largestRatio(
                FeatureComparison.largestByColumn(
                        inside,
                        r -> FeatureComparison.difference(
                                features(tested().dimer(r)), features(tested().dimer(cutoff * 1.5)))),
                scale);
        double slopeJump = hasSlope
                ? FeatureComparison.largestRatio(
                        FeatureComparison.largestByColumn(inside, tested()::slope),
                        FeatureComparison.largestByColumn(further, tested()::slope))
                : 0;
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
        assumePullback();
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
        assumePushforward();
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
        assumePushforward();
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
        assumePullback();
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
            if (descriptor().derivatives().hasPullback()) {
                double[] first = Displacements.flat(evaluation.pullback(weights));
                if (descriptor().derivatives().hasPushforward()) {
                    evaluation.pushforward(tangent);
                }
                assertThat(Displacements.flat(evaluation.pullback(weights)))
                        .describedAs("a second pullback")
                        .containsExactly(first);
            }
            assertThat(structure.positions()).containsExactly(positions);
            assertThat(evaluation.features().array()).containsExactly(features);
            assertThat(weights.array()).containsExactly(weightsBefore);
            assertThat(tangent.positions()).containsExactly(tangentBefore);
        }
    }

    @Test
    void rangesOfCentersHaveTheSamePushforward() {
        assumePushforward();
        for (RangesOfCenters ranges : RangesOfCenters.of(descriptor(), structures(), seed())) {
            int atoms = ranges.whole().features().rows();
            ranges.assertSamePushforward(Displacements.randomTangent(atoms, random()));
        }
    }

    @Test
    void pullbacksOfRangesOfCentersAddUp() {
        assumePullback();
        for (RangesOfCenters ranges : RangesOfCenters.of(descriptor(), structures(), seed())) {
            ranges.assertPullbacksAddUp(tested().randomWeights(ranges.whole().features()));
        }
    }

    @Test
    void noAtomsAndOneAtomWork() {
        AtomicStructure nothing = new AtomicStructure(new Element[0], new double[0], Cell.none());
        DescriptorEvaluation empty = descriptor().evaluate(nothing);
        assertThat(empty.features().rows()).isZero();
        boolean hasPullback = descriptor().derivatives().hasPullback();
        if (hasPullback) {
            assertThat(empty.pullback(empty.features()).positions()).isEmpty();
        }
        AtomicStructure single =
                new AtomicStructure(new Element[] {elements().get(0)}, new double[] {1, 2, 3}, Cell.none());
        DescriptorEvaluation one = descriptor().evaluate(single);
        assertThat(one.features().rows()).isEqualTo(1);
        tested().assertFinite(one, "one atom");
        if (hasPullback) {
            assertThat(one.pullback(tested().randomWeights(one.features())).positions())
                    .containsOnly(0.0);
        }
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
        assertThatThrownBy(() -> evaluation.pullback(wrong))
                .isInstanceOf(
                        descriptor().derivatives().hasPullback()
                                ? IllegalArgumentException.class
                                : UnsupportedOperationException.class);
        GeometryVector tooShort = GeometryVector.displacement(new double[3 * (structure.size() - 1)]);
        assertThatThrownBy(() -> evaluation.pushforward(tooShort))
                .isInstanceOf(
                        descriptor().derivatives().hasPushforward()
                                ? IllegalArgumentException.class
                                : UnsupportedOperationException.class);
    }

    /** What is offered and works must be said, or nobody uses it. */
    @Test
    void derivativesThatAreNotOfferedAreRefused() {
        Derivatives offered = descriptor().derivatives();
        AtomicStructure structure = structures().get(0);
        DescriptorEvaluation evaluation = descriptor().evaluate(structure);
        if (!offered.hasPullback()) {
            assertThatThrownBy(() -> evaluation.pullback(evaluation.features()))
                    .isInstanceOf(UnsupportedOperationException.class);
        }
        if (!offered.hasPushforward()) {
            GeometryVector still = GeometryVector.displacement(new double[3 * structure.size()]);
            assertThatThrownBy(() -> evaluation.pushforward(still)).isInstanceOf(UnsupportedOperationException.class);
        }
    }

    /** What a model file does with a descriptor that was fitted. */
    @Test
    void aFittedDescriptorIsRestoredToTheBitAndFromWholeStatesOnly() {
        assumeTrue(descriptor() instanceof FittableDescriptor, "the descriptor takes no constants from data");
        FittableDescriptor fitted = (FittableDescriptor) descriptor();
        FittableDescriptor restored = fitted.restore(fitted.state());
        assertThat(restored.isFitted()).isTrue();
        assertThat(restored.features()).isEqualTo(fitted.features());
        assertThat(restored.state()).isEqualTo(fitted.state());
        for (AtomicStructure structure : structures()) {
            assertThat(restored.evaluate(structure).features()).isEqualTo(features(structure));
        }
        BrokenStates.assertRefused(fitted.state(), fitted::restore);
    }

    private void assumePullback() {
        assumeTrue(descriptor().derivatives().hasPullback(), "the descriptor offers no pullback");
    }

    private void assumePushforward() {
        assumeTrue(descriptor().derivatives().hasPushforward(), "the descriptor offers no pushforward");
    }
}
