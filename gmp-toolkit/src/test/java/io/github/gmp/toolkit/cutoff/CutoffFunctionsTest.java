package io.github.gmp.toolkit.cutoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.gmp.api.descriptor.CutoffFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

class CutoffFunctionsTest {
    private static final double RADIUS = 6.5;

    static List<CutoffFunction> smooth() {
        return Stream.concat(
                        Stream.of(CutoffFunctions.cosine(RADIUS), CutoffFunctions.tanhCubed(RADIUS)),
                        IntStream.rangeClosed(1, 4).mapToObj(p -> CutoffFunctions.polynomial(RADIUS, p)))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("smooth")
    void derivativeAgreesWithFiniteDifferences(CutoffFunction f) {
        double h = 1e-5;
        double largest = 0;
        for (double r = 0.05; r < RADIUS - 2 * h; r += 0.1) {
            double numerical = (f.value(r + h) - f.value(r - h)) / (2 * h);
            largest = Math.max(largest, Math.abs(numerical));
            assertThat(f.derivative(r)).isCloseTo(numerical, within(1e-9));
        }
        assertThat(largest).isGreaterThan(0.05);
    }

    /**
     * Near r_c the function falls as the power p + 1 of the distance to r_c, with p the number of continuous derivatives: halving the
     * distance divides the value by 2^{p+1}. A function with one continuous derivative more or fewer would be off by a factor of 2.
     */
    @ParameterizedTest
    @MethodSource("smooth")
    void hasExactlyTheStatedNumberOfContinuousDerivatives(CutoffFunction f) {
        double near = f.value(RADIUS - 0.01);
        double nearer = f.value(RADIUS - 0.005);
        assertThat(nearer).isPositive();
        int power = f.continuousDerivatives() + 1;
        assertThat(near / nearer).isCloseTo(Math.pow(2, power), within(0.05 * Math.pow(2, power)));
    }

    @ParameterizedTest
    @MethodSource("smooth")
    void vanishesFromTheRadiusOn(CutoffFunction f) {
        assertThat(f.radius()).isEqualTo(RADIUS);
        for (double r : new double[] {RADIUS, Math.nextUp(RADIUS), 100}) {
            assertThat(f.value(r)).isZero();
            assertThat(f.derivative(r)).isZero();
        }
    }

    @Test
    void knownPolynomials() {
        for (double u = 0; u < 1; u += 0.125) {
            double r = u * RADIUS;
            double u2 = u * u;
            double u3 = u2 * u;
            assertThat(CutoffFunctions.polynomial(RADIUS, 1).value(r)).isCloseTo(2 * u3 - 3 * u2 + 1, within(1e-14));
            assertThat(CutoffFunctions.polynomial(RADIUS, 2).value(r))
                    .isCloseTo(1 - 10 * u3 + 15 * u3 * u - 6 * u3 * u2, within(1e-14));
            assertThat(CutoffFunctions.polynomial(RADIUS, 3).value(r))
                    .isCloseTo(1 + u3 * u * (-35 + 84 * u - 70 * u2 + 20 * u3), within(1e-14));
            assertThat(CutoffFunctions.polynomial(RADIUS, 4).value(r))
                    .isCloseTo(1 + u3 * u2 * (-126 + 420 * u - 540 * u2 + 315 * u3 - 70 * u3 * u), within(1e-13));
        }
    }

    @Test
    void knownValues() {
        assertThat(CutoffFunctions.cosine(RADIUS).value(0)).isEqualTo(1);
        assertThat(CutoffFunctions.cosine(RADIUS).value(RADIUS / 2)).isCloseTo(0.5, within(1e-15));
        assertThat(CutoffFunctions.tanhCubed(RADIUS).value(0)).isCloseTo(Math.pow(Math.tanh(1), 3), within(1e-15));
    }

    @Test
    void hardSphereJumps() {
        CutoffFunction hard = CutoffFunctions.hard(RADIUS);
        assertThat(hard.value(0)).isEqualTo(1);
        assertThat(hard.value(Math.nextDown(RADIUS))).isEqualTo(1);
        assertThat(hard.value(RADIUS)).isZero();
        assertThat(hard.derivative(3)).isZero();
        assertThat(hard.continuousDerivatives()).isEqualTo(-1);
    }

    @Test
    void refusesWhatIsNoCutoff() {
        assertThatThrownBy(() -> CutoffFunctions.cosine(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a cutoff radius must be positive and finite, got 0.0");
        assertThatThrownBy(() -> CutoffFunctions.polynomial(RADIUS, 5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a polynomial cutoff has 1 to 4 vanishing derivatives, got 5");
    }
}
