package io.github.gmp.api.potential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gmp.api.descriptor.Descriptor;
import io.github.gmp.api.descriptor.DescriptorEvaluation;
import io.github.gmp.api.descriptor.GeometryVector;
import io.github.gmp.api.error.DataException;
import io.github.gmp.api.math.Matrix;
import io.github.gmp.api.parallel.TaskRunner;
import io.github.gmp.api.parallel.TestRunners;
import io.github.gmp.api.structure.AtomicStructure;
import io.github.gmp.api.structure.Cell;
import io.github.gmp.api.structure.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Arrays;
import java.util.SplittableRandom;

class PartitionedEvaluationTest {
    private static final Descriptor DESCRIPTOR = new ChargeSums(3, Element.Xe);
    /** Blocks of 10 atoms and an incomplete one at the end. */
    private static final AtomicStructure STRUCTURE = structure(667);

    private final SplittableRandom random = new SplittableRandom(41);
    private final Matrix weights =
            Matrix.wrap(667, 2, random.doubles(2 * 667, -1, 1).toArray());
    private final GeometryVector tangent = new GeometryVector(
            random.doubles(3 * 667, -1, 1).toArray(), random.doubles(9, -1, 1).toArray());

    private static AtomicStructure structure(int atoms) {
        SplittableRandom random = new SplittableRandom(31);
        Element[] elements = new Element[atoms];
        for (int i = 0; i < atoms; i++) {
            elements[i] = random.nextBoolean() ? Element.Cu : Element.O;
        }
        double edge = 2.4 * Math.cbrt(atoms);
        Cell cell = Cell.of(new double[] {edge, 0, 0, 1, edge, 0, 0, 2, edge}, true, true, false);
        return new AtomicStructure(elements, random.doubles(3L * atoms, 0, edge).toArray(), cell);
    }

    private static PartitionedEvaluation partitioned(TaskRunner runner) {
        return new PartitionedEvaluation(DESCRIPTOR, STRUCTURE, runner, 10);
    }

    private static double[] flat(GeometryVector vector) {
        double[] all = Arrays.copyOf(vector.positions(), vector.positions().length + 9);
        System.arraycopy(vector.strain(), 0, all, vector.positions().length, 9);
        return all;
    }

    @Test
    void isTheDirectEvaluation() {
        DescriptorEvaluation direct = DESCRIPTOR.evaluate(STRUCTURE);
        PartitionedEvaluation blocks = partitioned(TaskRunner.sequential());
        assertThat(blocks.features()).isEqualTo(direct.features());
        assertThat(blocks.pushforward(tangent)).isEqualTo(direct.pushforward(tangent));
        double[] expected = flat(direct.pullback(weights));
        double[] actual = flat(blocks.pullback(weights));
        double largest = Arrays.stream(expected).map(Math::abs).max().orElseThrow();
        assertThat(actual).hasSameSizeAs(expected);
        for (int c = 0; c < expected.length; c++) {
            assertThat(Math.abs(actual[c] - expected[c])).isLessThan(1e-12 * largest);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 4})
    void doesNotDependOnTheNumberOfThreadsNorOnTheOrderOfBlocks(int threads) {
        TaskRunner runner = threads == 0 ? TestRunners.backwards() : TestRunners.threads(threads);
        PartitionedEvaluation expected = partitioned(TaskRunner.sequential());
        PartitionedEvaluation actual = partitioned(runner);
        assertThat(actual.features()).isEqualTo(expected.features());
        assertThat(actual.pushforward(tangent)).isEqualTo(expected.pushforward(tangent));
        assertThat(flat(actual.pullback(weights))).containsExactly(flat(expected.pullback(weights)));
    }

    @Test
    void aSmallStructureIsOneBlockThatIsKept() {
        AtomicStructure small = structure(PartitionedEvaluation.BLOCK);
        TaskRunner none = (tasks, task) -> {
            throw new AssertionError("a single block needs no runner");
        };
        PartitionedEvaluation evaluation = PartitionedEvaluation.of(DESCRIPTOR, small, none);
        DescriptorEvaluation direct = DESCRIPTOR.evaluate(small);
        assertThat(evaluation.features()).isEqualTo(direct.features());
        assertThat(flat(evaluation.pullback(direct.features())))
                .containsExactly(flat(direct.pullback(direct.features())));
        AtomicStructure nothing = new AtomicStructure(new Element[0], new double[0], Cell.none());
        assertThat(PartitionedEvaluation.of(DESCRIPTOR, nothing, none)
                        .features()
                        .rows())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 1", "256, 1", "257, 2", "1000000, 3907"})
    void countsBlocks(int atoms, int blocks) {
        assertThat(PartitionedEvaluation.blocks(atoms)).isEqualTo(blocks);
    }

    @Test
    void refusesAtomsByTheirNumberInTheWholeStructure() {
        Element[] elements = new Element[600];
        Arrays.fill(elements, Element.Cu);
        elements[511] = Element.Xe;
        AtomicStructure bad = new AtomicStructure(elements, structure(600).positions(), Cell.none());
        assertThatThrownBy(() -> PartitionedEvaluation.of(DESCRIPTOR, bad, TaskRunner.sequential()))
                .isInstanceOf(DataException.class)
                .hasMessage("atom 512 is Xe");
    }

    @Test
    void refusesShapesThatDoNotFit() {
        PartitionedEvaluation blocks = partitioned(TaskRunner.sequential());
        assertThatThrownBy(() -> blocks.pullback(Matrix.zeros(667, 3)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a feature gradient of 667 x 2 was expected, got 667 x 3");
        assertThatThrownBy(() -> blocks.pushforward(GeometryVector.displacement(new double[3])))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a tangent of 667 atoms was expected, got 1");
    }
}
