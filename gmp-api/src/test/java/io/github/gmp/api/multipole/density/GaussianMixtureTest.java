package io.github.gmp.api.multipole.density;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class GaussianMixtureTest {
    private static final GaussianMixture MIXTURE = new GaussianMixture(new double[] {2, -0.5}, new double[] {1.5, 0.4});

    @Test
    void value() {
        double expected = 2 * Math.exp(-1.5 * 0.49) - 0.5 * Math.exp(-0.4 * 0.49);
        assertThat(MIXTURE.value(0.7)).isCloseTo(expected, within(1e-15));
        assertThat(MIXTURE.size()).isEqualTo(2);
        assertThat(GaussianMixture.of(3, 2)).isEqualTo(new GaussianMixture(new double[] {3}, new double[] {2}));
    }

    /** The integral over space by the trapezoidal rule, spectrally accurate for a function that vanishes with all derivatives. */
    @Test
    void integral() {
        double sum = 0;
        double step = 0.05;
        for (double r = step; r < 15; r += step) {
            sum += 4 * Math.PI * r * r * MIXTURE.value(r) * step;
        }
        assertThat(Math.abs(sum)).isGreaterThan(0.1);
        assertThat(MIXTURE.integral()).isCloseTo(sum, within(1e-10));
    }

    @Test
    void refusesWhatIsNoMixture() {
        assertThatThrownBy(() -> new GaussianMixture(new double[0], new double[0]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a Gaussian mixture needs as many amplitudes as exponents and at least one, got 0 and 0");
        assertThatThrownBy(() -> GaussianMixture.of(1, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Gaussian 0 of a mixture must have a finite amplitude and a positive exponent,"
                        + " got B = 1.0, beta = 0.0");
    }
}
