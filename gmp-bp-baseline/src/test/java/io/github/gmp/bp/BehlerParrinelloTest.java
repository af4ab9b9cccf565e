package io.github.gmp.bp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.gmp.api.descriptor.Descriptor;
import io.github.gmp.api.descriptor.DescriptorProperty;
import io.github.gmp.api.error.DataException;
import io.github.gmp.api.math.Matrix;
import io.github.gmp.api.neighbor.NeighborList;
import io.github.gmp.api.plugin.ConfigException;
import io.github.gmp.api.structure.AtomicStructure;
import io.github.gmp.api.structure.Cell;
import io.github.gmp.api.structure.Element;
import io.github.gmp.bp.SymmetryFunctionLists.Angles;
import io.github.gmp.bp.SymmetryFunctionLists.Gaussians;
import io.github.gmp.bp.symmetry.Pairing;
import io.github.gmp.toolkit.cutoff.CutoffFunctions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Configuration: presets, labels, per-element sets, and what is said about mistakes. */
class BehlerParrinelloTest {
    private static final AtomicStructure HCN = new AtomicStructure(
            new Element[] {Element.H, Element.C, Element.N},
            new double[] {0, 0, 0, 0.2, 1.0, 0, 0.1, 2.1, 0.3},
            Cell.none());

