package io.github.gmp.models.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.function.DoubleUnaryOperator;

class ActivationTest {
    private static final double[] POINTS = {
        0.0, 1e-300, 1e-9, -1e-9, 1e-3, -0.3, 0.5, 1.0, -1.7, 3.0, -6.0, 15.0, -15.0, 19.0, 25.0, -25.0, 700.0, -700.0
    };

    @Test
    void tanhAgreesWithTheStandardLibrary() {
        double[] values = new double[POINTS.length];
        double[] derivatives = new double[POINTS.length];
        Activation.TANH.apply(POINTS, values, derivatives, POINTS.length);

        for (int i = 0; i < POINTS.length; i++) {
            double expected = StrictMath.tanh(POINTS[i]);
            assertThat(values[i]).as("tanh(%s)", POINTS[i]).isCloseTo(expected, within(4e-15 * Math.abs(expected)));
        }
    }

    @Test
    void siluAndSoftplusAgreeWithTheirFormulas() {
        DoubleUnaryOperator silu = x -> x / (1 + Math.exp(-x));
        DoubleUnaryOperator softplus = x -> x > 30 ? x : Math.log1p(Math.exp(x));
        check(Activation.SILU, silu);
        check(Activation.SOFTPLUS, softplus);
    }

    private static void check(Activation activation, DoubleUnaryOperator formula) {
        double[] values = new double[POINTS.length];
        activation.apply(POINTS, values, new double[POINTS.length], POINTS.length);
        for (int i = 0; i < POINTS.length; i++) {
            double expected = formula.applyAsDouble(POINTS[i]);
            assertThat(values[i])
                    .as("%s(%s)", activation, POINTS[i])
                    .isCloseTo(expected, within(1e-13 * Math.max(1, Math.abs(expected))));
        }
    }

    @ParameterizedTest
    @EnumSource(Activation.class)
    void derivativesAgreeWithDifferences(Activation activation) {
        double step = 1e-4;
        for (double x = -5; x <= 5; x += 0.37) {
            double[] points = {x, x - step, x + step, x - 2 * step, x + 2 * step};
            double[] values = new double[5];
            double[] derivatives = new double[5];
            activation.apply(points, values, derivatives, 5);
            double expected = (8 * (values[2] - values[1]) - (values[4] - values[3])) / (12 * step);
            assertThat(derivatives[0]).as("%s'(%s)", activation, x).isCloseTo(expected, within(1e-11));
        }
    }

    @ParameterizedTest
    @EnumSource(Activation.class)
    void passesOnWhatIsNotANumber(Activation activation) {
        double[] values = new double[1];
        activation.apply(new double[] {Double.NaN}, values, new double[1], 1);
        assertThat(values[0]).isNaN();
    }
}
