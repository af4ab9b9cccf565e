package io.github.gmp.models.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LossTest {
    private static final double DELTA = 0.01;

    @Test
    void valuesAndDerivativesAreThoseOfTheFormulas() {
        assertThat(Loss.MAE.value(-0.3, DELTA)).isEqualTo(0.3);
        assertThat(Loss.MAE.derivative(-0.3, DELTA)).isEqualTo(-1);
        assertThat(Loss.MSE.value(-0.3, DELTA)).isCloseTo(0.09, within(1e-16));
        assertThat(Loss.MSE.derivative(-0.3, DELTA)).isEqualTo(-0.6);
        assertThat(Loss.HUBER.value(0.004, DELTA)).isCloseTo(0.0008, within(1e-16));
        assertThat(Loss.HUBER.derivative(0.004, DELTA)).isCloseTo(0.4, within(1e-15));
        assertThat(Loss.HUBER.value(-0.3, DELTA)).isCloseTo(0.295, within(1e-15));
        assertThat(Loss.HUBER.derivative(-0.3, DELTA)).isEqualTo(-1);
    }

    @Test
    void huberIsContinuousWhereItsPiecesMeet() {
        double below = Math.nextDown(DELTA);
        double above = Math.nextUp(DELTA);
        assertThat(Loss.HUBER.value(above, DELTA)).isCloseTo(Loss.HUBER.value(below, DELTA), within(1e-17));
        assertThat(Loss.HUBER.derivative(above, DELTA)).isCloseTo(Loss.HUBER.derivative(below, DELTA), within(1e-15));
    }

    @Test
    void notANumberIsPassedOn() {
        for (Loss loss : Loss.values()) {
            assertThat(loss.value(Double.NaN, DELTA)).as(loss.name()).isNaN();
        }
    }
}
