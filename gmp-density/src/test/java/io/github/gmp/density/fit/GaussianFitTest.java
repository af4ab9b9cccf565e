package io.github.gmp.density.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.gmp.api.error.DataException;
import io.github.gmp.api.multipole.density.FitQuality;
import io.github.gmp.api.multipole.density.FittedDensity;
import io.github.gmp.api.multipole.density.GaussianMixture;
import io.github.gmp.api.multipole.density.RadialDensity;
import io.github.gmp.api.structure.Element;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

class GaussianFitTest {
    /** A shell structure with a negative Gaussian, 4 electrons in all. */
    private static final GaussianMixture SHELLS = scaled(4, new double[] {-2, 2.4, 0.3}, new double[] {9, 3, 0.8});

    private static GaussianMixture scaled(double electrons, double[] amplitudes, double[] exponents) {
        double factor = electrons / new GaussianMixture(amplitudes, exponents).integral();
        double[] all = new double[amplitudes.length];
        for (int k = 0; k < all.length; k++) {
            all[k] = factor * amplitudes[k];
        }
        return new GaussianMixture(all, exponents);
    }

    private static RadialDensity data(double electrons, DoubleUnaryOperator density) {
        double[] radii = new double[501];
        double[] densities = new double[radii.length];
        for (int i = 0; i < radii.length; i++) {
            radii[i] = 0.012 * i;
            densities[i] = density.applyAsDouble(radii[i]);
        }
        return new RadialDensity(Element.C, "made up", "test.csv:2", electrons, radii, densities);
    }

    /** The density of a hydrogen-like 1s orbital, whose cusp no sum of Gaussians has. */
    private static RadialDensity slater() {
        double zeta = 2 / 0.529177210903;
        return data(1, r -> Math.pow(zeta, 3) / (8 * Math.PI) * Math.exp(-zeta * r));
    }

    private static GaussianFitConfig with(Optional<Double> error, Optional<Integer> gaussians, int largest) {
        return new GaussianFitConfig(error, gaussians, largest, 1.5, List.of(0.3, 0.0), 15, 1e-3);
    }

    @Test
    void gaussiansAreFoundAgain() {
        FittedDensity fit = GaussianFit.fit(data(4, SHELLS::value), with(Optional.of(1e-6), Optional.empty(), 8));

        assertThat(fit.shortfall()).isEmpty();
        assertThat(fit.mixture().size()).isEqualTo(3);
        for (int k = 0; k < 3; k++) {
            assertThat(fit.mixture().exponent(k)).isCloseTo(SHELLS.exponent(k), within(1e-5 * SHELLS.exponent(k)));
            assertThat(fit.mixture().amplitude(k)).isCloseTo(SHELLS.amplitude(k), within(1e-4));
        }
    }

    @Test
    void theIntegralIsExactAndTheLimitsAreKept() {
        FittedDensity fit = GaussianFit.fit(slater(), GaussianFitConfig.DEFAULT);
        FitQuality quality = fit.quality();

        assertThat(fit.shortfall()).isEmpty();
        assertThat(quality.l1()).isBetween(1e-4, 0.01);
        assertThat(quality.integral()).isCloseTo(1, within(1e-13));
        assertThat(fit.mixture().integral()).isEqualTo(quality.integral());
        assertThat(quality.cancellation()).isBetween(1 - 1e-12, 15.0);
        assertThat(quality.minimum()).isGreaterThan(-1e-3);
        for (int k = 1; k < fit.mixture().size(); k++) {
            assertThat(fit.mixture().exponent(k - 1) / fit.mixture().exponent(k))
                    .isGreaterThan(1.5 - 1e-9);
        }
    }

    @Test
    void moreGaussiansAreCloser() {
        double previous = 1;
        for (int size = 2; size <= 5; size++) {
            FittedDensity fit = GaussianFit.fit(slater(), with(Optional.empty(), Optional.of(size), 8));
            assertThat(fit.mixture().size()).isEqualTo(size);
            assertThat(fit.quality().l2()).isLessThan(previous);
            previous = fit.quality().l2();
        }
    }

    @Test
    void theSameDataGiveTheSameBits() {
        assertThat(GaussianFit.fit(slater(), GaussianFitConfig.DEFAULT).mixture())
                .isEqualTo(GaussianFit.fit(slater(), GaussianFitConfig.DEFAULT).mixture());
    }

    @Test
    void whatIsNotReachedIsTold() {
        FittedDensity fit = GaussianFit.fit(slater(), with(Optional.of(1e-5), Optional.empty(), 3));

        assertThat(fit.shortfall().orElseThrow()).matches("3 Gaussians: L1 is 0\\.0\\d+, at most 1\\.0E-5 was wanted");
    }

    @Test
    void theLimitsAreToldToo() {
        // A shell with nothing inside takes a negative Gaussian.
        RadialDensity shell = data(2, r -> 2 * r * r * Math.exp(-r * r) / (1.5 * Math.pow(Math.PI, 1.5)));
        GaussianFitConfig strict =
                new GaussianFitConfig(Optional.empty(), Optional.of(2), 8, 1.5, List.of(0.3), 1.1, 1e-3);

        FittedDensity fit = GaussianFit.fit(shell, strict);

        assertThat(fit.shortfall().orElseThrow())
                .matches("2 Gaussians: .*cancellation is \\d\\.\\d+, at most 1\\.1 is allowed");
    }

    @Test
    void wrongUnitsAreRefused() {
        assertThatThrownBy(() -> GaussianFit.fit(data(27, SHELLS::value), GaussianFitConfig.DEFAULT))
                .isInstanceOf(DataException.class)
                .hasMessage(
                        "test.csv:2: made up: the density adds up to 4.000 electrons up to r = 6.00 Å, 27.0 were expected"
                                + " within 10 %; check the units");
    }

    @Test
    void derivativesOfResidualsAgreeWithFiniteDifferences() {
        FitGrid grid = new FitGrid(slater(), 0.3);
        ExponentParameters limits = new ExponentParameters(grid, 1.5);
        VariableProjection projection = new VariableProjection(grid, limits);
        RealVector at = limits.parameters(new double[] {0.9, 2.3, 6.1, 20});
        RealMatrix jacobian = projection.value(at).getSecond();
        double step = 1e-5;
        for (int parameter = 0; parameter < 4; parameter++) {
            RealVector shift = new ArrayRealVector(4);
            shift.setEntry(parameter, step);
            RealVector numeric = projection
                    .value(at.add(shift))
                    .getFirst()
                    .subtract(projection.value(at.subtract(shift)).getFirst())
                    .mapDivide(2 * step);
            RealVector exact = jacobian.getColumnVector(parameter);
            assertThat(exact.getNorm()).isGreaterThan(1e-4);
            assertThat(exact.subtract(numeric).getNorm()).isLessThan(1e-7 * exact.getNorm());
        }
    }
}
