package io.github.gmp.experiments.density.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.gmp.api.descriptor.Descriptor;
import io.github.gmp.api.math.Matrix;
import io.github.gmp.api.multipole.density.DensitySource;
import io.github.gmp.api.multipole.density.GaussianMixture;
import io.github.gmp.api.multipole.density.RadialDensity;
import io.github.gmp.api.structure.AtomicStructure;
import io.github.gmp.api.structure.Cell;
import io.github.gmp.api.structure.Element;
import io.github.gmp.experiments.ExperimentsTestHost;
import io.github.gmp.runtime.plugin.ComponentRegistry;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;

/** Moments by quadrature over shells against closed forms, against quadrature in space, and against the features themselves. */
class RadialMomentsTest {
    private static final GaussianMixture MIXTURE =
            new GaussianMixture(new double[] {2.0, -0.7, 0.2}, new double[] {3.0, 6.0, 0.6});
    private static final double[] ALPHAS = {8, 0.5, 0.125};
    private static final double[] DISTANCES = {0, 1e-3, 0.4, 1.3, 3};

    private static NumericalMoments numerical(DoubleUnaryOperator density) {
        int points = 1400;
        double step = 0.01;
        double[] radii = new double[points];
        double[] shells = new double[points];
        for (int i = 0; i < points; i++) {
            radii[i] = i * step;
            shells[i] = 4 * Math.PI * radii[i] * radii[i] * density.applyAsDouble(radii[i]) * step;
        }
        return new NumericalMoments(radii, shells);
    }

    @Test
    void quadratureOfGaussiansGivesTheirClosedForm() {
        NumericalMoments numerical = numerical(MIXTURE::value);
        GaussianMoments exact = new GaussianMoments(MIXTURE);
        for (int order = 0; order <= 3; order++) {
            for (double alpha : ALPHAS) {
                for (double distance : DISTANCES) {
                    double expected = exact.moment(order, alpha, distance);
                    assertThat(numerical.moment(order, alpha, distance))
                            .as("order %d, alpha %s, d %s", order, alpha, distance)
                            .isCloseTo(expected, within(1e-9));
                }
            }
        }
        assertThat(exact.moment(3, 8, 1.3)).isGreaterThan(1e-4);
    }

    /** A density with exponential tails, integrated in cylinder coordinates around the axis through probe and atom, as Eq. 1 of the paper has it. */
    @Test
    void quadratureInSpaceGivesTheSame() {
        DoubleUnaryOperator density = r -> r * r * Math.exp(-2.2 * r);
        NumericalMoments numerical = numerical(density);
        double distance = 1.3;
        double alpha = 2;
        for (int order = 0; order <= 3; order++) {
            double expected = integral(density, order, alpha, distance);
            assertThat(Math.abs(expected)).isGreaterThan(1e-3);
            assertThat(numerical.moment(order, alpha, distance)).isCloseTo(expected, within(2e-6));
        }
    }

    private static double integral(DoubleUnaryOperator density, int order, double alpha, double distance) {
        double step = 0.005;
        double sum = 0;
        for (double z = -5; z <= 5; z += step) {
            // Midpoints in the radius of the cylinder.
            for (double p = step / 2; p < 5; p += step) {
                double r = Math.hypot(p, z);
                double weight = 2 * Math.PI * p * step * step;
                sum += weight
                        * density.applyAsDouble(Math.hypot(p, z - distance))
                        * Math.exp(-alpha * r * r)
                        * solidHarmonic(order, z, r);
            }
        }
        return sum;
    }

    /** r^n P_n(z / r), which is d^n on the axis. */
    private static double solidHarmonic(int order, double z, double r) {
        return switch (order) {
            case 0 -> 1;
            case 1 -> z;
            case 2 -> (3 * z * z - r * r) / 2;
            default -> (5 * z * z * z - 3 * z * r * r) / 2;
        };
    }

    @Test
    void featuresOfAPairAreSquaresOfMoments() {
        ComponentRegistry registry = ExperimentsTestHost.get(ComponentRegistry.class);
        Descriptor descriptor = registry.create(
                Descriptor.KIND,
                ExperimentsTestHost.spec(
                        "descriptor",
                        Map.of(
                                "type", "gmp",
                                "density", Map.of("type", "gaussian-table", "table", "paper"),
                                "radial", Map.of("type", "gaussian", "sigmas", List.of(0.5), "normalization", "volume"),
                                "angular", Map.of("type", "mcsh", "maxOrder", 3),
                                "cutoff", Map.of("type", "hard", "radius", 6.0))));
        DensitySource table = registry.create(
                DensitySource.KIND,
                ExperimentsTestHost.spec("density", Map.of("type", "gaussian-table", "table", "paper")));
        double distance = 1.1;
        Matrix features = descriptor
                .evaluate(new AtomicStructure(
                        new Element[] {Element.C, Element.O}, new double[] {0, 0, 0, 0, 0, distance}, Cell.none()))
                .features();
        double norm = Math.pow(0.5 * Math.sqrt(2 * Math.PI), -3);
        GaussianMoments oxygen = new GaussianMoments(table.density(Element.O));
        // n! (2n - 1)!!: the weighted sum of squares of the components of order n along an axis.
        double[] constants = {1, 1, 6, 90};
        for (int order = 1; order <= 3; order++) {
            double moment = norm * oxygen.moment(order, 2, distance);
            assertThat(features.get(0, order) / (constants[order] * moment * moment))
                    .isCloseTo(1, within(1e-10));
        }
    }

    @Test
    void theEffectOfTheSameDensityIsNothingAndOfTwiceItOne() {
        int points = 700;
        double[] radii = new double[points];
        double[] densities = new double[points];
        for (int i = 0; i < points; i++) {
            radii[i] = 0.02 * i;
            densities[i] = MIXTURE.value(radii[i]);
        }
        MomentDeviation effect =
                new MomentDeviation(new RadialDensity(Element.O, "O", "test", MIXTURE.integral(), radii, densities));
        GaussianMixture twice = new GaussianMixture(new double[] {4.0, -1.4, 0.4}, new double[] {3.0, 6.0, 0.6});
        for (int n = 0; n < MomentDeviation.ORDERS.size(); n++) {
            for (int s = 0; s < MomentDeviation.SIGMAS.size(); s++) {
                assertThat(effect.deviations(MIXTURE).get(n).get(s)).isLessThan(1e-8);
                assertThat(effect.deviations(twice).get(n).get(s)).isCloseTo(1, within(1e-8));
            }
        }
    }
}
