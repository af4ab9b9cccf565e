package io.github.gmp.probes.descriptor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.gmp.api.descriptor.DescriptorEvaluation;
import io.github.gmp.api.descriptor.FittableDescriptor;
import io.github.gmp.api.descriptor.GeometryVector;
import io.github.gmp.api.error.DataException;
import io.github.gmp.api.math.Matrix;
import io.github.gmp.api.multipole.density.DensitySource;
import io.github.gmp.api.multipole.density.GaussianMixture;
import io.github.gmp.api.parallel.TaskRunner;
import io.github.gmp.api.plugin.ConfigException;
import io.github.gmp.api.state.ModelState;
import io.github.gmp.api.structure.AtomicStructure;
import io.github.gmp.api.structure.Cell;
import io.github.gmp.api.structure.Element;
import io.github.gmp.probes.angular.PolynomialForm;
import io.github.gmp.probes.mixing.ElementResolution;
import io.github.gmp.probes.radial.Normalization;
import io.github.gmp.testkit.RandomStructures;
import io.github.gmp.toolkit.cutoff.CutoffFunctions;
import io.github.gmp.toolkit.kernel.KernelChoice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

class ChannelGmpDescriptorTest {
    private static final long SEED = 5;
    private static final int RADIALS = 4;
    /** Components of orders 0 to 3 as S_abc: 1, 3, 6, 10. */
    private static final int[] FIRST_COMPONENT = {0, 1, 4, 10, 20};

    private static ChannelGmpDescriptor unfitted(int channels, ElementResolution elements) {
        return ChannelContractTest.unfitted(
                channels, elements, Gmp.powerSpectrum(), PolynomialForm.SOLID, KernelChoice.ofProcess());
    }

    private static FittableDescriptor fitted(int channels, ElementResolution elements) {
        return unfitted(channels, elements).fit(ChannelContractTest.training(SEED), TaskRunner.sequential());
    }

    /** Σ_m weight A_q A_q' is 1 in the mean over the training atoms where q = q', 0 elsewhere. */
    @ParameterizedTest
    @EnumSource(ElementResolution.class)
    void channelsAreWhiteOnTheTrainingSet(ElementResolution elements) {
        FittableDescriptor descriptor = fitted(4, elements);
        double[] mean = new double[descriptor.features().size()];
        int atoms = 0;
        for (AtomicStructure structure : ChannelContractTest.training(SEED)) {
            Matrix features = descriptor.evaluate(structure).features();
            for (int row = 0; row < features.rows(); row++) {
                for (int k = 0; k < mean.length; k++) {
                    mean[k] += features.get(row, k);
                }
            }
            atoms += features.rows();
        }
        int feature = 0;
        for (int order = 0; order <= 3; order++) {
            for (int q = 0; q < 4; q++) {
                for (int r = q; r < 4; r++) {
                    assertThat(mean[feature] / atoms)
                            .as(descriptor.features().get(feature))
                            .isCloseTo(q == r ? 1 : 0, within(1e-7));
                    feature++;
                }
            }
        }
        assertThat(feature).isEqualTo(mean.length);
    }

    /** The mixes computed from moments of one element's density at a time: all other atoms have none. */
    @Test
    void channelsAreMixesOfTheMomentsOfEachElement() {
        FittableDescriptor descriptor = ChannelContractTest.unfitted(
                        3,
                        ElementResolution.RESOLVED,
                        new MomentFeatures(),
                        PolynomialForm.SOLID,
                        KernelChoice.scalar())
                .fit(ChannelContractTest.training(SEED), TaskRunner.sequential());
        AtomicStructure structure = RandomStructures.crystal(
                ChannelContractTest.ELEMENTS, 5, ChannelContractTest.CUTOFF, new SplittableRandom(SEED));
        Matrix mixed = descriptor.evaluate(structure).features();
        double[] expected = new double[mixed.array().length];
        for (int part = 0; part < 3; part++) {
            Matrix raw = momentsOf(ChannelContractTest.ELEMENTS.get(part), structure);
            for (int order = 0; order <= 3; order++) {
                Matrix weights = descriptor.state().tensors().get("channels-order-" + order);
                for (int row = 0; row < mixed.rows(); row++) {
                    for (int c = FIRST_COMPONENT[order]; c < FIRST_COMPONENT[order + 1]; c++) {
                        for (int q = 0; q < 3; q++) {
                            for (int s = 0; s < RADIALS; s++) {
                                expected[row * mixed.columns() + c * 3 + q] +=
                                        weights.get(q, part * RADIALS + s) * raw.get(row, c * RADIALS + s);
                            }
                        }
                    }
                }
            }
        }
        assertSame(mixed.array(), expected, 1e-12);
    }

