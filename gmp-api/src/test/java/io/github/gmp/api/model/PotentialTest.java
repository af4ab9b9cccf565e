package io.github.gmp.api.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.gmp.api.descriptor.ChargeSums;
import io.github.gmp.api.descriptor.DescriptorEvaluation;
import io.github.gmp.api.math.Matrix;
import io.github.gmp.api.parallel.TestRunners;
import io.github.gmp.api.structure.AtomicStructure;
import io.github.gmp.api.structure.Cell;
import io.github.gmp.api.structure.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

class PotentialTest {
    private static final Potential POTENTIAL = new Potential(new ChargeSums(3, Element.Xe), new Sine());
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

    /** E_i = Z_i sin(G_i0 / 50) + G_i1 / 10000. */
    private record Sine() implements Regressor {
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
                double phase = features.get(i, 0) / 50;
                energies[i] = atomicNumbers[i] * Math.sin(phase) + features.get(i, 1) / 10_000;
                slopes[2 * i] = atomicNumbers[i] * Math.cos(phase) / 50;
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
        public RegressorState state() {
            return new RegressorState(Map.of(), Map.of());
        }
    }
}
