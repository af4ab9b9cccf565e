package io.github.gmp.models.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.gmp.models.kernel.NetworkKernels;
import io.github.gmp.toolkit.kernel.KernelChoice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

class ActivationTest {
    private static final double[] POINTS = {
        0.0, 1e-300, 1e-9, -1e-9, 1e-3, -0.3, 0.5, 1.0, -1.7, 3.0, -6.0, 15.0, -15.0, 19.0, 25.0, -25.0, 100.0, -100.0,
        200.0, -200.0, 650.0, -650.0, 1e6, -1.2785
    };

    /** {@code auto} is the vector kernel where there is one. */
    private static NetworkKernels kernels(String kernel) {
        return KernelSelection.of(KernelChoice.of(kernel));
    }

    @ParameterizedTest
    @ValueSource(strings = {"scalar", "auto"})
    void valuesAgreeWithTheirFormulas(String kernel) {
        check(kernels(kernel), Activation.TANH, StrictMath::tanh);
        check(kernels(kernel), Activation.SILU, x -> x / (1 + StrictMath.exp(-x)));
        check(
                kernels(kernel),
                Activation.SOFTPLUS,
                x -> Math.max(x, 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(x))));
    }

    private static void check(NetworkKernels kernels, Activation activation, DoubleUnaryOperator formula) {
        double[] values = new double[POINTS.length];
        activation.apply(kernels, POINTS, values, new double[POINTS.length], POINTS.length);
        for (int i = 0; i < POINTS.length; i++) {
            double expected = formula.applyAsDouble(POINTS[i]);
            assertThat(values[i])
                    .as("%s(%s)", activation, POINTS[i])
                    .isCloseTo(expected, within(2e-15 * Math.abs(expected)));
        }
    }

    @ParameterizedTest
    @CsvSource({"scalar, TANH", "scalar, SILU", "scalar, SOFTPLUS", "auto, TANH", "auto, SILU", "auto, SOFTPLUS"})
    void derivativesAgreeWithDifferences(String kernel, Activation activation) {
        double step = 1e-3;
        for (double x = -6; x <= 6; x += 0.37) {
            double[] points = {x, x - step, x + step, x - 2 * step, x + 2 * step, x, x, x};
            double[] values = new double[8];
            double[] first = new double[8];
            double[] second = new double[8];
            activation.apply(kernels(kernel), points, values, first, second, 8);
            assertThat(first[0]).as("%s'(%s)", activation, x).isCloseTo(difference(values, step), within(1e-11));
            assertThat(second[0]).as("%s''(%s)", activation, x).isCloseTo(difference(first, step), within(1e-11));
        }
    }

    private static double difference(double[] f, double step) {
        return (8 * (f[2] - f[1]) - (f[4] - f[3])) / (12 * step);
    }

    @Test
    void derivativesVanishWhereTheFunctionIsStraight() {
        for (Activation activation : Activation.values()) {
            double[] points = {60, -60, 600, -600, 1e6, -1e6, 1e9, -1e9};
            double[] first = new double[8];
            double[] second = new double[8];
            activation.apply(kernels("auto"), points, new double[8], first, second, 8);
            for (int i = 0; i < 8; i++) {
                double slope = activation == Activation.TANH || points[i] < 0 ? 0 : 1;
                assertThat(first[i]).as("%s'(%s)", activation, points[i]).isCloseTo(slope, within(1e-20));
                assertThat(second[i]).as("%s''(%s)", activation, points[i]).isCloseTo(0, within(1e-20));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Activation.class)
    void secondDerivativesDoNotChangeTheOthers(Activation activation) {
        int count = POINTS.length;
        double[][] once = {new double[count], new double[count]};
        double[][] twice = {new double[count], new double[count]};
        activation.apply(kernels("auto"), POINTS, once[0], once[1], count);
        activation.apply(kernels("auto"), POINTS, twice[0], twice[1], new double[count], count);
        assertThat(twice).isDeepEqualTo(once);
    }

    @ParameterizedTest
    @EnumSource(Activation.class)
    void passesOnWhatIsNotANumber(Activation activation) {
        for (String kernel : new String[] {"scalar", "auto"}) {
            double[] inputs = new double[8];
            Arrays.fill(inputs, Double.NaN);
            double[] values = new double[8];
            activation.apply(kernels(kernel), inputs, values, new double[8], 8);
            assertThat(values).containsOnly(Double.NaN);
        }
    }
}
