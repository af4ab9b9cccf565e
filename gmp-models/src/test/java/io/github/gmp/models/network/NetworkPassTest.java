package io.github.gmp.models.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.gmp.toolkit.kernel.KernelChoice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Arrays;
import java.util.SplittableRandom;

class NetworkPassTest {
    private static final int ROWS = 9;
    private static final int INPUTS = 5;
    /** Parameters begin here, to catch passes that forget the start. */
    private static final int START = 4;

    /** Every weight, bias, scale and shift of every layer, against five-point central differences. */
    @ParameterizedTest(name = "{0}, {1} hidden layers, batch norm {2}, {3} rows")
    @CsvSource({
        "TANH, 2, false, 9",
        "TANH, 2, true, 9",
        "SILU, 2, false, 9",
        "SILU, 2, true, 9",
        "SOFTPLUS, 3, false, 9",
        "SOFTPLUS, 3, true, 9",
        "TANH, 1, true, 2",
        "TANH, 2, true, 1",
        "TANH, 0, false, 9"
    })
    void parameterGradientsAgreeWithDifferences(Activation activation, int hidden, boolean batchNorm, int rows) {
        NetworkShape shape = new NetworkShape(INPUTS, 4, hidden, activation, batchNorm);
        Fixture fixture = new Fixture(shape, rows);
        double[] gradient = fixture.gradient();

        double largest = Arrays.stream(gradient).map(Math::abs).max().orElseThrow();
        assertThat(largest).as("the gradient is not tiny").isGreaterThan(1e-2);
        for (int i = 0; i < shape.parameterCount(); i++) {
            double expected = fixture.difference(i);
            assertThat(gradient[START + i])
                    .as("parameter %s of %s", i, shape)
                    .isCloseTo(expected, within(1e-7 * Math.abs(expected) + 1e-9 * largest));
        }
        assertNoBlockIsUntested(shape, gradient, largest);
    }

    /** A gradient that is all zero over a block would pass any comparison of a pass that forgot the block in both directions. */
    private static void assertNoBlockIsUntested(NetworkShape shape, double[] gradient, double largest) {
        for (int layer = 0; layer < shape.hiddenLayers(); layer++) {
            assertThat(largest(gradient, START + shape.weights(layer), shape.inputs(layer) * shape.nodes()))
                    .as("weights of layer %s", layer)
                    .isGreaterThan(1e-4 * largest);
            if (shape.batchNorm()) {
                assertThat(largest(gradient, START + shape.scales(layer), shape.nodes()))
                        .isGreaterThan(1e-4 * largest);
                assertThat(largest(gradient, START + shape.shifts(layer), shape.nodes()))
                        .isGreaterThan(1e-4 * largest);
            } else {
                assertThat(largest(gradient, START + shape.biases(layer), shape.nodes()))
                        .isGreaterThan(1e-4 * largest);
            }
        }
    }

