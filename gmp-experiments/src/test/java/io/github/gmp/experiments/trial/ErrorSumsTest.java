package io.github.gmp.experiments.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.gmp.runtime.model.Metrics;
import org.junit.jupiter.api.Test;

class ErrorSumsTest {
    @Test
    void metricsAreThoseOfTheConventions() {
        ErrorSums sums = new ErrorSums();
        sums.addEnergy(-10, -9, 2);
        sums.addEnergy(-20, -23, 6);
        sums.addForceComponent(1, 1.5);
        sums.addForceComponent(1, 0);
        Metrics metrics = sums.metrics().orElseThrow();
        assertThat(metrics.structures()).isEqualTo(2);
        assertThat(metrics.energyMae()).isEqualTo(2);
        assertThat(metrics.energyRmse()).isCloseTo(Math.sqrt(5), within(1e-15));
        assertThat(metrics.energyMaePerAtom()).isEqualTo(0.5);
        assertThat(metrics.energyRmsePerAtom()).isEqualTo(0.5);
        assertThat(metrics.forces().orElseThrow().mae()).isEqualTo(0.75);
        assertThat(metrics.forces().orElseThrow().rmse()).isCloseTo(Math.sqrt(0.625), within(1e-15));
    }

    @Test
    void nothingAddedIsNoMetrics() {
        assertThat(new ErrorSums().metrics()).isEmpty();
        assertThat(new ErrorSums().forces()).isEmpty();
    }
}
