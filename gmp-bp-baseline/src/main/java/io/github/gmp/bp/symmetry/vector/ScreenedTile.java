package io.github.gmp.bp.symmetry.vector;

import io.github.gmp.api.kernel.vector.Lanes;
import io.github.gmp.bp.symmetry.ScreenedGaussian;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** {@link ScreenedGaussian}s of many squared distances; those from the cutoff on are zero. Four vectors at a time hide the latency. Used by one thread. */
final class ScreenedTile {
    private static final VectorSpecies<Double> S = Lanes.DOUBLES;
    private static final int L = Lanes.COUNT;

    /** e^{−κs}, for functions that keep a Gaussian factor. */
    private double[] gaussians = new double[0];

    /**
     * @param function e_η
     * @param squares squares of distances in Å²
     * @param from first of them
     * @param size number of them, whole vectors
     * @param values receives e_η
     * @param offset where in {@code values} to start
     */
    void values(ScreenedGaussian function, double[] squares, int from, int size, double[] values, int offset) {
        if (!function.isPolynomial()) {
            function.values(squares, from, size, values, offset);
            return;
        }
        double[] coefficients = function.coefficients();
        double scale = 1 / function.limit();
        int lane = 0;
        for (; lane + 4 * L <= size; lane += 4 * L) {
            fourValues(coefficients, scale, squares, from + lane, values, offset + lane);
        }
        for (; lane < size; lane += L) {
            oneValue(coefficients, scale, squares, from + lane, values, offset + lane);
        }
        if (function.exponent() != 0) {
            multiplyGaussian(function.exponent(), squares, from, size, values, offset);
        }
    }

    private void multiplyGaussian(double exponent, double[] squares, int from, int size, double[] values, int offset) {
        loadGaussians(exponent, squares, from, size);
        for (int lane = 0; lane < size; lane += L) {
            DoubleVector.fromArray(S, gaussians, lane)
                    .mul(DoubleVector.fromArray(S, values, offset + lane))
                    .intoArray(values, offset + lane);
        }
    }

    /** (e^{−κs} v)' = e^{−κs} (v' − κ v), then e^{−κs} v itself. */
    private void multiplyGaussianSlopes(
            double exponent, double[] squares, int from, int size, double[] values, double[] slopes, int offset) {
        loadGaussians(exponent, squares, from, size);
        for (int lane = 0; lane < size; lane += L) {
            DoubleVector gaussian = DoubleVector.fromArray(S, gaussians, lane);
            DoubleVector value = DoubleVector.fromArray(S, values, offset + lane);
            DoubleVector.fromArray(S, slopes, offset + lane)
                    .sub(value.mul(exponent))
                    .mul(gaussian)
                    .intoArray(slopes, offset + lane);
            value.mul(gaussian).intoArray(values, offset + lane);
        }
    }

    private void loadGaussians(double exponent, double[] squares, int from, int size) {
        if (gaussians.length < size) {
            gaussians = new double[size];
        }
        for (int lane = 0; lane < size; lane += L) {
            DoubleVector.fromArray(S, squares, from + lane)
                    .mul(-exponent * Lanes.LOG2_E)
                    .intoArray(gaussians, lane);
        }
        Lanes.exp2(gaussians, 0, size / L, L);
    }

    private static void fourValues(
            double[] coefficients, double scale, double[] squares, int from, double[] values, int to) {
        DoubleVector t0 =
                DoubleVector.fromArray(S, squares, from).mul(2 * scale).sub(1);
        DoubleVector t1 =
                DoubleVector.fromArray(S, squares, from + L).mul(2 * scale).sub(1);
        DoubleVector t2 =
                DoubleVector.fromArray(S, squares, from + 2 * L).mul(2 * scale).sub(1);
        DoubleVector t3 =
                DoubleVector.fromArray(S, squares, from + 3 * L).mul(2 * scale).sub(1);
        DoubleVector p0 = DoubleVector.broadcast(S, coefficients[coefficients.length - 1]);
        DoubleVector p1 = p0;
        DoubleVector p2 = p0;
        DoubleVector p3 = p0;
        for (int k = coefficients.length - 2; k >= 0; k--) {
            DoubleVector c = DoubleVector.broadcast(S, coefficients[k]);
            p0 = p0.fma(t0, c);
            p1 = p1.fma(t1, c);
            p2 = p2.fma(t2, c);
            p3 = p3.fma(t3, c);
        }
        p0.intoArray(values, to);
        p1.intoArray(values, to + L);
        p2.intoArray(values, to + 2 * L);
        p3.intoArray(values, to + 3 * L);
        for (int lane = 0; lane < 4 * L; lane += L) {
            finishValue(scale, squares, from + lane, values, to + lane);
        }
    }

