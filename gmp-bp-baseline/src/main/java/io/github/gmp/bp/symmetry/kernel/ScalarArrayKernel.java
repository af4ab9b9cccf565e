package io.github.gmp.bp.symmetry.kernel;

/** Plain loops: simple enough for the compiler to vectorize many of them by itself. */
final class ScalarArrayKernel implements ArrayKernel {
    @Override
    public int lanes() {
        return 1;
    }

    @Override
    public void polynomial(double[] coefficients, double[] x, double[] result, int length) {
        startPolynomial(coefficients, x, result, length);
        for (int n = 5; n < coefficients.length; n += 4) {
            continuePolynomial(coefficients, n, x, result, length);
        }
    }

    private static void startPolynomial(double[] c, double[] x, double[] result, int length) {
        double c0 = c[0];
        double c1 = c[1];
        double c2 = c[2];
        double c3 = c[3];
        double c4 = c[4];
        for (int t = 0; t < length; t++) {
            result[t] = (((c0 * x[t] + c1) * x[t] + c2) * x[t] + c3) * x[t] + c4;
        }
    }

    private static void continuePolynomial(double[] c, int n, double[] x, double[] result, int length) {
        double c0 = c[n];
        double c1 = c[n + 1];
        double c2 = c[n + 2];
        double c3 = c[n + 3];
        for (int t = 0; t < length; t++) {
            result[t] = (((result[t] * x[t] + c0) * x[t] + c1) * x[t] + c2) * x[t] + c3;
        }
    }

    @Override
    public void exponential(double rate, double[] x, double[] result, int length) {
        for (int t = 0; t < length; t++) {
            result[t] = Math.exp(-rate * x[t]);
        }
    }

    @Override
    public void root(double[] x, double shift, double[] result, double[] argument, int length) {
        for (int t = 0; t < length; t++) {
            result[t] = Math.sqrt(x[t]);
            argument[t] = result[t] - shift;
        }
    }

    @Override
    public void multiply(double[] a, int aOffset, double[] b, int bOffset, double[] result, int offset, int length) {
        for (int t = 0; t < length; t++) {
            result[offset + t] = a[aOffset + t] * b[bOffset + t];
        }
    }

    @Override
    public void divide(double[] a, double[] b, double[] result, int length) {
        for (int t = 0; t < length; t++) {
            result[t] = b[t] > 0 ? a[t] / b[t] : 0;
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
        for (int t = 0; t < length; t++) {
            double g = gaussian[t];
            double product = g * cutoff[t];
            slope[t] = g * cutoffSlope[t] - eta * product;
            value[t] = product;
        }
    }

    @Override
    public void reduce(double[] sums, int count, double[] result) {
        System.arraycopy(sums, 0, result, 0, count);
    }
}