    private static Matrix momentsOf(Element element, AtomicStructure structure) {
        Map<Element, GaussianMixture> densities = new HashMap<>();
        GaussianMixture none = new GaussianMixture(new double[] {0}, new double[] {1});
        ChannelContractTest.ELEMENTS.forEach(
                one -> densities.put(one, one == element ? Gmp.DENSITY.density(one) : none));
        DensitySource source = Gmp.density(densities);
        return new GmpDescriptor(
                        source,
                        Gmp.radial(Normalization.VOLUME, 0.3, 0.6, 0.9, 1.6),
                        Gmp.angular(3, PolynomialForm.SOLID),
                        new MomentFeatures(),
                        CutoffFunctions.polynomial(ChannelContractTest.CUTOFF, 2),
                        KernelChoice.scalar())
                .evaluate(structure)
                .features();
    }

    @ParameterizedTest
    @EnumSource(ElementResolution.class)
    void kernelsAgree(ElementResolution elements) {
        SplittableRandom random = new SplittableRandom(SEED);
        FittableDescriptor plain = ChannelContractTest.unfitted(
                        4,
                        elements,
                        Gmp.joint(Gmp.orderZero(), Gmp.powerSpectrum(), Gmp.cubic(3, 3)),
                        PolynomialForm.SOLID,
                        KernelChoice.scalar())
                .fit(ChannelContractTest.training(SEED), TaskRunner.sequential());
        FittableDescriptor vector = ChannelContractTest.unfitted(
                        4,
                        elements,
                        Gmp.joint(Gmp.orderZero(), Gmp.powerSpectrum(), Gmp.cubic(3, 3)),
                        PolynomialForm.SOLID,
                        KernelChoice.of("vector"))
                .restore(plain.state());
        for (int atoms : new int[] {1, 2, 9, 30}) {
            AtomicStructure structure = RandomStructures.crystal(
                    ChannelContractTest.ELEMENTS, atoms, ChannelContractTest.CUTOFF * 1.2, random);
            DescriptorEvaluation expected = plain.evaluate(structure);
            DescriptorEvaluation actual = vector.evaluate(structure);
            assertSame(actual.features().array(), expected.features().array(), 1e-9);
            Matrix weights = Matrix.wrap(
                    atoms,
                    plain.features().size(),
                    random.doubles(expected.features().array().length, -1, 1).toArray());
            GeometryVector gradient = expected.pullback(weights);
            assertSame(actual.pullback(weights).positions(), gradient.positions(), 1e-9);
            assertSame(actual.pullback(weights).strain(), gradient.strain(), 1e-9);
            GeometryVector tangent =
                    GeometryVector.displacement(random.doubles(3 * atoms, -1, 1).toArray());
            assertSame(
                    actual.pushforward(tangent).array(),
                    expected.pushforward(tangent).array(),
                    1e-9);
        }
    }

    private static void assertSame(double[] actual, double[] expected, double tolerance) {
        double largest = 0;
        for (double value : expected) {
            largest = Math.max(largest, Math.abs(value));
        }
        assertThat(actual).hasSameSizeAs(expected);
        for (int i = 0; i < expected.length; i++) {
            assertThat(Math.abs(actual[i] - expected[i]))
                    .as("number %d: %s against %s, seed %d", i, actual[i], expected[i], SEED)
                    .isLessThanOrEqualTo(tolerance * largest);
        }
    }

    @Test
    void theFitDoesNotDependOnThreads() {
        ModelState one = fitted(4, ElementResolution.RESOLVED).state();
        TaskRunner manyInAnyOrder = (tasks, task) ->
                IntStream.range(0, tasks).map(k -> tasks - 1 - k).parallel().forEach(task);
        ModelState many = unfitted(4, ElementResolution.RESOLVED)
                .fit(ChannelContractTest.training(SEED), manyInAnyOrder)
                .state();
        assertThat(many).isEqualTo(one);
    }

