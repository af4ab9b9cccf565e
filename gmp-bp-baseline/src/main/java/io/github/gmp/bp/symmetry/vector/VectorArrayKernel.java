package io.github.gmp.bp.symmetry.vector;

import static io.github.gmp.bp.symmetry.vector.Vectors.all;
import static io.github.gmp.bp.symmetry.vector.Vectors.load;
import static io.github.gmp.toolkit.kernel.vector.Lanes.COUNT;

import io.github.gmp.bp.symmetry.kernel.ArrayKernel;
import io.github.gmp.toolkit.kernel.vector.Lanes;
import jdk.incubator.vector.DoubleVector;

/** On the Vector API: lanes are consecutive values. */
final class VectorArrayKernel implements ArrayKernel {
    @Override
    public int lanes() {
        return COUNT;
    }

    @Override
    public void polynomial(double[] coefficients, double[] x, double[] result, int length) {
        int done = coefficients.length % 8 == 5 ? 5 : 9;
        if (done == 5) {
            startPolynomial(coefficients, x, result, length);
        } else {
            startLongPolynomial(coefficients, x, result, length);
        }
        for (int n = done; n < coefficients.length; n += 8) {
            continuePolynomial(coefficients, n, x, result, length);
        }
    }

    private static void startPolynomial(double[] c, double[] x, double[] result, int length) {
        DoubleVector c0 = all(c[0]);
        DoubleVector c1 = all(c[1]);
        DoubleVector c2 = all(c[2]);
        DoubleVector c3 = all(c[3]);
        DoubleVector c4 = all(c[4]);
        for (int t = 0; t < length; t += COUNT) {
            DoubleVector at = load(x, t);
            c0.fma(at, c1).fma(at, c2).fma(at, c3).fma(at, c4).intoArray(result, t);
        }
    }

    private static void startLongPolynomial(double[] c, double[] x, double[] result, int length) {
        DoubleVector c0 = all(c[0]);
        DoubleVector c1 = all(c[1]);
        DoubleVector c2 = all(c[2]);
        DoubleVector c3 = all(c[3]);
        DoubleVector c4 = all(c[4]);
        DoubleVector c5 = all(c[5]);
        DoubleVector c6 = all(c[6]);
        DoubleVector c7 = all(c[7]);
        DoubleVector c8 = all(c[8]);
        for (int t = 0; t < length; t += COUNT) {
            DoubleVector at = load(x, t);
            DoubleVector high = c0.fma(at, c1).fma(at, c2).fma(at, c3).fma(at, c4);
            high.fma(at, c5).fma(at, c6).fma(at, c7).fma(at, c8).intoArray(result, t);
        }
    }

    private static void continuePolynomial(double[] c, int n, double[] x, double[] result, int length) {
        DoubleVector c0 = all(c[n]);
        DoubleVector c1 = all(c[n + 1]);
        DoubleVector c2 = all(c[n + 2]);
        DoubleVector c3 = all(c[n + 3]);
        DoubleVector c4 = all(c[n + 4]);
        DoubleVector c5 = all(c[n + 5]);
        DoubleVector c6 = all(c[n + 6]);
        DoubleVector c7 = all(c[n + 7]);
        for (int t = 0; t < length; t += COUNT) {
            DoubleVector at = load(x, t);
            DoubleVector high =
                    load(result, t).fma(at, c0).fma(at, c1).fma(at, c2).fma(at, c3);
            high.fma(at, c4).fma(at, c5).fma(at, c6).fma(at, c7).intoArray(result, t);
        }
    }

    @Override
    public void exponential(double rate, double[] x, double[] result, int length) {
        DoubleVector factor = all(-rate * Lanes.LOG2_E);
        for (int t = 0; t < length; t += COUNT) {
            load(x, t).mul(factor).intoArray(result, t);
        }
        Lanes.exp2(result, 0, length / COUNT, COUNT);
    }

    @Override
    public void root(double[] x, double shift, double[] result, double[] argument, int length) {
        for (int t = 0; t < length; t += COUNT) {
            DoubleVector root = load(x, t).sqrt();
            root.intoArray(result, t);
            root.sub(all(shift)).intoArray(argument, t);
        }
    }

    @Override
    public void multiply(double[] a, int aOffset, double[] b, int bOffset, double[] result, int offset, int length) {
        for (int t = 0; t < length; t += COUNT) {
            load(a, aOffset + t).mul(load(b, bOffset + t)).intoArray(result, offset + t);
        }
    }

    @Override
    public void divide(double[] a, double[] b, double[] result, int length) {
        DoubleVector tiny = all(Vectors.TINY);
        for (int t = 0; t < length; t += COUNT) {
            DoubleVector divisor = load(b, t);
            load(a, t).div(divisor.max(tiny)).mul(Vectors.positive(divisor)).intoArray(result, t);
        }
    }

    @Override
    public void gaussianTimesCutoff(
            double eta,
            double[] gaussian,
            double[] cutoff,
            double[] cutoffSlope,
            double[] value,
            double[] slope,
            int length) {
        DoubleVector minusEta = all(-eta);
        for (int t = 0; t < length; t += COUNT) {
            DoubleVector g = load(gaussian, t);
            DoubleVector product = g.mul(load(cutoff, t));
            product.fma(minusEta, g.mul(load(cutoffSlope, t))).intoArray(slope, t);
            product.intoArray(value, t);
        }
    }

    @Override
    public void reduce(double[] sums, int count, double[] result) {
        for (int n = 0; n < count; n++) {
            double total = 0;
            for (int lane = 0; lane < COUNT; lane++) {
                total += sums[n * COUNT + lane];
            }
            result[n] = total;
        }
    }
}
