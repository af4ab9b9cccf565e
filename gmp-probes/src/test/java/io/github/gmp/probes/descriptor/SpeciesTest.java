package io.github.gmp.probes.descriptor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.gmp.api.descriptor.DescriptorEvaluation;
import io.github.gmp.api.descriptor.GeometryVector;
import io.github.gmp.api.error.DataException;
import io.github.gmp.api.math.Matrix;
import io.github.gmp.api.multipole.density.DensitySource;
import io.github.gmp.api.multipole.density.GaussianMixture;
import io.github.gmp.api.multipole.density.Species;
import io.github.gmp.api.multipole.density.SpeciesSelector;
import io.github.gmp.api.parallel.TaskRunner;
import io.github.gmp.api.potential.PartitionedEvaluation;
import io.github.gmp.api.structure.AtomicStructure;
import io.github.gmp.api.structure.Cell;
import io.github.gmp.api.structure.Element;
import io.github.gmp.probes.angular.PolynomialForm;
import io.github.gmp.probes.radial.Normalization;
import io.github.gmp.testkit.RandomStructures;
import io.github.gmp.toolkit.cutoff.CutoffFunctions;
import io.github.gmp.toolkit.kernel.KernelChoice;
import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

/** Atoms of one element with densities of their own, told apart by a column, against other elements with the same densities. */
class SpeciesTest {
    private static final double CUTOFF = 4.5;
    private static final GaussianMixture NEUTRAL = GaussianMixture.of(2.5, 1.5);
    private static final GaussianMixture TWO_PLUS =
            new GaussianMixture(new double[] {3.0, -1.0}, new double[] {2.0, 5.0});

    private static final Map<Species, GaussianMixture> IONS = Map.of(
            Species.of(Element.Fe, 0), NEUTRAL,
            Species.of(Element.Fe, 2), TWO_PLUS);

    /** O is not told apart; Fe is, by the column 'charge'. */
    private static final DensitySource SELECTED = new DensitySource() {
        @Override
        public Set<Element> elements() {
            return Set.of(Element.O, Element.Fe);
        }

        @Override
        public GaussianMixture density(Element element) {
            return element == Element.O ? Gmp.DENSITY.density(Element.O) : NEUTRAL;
        }

        @Override
        public Optional<SpeciesSelector> selector() {
            return Optional.of(new SpeciesSelector("charge", 0.05, Map.of(Element.Fe, List.of(2.0, 0.0))));
        }

        @Override
        public GaussianMixture density(Species species) {
            return species.value().isEmpty() ? density(species.element()) : IONS.get(species);
        }
    };

    private static GmpDescriptor descriptor(DensitySource source) {
        return new GmpDescriptor(
                source,
                Gmp.radial(Normalization.VOLUME, 0.3, 1.0),
                Gmp.angular(3, PolynomialForm.SOLID),
                Gmp.orderNorm(false),
                CutoffFunctions.polynomial(CUTOFF, 2),
                KernelChoice.ofProcess());
    }

    /** The same with manganese for Fe2+. */
    private static GmpDescriptor renamed() {
        Map<Element, GaussianMixture> densities = new HashMap<>();
        densities.put(Element.O, Gmp.DENSITY.density(Element.O));
        densities.put(Element.Mn, TWO_PLUS);
        densities.put(Element.Fe, NEUTRAL);
        return descriptor(Gmp.density(densities));
    }

    private static AtomicStructure crystal(List<Element> elements, int atoms) {
        return RandomStructures.crystal(elements, atoms, CUTOFF, new SplittableRandom(7));
    }

    /** The structure with a column 'charge', and with Mn as Fe2+. */
    private static AtomicStructure charged(AtomicStructure structure) {
        Element[] elements = new Element[structure.size()];
        double[] charges = new double[structure.size()];
        for (int i = 0; i < elements.length; i++) {
            boolean ion = structure.element(i) == Element.Mn;
            elements[i] = ion ? Element.Fe : structure.element(i);
            // Oxygen is not told apart: whatever its value is does not matter.
            charges[i] = ion ? 1.97 : structure.element(i) == Element.O ? -1.234 : 0.02;
        }
        return new AtomicStructure(elements, structure.positions(), structure.cell(), Map.of("charge", charges));
    }

    private static Matrix ones(Matrix features) {
        double[] ones = new double[features.array().length];
        Arrays.fill(ones, 1);
        return Matrix.wrap(features.rows(), features.columns(), ones);
    }

