package io.github.gmp.models.kernel;

/**
 * Plain loops, the reference. Inner loops run over contiguous columns without reductions, so that the compiler vectorizes them; two rows and
 * four terms are taken per sweep, so that eight products cost six loads and two stores. Nothing but additions, multiplications, divisions
 * and {@link StrictMath}: the same results on every machine.
 */
public final class ScalarKernels implements NetworkKernels {
    /** tanh is 1 within half an ulp beyond. */
    private static final double SATURATION = 20.0;

    /** Halvings of the argument: 2^8. */
    private static final double REDUCTION = 256.0;

    @Override
    public void addProduct(int rows, PaddedMatrix a, PaddedMatrix b, PaddedMatrix c) {
        addCombinations(rows, a.columns(), a, a.stride(), 1, b, c);
    }

    @Override
    public void addTransposedProduct(int rows, PaddedMatrix a, PaddedMatrix b, PaddedMatrix c) {
        addCombinations(a.columns(), rows, a, 1, a.stride(), b, c);
    }

    /** C[i] += Σ_k a(i, k) B[k], with a(i, k) at i · rowStep + k · innerStep. */
    private static void addCombinations(
            int rows, int inner, PaddedMatrix a, int rowStep, int innerStep, PaddedMatrix b, PaddedMatrix c) {
        int columns = b.columns();
        int blockedRows = rows - rows % 2;
        int blockedInner = inner - inner % 4;
        double[] f = a.values();
        for (int k = 0; k < blockedInner; k += 4) {
            for (int r = 0; r < blockedRows; r += 2) {
                int first = r * rowStep + k * innerStep;
                addTile(
                        columns,
                        f,
                        first,
                        first + rowStep,
                        innerStep,
                        b.values(),
                        k * b.stride(),
                        b.stride(),
                        c.values(),
                        r * c.stride(),
                        c.stride());
            }
        }
        for (int r = 0; r < rows; r++) {
            for (int k = r < blockedRows ? blockedInner : 0; k < inner; k++) {
                addRow(columns, f[r * rowStep + k * innerStep], b.values(), k * b.stride(), c.values(), r * c.stride());
            }
        }
    }

    /** Adds to two adjacent rows of C a combination of four adjacent rows of B each; factors are {@code factorStep} apart. */
    private static void addTile(
            int columns,
            double[] factors,
            int first,
            int second,
            int factorStep,
            double[] b,
            int bRow,
            int bStride,
            double[] c,
            int cRow,
            int cStride) {
        double f0 = factors[first];
        double f1 = factors[first + factorStep];
        double f2 = factors[first + 2 * factorStep];
        double f3 = factors[first + 3 * factorStep];
        double g0 = factors[second];
        double g1 = factors[second + factorStep];
        double g2 = factors[second + 2 * factorStep];
        double g3 = factors[second + 3 * factorStep];
        int b1 = bRow + bStride;
        int b2 = b1 + bStride;
        int b3 = b2 + bStride;
        int nextRow = cRow + cStride;
        for (int j = 0; j < columns; j++) {
            double x0 = b[bRow + j];
            double x1 = b[b1 + j];
            double x2 = b[b2 + j];
            double x3 = b[b3 + j];
            c[cRow + j] += f0 * x0 + f1 * x1 + f2 * x2 + f3 * x3;
            c[nextRow + j] += g0 * x0 + g1 * x1 + g2 * x2 + g3 * x3;
        }
    }

    private static void addRow(int columns, double factor, double[] b, int bRow, double[] c, int cRow) {
        for (int j = 0; j < columns; j++) {
            c[cRow + j] += factor * b[bRow + j];
        }
    }

    /**
     * tanh(x) = m / (m + 2) with m = e²ˣ − 1. m comes from the Taylor series of e^(2x/256) − 1 and eight times m(2y) = m(y) (m(y) + 2).
     * The loops vectorize as long as each is short, hence three of them.
     */
    @Override
    public void hyperbolicTangent(double[] inputs, double[] values, int count) {
        double reduction = 2.0 / REDUCTION;
        double limit = 2.0 * SATURATION / REDUCTION;
        for (int i = 0; i < count; i++) {
            double y = Math.max(-limit, Math.min(limit, inputs[i] * reduction));
            double y2 = y * y;
            double low = (1.0 + y * (1.0 / 2)) + y2 * ((1.0 / 6) + y * (1.0 / 24));
            double high = ((1.0 / 120) + y * (1.0 / 720)) + y2 * ((1.0 / 5040) + y * (1.0 / 40320));
            values[i] = y * (low + y2 * y2 * high);
        }
        for (int i = 0; i < count; i++) {
            double m = values[i];
            m = m * (m + 2.0);
            m = m * (m + 2.0);
            m = m * (m + 2.0);
            values[i] = m * (m + 2.0);
        }
        for (int i = 0; i < count; i++) {
            double m = values[i];
            m = m * (m + 2.0);
            m = m * (m + 2.0);
            m = m * (m + 2.0);
            m = m * (m + 2.0);
            values[i] = m / (m + 2.0);
        }
    }

    @Override
    public void decay(double[] inputs, double[] values, int count) {
        for (int i = 0; i < count; i++) {
            values[i] = StrictMath.exp(Math.max(LEAST_EXPONENT, Math.min(LARGEST_EXPONENT, -inputs[i])));
        }
    }
}