    @Test
    void isTheSameAfterRestoring() {
        FittableDescriptor fitted = fitted(4, ElementResolution.RESOLVED);
        FittableDescriptor restored = unfitted(4, ElementResolution.RESOLVED).restore(fitted.state());
        AtomicStructure structure = ChannelContractTest.training(SEED + 1).get(0);
        assertThat(restored.isFitted()).isTrue();
        assertThat(restored.evaluate(structure).features())
                .isEqualTo(fitted.evaluate(structure).features());
        assertThat(restored.state().attributes()).containsExactly(Map.entry("channelElements", "H C O"));
    }

    @Test
    void aStateThatDoesNotFitIsRefused() {
        ModelState state = fitted(4, ElementResolution.TOTAL).state();
        ChannelGmpDescriptor resolved = unfitted(4, ElementResolution.RESOLVED);
        assertThatThrownBy(() -> resolved.restore(state))
                .isInstanceOf(DataException.class)
                .hasMessage("the stored descriptor lacks the attribute 'channelElements' (there is none)");
        ChannelGmpDescriptor fewer = unfitted(3, ElementResolution.TOTAL);
        assertThatThrownBy(() -> fewer.restore(state))
                .isInstanceOf(DataException.class)
                .hasMessage("tensor 'channels-order-0' of the stored descriptor is 4 x 4, expected 3 x 4");
        assertThatThrownBy(() -> fewer.restore(new ModelState(Map.of(), Map.of())))
                .isInstanceOf(DataException.class)
                .hasMessage("the stored descriptor lacks the tensor 'channels-order-0' (there is none)");
    }

    @Test
    void knowsItsFeaturesBeforeTheFitAndEvaluatesAfterIt() {
        ChannelGmpDescriptor unfitted = unfitted(2, ElementResolution.RESOLVED);
        assertThat(unfitted.isFitted()).isFalse();
        assertThat(unfitted.features()).hasSize(4 * 3).startsWith("order=0 channel=1 x channel=1");
        AtomicStructure structure = ChannelContractTest.training(SEED).get(0);
        assertThatThrownBy(() -> unfitted.evaluate(structure))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("a descriptor with channels must be fitted before it is used");
    }

    @Test
    void otherElementsThanThoseOfTheTrainingAreRefusedWhereElementsAreResolved() {
        List<AtomicStructure> hydrogenAndCarbon = List.of(new AtomicStructure(
                new Element[] {Element.H, Element.C}, new double[] {0, 0, 0, 0, 0, 1}, Cell.none()));
        AtomicStructure water =
                new AtomicStructure(new Element[] {Element.H, Element.O}, new double[] {0, 0, 0, 0, 0, 1}, Cell.none());
        FittableDescriptor resolved =
                unfitted(2, ElementResolution.RESOLVED).fit(hydrogenAndCarbon, TaskRunner.sequential());
        assertThatThrownBy(() -> resolved.evaluate(water))
                .isInstanceOf(DataException.class)
                .hasMessage("the structure has O, but the channels of the descriptor were fitted to structures with H C"
                        + " only; 'elements: total' knows all elements of the densities");
        FittableDescriptor total = unfitted(2, ElementResolution.TOTAL).fit(hydrogenAndCarbon, TaskRunner.sequential());
        assertThat(total.evaluate(water).features().rows()).isEqualTo(2);
    }

    @Test
    void moreChannelsThanMomentsAreRefused() {
        List<AtomicStructure> training = ChannelContractTest.training(SEED);
        assertThatThrownBy(() -> unfitted(13, ElementResolution.RESOLVED).fit(training, TaskRunner.sequential()))
                .isInstanceOf(ConfigException.class)
                .hasMessage(
                        "channels.count: got 13, expected at most 12, 4 radial probes times 3 elements of the training"
                                + " data");
        assertThatThrownBy(() -> unfitted(5, ElementResolution.TOTAL).fit(training, TaskRunner.sequential()))
                .isInstanceOf(ConfigException.class)
                .hasMessage("channels.count: got 5, expected at most 4, 4 radial probes");
        assertThatThrownBy(() -> unfitted(2, ElementResolution.TOTAL).fit(List.of(), TaskRunner.sequential()))
                .isInstanceOf(DataException.class)
                .hasMessage("channels cannot be fitted without training structures");
    }
}