    @Test
    void speciesAreLikeElementsOfTheirOwnBitForBit() {
        AtomicStructure structure = crystal(List.of(Element.Mn, Element.O, Element.Fe), 7);
        DescriptorEvaluation expected = renamed().evaluate(structure);
        DescriptorEvaluation got = descriptor(SELECTED).evaluate(charged(structure));

        assertThat(got.features()).isEqualTo(expected.features());
        assertThat(got.pullback(ones(got.features())).positions())
                .isEqualTo(expected.pullback(ones(got.features())).positions());
        GeometryVector tangent = GeometryVector.displacement(
                new SplittableRandom(1).doubles(21, -1, 1).toArray());
        assertThat(got.pushforward(tangent)).isEqualTo(expected.pushforward(tangent));
    }

    @Test
    void theValueOfAnAtomChangesFeatures() {
        AtomicStructure structure = crystal(List.of(Element.Fe, Element.O), 4);
        AtomicStructure ions = new AtomicStructure(
                new Element[] {Element.Fe, Element.O, Element.Fe, Element.O},
                structure.positions(),
                structure.cell(),
                Map.of("charge", new double[] {2, 0, 2, 0}));

        Matrix neutral = descriptor(SELECTED).evaluate(charged(structure)).features();
        Matrix charged = descriptor(SELECTED).evaluate(ions).features();

        assertThat(Math.abs(charged.get(1, 0) / neutral.get(1, 0) - 1)).isGreaterThan(1e-3);
    }

    @Test
    void blocksOfCentersKeepTheColumn() {
        int atoms = PartitionedEvaluation.BLOCK + 44;
        AtomicStructure structure = charged(lattice(atoms));
        GmpDescriptor descriptor = descriptor(SELECTED);

        Matrix whole = descriptor.evaluate(structure).features();
        Matrix blocks = PartitionedEvaluation.of(descriptor, structure, TaskRunner.sequential())
                .features();

        assertThat(blocks.array()).containsExactly(whole.array(), within(1e-9));
    }

    private static AtomicStructure lattice(int atoms) {
        Element[] elements = new Element[atoms];
        double[] positions = new double[3 * atoms];
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < atoms; i++) {
            elements[i] = List.of(Element.Mn, Element.O, Element.Fe).get(i % 3);
            positions[3 * i] = 2.1 * (i % 6) + random.nextDouble(0.1);
            positions[3 * i + 1] = 2.1 * (i / 6 % 6) + random.nextDouble(0.1);
            positions[3 * i + 2] = 2.1 * (i / 36) + random.nextDouble(0.1);
        }
        return new AtomicStructure(elements, positions, Cell.none());
    }

    private static AtomicStructure pair(Map<String, double[]> columns) {
        return new AtomicStructure(
                new Element[] {Element.O, Element.Fe}, new double[] {0, 0, 0, 0, 0, 2}, Cell.none(), columns);
    }

    @Test
    void aMissingColumnIsNamedWithWhatThereIs() {
        assertThatThrownBy(() -> descriptor(SELECTED).evaluate(pair(Map.of())))
                .isInstanceOf(DataException.class)
                .hasMessage("atom 2 is Fe, whose density depends on the column 'charge', which the structure does not"
                        + " have; it has no columns of one number per atom");
        assertThatThrownBy(() -> descriptor(SELECTED).evaluate(pair(Map.of("tag", new double[2]))))
                .isInstanceOf(DataException.class)
                .hasMessage("atom 2 is Fe, whose density depends on the column 'charge', which the structure does not"
                        + " have; its columns of one number per atom are tag");
    }

    @Test
    void aValueWithoutDensityIsNamedWithThoseThereAre() {
        assertThatThrownBy(() -> descriptor(SELECTED).evaluate(pair(Map.of("charge", new double[] {0, 1.5}))))
                .isInstanceOf(DataException.class)
                .hasMessage("atom 2 is Fe with charge = 1.5, for which the density source of the descriptor has no"
                        + " density; it has Fe with charge = 0.0, 2.0 (within 0.05)");
    }

    @Test
    void withoutAtomsToTellApartNoColumnIsNeeded() {
        AtomicStructure oxygen = new AtomicStructure(new Element[] {Element.O}, new double[3], Cell.none());

        assertThat(descriptor(SELECTED).evaluate(oxygen).features())
                .isEqualTo(renamed().evaluate(oxygen).features());
    }
}
