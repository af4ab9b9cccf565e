package io.github.gmp.probes.moment;

import io.github.gmp.api.multipole.probe.Polynomial;

import java.util.List;

/**
 * The monomials x^a y^b z^c up to a degree, in one array: degree by degree, descending in (a, b, c) within a degree. With t = b + c,
 * (a, b, c) is number t(t+1)/2 + c of its degree, so that x times number i of a degree is number i of the next. They span all polynomials.
 *
 * @param maxDegree the largest degree
 */
public record Monomials(int maxDegree) implements PairFunctions {
    @Override
    public int offset(int degree) {
        return degree * (degree + 1) * (degree + 2) / 6;
    }

    @Override
    public int count(int degree) {
        return (degree + 1) * (degree + 2) / 2;
    }

    /** Place of x^a y^b z^c among those of its degree. */
    static int index(int b, int c) {
        return (b + c) * (b + c + 1) / 2 + c;
    }

    @Override
    public Polynomial polynomial(int degree, int index) {
        int t = 0;
        while ((t + 1) * (t + 2) / 2 <= index) {
            t++;
        }
        int c = index - t * (t + 1) / 2;
        return Polynomial.of(List.of(new Polynomial.Term(1, degree - t, t - c, c)));
    }

    @Override
    public void evaluate(double x, double y, double z, double[] values) {
        values[0] = 1;
        for (int degree = 1; degree <= maxDegree; degree++) {
            int lower = offset(degree - 1);
            int lowerCount = count(degree - 1);
            int here = offset(degree);
            for (int i = 0; i < lowerCount; i++) {
                values[here + i] = x * values[lower + i];
            }
            // The last ones have no x: y times the last ones of the degree below, and z^degree.
            int withoutX = lowerCount - degree;
            for (int i = withoutX; i < lowerCount; i++) {
                values[here + degree + i] = y * values[lower + i];
            }
            values[here + degree + lowerCount] = z * values[lower + lowerCount - 1];
        }
    }

    @Override
    public void tangent(double[] values, double vx, double vy, double vz, double[] tangents) {
        tangents[0] = 0;
        for (int degree = 1; degree <= maxDegree; degree++) {
            int lower = offset(degree - 1);
            int here = offset(degree);
            for (int i = here; i < here + count(degree); i++) {
                tangents[i] = 0;
            }
            for (int t = 0; t < degree; t++) {
                int row = t * (t + 1) / 2;
                int p = degree - 1 - t;
                for (int s = 0; s <= t; s++) {
                    double value = values[lower + row + s];
                    int timesX = here + row + s;
                    int timesY = timesX + t + 1;
                    tangents[timesX] += (p + 1) * vx * value;
                    tangents[timesY] += (t - s + 1) * vy * value;
                    tangents[timesY + 1] += (s + 1) * vz * value;
                }
            }
        }
    }

    @Override
    public void gradient(double[] weights, double[] values, double[] gradient) {
        double gx = 0;
        double gy = 0;
        double gz = 0;
        for (int degree = 0; degree < maxDegree; degree++) {
            int here = offset(degree);
            int above = offset(degree + 1);
            // ∂(x^{p+1} y^q z^s)/∂x = (p+1) x^p y^q z^s, and so on: every monomial is the derivative of three of the
            // next degree.
            for (int t = 0; t <= degree; t++) {
                int row = t * (t + 1) / 2;
                int p = degree - t;
                for (int s = 0; s <= t; s++) {
                    double value = values[here + row + s];
                    int timesX = above + row + s;
                    int timesY = timesX + t + 1;
                    gx += (p + 1) * weights[timesX] * value;
                    gy += (t - s + 1) * weights[timesY] * value;
                    gz += (s + 1) * weights[timesY + 1] * value;
                }
            }
        }
        gradient[0] = gx;
        gradient[1] = gy;
        gradient[2] = gz;
    }
}
