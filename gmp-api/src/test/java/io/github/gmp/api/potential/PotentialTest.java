package io.github.gmp.api.potential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.gmp.api.descriptor.DescriptorEvaluation;
import io.github.gmp.api.math.Matrix;
import io.github.gmp.api.model.Regressor;
import io.github.gmp.api.model.RegressorEvaluation;
import io.github.gmp.api.neighbor.NeighborList;
import io.github.gmp.api.neighbor.VerletList;
import io.github.gmp.api.parallel.TestRunners;
import io.github.gmp.api.state.ModelState;
import io.github.gmp.api.structure.AtomicStructure;
import io.github.gmp.api.structure.Cell;
import io.github.gmp.api.structure.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

class PotentialTest {
    private static final Potential POTENTIAL = new Potential(new ChargeSums(3, Element.Xe), new Sine(50));
    /** Three blocks of centers. */
    private static final AtomicStructure BIG = big();

    private static AtomicStructure big() {
        SplittableRandom random = new SplittableRandom(5);
        Element[] elements = new Element[700];
        for (int i = 0; i < elements.length; i++) {
            elements[i] = i % 3 == 0 ? Element.Cu : Element.O;
        }
        Cell cell = Cell.of(new double[] {21, 0, 0, 1, 20, 0, 0, 2, 22}, true, true, true);
        return new AtomicStructure(elements, random.doubles(2100, 0, 21).toArray(), cell);
    }

