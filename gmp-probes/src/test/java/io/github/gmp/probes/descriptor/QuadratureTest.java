package io.github.gmp.probes.descriptor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gmp.api.math.Matrix;
import io.github.gmp.api.multipole.density.GaussianMixture;
import io.github.gmp.api.multipole.probe.AngularBasis;
import io.github.gmp.api.multipole.probe.AngularProbe;
import io.github.gmp.api.multipole.probe.Polynomial;
import io.github.gmp.api.multipole.probe.RadialBasis;
import io.github.gmp.api.structure.AtomicStructure;
import io.github.gmp.api.structure.Cell;
import io.github.gmp.api.structure.Element;
import io.github.gmp.probes.angular.PolynomialForm;
import io.github.gmp.probes.radial.Normalization;
import io.github.gmp.toolkit.cutoff.CutoffFunctions;
import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;

/**
 * Moments of one pair against Eq. 1 of the paper taken literally: ∫ ρ(r) G(r) P(r) dr summed over a grid of points (the trapezoidal
 * rule, which converges faster than any power of the step for Gaussians), ρ the density of both atoms.
 */
class QuadratureTest {
    private static final double[] NEIGHBOR = {0.53, -0.71, 0.94};
    /** exp(−π² / (γ h²)) is below 1e-16 for the sharpest product of Gaussians here, γ = 24. */
    private static final double STEP = 0.105;

    private static final double EXTENT = 4.6;
    private static final int DEGREE = 9;

    @Test
    void harmonicsOfAllOrders() {
        RadialBasis radial = Gmp.radial(Normalization.VOLUME, 0.5);
        double[][][] integrals = integrals(radial.probes().get(0).expansion());
        check(Gmp.angular(9, PolynomialForm.SOLID), radial, integrals);
        check(Gmp.angular(9, PolynomialForm.LITERAL), radial, integrals);
        check(Gmp.orders(PolynomialForm.LITERAL, 7, 2), radial, integrals);
    }

    @Test
    void anyPolynomialsAndRadialProbes() {
        RadialBasis radial = ForeignBases.radial();
        check(ForeignBases.angular(), radial, integrals(radial.probes().get(0).expansion()));
    }

    private static void check(AngularBasis angular, RadialBasis radial, double[][][] integrals) {
        AtomicStructure pair = new AtomicStructure(
                new Element[] {Element.O, Element.C},
                new double[] {0, 0, 0, NEIGHBOR[0], NEIGHBOR[1], NEIGHBOR[2]},
                Cell.none());
        Matrix moments = Gmp.descriptor(radial, angular, new MomentFeatures(), CutoffFunctions.hard(5))
                .evaluate(pair)
                .features();
        List<AngularProbe.Component> components = angular.probes().stream()
                .flatMap(probe -> probe.components().stream())
                .toList();
        assertThat(moments.columns()).isEqualTo(components.size());
        double largest = 0;
        for (int c = 0; c < components.size(); c++) {
            double expected = 0;
            // High orders are differences of large terms; rounding is relative to these.
            double scale = 0;
            for (Polynomial.Term term : components.get(c).polynomial().terms()) {
                double integral = term.coefficient() * integrals[term.a()][term.b()][term.c()];
                expected += integral;
                scale += Math.abs(integral);
            }
            assertThat(Math.abs(moments.get(0, c) - expected) / scale)
                    .as("component %s: %s by quadrature, %s", components.get(c).label(), expected, moments.get(0, c))
                    .isLessThan(1e-12);
            largest = Math.max(largest, Math.abs(expected) / scale);
        }
        assertThat(largest).as("not everything cancels").isGreaterThan(0.1);
    }

    /** ∫ ρ G x^a y^b z^c for all powers up to a + b + c = 9. */
    private static double[][][] integrals(GaussianMixture probe) {
        GaussianMixture center = Gmp.DENSITY.density(Element.O);
        GaussianMixture neighbor = Gmp.DENSITY.density(Element.C);
        double[][][] sums = new double[DEGREE + 1][DEGREE + 1][DEGREE + 1];
        int points = (int) Math.round(EXTENT / STEP);
        double[] alongZ = new double[DEGREE + 1];
        for (int i = -points; i <= points; i++) {
            for (int j = -points; j <= points; j++) {
                double x = i * STEP;
                double y = j * STEP;
                Arrays.fill(alongZ, 0);
                for (int k = -points; k <= points; k++) {
                    double z = k * STEP;
                    double r = Math.sqrt(x * x + y * y + z * z);
                    double dx = x - NEIGHBOR[0];
                    double dy = y - NEIGHBOR[1];
                    double dz = z - NEIGHBOR[2];
                    double value =
                            probe.value(r) * (center.value(r) + neighbor.value(Math.sqrt(dx * dx + dy * dy + dz * dz)));
                    for (int c = 0; c <= DEGREE; c++) {
                        alongZ[c] += value;
                        value *= z;
                    }
                }
                add(sums, x, y, alongZ);
            }
        }
        return sums;
    }

    private static void add(double[][][] sums, double x, double y, double[] alongZ) {
        double volume = STEP * STEP * STEP;
        for (int a = 0; a <= DEGREE; a++) {
            for (int b = 0; a + b <= DEGREE; b++) {
                double factor = volume * Math.pow(x, a) * Math.pow(y, b);
                for (int c = 0; a + b + c <= DEGREE; c++) {
                    sums[a][b][c] += factor * alongZ[c];
                }
            }
        }
    }
}
