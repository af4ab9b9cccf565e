package io.github.gmp.bp;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gmp.api.descriptor.CutoffFunction;
import io.github.gmp.api.descriptor.Descriptor;
import io.github.gmp.api.math.Matrix;
import io.github.gmp.api.structure.AtomicStructure;
import io.github.gmp.api.structure.Element;
import io.github.gmp.bp.symmetry.Pairing;
import io.github.gmp.fixtures.EveryVectorWidth;
import io.github.gmp.testkit.RandomStructures;
import io.github.gmp.toolkit.cutoff.CutoffFunctions;
import io.github.gmp.toolkit.kernel.KernelChoice;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;

/** All sorts of functions, pairings and cutoffs against the formulas written down naively. */
@EveryVectorWidth
@ParameterizedClass
@MethodSource("io.github.gmp.bp.Setups#kernels")
class NaiveComparisonTest {
    @Parameter
    KernelChoice kernel;

    /** Relative to the largest value of the column; 1 + λ cos θ cancels near a straight angle, and ζ multiplies that. */
    private static final double TOLERANCE = 1e-11;
    /** Sums of a few hundred terms of order one carry this much rounding. */
    private static final double ROUNDING = 1e-15;
    /** Most of the 37 functions of one element or pair; with ζ = 13 some vanish. */
    private static final int FILLED_COLUMNS = 30;

    private static final double RADIUS = 4.3;
    private static final List<String> ELEMENTS = List.of("O", "H", "C");
    private static final long SEED = 7;

    /** The cutoff functions as the n2p2 documentation prints them, of x = r / r_c. */
    private static final Map<String, DoubleUnaryOperator> PRINTED = Map.of(
            "cosine", x -> 0.5 * (Math.cos(Math.PI * x) + 1),
            "tanh-cubed", x -> Math.pow(Math.tanh(1 - x), 3),
            "polynomial 1", x -> (2 * x - 3) * x * x + 1,
            "polynomial 2", x -> ((15 - 6 * x) * x - 10) * x * x * x + 1,
            "polynomial 3", x -> (x * (x * (20 * x - 70) + 84) - 35) * Math.pow(x, 4) + 1,
            "polynomial 4", x -> (x * (x * ((315 - 70 * x) * x - 540) + 420) - 126) * Math.pow(x, 5) + 1);

    static Stream<Arguments> cases() {
        List<Arguments> cases = new ArrayList<>();
        for (String cutoff : PRINTED.keySet().stream().sorted().toList()) {
            cases.add(Arguments.of(cutoff, Pairing.BY_ELEMENT));
        }
        cases.add(Arguments.of("cosine", Pairing.ELEMENT_WEIGHTED));
        cases.add(Arguments.of("polynomial 2", Pairing.ELEMENT_SUMMED));
        return cases.stream();
    }

    private static CutoffFunction cutoff(String name) {
        return switch (name) {
            case "cosine" -> CutoffFunctions.cosine(RADIUS);
            case "tanh-cubed" -> CutoffFunctions.tanhCubed(RADIUS);
            default -> CutoffFunctions.polynomial(RADIUS, name.charAt(name.length() - 1) - '0');
        };
    }

    @ParameterizedTest
    @MethodSource("cases")
    void featuresAreThoseOfTheFormulas(String cutoff, Pairing pairing) {
        Descriptor descriptor =
                Setups.descriptor(ELEMENTS, pairing, cutoff(cutoff), Setups.EVERYTHING, Map.of(), kernel);
        SplittableRandom random = new SplittableRandom(SEED);
        List<Element> elements = List.of(Element.C, Element.H, Element.O);
        compare(descriptor, RandomStructures.molecule(elements, 9, RADIUS, random), cutoff, pairing);
        compare(descriptor, RandomStructures.crystal(elements, 4, RADIUS, random), cutoff, pairing);
        compare(descriptor, RandomStructures.crystal(List.of(Element.C), 1, RADIUS, random), cutoff, pairing);
    }

    private static void compare(Descriptor descriptor, AtomicStructure structure, String cutoff, Pairing pairing) {
        NaiveSymmetryFunctions naive = new NaiveSymmetryFunctions(
                structure, ELEMENTS, pairing, RADIUS, r -> PRINTED.get(cutoff).applyAsDouble(r / RADIUS));
        Matrix features = descriptor.evaluate(structure).features();
        double[][] expected = new double[structure.size()][];
        for (int i = 0; i < expected.length; i++) {
            expected[i] = naive.features(i, Setups.EVERYTHING);
            assertThat(expected[i]).hasSize(features.columns());
        }
        int filled = 0;
        for (int k = 0; k < features.columns(); k++) {
            double largest = 0;
            for (double[] row : expected) {
                largest = Math.max(largest, Math.abs(row[k]));
            }
            filled += largest > 1e-9 ? 1 : 0;
            for (int i = 0; i < expected.length; i++) {
                assertThat(Math.abs(features.get(i, k) - expected[i][k]))
                        .describedAs(
                                "atom %d, %s, seed %d", i, descriptor.features().get(k), SEED)
                        .isLessThanOrEqualTo(TOLERANCE * largest + ROUNDING);
            }
        }
        assertThat(filled).describedAs("columns that are not zero").isGreaterThanOrEqualTo(FILLED_COLUMNS);
    }
}
