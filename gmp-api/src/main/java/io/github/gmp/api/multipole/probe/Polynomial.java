package io.github.gmp.api.multipole.probe;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A polynomial in x, y, z: Σ c x^a y^b z^c. Terms are distinct and kept in descending lexicographic order of (a, b, c). */
public final class Polynomial {
    /**
     * One term, coefficient · x^a y^b z^c.
     *
     * @param coefficient the coefficient
     * @param a power of x
     * @param b power of y
     * @param c power of z
     */
    public record Term(double coefficient, int a, int b, int c) {
        /**
         * Checks the term.
         *
         * @throws IllegalArgumentException if a power is negative or the coefficient is not finite
         */
        public Term {
            if (a < 0 || b < 0 || c < 0 || !Double.isFinite(coefficient)) {
                throw new IllegalArgumentException(
                        "bad polynomial term " + coefficient + " x^" + a + " y^" + b + " z^" + c);
            }
        }

        /** {@return a + b + c} */
        public int degree() {
            return a + b + c;
        }
    }

    private record Powers(int a, int b, int c) {}

    private static final Comparator<Term> ORDER = Comparator.comparingInt(Term::a)
            .thenComparingInt(Term::b)
            .thenComparingInt(Term::c)
            .reversed();

    private final List<Term> terms;

    private Polynomial(List<Term> terms) {
        this.terms = List.copyOf(terms);
    }

    /**
     * {@return the polynomial of some terms}
     *
     * @param terms any terms; equal powers are added up, zero coefficients dropped
     */
    public static Polynomial of(List<Term> terms) {
        Map<Powers, Double> sums = new HashMap<>();
        for (Term t : terms) {
            sums.merge(new Powers(t.a(), t.b(), t.c()), t.coefficient(), Double::sum);
        }
        List<Term> distinct = new ArrayList<>();
        sums.forEach((p, c) -> {
            if (c != 0) {
                distinct.add(new Term(c, p.a(), p.b(), p.c()));
            }
        });
        distinct.sort(ORDER);
        return new Polynomial(distinct);
    }

    /** {@return the terms, in descending lexicographic order of their powers} */
    public List<Term> terms() {
        return terms;
    }

    /** {@return the largest degree of a term, 0 for the zero polynomial} */
    public int degree() {
        return terms.stream().mapToInt(Term::degree).max().orElse(0);
    }

    /** {@return whether there is no term} */
    public boolean isZero() {
        return terms.isEmpty();
    }

    /**
     * {@return the terms of exactly one degree}
     *
     * @param degree a degree
     */
    public Polynomial homogeneousPart(int degree) {
        return new Polynomial(terms.stream().filter(t -> t.degree() == degree).toList());
    }

    /** {@return ∂²/∂x² + ∂²/∂y² + ∂²/∂z² of this} */
    public Polynomial laplacian() {
        List<Term> result = new ArrayList<>();
        for (Term t : terms) {
            if (t.a() > 1) {
                result.add(new Term(t.coefficient() * t.a() * (t.a() - 1), t.a() - 2, t.b(), t.c()));
            }
            if (t.b() > 1) {
                result.add(new Term(t.coefficient() * t.b() * (t.b() - 1), t.a(), t.b() - 2, t.c()));
            }
            if (t.c() > 1) {
                result.add(new Term(t.coefficient() * t.c() * (t.c() - 1), t.a(), t.b(), t.c() - 2));
            }
        }
        return of(result);
    }

    /**
     * {@return this polynomial times a factor}
     *
     * @param factor a number
     */
    public Polynomial scaled(double factor) {
        return of(terms.stream()
                .map(t -> new Term(t.coefficient() * factor, t.a(), t.b(), t.c()))
                .toList());
    }

    /**
     * {@return the value at (x, y, z)}
     *
     * @param x first coordinate
     * @param y second coordinate
     * @param z third coordinate
     */
    public double value(double x, double y, double z) {
        double sum = 0;
        for (Term t : terms) {
            sum += t.coefficient() * power(x, t.a()) * power(y, t.b()) * power(z, t.c());
        }
        return sum;
    }

    private static double power(double base, int exponent) {
        double result = 1;
        for (int i = 0; i < exponent; i++) {
            result *= base;
        }
        return result;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Polynomial p && terms.equals(p.terms);
    }

    @Override
    public int hashCode() {
        return terms.hashCode();
    }

    @Override
    public String toString() {
        return terms.toString();
    }
}