    private static void oneValue(
            double[] coefficients, double scale, double[] squares, int from, double[] values, int to) {
        DoubleVector t = DoubleVector.fromArray(S, squares, from).mul(2 * scale).sub(1);
        DoubleVector p = DoubleVector.broadcast(S, coefficients[coefficients.length - 1]);
        for (int k = coefficients.length - 2; k >= 0; k--) {
            p = p.fma(t, DoubleVector.broadcast(S, coefficients[k]));
        }
        p.intoArray(values, to);
        finishValue(scale, squares, from, values, to);
    }

    /** (1 − u)² p, zero for u ≥ 1. */
    private static void finishValue(double scale, double[] squares, int from, double[] values, int to) {
        DoubleVector u = DoubleVector.fromArray(S, squares, from).mul(scale);
        DoubleVector w = DoubleVector.broadcast(S, 1.0).sub(u);
        VectorMask<Double> outside = u.compare(VectorOperators.GE, 1.0);
        w.mul(w).mul(DoubleVector.fromArray(S, values, to)).blend(0.0, outside).intoArray(values, to);
    }

    /**
     * Values and slopes together.
     *
     * @param function e_η
     * @param squares squares of distances in Å²
     * @param from first of them
     * @param size number of them, whole vectors
     * @param values receives e_η
     * @param slopes receives de_η/ds
     * @param offset where in both to start
     */
    void valuesAndSlopes(
            ScreenedGaussian function,
            double[] squares,
            int from,
            int size,
            double[] values,
            double[] slopes,
            int offset) {
        if (!function.isPolynomial()) {
            function.values(squares, from, size, values, offset);
            function.slopes(squares, from, size, slopes, offset);
            return;
        }
        double[] coefficients = function.coefficients();
        double scale = 1 / function.limit();
        int lane = 0;
        for (; lane + 2 * L <= size; lane += 2 * L) {
            twoSlopes(coefficients, scale, squares, from + lane, values, slopes, offset + lane);
        }
        for (; lane < size; lane += L) {
            oneSlope(coefficients, scale, squares, from + lane, values, slopes, offset + lane);
        }
        if (function.exponent() != 0) {
            multiplyGaussianSlopes(function.exponent(), squares, from, size, values, slopes, offset);
        }
    }

    /** Horner's scheme for a polynomial and its derivative at once. */
    private static void twoSlopes(
            double[] coefficients, double scale, double[] squares, int from, double[] values, double[] slopes, int to) {
        DoubleVector t0 =
                DoubleVector.fromArray(S, squares, from).mul(2 * scale).sub(1);
        DoubleVector t1 =
                DoubleVector.fromArray(S, squares, from + L).mul(2 * scale).sub(1);
        DoubleVector p0 = DoubleVector.broadcast(S, coefficients[coefficients.length - 1]);
        DoubleVector p1 = p0;
        DoubleVector d0 = DoubleVector.zero(S);
        DoubleVector d1 = d0;
        for (int k = coefficients.length - 2; k >= 0; k--) {
            DoubleVector c = DoubleVector.broadcast(S, coefficients[k]);
            d0 = d0.fma(t0, p0);
            d1 = d1.fma(t1, p1);
            p0 = p0.fma(t0, c);
            p1 = p1.fma(t1, c);
        }
        p0.intoArray(values, to);
        p1.intoArray(values, to + L);
        d0.intoArray(slopes, to);
        d1.intoArray(slopes, to + L);
        finishSlope(scale, squares, from, values, slopes, to);
        finishSlope(scale, squares, from + L, values, slopes, to + L);
    }

    private static void oneSlope(
            double[] coefficients, double scale, double[] squares, int from, double[] values, double[] slopes, int to) {
        DoubleVector t = DoubleVector.fromArray(S, squares, from).mul(2 * scale).sub(1);
        DoubleVector p = DoubleVector.broadcast(S, coefficients[coefficients.length - 1]);
        DoubleVector d = DoubleVector.zero(S);
        for (int k = coefficients.length - 2; k >= 0; k--) {
            d = d.fma(t, p);
            p = p.fma(t, DoubleVector.broadcast(S, coefficients[k]));
        }
        p.intoArray(values, to);
        d.intoArray(slopes, to);
        finishSlope(scale, squares, from, values, slopes, to);
    }

    /** From p and dp/dt to (1 − u)² p and 2 (1 − u) ((1 − u) dp/dt − p) / r_c², both zero for u ≥ 1. */
    private static void finishSlope(
            double scale, double[] squares, int from, double[] values, double[] slopes, int to) {
        DoubleVector u = DoubleVector.fromArray(S, squares, from).mul(scale);
        DoubleVector w = DoubleVector.broadcast(S, 1.0).sub(u);
        DoubleVector p = DoubleVector.fromArray(S, values, to);
        VectorMask<Double> outside = u.compare(VectorOperators.GE, 1.0);
        w.mul(w).mul(p).blend(0.0, outside).intoArray(values, to);
        w.mul(2 * scale)
                .mul(w.mul(DoubleVector.fromArray(S, slopes, to)).sub(p))
                .blend(0.0, outside)
                .intoArray(slopes, to);
    }
}