    private static SymmetryFunctionLists gaussians(List<Double> etas, List<Double> shifts) {
        return new SymmetryFunctionLists(
                false, Optional.of(new Gaussians(etas, shifts)), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static SymmetryFunctionLists with(Optional<Angles> g4, Optional<Angles> g5) {
        return new SymmetryFunctionLists(
                false, Optional.of(new Gaussians(List.of(0.05), List.of(0.0))), Optional.empty(), g4, g5);
    }

    private static Descriptor create(BehlerParrinelloConfig config) {
        return BehlerParrinello.of(config, Setups.contextWith(CutoffFunctions.cosine(6)));
    }

    private static BehlerParrinelloConfig config(
            List<String> elements, SymmetryFunctionLists lists, Map<String, SymmetryFunctionLists> perElement) {
        return Setups.config(elements, EtaUnits.INVERSE_SQUARE_ANGSTROM, Pairing.BY_ELEMENT, lists, perElement);
    }

    @ParameterizedTest
    @CsvSource({"1,156", "2,96", "3,48", "4,132", "5,72", "6,72", "7,132", "8,72", "9,36", "10,120", "11,60", "12,48"})
    void presetsHaveAsManyFeaturesAsThePaperSays(int set, int features) {
        assertThat(Setups.preset("bp-paper-" + set, List.of("H", "C", "O")).features())
                .hasSize(features)
                .doesNotHaveDuplicates();
    }

    @Test
    void presetsAreListedInOrderAndRoundToThePrintedNumbers() {
        Map<String, Map<String, Object>> presets = PaperPresets.all();
        assertThat(presets).hasSize(12);
        assertThat(presets.keySet()).first().isEqualTo("bp-paper-1");
        assertThat(presets.keySet()).last().isEqualTo("bp-paper-12");
        assertThat(rounded(presets.get("bp-paper-1")))
                .containsExactly(0.05, 0.0965, 0.1864, 0.3598, 0.6947, 1.3413, 2.5897, 5.0);
        assertThat(rounded(presets.get("bp-paper-12"))).containsExactly(0.05, 0.2321, 1.0772, 5.0);
    }

    private static List<Double> rounded(Map<String, Object> preset) {
        return ((List<?>) ((Map<?, ?>) preset.get("g2")).get("etas"))
                .stream()
                        .map(eta -> Math.rint(((Number) eta).doubleValue() * 1e4) / 1e4)
                        .toList();
    }

    @Test
    void labelsAreReadableAndInTheDocumentedOrder() {
        SymmetryFunctionLists lists = new SymmetryFunctionLists(
                true,
                Optional.of(new Gaussians(List.of(0.05, 4.0), List.of(0.0, 1.5))),
                Optional.of(new SymmetryFunctionLists.Cosines(List.of(2.0))),
                Optional.of(new Angles(List.of(0.001), List.of(1.0, 2.5), List.of(-1.0, 1.0))),
                Optional.of(new Angles(List.of(1e-7), List.of(16.0), List.of(1.0))));
        assertThat(create(config(List.of("C", "H"), lists, Map.of())).features())
                .containsExactly(
                        "G1 H",
                        "G1 C",
                        "G2 H eta=0.05 shift=0",
                        "G2 H eta=0.05 shift=1.5",
                        "G2 H eta=4 shift=0",
                        "G2 H eta=4 shift=1.5",
                        "G2 C eta=0.05 shift=0",
                        "G2 C eta=0.05 shift=1.5",
                        "G2 C eta=4 shift=0",
                        "G2 C eta=4 shift=1.5",
                        "G3 H kappa=2",
                        "G3 C kappa=2",
                        "G4 H-H eta=0.001 zeta=1 lambda=-1",
                        "G4 H-H eta=0.001 zeta=1 lambda=+1",
                        "G4 H-H eta=0.001 zeta=2.5 lambda=-1",
                        "G4 H-H eta=0.001 zeta=2.5 lambda=+1",
                        "G4 H-C eta=0.001 zeta=1 lambda=-1",
                        "G4 H-C eta=0.001 zeta=1 lambda=+1",
                        "G4 H-C eta=0.001 zeta=2.5 lambda=-1",
                        "G4 H-C eta=0.001 zeta=2.5 lambda=+1",
                        "G4 C-C eta=0.001 zeta=1 lambda=-1",
                        "G4 C-C eta=0.001 zeta=1 lambda=+1",
                        "G4 C-C eta=0.001 zeta=2.5 lambda=-1",
                        "G4 C-C eta=0.001 zeta=2.5 lambda=+1",
                        "G5 H-H eta=1E-7 zeta=16 lambda=+1",
                        "G5 H-C eta=1E-7 zeta=16 lambda=+1",
                        "G5 C-C eta=1E-7 zeta=16 lambda=+1");
    }

    @Test
    void labelsStayUniqueWhenParametersDifferInTheSeventhDigitOnly() {
        assertThat(create(config(List.of("H"), gaussians(List.of(0.5, 0.50000001), List.of(0.0)), Map.of()))
                        .features())
                .containsExactly("G2 H eta=0.5 shift=0", "G2 H eta=0.50000001 shift=0");
    }

    @Test
    void theNumberOfWeightedFeaturesDoesNotDependOnTheElements() {
        for (Pairing pairing : List.of(Pairing.ELEMENT_WEIGHTED, Pairing.ELEMENT_SUMMED)) {
            List<String> one = features(List.of("H"), pairing);
            assertThat(features(List.of("H", "C", "N", "O", "F"), pairing)).isEqualTo(one);
            assertThat(one.get(1))
                    .isEqualTo("G2 " + (pairing == Pairing.ELEMENT_WEIGHTED ? "weighted" : "summed")
                            + " eta=0.05 shift=0");
        }
    }

    private static List<String> features(List<String> elements, Pairing pairing) {
        return Setups.descriptor(elements, pairing, CutoffFunctions.cosine(6), Setups.EVERYTHING)
                .features();
    }

    @Test
    void etaPerCutoffSquareHoldsForG2AndG4ButNotForG5() {
        Angles scaled = new Angles(List.of(0.36 * 36), List.of(2.0), List.of(1.0));
        Angles plain = new Angles(List.of(0.36), List.of(2.0), List.of(1.0));
        SymmetryFunctionLists perSquare = new SymmetryFunctionLists(
                false,
                Optional.of(new Gaussians(List.of(0.5 * 36), List.of(1.0))),
                Optional.empty(),
                Optional.of(scaled),
                Optional.of(plain));
        SymmetryFunctionLists absolute = new SymmetryFunctionLists(
                false,
                Optional.of(new Gaussians(List.of(0.5), List.of(1.0))),
                Optional.empty(),
                Optional.of(plain),
                Optional.of(plain));
        List<String> elements = List.of("H", "C", "N");
        Descriptor paper =
                create(Setups.config(elements, EtaUnits.PER_CUTOFF_SQUARE, Pairing.BY_ELEMENT, perSquare, Map.of()));
        double[] expected = create(config(elements, absolute, Map.of()))
                .evaluate(HCN)
                .features()
                .array();
        assertThat(expected[0 * 15 + 1]).isGreaterThan(0.1);
        double[] actual = paper.evaluate(HCN).features().array();
        for (int k = 0; k < expected.length; k++) {
            assertThat(actual[k]).isCloseTo(expected[k], within(1e-14));
        }
        assertThat(paper.features()).contains("G2 H eta=18 shift=1", "G5 H-H eta=0.36 zeta=2 lambda=+1");
    }

    @Test
    void anElementWithASetOfItsOwnLeavesTheOtherColumnsZero() {
        Descriptor descriptor = create(config(
                List.of("H", "C", "N"),
                gaussians(List.of(0.05), List.of(0.0)),
                Map.of("C", gaussians(List.of(0.7), List.of(0.0)))));
        assertThat(descriptor.features())
                .containsExactly(
                        "G2 H eta=0.05 shift=0",
                        "G2 H eta=0.7 shift=0",
                        "G2 C eta=0.05 shift=0",
                        "G2 C eta=0.7 shift=0",
                        "G2 N eta=0.05 shift=0",
                        "G2 N eta=0.7 shift=0");
        Matrix features = descriptor.evaluate(HCN).features();
        for (int center = 0; center < 3; center++) {
            boolean own = HCN.element(center) == Element.C;
            for (int k = 0; k < 6; k++) {
                boolean channelPresent = k / 2 != center;
                boolean used = (k % 2 == 1) == own;
                assertThat(features.get(center, k) > 0.01)
                        .describedAs(
                                "center %d, %s", center, descriptor.features().get(k))
                        .isEqualTo(channelPresent && used);
            }
        }
    }

    @Test
    void functionsThatNoElementUsesHaveNoColumns() {
        Descriptor descriptor = create(config(
                List.of("H"),
                gaussians(List.of(0.05), List.of(0.0)),
                Map.of("H", gaussians(List.of(0.7), List.of(0.0)))));
        assertThat(descriptor.features()).containsExactly("G2 H eta=0.7 shift=0");
    }

    @Test
    void smoothnessIsPromisedIfTheCutoffFunctionHasIt() {
        SymmetryFunctionLists lists = gaussians(List.of(0.05), List.of(0.0));
        assertThat(Setups.descriptor(List.of("H"), Pairing.BY_ELEMENT, CutoffFunctions.cosine(6), lists)
                        .properties())
                .containsExactlyInAnyOrder(DescriptorProperty.ROTATION_INVARIANT, DescriptorProperty.SMOOTH_AT_CUTOFF);
        assertThat(Setups.descriptor(List.of("H"), Pairing.BY_ELEMENT, CutoffFunctions.hard(6), lists)
                        .properties())
                .containsExactly(DescriptorProperty.ROTATION_INVARIANT);
    }

    @Test
    void operationsGrowWithPairsAndTriplets() {
        Descriptor radial = create(config(List.of("H"), gaussians(List.of(0.05), List.of(0.0)), Map.of()));
        Descriptor angular = create(config(List.of("H"), Setups.EVERYTHING, Map.of()));
        assertThat(radial.operationsPerAtom(20, 1))
                .isEqualTo(2 * radial.operationsPerAtom(10, 1))
                .isPositive();
        assertThat(angular.operationsPerAtom(20, 1)).isGreaterThan(3 * angular.operationsPerAtom(10, 1));
        assertThat(angular.operationsPerAtom(0, 1)).isZero();
    }

    @Test
    void everyMistakeOfAConfigurationIsNamed() {
        Angles wrong = new Angles(List.of(), List.of(1.0, 1.0), List.of(1.0, 2.0));
        BehlerParrinelloConfig config = config(
                List.of("H", "Sii", "H"),
                with(Optional.of(wrong), Optional.empty()),
                Map.of("O", gaussians(List.of(0.1, 0.1), List.of()), "H", Setups.NOTHING));
        assertThatThrownBy(() -> create(config))
                .isInstanceOf(ConfigException.class)
                .hasMessage(String.join(
                        "\n",
                        "elements[1]: got 'Sii', expected the symbol of an element (unknown element 'Sii'; "
                                + "did you mean 'Si'?)",
                        "elements[2]: got H, expected every element once",
                        "perElement.H: is required: at least one of g1, g2, g3, g4, g5, "
                                + "e.g. g2: {etas: [0.05, 0.5], shifts: [0.0]}, or a preset",
                        "perElement.O.g2.etas[1]: got 0.1, expected every value once",
                        "perElement.O.g2.shifts: got [], expected at least one number",
                        "perElement.O: got O, expected one of the elements H",
                        "g4.etas: got [], expected at least one number",
                        "g4.zetas[1]: got 1.0, expected every value once",
                        "g4.lambdas[1]: got 2.0, expected -1 or 1"));
    }

    @Test
    void widthsThatAreNoWidthsAreNamed() {
        Angles wrong = new Angles(List.of(0.1, -0.1), List.of(1.0), List.of(1.0));
        BehlerParrinelloConfig config = config(
                List.of("H"),
                with(Optional.empty(), Optional.of(wrong)),
                Map.of("H", gaussians(List.of(Double.NaN), List.of(0.0))));
        assertThatThrownBy(() -> create(config))
                .isInstanceOf(ConfigException.class)
                .hasMessage(String.join(
                        "\n",
                        "perElement.H.g2.etas[0]: got NaN, expected 0 or more",
                        "g5.etas[1]: got -0.1, expected 0 or more"));
    }

    @Test
    void aDescriptorWithoutFunctionsOrElementsIsRefused() {
        assertThatThrownBy(() -> create(config(List.of(), Setups.NOTHING, Map.of())))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("elements: got [], expected at least one element, e.g. [H, C, O]");
        assertThatThrownBy(() -> create(config(List.of("H"), Setups.NOTHING, Map.of())))
                .isInstanceOf(ConfigException.class)
                .hasMessage("g2: is required: at least one of g1, g2, g3, g4, g5, "
                        + "e.g. g2: {etas: [0.05, 0.5], shifts: [0.0]}, or a preset");
    }

    @Test
    void anElementThatIsNotListedIsNamed() {
        Descriptor descriptor =
                create(config(List.of("O", "H", "C"), gaussians(List.of(0.05), List.of(0.0)), Map.of()));
        assertThatThrownBy(() -> descriptor.evaluate(HCN))
                .isInstanceOf(DataException.class)
                .hasMessage("atom 3 is N, but the descriptor behler-parrinello was set up for the elements H, C, O; "
                        + "add N to its key 'elements'");
    }

    @Test
    void aNeighborListOfAnotherCutoffIsRefused() {
        Descriptor descriptor =
                create(config(List.of("H", "C", "N"), gaussians(List.of(0.05), List.of(0.0)), Map.of()));
        assertThatThrownBy(() -> descriptor.evaluate(HCN, NeighborList.build(HCN, 5)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a neighbor list of 3 atoms with cutoff 6.0 Å was expected, "
                        + "got one of 3 atoms with cutoff 5.0 Å");
    }
}
