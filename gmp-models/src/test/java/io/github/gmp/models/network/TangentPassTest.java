package io.github.gmp.models.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.gmp.models.kernel.PaddedMatrix;
import io.github.gmp.testkit.FiniteDifferences;
import io.github.gmp.toolkit.kernel.KernelChoice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/** Gradients by inputs, changes along a direction, and the gradient of both by all parameters, against differences. */
class TangentPassTest {
    private static final int ROWS = 7;
    private static final int INPUTS = 5;
    private static final int NODES = 4;
    private static final double STEP = 1e-3;

    @ParameterizedTest(name = "{0}, {1} hidden layers, {2}")
    @CsvSource({
        "TANH, 0, auto",
        "TANH, 1, auto",
        "TANH, 2, auto",
        "TANH, 3, auto",
        "SILU, 1, auto",
        "SILU, 3, auto",
        "SOFTPLUS, 2, auto",
        "TANH, 3, scalar",
        "SILU, 2, scalar"
    })
    void everyDerivativeAgreesWithDifferences(Activation activation, int hidden, String kernel) {
        Fixture fixture = new Fixture(new NetworkShape(INPUTS, NODES, hidden, activation, false), kernel);
        fixture.evaluate(fixture.parameters);
        double[] inputGradient = fixture.inputGradient.clone();
        double[] tangents = fixture.tangents.clone();
        double[] gradient = fixture.gradient();

        double largestInput = largest(inputGradient);
        assertThat(largestInput).as("the gradient by inputs is not tiny").isGreaterThan(1e-2);
        for (int i = 0; i < ROWS * INPUTS; i++) {
            int row = i / INPUTS;
            check(fixture.byInput(i, f -> f.outputs[row]), inputGradient[i], largestInput, "input " + i);
        }
        double largestTangent = largest(tangents);
        assertThat(largestTangent).as("tangents are not tiny").isGreaterThan(1e-2);
        for (int row = 0; row < ROWS; row++) {
            double sum = 0;
            for (int k = 0; k < INPUTS; k++) {
                sum += inputGradient[row * INPUTS + k] * fixture.directions[row * INPUTS + k];
            }
            assertThat(tangents[row]).as("g · t of row %s", row).isCloseTo(sum, within(1e-13 * largestTangent));
        }
        double largest = largest(gradient);
        assertThat(largest).as("the gradient by parameters is not tiny").isGreaterThan(1e-1);
        for (int i = 0; i < gradient.length; i++) {
            check(fixture.byParameter(i), gradient[i], largest, "parameter " + i);
        }
        for (int layer = 0; layer <= hidden; layer++) {
            int from = fixture.shape.weights(layer);
            int biases = fixture.shape.biases(layer);
            assertThat(largest(Arrays.copyOfRange(gradient, from, biases)))
                    .as("weights of layer %s are tested", layer)
                    .isGreaterThan(1e-4 * largest);
            assertThat(Math.abs(gradient[biases])).isGreaterThan(1e-6 * largest);
        }
    }

    private static void check(double expected, double actual, double largest, String what) {
        assertThat(actual).as(what).isCloseTo(expected, within(1e-7 * Math.abs(expected) + 1e-9 * largest));
    }

    private static double largest(double[] values) {
        return Arrays.stream(values).map(Math::abs).max().orElseThrow();
    }

    /** With b = 0 the gradient is that of an ordinary pass back. */
    @Test
    void withoutTangentsItIsThePassBack() {
        Fixture fixture = new Fixture(new NetworkShape(INPUTS, NODES, 2, Activation.SILU, false), "auto");
        fixture.evaluate(fixture.parameters);
        double[] expected = new double[fixture.parameters.length];
        fixture.pass.backward(fixture.weights, fixture.outputWeights, expected, 0);
        double[] gradient = new double[expected.length];
        fixture.tangent.backward(fixture.weights, fixture.outputWeights, new double[ROWS], gradient, 0);
        assertThat(gradient).containsExactly(expected, within(1e-13));
        assertThat(largest(gradient)).isGreaterThan(1e-2);
    }

    /** Gradients by scales and shifts of batch normalization, whose statistics are constants here. */
    @ParameterizedTest
    @CsvSource({"TANH, 1", "SILU, 2", "TANH, 3"})
    void theGradientOfAFoldedNetworkComesBackThroughTheChainRule(Activation activation, int hidden) {
        NetworkShape shape = new NetworkShape(INPUTS, NODES, hidden, activation, true);
        SplittableRandom random = new SplittableRandom(5);
        int start = 3;
        double[] parameters =
                random.doubles(start + shape.parameterCount(), 0.2, 0.9).toArray();
        double[] statistics =
                random.doubles(1 + shape.statisticsCount(), 0.3, 1.2).toArray();
        Fixture fixture = new Fixture(shape.folded(), "auto");
        double[] folded = new double[2 + shape.folded().parameterCount()];
        BatchNormalization.fold(shape, parameters, start, statistics, 1, folded, 2);
        fixture.evaluate(Arrays.copyOfRange(folded, 2, folded.length));
        double[] foldedGradient = new double[folded.length];
        System.arraycopy(fixture.gradient(), 0, foldedGradient, 2, folded.length - 2);
        double[] gradient = new double[parameters.length];
        BatchNormalization.unfoldGradient(shape, parameters, start, statistics, 1, foldedGradient, 2, gradient);

        double largest = largest(gradient);
        assertThat(largest).isGreaterThan(1e-1);
        for (int layer = 0; layer < hidden; layer++) {
            assertThat(largest(Arrays.copyOfRange(
                            gradient, start + shape.scales(layer), start + shape.scales(layer) + NODES)))
                    .isGreaterThan(1e-4 * largest);
        }
        for (int i = 0; i < shape.parameterCount(); i++) {
            int index = start + i;
            double expected = FiniteDifferences.derivative(
                    step -> {
                        double[] candidate = parameters.clone();
                        candidate[index] += step;
                        BatchNormalization.fold(shape, candidate, start, statistics, 1, folded, 2);
                        fixture.evaluate(Arrays.copyOfRange(folded, 2, folded.length));
                        return fixture.objective();
                    },
                    STEP);
            check(expected, gradient[index], largest, "parameter " + i);
        }
    }

