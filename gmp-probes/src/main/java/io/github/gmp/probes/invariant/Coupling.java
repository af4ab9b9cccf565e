package io.github.gmp.probes.invariant;

import io.github.gmp.api.multipole.probe.AngularProbe;
import io.github.gmp.api.multipole.probe.Polynomial;

import java.util.ArrayList;
import java.util.List;

/**
 * The coefficients that couple moments of three orders to a scalar: T_abc = w_a w_b w_c ⟨P_a P_b P_c⟩ over the components a, b, c of the
 * orders, ⟨ ⟩ the mean over all directions u. With F_n(u) = Σ_c w_c P_c(u) μ_c, which turns with the structure whatever the basis,
 *
 * <pre>Σ_abc T_abc μ_a μ'_b μ''_c = ⟨F_n1 F'_n2 F''_n3⟩.</pre>
 *
 * <p>For spherical harmonics these are Gaunt coefficients; they vanish unless n1 + n2 + n3 is even and n3 ≤ n1 + n2.
 */
final class Coupling {
    /** Coefficients below this times the largest are rounding. */
    private static final double ROUNDING = 1e-13;

    /** The entries that are not zero: components of the three orders, and coefficients. */
    private final int[] first;

    private final int[] second;
    private final int[] third;
    private final double[] coefficients;

    private Coupling(List<Entry> entries) {
        first = entries.stream().mapToInt(Entry::a).toArray();
        second = entries.stream().mapToInt(Entry::b).toArray();
        third = entries.stream().mapToInt(Entry::c).toArray();
        coefficients = entries.stream().mapToDouble(Entry::coefficient).toArray();
    }

    private record Entry(int a, int b, int c, double coefficient) {}

    static Coupling of(AngularProbe left, AngularProbe middle, AngularProbe right) {
        List<Entry> entries = new ArrayList<>();
        double largest = 0;
        for (int a = 0; a < left.components().size(); a++) {
            for (int b = 0; b < middle.components().size(); b++) {
                Polynomial product = product(
                        left.components().get(a).polynomial(),
                        middle.components().get(b).polynomial());
                for (int c = 0; c < right.components().size(); c++) {
                    double coefficient = left.components().get(a).weight()
                            * middle.components().get(b).weight()
                            * right.components().get(c).weight()
                            * mean(product(product, right.components().get(c).polynomial()));
                    entries.add(new Entry(a, b, c, coefficient));
                    largest = Math.max(largest, Math.abs(coefficient));
                }
            }
        }
        double smallest = ROUNDING * largest;
        return new Coupling(entries.stream()
                .filter(entry -> Math.abs(entry.coefficient()) > smallest)
                .toList());
    }

    private static Polynomial product(Polynomial p, Polynomial q) {
        List<Polynomial.Term> terms = new ArrayList<>();
        for (Polynomial.Term s : p.terms()) {
            for (Polynomial.Term t : q.terms()) {
                terms.add(new Polynomial.Term(
                        s.coefficient() * t.coefficient(), s.a() + t.a(), s.b() + t.b(), s.c() + t.c()));
            }
        }
        return Polynomial.of(terms);
    }

    /** The mean over the unit sphere: ⟨x^a y^b z^c⟩ = (a−1)!! (b−1)!! (c−1)!! / (a+b+c+1)!! for even powers, 0 otherwise. */
    private static double mean(Polynomial polynomial) {
        double sum = 0;
        for (Polynomial.Term t : polynomial.terms()) {
            if (t.a() % 2 == 0 && t.b() % 2 == 0 && t.c() % 2 == 0) {
                sum += t.coefficient()
                        * doubleFactorial(t.a() - 1)
                        * doubleFactorial(t.b() - 1)
                        * doubleFactorial(t.c() - 1)
                        / doubleFactorial(t.degree() + 1);
            }
        }
        return sum;
    }

    private static double doubleFactorial(int n) {
        double product = 1;
        for (int i = n; i > 1; i -= 2) {
            product *= i;
        }
        return product;
    }

    /** {@return whether all coefficients vanish} */
    boolean isZero() {
        return coefficients.length == 0;
    }

    /** Adds Σ_ab T_abc left_a middle_b to result_c; moments lie at {@code [start + component · stride]}. */
    void addThird(double[] left, int leftAt, double[] middle, int middleAt, int stride, double[] result) {
        for (int k = 0; k < coefficients.length; k++) {
            result[third[k]] +=
                    coefficients[k] * left[leftAt + first[k] * stride] * middle[middleAt + second[k] * stride];
        }
    }

    /** Adds Σ_abc by the first and by the second factor, given that by the third: the transposed of {@link #addThird}. */
    void addGradients(double[] moments, int leftAt, int middleAt, int stride, double[] byThird, double[] gradient) {
        for (int k = 0; k < coefficients.length; k++) {
            double factor = coefficients[k] * byThird[third[k]];
            int left = leftAt + first[k] * stride;
            int middle = middleAt + second[k] * stride;
            gradient[left] += factor * moments[middle];
            gradient[middle] += factor * moments[left];
        }
    }
}
