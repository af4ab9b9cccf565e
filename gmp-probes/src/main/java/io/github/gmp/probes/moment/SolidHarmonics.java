package io.github.gmp.probes.moment;

import io.github.gmp.api.multipole.probe.Polynomial;

import java.util.ArrayList;
import java.util.List;

/**
 * Real solid harmonics up to a degree: C_l^m + i S_l^m = r^l P_l^m(cos θ) e^{imφ} / (l+m)!, without the sign (−1)^m of P_l^m. Degree l has
 * C_l^0, C_l^1, S_l^1, …, C_l^l, S_l^l. They span all harmonic polynomials with 2l + 1 instead of (l+1)(l+2)/2 functions.
 *
 * <p>In this normalization (E. O. Steinborn and K. Ruedenberg, doi:10.1016/S0065-3276(08)60558-4) derivatives have no constants:
 *
 * <pre>∂z Z_l^m = Z_{l−1}^m,   (∂x − i∂y) Z_l^m = Z_{l−1}^{m−1},   (∂x + i∂y) Z_l^m = −Z_{l−1}^{m+1},   Z_l^{−m} = (−1)^m conj Z_l^m.</pre>
 *
 * <p>Recursion: Z_m^m = (x+iy) Z_{m−1}^{m−1} / (2m), Z_l^m = ((2l−1) z Z_{l−1}^m − r² Z_{l−2}^m) / ((l+m)(l−m)).
 *
 * @param maxDegree the largest degree
 */
public record SolidHarmonics(int maxDegree) implements PairFunctions {
    @Override
    public int offset(int degree) {
        return degree * degree;
    }

    @Override
    public int count(int degree) {
        return 2 * degree + 1;
    }

    /**
     * {@return place of C_l^m; S_l^m is the next}
     *
     * @param l degree
     * @param m 1 … l
     */
    public static int place(int l, int m) {
        return l * l + 2 * m - 1;
    }

    /**
     * Σ over the functions of degree l of weight · function(u) · function(v) = |u|^l |v|^l P_l(cos θ).
     *
     * @param degree l
     * @param index number of a function among those of its degree
     * @return its weight, (2 − δ_m0) (l−m)! (l+m)!
     */
    public static double legendreWeight(int degree, int index) {
        int m = (index + 1) / 2;
        double product = m == 0 ? 1 : 2;
        for (int i = 2; i <= degree - m; i++) {
            product *= i;
        }
        for (int i = 2; i <= degree + m; i++) {
            product *= i;
        }
        return product;
    }

    /** The recursion on polynomials instead of numbers. */
    @Override
    public Polynomial polynomial(int degree, int index) {
        int m = (index + 1) / 2;
        boolean sine = m > 0 && index % 2 == 0;
        Polynomial cosineDiagonal = Polynomial.of(List.of(new Polynomial.Term(1, 0, 0, 0)));
        Polynomial sineDiagonal = Polynomial.of(List.of());
        for (int k = 1; k <= m; k++) {
            Polynomial cosine =
                    combine(0.5 / k, times(cosineDiagonal, 1, 0, 0), -0.5 / k, times(sineDiagonal, 0, 1, 0));
            sineDiagonal = combine(0.5 / k, times(sineDiagonal, 1, 0, 0), 0.5 / k, times(cosineDiagonal, 0, 1, 0));
            cosineDiagonal = cosine;
        }
        Polynomial before = Polynomial.of(List.of());
        Polynomial here = sine ? sineDiagonal : cosineDiagonal;
        for (int l = m + 1; l <= degree; l++) {
            double divisor = (l + m) * (l - m);
            Polynomial next = combine((2 * l - 1) / divisor, times(here, 0, 0, 1), -1 / divisor, timesSquare(before));
            before = here;
            here = next;
        }
        return here;
    }

    private static Polynomial times(Polynomial p, int a, int b, int c) {
        return Polynomial.of(p.terms().stream()
                .map(t -> new Polynomial.Term(t.coefficient(), t.a() + a, t.b() + b, t.c() + c))
                .toList());
    }

    private static Polynomial timesSquare(Polynomial p) {
        return combine(1, combine(1, times(p, 2, 0, 0), 1, times(p, 0, 2, 0)), 1, times(p, 0, 0, 2));
    }

    private static Polynomial combine(double s, Polynomial p, double t, Polynomial q) {
        List<Polynomial.Term> terms = new ArrayList<>(p.scaled(s).terms());
        terms.addAll(q.scaled(t).terms());
        return Polynomial.of(terms);
    }