    @Test
    void bothKernelsGiveTheSameGradient() {
        NetworkShape shape = new NetworkShape(INPUTS, 19, 2, Activation.TANH, false);
        Fixture plain = new Fixture(shape, "scalar");
        Fixture fast = new Fixture(shape, "auto");
        plain.evaluate(plain.parameters);
        fast.evaluate(fast.parameters);
        assertThat(fast.gradient()).containsExactly(plain.gradient(), within(1e-12));
    }

    @Test
    void resultsDoNotDependOnWhatPassesSawBefore() {
        NetworkShape shape = new NetworkShape(INPUTS, NODES, 2, Activation.SOFTPLUS, false);
        Fixture fixture = new Fixture(shape, "auto");
        fixture.evaluate(fixture.parameters);
        double[] first = fixture.gradient();
        fixture.pass.begin(3 * ROWS);
        fixture.pass.forward(fixture.weights, new double[0], 0);
        fixture.pass.inputGradient(fixture.weights);
        fixture.tangent.begin();
        fixture.tangent.forward(fixture.weights);
        fixture.evaluate(fixture.parameters);
        assertThat(fixture.gradient()).containsExactly(first);
    }

    @Test
    void needsAPassThatKeepsSecondDerivatives() {
        NetworkShape shape = new NetworkShape(INPUTS, NODES, 1, Activation.TANH, false);
        NetworkPass once = new NetworkPass(shape, KernelSelection.of(KernelChoice.scalar()), false);
        assertThatThrownBy(() -> new TangentPass(once))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("tangents need a pass that was made for tangents, of a network without batch normalization "
                        + "(the folded one)");
    }

    /** Random network, inputs and directions; the objective Σ_r a_r y_r + b_r ẏ_r. */
    private static final class Fixture {
        final NetworkShape shape;
        final NetworkPass pass;
        final TangentPass tangent;
        final NetworkWeights weights;
        final double[] inputs;
        final double[] directions;
        final double[] outputWeights;
        final double[] tangentWeights;
        final double[] parameters;
        final double[] inputGradient = new double[ROWS * INPUTS];
        double[] outputs = new double[0];
        double[] tangents = new double[0];

        Fixture(NetworkShape shape, String kernel) {
            this.shape = shape;
            pass = new NetworkPass(shape, KernelSelection.of(KernelChoice.of(kernel)), true);
            tangent = new TangentPass(pass);
            weights = new NetworkWeights(shape);
            SplittableRandom random = new SplittableRandom(23);
            inputs = random.doubles(ROWS * INPUTS, -1.5, 1.5).toArray();
            directions = random.doubles(ROWS * INPUTS, -1, 1).toArray();
            outputWeights = random.doubles(ROWS, -1, 1).toArray();
            tangentWeights = random.doubles(ROWS, -1, 1).toArray();
            parameters = random.doubles(shape.parameterCount(), -0.9, 0.9).toArray();
        }

        void evaluate(double[] candidate) {
            weights.load(candidate, 0);
            pass.begin(ROWS).load(inputs, 0, ROWS);
            outputs = Arrays.copyOf(pass.forward(weights, new double[0], 0), ROWS);
            PaddedMatrix g = pass.inputGradient(weights);
            Arrays.fill(inputGradient, 0);
            g.addTo(inputGradient, 0, ROWS);
            tangent.begin().load(directions, 0, ROWS);
            tangents = Arrays.copyOf(tangent.forward(weights), ROWS);
        }

        double objective() {
            double sum = 0;
            for (int r = 0; r < ROWS; r++) {
                sum += outputWeights[r] * outputs[r] + tangentWeights[r] * tangents[r];
            }
            return sum;
        }

        double[] gradient() {
            double[] gradient = new double[shape.parameterCount()];
            tangent.backward(weights, outputWeights, tangentWeights, gradient, 0);
            return gradient;
        }

        double byParameter(int parameter) {
            return FiniteDifferences.derivative(
                    step -> {
                        double[] candidate = parameters.clone();
                        candidate[parameter] += step;
                        evaluate(candidate);
                        return objective();
                    },
                    STEP);
        }

        double byInput(int input, ToDoubleFunction<Fixture> value) {
            double original = inputs[input];
            double derivative = FiniteDifferences.derivative(
                    step -> {
                        inputs[input] = original + step;
                        evaluate(parameters);
                        return value.applyAsDouble(this);
                    },
                    STEP);
            inputs[input] = original;
            return derivative;
        }
    }
}
