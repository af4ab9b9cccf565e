package io.github.gmp.probes.descriptor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gmp.api.descriptor.CutoffFunction;
import io.github.gmp.api.math.Matrix;
import io.github.gmp.api.multipole.invariant.InvariantFamily;
import io.github.gmp.api.structure.AtomicStructure;
import io.github.gmp.api.structure.Cell;
import io.github.gmp.api.structure.Element;
import io.github.gmp.probes.angular.PolynomialForm;
import io.github.gmp.probes.radial.Normalization;
import io.github.gmp.toolkit.cutoff.CutoffFunctions;
import io.github.gmp.toolkit.kernel.KernelChoice;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Features put together from blocks that were computed in any company. */
class BlockGmpDescriptorTest {
    private static final Double[] SIGMAS = {0.2, 0.45, 0.9, 1.3, 2.2};
    private static final CutoffFunction CUTOFF = CutoffFunctions.cosine(4.5);

    private static BlockGmpDescriptor descriptor(
            InvariantFamily family, PolynomialForm form, KernelChoice choice, Double... sigmas) {
        return new BlockGmpDescriptor(
                Gmp.DENSITY,
                Gmp.radial(Normalization.VOLUME, sigmas),
                Gmp.angular(4, form),
                family,
                CUTOFF,
                choice,
                "test");
    }

    @ParameterizedTest
    @ValueSource(strings = {"scalar", "auto"})
    void featuresFromBlocksAreThoseOfTheWholeBitForBit(String kernel) {
        KernelChoice choice = kernel.equals("scalar") ? KernelChoice.scalar() : KernelChoice.ofProcess();
        List<InvariantFamily> families = List.of(
                Gmp.orderNorm(false),
                Gmp.groupNorm(true),
                Gmp.powerSpectrum(),
                Gmp.joint(Gmp.orderZero(), Gmp.powerSpectrum(), Gmp.cubic(2, 2)));
        AtomicStructure structure = structure();
        for (InvariantFamily family : families) {
            for (PolynomialForm form : PolynomialForm.values()) {
                BlockGmpDescriptor whole = descriptor(family, form, choice, SIGMAS);
                Matrix expected = whole.evaluate(structure).features();
                // Alone, in pairs, and in another order.
                for (List<List<Integer>> parts : List.of(
                        List.of(List.of(0), List.of(1), List.of(2), List.of(3), List.of(4)),
                        List.of(List.of(3, 0), List.of(4, 1, 2)))) {
                    Matrix blocks = blocks(whole, parts, structure);
                    double[] features = new double[expected.array().length];
                    for (int row = 0; row < blocks.rows(); row++) {
                        double[] own = Arrays.copyOfRange(
                                blocks.array(), row * blocks.columns(), (row + 1) * blocks.columns());
                        whole.combine(own, features, row * expected.columns());
                    }
                    assertThat(features).isEqualTo(expected.array());
                    assertThat(Arrays.stream(features).map(Math::abs).max().orElseThrow())
                            .isGreaterThan(1e-3);
                }
            }
        }
    }

    /** All blocks in their order, from evaluations of a few at a time. */
    private static Matrix blocks(BlockGmpDescriptor whole, List<List<Integer>> parts, AtomicStructure structure) {
        int width = whole.blockWidth();
        int columns = width * SIGMAS.length;
        double[] blocks = new double[structure.size() * columns];
        for (List<Integer> part : parts) {
            Matrix some = whole.blocks(part).evaluate(structure).features();
            for (int row = 0; row < some.rows(); row++) {
                for (int p = 0; p < part.size(); p++) {
                    System.arraycopy(
                            some.array(),
                            row * some.columns() + p * width,
                            blocks,
                            row * columns + part.get(p) * width,
                            width);
                }
            }
        }
        return Matrix.wrap(structure.size(), columns, blocks);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void blocksAreSharedByDescriptorsThatHaveTheProbeInCommon(boolean root) {
        List<String> some = descriptor(Gmp.orderNorm(root), PolynomialForm.SOLID, KernelChoice.scalar(), 0.2, 0.9)
                .blockKeys();
        List<String> others = descriptor(Gmp.powerSpectrum(), PolynomialForm.SOLID, KernelChoice.scalar(), 0.9, 1.1)
                .blockKeys();
        assertThat(some.get(1))
                .isEqualTo(others.get(0))
                .isNotEqualTo(some.get(0))
                .isNotEqualTo(others.get(1));
        // Norms of permutation groups need all components, not the smallest basis.
        assertThat(descriptor(Gmp.groupNorm(false), PolynomialForm.SOLID, KernelChoice.scalar(), 0.9)
                        .blockKeys())
                .doesNotContainAnyElementsOf(some);
    }

    private static AtomicStructure structure() {
        SplittableRandom random = new SplittableRandom(5);
        Element[] elements = {Element.O, Element.C, Element.H, Element.H, Element.C, Element.H, Element.O};
        double[] positions = IntStream.range(0, 3 * elements.length)
                .mapToDouble(i -> random.nextDouble(0, 5))
                .toArray();
        return new AtomicStructure(elements, positions, Cell.none());
    }
}