    @Test
    void blocksOfCentersAddUpToTheWhole() {
        Potential.Evaluation actual = POTENTIAL.evaluate(BIG);
        DescriptorEvaluation features = POTENTIAL.descriptor().evaluate(BIG);
        RegressorEvaluation expected = POTENTIAL.regressor().evaluate(features.features(), BIG.atomicNumbers());
        assertThat(actual.atomicEnergies()).containsExactly(expected.atomicEnergies());
        assertThat(POTENTIAL.energy(BIG)).isEqualTo(actual.energy());
        double[] gradient = features.pullback(expected.featureGradient()).positions();
        double largest = Arrays.stream(gradient).map(Math::abs).max().orElseThrow();
        for (int c = 0; c < gradient.length; c++) {
            assertThat(actual.forces()[c]).isCloseTo(-gradient[c], within(1e-12 * largest));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void threadsChangeNothing(int threads) {
        Potential.Evaluation expected = POTENTIAL.evaluate(BIG);
        Potential.Evaluation actual = POTENTIAL.evaluate(BIG, TestRunners.threads(threads));
        assertThat(actual.atomicEnergies()).containsExactly(expected.atomicEnergies());
        assertThat(actual.forces()).containsExactly(expected.forces());
        assertThat(actual.stress().orElseThrow())
                .containsExactly(expected.stress().orElseThrow());
    }

    /** Against the definition, from the members' own potentials; the mean stays what it is without the spread. */
    @Test
    void theSpreadIsTheStandardDeviationOverTheMembers() {
        List<Regressor> members = List.of(new Sine(50), new Sine(45), new Sine(57));
        Potential committee = new Potential(POTENTIAL.descriptor(), new FirstOf(members));
        Matrix features = POTENTIAL.descriptor().evaluate(BIG).features();
        double[] shown = new double[features.array().length];

        Potential.Evaluation actual = committee.evaluateWithSpread(
                BIG,
                TestRunners.threads(2),
                (first, block) -> System.arraycopy(block.array(), 0, shown, 2 * first, block.array().length));

        assertThat(shown).containsExactly(features.array());
        Potential.Evaluation plain = committee.evaluate(BIG);
        assertThat(plain.spread()).isEmpty();
        assertThat(actual.atomicEnergies()).containsExactly(plain.atomicEnergies());
        assertThat(actual.forces()).containsExactly(plain.forces());
        List<Potential.Evaluation> single = members.stream()
                .map(member -> new Potential(POTENTIAL.descriptor(), member).evaluate(BIG))
                .toList();
        Spread spread = actual.spread().orElseThrow();
        assertThat(spread.energy())
                .isGreaterThan(1)
                .isCloseTo(deviation(single, Potential.Evaluation::energy), within(1e-9));
        assertThat(spread.forces()).hasSize(BIG.size());
        double largest = 0;
        for (int atom = 0; atom < BIG.size(); atom++) {
            int x = 3 * atom;
            double expected = Math.hypot(
                    Math.hypot(deviation(single, e -> e.forces()[x]), deviation(single, e -> e.forces()[x + 1])),
                    deviation(single, e -> e.forces()[x + 2]));
            assertThat(spread.forces()[atom]).isCloseTo(expected, within(1e-9));
            largest = Math.max(largest, expected);
        }
        assertThat(largest).isGreaterThan(1e-3);
    }

    private static double deviation(List<Potential.Evaluation> members, ToDoubleFunction<Potential.Evaluation> value) {
        double mean = members.stream().mapToDouble(value).average().orElseThrow();
        double squares = members.stream()
                .mapToDouble(value)
                .map(v -> (v - mean) * (v - mean))
                .sum();
        return Math.sqrt(squares / (members.size() - 1));
    }

    /** In dynamics: with the list of a {@link VerletList} the same but for the order of sums, at most by rounding. */
    @Test
    void takesTheNeighborsThatTheCallerHas() {
        VerletList neighbors = new VerletList(POTENTIAL.descriptor().cutoff(), 0.5);
        neighbors.list(BIG);
        double[] moved = BIG.positions();
        SplittableRandom random = new SplittableRandom(8);
        for (int k = 0; k < moved.length; k++) {
            moved[k] += random.nextDouble(-0.1, 0.1);
        }
        AtomicStructure next = BIG.withPositions(moved);
        Potential.Evaluation expected = POTENTIAL.evaluate(next);
        Potential.Evaluation actual = POTENTIAL.evaluate(next, neighbors.list(next));
        assertThat(neighbors.rebuilds()).isEqualTo(1);
        assertThat(actual.energy()).isCloseTo(expected.energy(), within(1e-10 * Math.abs(expected.energy())));
        double largest = Arrays.stream(expected.forces()).map(Math::abs).max().orElseThrow();
        assertThat(largest).isGreaterThan(0.1);
        for (int c = 0; c < moved.length; c++) {
            assertThat(actual.forces()[c]).isCloseTo(expected.forces()[c], within(1e-10 * largest));
        }
        assertThat(actual.stress().orElseThrow()[4]).isCloseTo(expected.stress().orElseThrow()[4], within(1e-10));
        assertThat(Math.abs(expected.stress().orElseThrow()[4])).isGreaterThan(1e-3);
    }

    @Test
    void refusesNeighborsOfAnotherCutoff() {
        NeighborList neighbors = NeighborList.build(BIG, 2.5);
        assertThatThrownBy(() -> POTENTIAL.evaluate(BIG, neighbors))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "a neighbor list of all 700 atoms with the cutoff of the descriptor, 3.0 Å, is needed, got one"
                                + " of 700 atoms from 0 on with a cutoff of 2.5 Å");
    }

    @Test
    void otherRegressorsAndCommitteesOfOneHaveNoSpread() {
        Potential one = new Potential(POTENTIAL.descriptor(), new FirstOf(List.of(new Sine(50))));
        for (Potential potential : List.of(POTENTIAL, one)) {
            assertThat(potential
                            .evaluateWithSpread(BIG, TestRunners.threads(1), (first, block) -> {})
                            .spread())
                    .isEmpty();
        }
    }

    /** A committee that predicts what its first member does. */
    private record FirstOf(List<Regressor> members) implements CommitteeRegressor {
        @Override
        public int featureCount() {
            return members.get(0).featureCount();
        }

        @Override
        public Set<Element> elements() {
            return members.get(0).elements();
        }

        @Override
        public long parameterCount() {
            return members.get(0).parameterCount();
        }

        @Override
        public double operationsPerAtom() {
            return members.get(0).operationsPerAtom();
        }

        @Override
        public RegressorEvaluation evaluate(Matrix features, int[] atomicNumbers) {
            return members.get(0).evaluate(features, atomicNumbers);
        }

        @Override
        public ModelState state() {
            return members.get(0).state();
        }
    }

    /** E_i = Z_i sin(G_i0 / p) + G_i1 / 10000. */
    private record Sine(double period) implements Regressor {
        @Override
        public int featureCount() {
            return 2;
        }

        @Override
        public Set<Element> elements() {
            return Set.of(Element.Cu, Element.O);
        }

        @Override
        public long parameterCount() {
            return 2;
        }

        @Override
        public double operationsPerAtom() {
            return 20;
        }

        @Override
        public RegressorEvaluation evaluate(Matrix features, int[] atomicNumbers) {
            double[] energies = new double[features.rows()];
            double[] slopes = new double[2 * features.rows()];
            for (int i = 0; i < energies.length; i++) {
                double phase = features.get(i, 0) / period;
                energies[i] = atomicNumbers[i] * Math.sin(phase) + features.get(i, 1) / 10_000;
                slopes[2 * i] = atomicNumbers[i] * Math.cos(phase) / period;
                slopes[2 * i + 1] = 1e-4;
            }
            Matrix gradient = Matrix.wrap(energies.length, 2, slopes);
            return new RegressorEvaluation() {
                @Override
                public double[] atomicEnergies() {
                    return energies;
                }

                @Override
                public Matrix featureGradient() {
                    return gradient;
                }
            };
        }

        @Override
        public ModelState state() {
            return new ModelState(Map.of(), Map.of());
        }
    }
}