    @Override
    public void evaluate(double x, double y, double z, double[] values) {
        double square = x * x + y * y + z * z;
        values[0] = 1;
        double before = 0;
        double here = 1;
        for (int l = 1; l <= maxDegree; l++) {
            double next = ((2 * l - 1) * z * here - square * before) / (l * l);
            values[l * l] = next;
            before = here;
            here = next;
        }
        double cosine = 1;
        double sine = 0;
        for (int m = 1; m <= maxDegree; m++) {
            double scale = 0.5 / m;
            double c = scale * (x * cosine - y * sine);
            sine = scale * (x * sine + y * cosine);
            cosine = c;
            column(m, z, square, cosine, sine, values);
        }
    }

    /** All degrees of one m. */
    private void column(int m, double z, double square, double cosine, double sine, double[] values) {
        double cosineBefore = 0;
        double sineBefore = 0;
        double cosineHere = cosine;
        double sineHere = sine;
        values[place(m, m)] = cosine;
        values[place(m, m) + 1] = sine;
        for (int l = m + 1; l <= maxDegree; l++) {
            double inverse = 1.0 / ((l + m) * (l - m));
            double alpha = (2 * l - 1) * inverse * z;
            double beta = inverse * square;
            double cosineNext = alpha * cosineHere - beta * cosineBefore;
            double sineNext = alpha * sineHere - beta * sineBefore;
            values[place(l, m)] = cosineNext;
            values[place(l, m) + 1] = sineNext;
            cosineBefore = cosineHere;
            sineBefore = sineHere;
            cosineHere = cosineNext;
            sineHere = sineNext;
        }
    }

    @Override
    public void tangent(double[] values, double vx, double vy, double vz, double[] tangents) {
        tangents[0] = 0;
        double hx = 0.5 * vx;
        double hy = 0.5 * vy;
        for (int l = 1; l <= maxDegree; l++) {
            int below = (l - 1) * (l - 1);
            int here = l * l;
            tangents[here] = vz * values[below] - (l > 1 ? vx * values[below + 1] + vy * values[below + 2] : 0);
            for (int m = 1; m <= l; m++) {
                // C and S of degree l − 1 at m − 1, m and m + 1, as far as they exist.
                int at = below + 2 * m - 1;
                double cosineLess = m > 1 ? values[at - 2] : values[below];
                double sineLess = m > 1 ? values[at - 1] : 0;
                double cosineSame = m < l ? values[at] : 0;
                double sineSame = m < l ? values[at + 1] : 0;
                double cosineMore = m + 1 < l ? values[at + 2] : 0;
                double sineMore = m + 1 < l ? values[at + 3] : 0;
                tangents[here + 2 * m - 1] =
                        vz * cosineSame + hx * (cosineLess - cosineMore) - hy * (sineMore + sineLess);
                tangents[here + 2 * m] = vz * sineSame + hx * (sineLess - sineMore) + hy * (cosineMore + cosineLess);
            }
        }
    }

    @Override
    public void gradient(double[] weights, double[] values, double[] gradient) {
        double gx = 0;
        double gy = 0;
        double gz = 0;
        for (int l = 0; l < maxDegree; l++) {
            int here = l * l;
            int above = (l + 1) * (l + 1);
            gx += weights[above + 1] * values[here];
            gy += weights[above + 2] * values[here];
            gz += weights[above] * values[here];
            for (int m = 1; m <= l; m++) {
                int at = above + 2 * m - 1;
                double cosine = values[here + 2 * m - 1];
                double sine = values[here + 2 * m];
                // (∂x, ∂y) C_{l+1}^0 = −(C_l^1, S_l^1), without the ½ of all others.
                double cosineLess = m > 1 ? weights[at - 2] : 2 * weights[above];
                double sineLess = m > 1 ? weights[at - 1] : 0;
                double cosineMore = weights[at + 2];
                double sineMore = weights[at + 3];
                gx += cosine * (cosineMore - cosineLess) + sine * (sineMore - sineLess);
                gy += cosine * (sineMore + sineLess) - sine * (cosineMore + cosineLess);
                gz += cosine * weights[at] + sine * weights[at + 1];
            }
        }
        gradient[0] = 0.5 * gx;
        gradient[1] = 0.5 * gy;
        gradient[2] = gz;
    }
}
