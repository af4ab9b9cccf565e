package io.github.gmp.probes.descriptor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gmp.api.descriptor.CutoffFunction;
import io.github.gmp.api.math.Matrix;
import io.github.gmp.api.multipole.density.GaussianMixture;
import io.github.gmp.api.neighbor.NeighborList;
import io.github.gmp.api.structure.AtomicStructure;
import io.github.gmp.api.structure.Element;
import io.github.gmp.probes.angular.PolynomialForm;
import io.github.gmp.probes.radial.Normalization;
import io.github.gmp.testkit.RandomStructures;
import io.github.gmp.toolkit.cutoff.CutoffFunctions;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Order norms and power spectra of solid harmonics without any harmonics: Σ_abc n!/(a!b!c!) S_abc(u) S_abc(v) = n! (2n−1)!! |u|ⁿ|v|ⁿ
 * P_n(cos θ), so that p_{n,σσ'} is a double sum over neighbors with Legendre polynomials P_n.
 */
class LegendreOracleTest {
    private static final long SEED = 7;
    private static final int MAX_ORDER = 9;
    private static final Double[] SIGMAS = {0.3, 0.8, 1.7};
    private static final CutoffFunction CUTOFF = CutoffFunctions.polynomial(5, 2);
    private static final AtomicStructure CRYSTAL = RandomStructures.crystal(
            List.of(Element.H, Element.C, Element.O), 4, CUTOFF.radius(), new SplittableRandom(SEED));

    @Test
    void powerSpectrum() {
        Matrix features = Gmp.descriptor(
                        Gmp.radial(Normalization.VOLUME, SIGMAS),
                        Gmp.angular(MAX_ORDER, PolynomialForm.SOLID),
                        Gmp.powerSpectrum(),
                        CUTOFF)
                .evaluate(CRYSTAL)
                .features();
        for (int center = 0; center < CRYSTAL.size(); center++) {
            int feature = 0;
            for (int n = 0; n <= MAX_ORDER; n++) {
                for (int s = 0; s < SIGMAS.length; s++) {
                    for (int t = s; t < SIGMAS.length; t++) {
                        assertClose(features.get(center, feature++), center, n, s, t);
                    }
                }
            }
            assertThat(feature).isEqualTo(features.columns());
        }
    }

    @Test
    void orderNorm() {
        Matrix squares = orderNorm(false);
        Matrix roots = orderNorm(true);
        for (int center = 0; center < CRYSTAL.size(); center++) {
            for (int n = 0; n <= MAX_ORDER; n++) {
                for (int s = 0; s < SIGMAS.length; s++) {
                    int feature = n * SIGMAS.length + s;
                    assertClose(squares.get(center, feature), center, n, s, s);
                    double root = roots.get(center, feature);
                    assertClose(root * root, center, n, s, s);
                }
            }
        }
    }

    /** The mean over directions u of three factors Σ_j n! (2n−1)!! R_n r_jⁿ P_n(cos(u, x_j)), by a quadrature that is exact to degree 19. */
    @Test
    void cubic() {
        int maxOrder = 3;
        GmpDescriptor descriptor = Gmp.descriptor(
                Gmp.radial(Normalization.VOLUME, SIGMAS),
                Gmp.angular(maxOrder, PolynomialForm.SOLID),
                Gmp.cubic(SIGMAS.length, maxOrder),
                CUTOFF);
        Matrix features = descriptor.evaluate(CRYSTAL).features();
        int[][] orders = {{1, 1, 2}, {1, 2, 3}, {2, 2, 2}, {2, 3, 3}};
        for (int center = 0; center < CRYSTAL.size(); center++) {
            int feature = 0;
            for (int[] n : orders) {
                for (int q = 0; q < SIGMAS.length; q++) {
                    for (int r = n[0] == n[1] ? q : 0; r < SIGMAS.length; r++) {
                        for (int s = n[1] == n[2] ? r : 0; s < SIGMAS.length; s++) {
                            double[] expected = meanOfProducts(center, n, new int[] {q, r, s});
                            assertThat(Math.abs(features.get(center, feature) - expected[0]) / expected[1])
                                    .as(
                                            "%s of atom %d, seed %d",
                                            descriptor.features().get(feature), center, SEED)
                                    .isLessThan(1e-11);
                            feature++;
                        }
                    }
                }
            }
            assertThat(feature).isEqualTo(features.columns());
        }
    }

    /** The mean, and that of the modulus. */
    private static double[] meanOfProducts(int center, int[] orders, int[] widths) {
        List<List<double[]>> sites =
                List.of(sites(center, orders[0]), sites(center, orders[1]), sites(center, orders[2]));
        int points = 10;
        double mean = 0;
        double scale = 0;
        for (int i = 0; i < points; i++) {
            double z = gaussNode(points, i);
            double slope = points * (z * legendre(points, z) - legendre(points - 1, z)) / (z * z - 1);
            double weight = 1 / ((1 - z * z) * slope * slope) / (2 * points);
            for (int k = 0; k < 2 * points; k++) {
                double phi = Math.PI * k / points;
                double x = Math.sqrt(1 - z * z) * Math.cos(phi);
                double y = Math.sqrt(1 - z * z) * Math.sin(phi);
                double product = weight;
                for (int f = 0; f < 3; f++) {
                    double sum = 0;
                    for (double[] v : sites.get(f)) {
                        if (v[3] > 0) {
                            double cosine = (x * v[0] + y * v[1] + z * v[2]) / v[3];
                            sum += factor(orders[f])
                                    * v[4 + widths[f]]
                                    * Math.pow(v[3], orders[f])
                                    * legendre(orders[f], cosine);
                        }
                    }
                    product *= sum;
                }
                mean += product;
                scale += Math.abs(product);
            }
        }
        return new double[] {mean, scale};
    }

    /** A zero of P_n, by Newton's method. */
    private static double gaussNode(int n, int index) {
        double x = Math.cos(Math.PI * (index + 0.75) / (n + 0.5));
        for (int step = 0; step < 20; step++) {
            x -= legendre(n, x) * (x * x - 1) / (n * (x * legendre(n, x) - legendre(n - 1, x)));
        }
        return x;
    }

    private static Matrix orderNorm(boolean root) {
        return Gmp.descriptor(
                        Gmp.radial(Normalization.VOLUME, SIGMAS),
                        Gmp.angular(MAX_ORDER, PolynomialForm.SOLID),
                        Gmp.orderNorm(root),
                        CUTOFF)
                .evaluate(CRYSTAL)
                .features();
    }

    private static void assertClose(double value, int center, int n, int s, int t) {
        List<double[]> sites = sites(center, n);
        double expected = 0;
        double scale = 0;
        for (double[] u : sites) {
            for (double[] v : sites) {
                double cosine = n == 0 ? 1 : (u[0] * v[0] + u[1] * v[1] + u[2] * v[2]) / (u[3] * v[3]);
                double weight = u[4 + s] * v[4 + t] * Math.pow(u[3] * v[3], n) * factor(n);
                // At the center itself |u|^n = 0 for n > 0, and the angle has no meaning.
                expected += weight == 0 ? 0 : weight * legendre(n, cosine);
                scale += Math.abs(weight);
            }
        }
        assertThat(Math.abs(value - expected) / scale)
                .as(
                        "order %d, widths %d and %d, atom %d: %s, oracle %s, seed %d",
                        n, s, t, center, value, expected, SEED)
                .isLessThan(1e-11);
        assertThat(scale).isPositive();
    }

    private static List<double[]> sites(int center, int n) {
        NeighborList list = NeighborList.build(CRYSTAL, CUTOFF.radius());
        List<double[]> sites = new ArrayList<>();
        sites.add(site(CRYSTAL.element(center), 0, 0, 0, n));
        for (int p = list.begin(center); p < list.end(center); p++) {
            sites.add(site(CRYSTAL.element(list.neighbor(p)), list.dx(p), list.dy(p), list.dz(p), n));
        }
        return sites;
    }

    /** x, y, z, r, R_n of each width with the cutoff. */
    private static double[] site(Element element, double x, double y, double z, int n) {
        double r = Math.sqrt(x * x + y * y + z * z);
        double[] site = new double[4 + SIGMAS.length];
        site[0] = x;
        site[1] = y;
        site[2] = z;
        site[3] = r;
        GaussianMixture density = Gmp.DENSITY.density(element);
        for (int s = 0; s < SIGMAS.length; s++) {
            double alpha = 1 / (2 * SIGMAS[s] * SIGMAS[s]);
            double amplitude = Math.pow(SIGMAS[s] * Math.sqrt(2 * Math.PI), -3);
            for (int k = 0; k < density.size(); k++) {
                double beta = density.exponent(k);
                site[4 + s] += amplitude
                        * density.amplitude(k)
                        * Math.pow(Math.PI / (alpha + beta), 1.5)
                        * Math.pow(beta / (alpha + beta), n)
                        * Math.exp(-alpha * beta / (alpha + beta) * r * r);
            }
            site[4 + s] *= CUTOFF.value(r);
        }
        return site;
    }

    /** n! (2n−1)!!. */
    private static double factor(int n) {
        double product = 1;
        for (int i = 1; i <= n; i++) {
            product *= i * (2 * i - 1);
        }
        return product;
    }

    private static double legendre(int n, double x) {
        double previous = 0;
        double current = 1;
        for (int k = 1; k <= n; k++) {
            double next = ((2 * k - 1) * x * current - (k - 1) * previous) / k;
            previous = current;
            current = next;
        }
        return current;
    }
}