    private static double largest(double[] values, int from, int count) {
        return Arrays.stream(values, from, from + count).map(Math::abs).max().orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3})
    void foldingBatchNormalizationKeepsTheFunction(int hidden) {
        NetworkShape shape = new NetworkShape(INPUTS, 4, hidden, Activation.TANH, true);
        Fixture fixture = new Fixture(shape, 1);
        double[] folded = new double[shape.folded().parameterCount()];
        BatchNormalization.fold(shape, fixture.parameters, START, fixture.statistics, 0, folded, 0);

        // A batch of one atom is normalized with the running statistics: the same as the folded network.
        double expected = fixture.loss(fixture.parameters);
        NetworkPass pass = pass(shape.folded());
        pass.begin(1).load(fixture.inputs, 0, 1);
        double output = pass.forward(new NetworkWeights(shape.folded()).load(folded, 0), new double[0], 0)[0];

        assertThat(fixture.lossOf(output, 0)).isCloseTo(expected, within(1e-13));
        assertThat(Math.abs(output)).isGreaterThan(1e-2);
    }

    @Test
    void runningStatisticsFollowTheBatchesAndASingleAtomLeavesThemAlone() {
        NetworkShape shape = new NetworkShape(1, 1, 1, Activation.TANH, true);
        double[] parameters = {2.0, 1.0, 1.0, 0.0, 1.0, 0.0};
        double[] statistics = {0.0, 1.0};
        NetworkPass pass = pass(shape);
        NetworkWeights weights = new NetworkWeights(shape).load(parameters, 0);
        pass.begin(3).load(new double[] {0, 1, 2}, 0, 3);
        pass.forward(weights, statistics, 0);

        // Linear outputs 1, 3, 5: mean 3, unbiased variance 4, momentum 0.1.
        assertThat(statistics[0]).isCloseTo(0.3, within(1e-15));
        assertThat(statistics[1]).isCloseTo(1.3, within(1e-15));

        double[] before = statistics.clone();
        pass.begin(1);
        pass.forward(weights, statistics, 0);
        assertThat(statistics).containsExactly(before);
    }

    @Test
    void outputsDoNotDependOnWhatThePassSawBefore() {
        NetworkShape shape = new NetworkShape(INPUTS, 4, 2, Activation.SILU, false);
        Fixture small = new Fixture(shape, 2);
        double fresh = small.loss(small.parameters);
        Fixture large = new Fixture(shape, ROWS);
        NetworkPass pass = pass(shape);
        large.loss(pass, large.parameters);
        double[] first = small.gradient();

        assertThat(small.loss(pass, small.parameters)).isEqualTo(fresh);
        assertThat(small.gradient()).containsExactly(first);
    }

    @Test
    void theGradientByInputsNeedsTheFoldedNetwork() {
        NetworkShape shape = new NetworkShape(2, 2, 1, Activation.TANH, true);
        NetworkPass pass = pass(shape);
        assertThatThrownBy(() -> pass.inputGradient(new NetworkWeights(shape)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the gradient by the inputs is that of the folded network");
    }

    private static NetworkPass pass(NetworkShape shape) {
        return new NetworkPass(shape, KernelSelection.of(KernelChoice.ofProcess()), false);
    }

    /** A network with random parameters and the loss Σ_r sin(r) output_r + output_r² / 2. */
    private static final class Fixture {
        final NetworkShape shape;
        final int rows;
        final double[] inputs;
        final double[] parameters;
        final double[] statistics;

        Fixture(NetworkShape shape, int rows) {
            this.shape = shape;
            this.rows = rows;
            SplittableRandom random = new SplittableRandom(17);
            inputs = random.doubles(rows * INPUTS, -1.5, 1.5).toArray();
            parameters =
                    random.doubles(START + shape.parameterCount(), -0.9, 0.9).toArray();
            statistics = random.doubles(shape.statisticsCount(), 0.3, 1.2).toArray();
        }

        NetworkWeights weights(double[] candidate) {
            return new NetworkWeights(shape).load(candidate, START);
        }

        double lossOf(double output, int row) {
            return Math.cos(row) * output + 0.5 * output * output;
        }

        double loss(double[] candidate) {
            return loss(pass(shape), candidate);
        }

        double loss(NetworkPass pass, double[] candidate) {
            pass.begin(rows).load(inputs, 0, rows);
            double[] outputs = pass.forward(weights(candidate), statistics.clone(), 0);
            double sum = 0;
            for (int r = 0; r < rows; r++) {
                sum += lossOf(outputs[r], r);
            }
            return sum;
        }

        double[] gradient() {
            NetworkPass pass = pass(shape);
            pass.begin(rows).load(inputs, 0, rows);
            double[] outputs = pass.forward(weights(parameters), statistics.clone(), 0);
            double[] outputGradient = new double[rows];
            for (int r = 0; r < rows; r++) {
                outputGradient[r] = Math.cos(r) + outputs[r];
            }
            double[] gradient = new double[parameters.length];
            pass.backward(weights(parameters), outputGradient, gradient, START);
            return gradient;
        }

        double difference(int parameter) {
            double step = 1e-3;
            return (8 * (shifted(parameter, step) - shifted(parameter, -step))
                            - (shifted(parameter, 2 * step) - shifted(parameter, -2 * step)))
                    / (12 * step);
        }

        private double shifted(int parameter, double step) {
            double[] candidate = parameters.clone();
            candidate[START + parameter] += step;
            return loss(candidate);
        }
    }
}
