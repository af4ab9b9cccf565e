package io.github.gmp.probes.angular;

import io.github.gmp.api.multipole.probe.AngularProbe;
import io.github.gmp.api.multipole.probe.Polynomial;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The Maxwell-Cartesian spherical harmonics (MCSH) of one order n = a + b + c (arXiv:2102.02390, Table 1;
 * J. Applequist, Theor. Chem. Acc. 107, 103 (2002) for their theory):
 *
 * <p>S_abc = Σ_{u,v,w} (−1)^m (2n−2m−1)!! [a;u] [b;v] [c;w] x^{a−2u} y^{b−2v} z^{c−2w} r^{2m}, m = u+v+w, [a;u] = a! / (2^u u!
 * (a−2u)!).
 *
 * <p>Components come by group (the permutations of one (a,b,c), a ≥ b ≥ c), groups and components in descending lexicographic order. The
 * weight n!/(a!b!c!) makes Σ weight · μ² invariant under rotation: it is the number of times the component stands in the full
 * tensor of rank n.
 */
final class MaxwellCartesianHarmonics implements AngularProbe {
    /** Beyond it nobody has checked the coefficients; all of them are whole numbers that a double holds exactly up to here. */
    private static final int LARGEST_ORDER = 9;

    private final int order;
    private final List<Component> components;

    /**
     * @param order n, 0 … 9
     * @param form which polynomials
     * @throws IllegalArgumentException if the order is out of range
     */
    MaxwellCartesianHarmonics(int order, PolynomialForm form) {
        if (order < 0 || order > LARGEST_ORDER) {
            throw new IllegalArgumentException("orders are 0 to " + LARGEST_ORDER + ", got " + order);
        }
        this.order = order;
        List<Component> list = new ArrayList<>();
        for (int a = order; a >= 0; a--) {
            for (int b = Math.min(a, order - a); b >= 0; b--) {
                int c = order - a - b;
                if (c <= b) {
                    addGroup(a, b, c, form, list);
                }
            }
        }
        components = List.copyOf(list);
    }

    private void addGroup(int first, int second, int third, PolynomialForm form, List<Component> list) {
        int[] powers = {first, second, third};
        String group = label(first, second, third);
        Stream.of(
                        new int[] {0, 1, 2},
                        new int[] {0, 2, 1},
                        new int[] {1, 0, 2},
                        new int[] {1, 2, 0},
                        new int[] {2, 0, 1},
                        new int[] {2, 1, 0})
                .map(p -> List.of(powers[p[0]], powers[p[1]], powers[p[2]]))
                .distinct()
                .sorted((p, q) -> label(q).compareTo(label(p)))
                .forEach(p -> list.add(new Component(
                        label(p),
                        group,
                        multinomial(p.get(0), p.get(1), p.get(2)),
                        polynomial(p.get(0), p.get(1), p.get(2), form))));
    }

    private static String label(List<Integer> powers) {
        return label(powers.get(0), powers.get(1), powers.get(2));
    }

    private static String label(int a, int b, int c) {
        return "(" + a + "," + b + "," + c + ")";
    }

    @Override
    public int order() {
        return order;
    }

    @Override
    public List<Component> components() {
        return components;
    }

    static Polynomial polynomial(int a, int b, int c, PolynomialForm form) {
        int n = a + b + c;
        List<Polynomial.Term> terms = new ArrayList<>();
        for (int u = 0; 2 * u <= a; u++) {
            for (int v = 0; 2 * v <= b; v++) {
                for (int w = 0; 2 * w <= c; w++) {
                    int m = u + v + w;
                    double coefficient = (m % 2 == 0 ? 1 : -1)
                            * oddFactorial(n - m)
                            * pairings(a, u)
                            * pairings(b, v)
                            * pairings(c, w);
                    int radialPower = form == PolynomialForm.SOLID ? m : 0;
                    addTimesRadius(coefficient, a - 2 * u, b - 2 * v, c - 2 * w, radialPower, terms);
                }
            }
        }
        return Polynomial.of(terms);
    }

    /** Adds coefficient · x^a y^b z^c (x² + y² + z²)^m. */
    private static void addTimesRadius(double coefficient, int a, int b, int c, int m, List<Polynomial.Term> terms) {
        for (int i = 0; i <= m; i++) {
            for (int j = 0; i + j <= m; j++) {
                int k = m - i - j;
                terms.add(new Polynomial.Term(coefficient * multinomial(i, j, k), a + 2 * i, b + 2 * j, c + 2 * k));
            }
        }
    }

    /** (2k−1)!! = 1 · 3 · … · (2k−1), 1 for k = 0. */
    private static double oddFactorial(int k) {
        double product = 1;
        for (int i = 1; i <= k; i++) {
            product *= 2 * i - 1;
        }
        return product;
    }

    /** [a;u] = a! / (2^u u! (a−2u)!): the ways to take u pairs out of a. */
    private static double pairings(int a, int u) {
        return factorial(a) / ((1 << u) * factorial(u) * factorial(a - 2 * u));
    }

    private static double multinomial(int a, int b, int c) {
        return factorial(a + b + c) / (factorial(a) * factorial(b) * factorial(c));
    }

    private static double factorial(int n) {
        double product = 1;
        for (int i = 2; i <= n; i++) {
            product *= i;
        }
        return product;
    }
}
