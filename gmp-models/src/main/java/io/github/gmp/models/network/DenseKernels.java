package io.github.gmp.models.network;

/**
 * The matrix kernels of the network passes, on row-major arrays. Inner loops run over contiguous columns without reductions, so that the
 * compiler vectorizes them; two rows and four terms are taken per sweep, so that eight products cost six loads and two stores. The order
 * of additions is fixed: results do not depend on how the code was compiled.
 */
final class DenseKernels {
    private DenseKernels() {}

    /**
     * C += A B.
     *
     * @param rows rows of A and C
     * @param inner columns of A, rows of B
     * @param columns columns of B and C
     * @param a A, {@code [rows][inner]}
     * @param b array with B, {@code [inner][columns]}
     * @param bStart where B begins
     * @param c C, {@code [rows][columns]}
     */
    static void addProduct(int rows, int inner, int columns, double[] a, double[] b, int bStart, double[] c) {
        int blockedRows = rows - rows % 2;
        int blockedInner = inner - inner % 4;
        for (int r = 0; r < blockedRows; r += 2) {
            for (int k = 0; k < blockedInner; k += 4) {
                addTile(columns, a, r * inner + k, (r + 1) * inner + k, 1, b, bStart + k * columns, c, r * columns);
            }
            for (int k = blockedInner; k < inner; k++) {
                addRow(columns, a[r * inner + k], b, bStart + k * columns, c, r * columns);
                addRow(columns, a[(r + 1) * inner + k], b, bStart + k * columns, c, (r + 1) * columns);
            }
        }
        for (int r = blockedRows; r < rows; r++) {
            for (int k = 0; k < inner; k++) {
                addRow(columns, a[r * inner + k], b, bStart + k * columns, c, r * columns);
            }
        }
    }

    /**
     * C += Aᵀ B.
     *
     * @param rows rows of A and B
     * @param inner columns of A, rows of C
     * @param columns columns of B and C
     * @param a A, {@code [rows][inner]}
     * @param b B, {@code [rows][columns]}
     * @param c array with C, {@code [inner][columns]}
     * @param cStart where C begins
     */
    static void addTransposedProduct(int rows, int inner, int columns, double[] a, double[] b, double[] c, int cStart) {
        int blockedRows = rows - rows % 4;
        int blockedInner = inner - inner % 2;
        for (int r = 0; r < blockedRows; r += 4) {
            for (int k = 0; k < blockedInner; k += 2) {
                addTile(columns, a, r * inner + k, r * inner + k + 1, inner, b, r * columns, c, cStart + k * columns);
            }
            for (int k = blockedInner; k < inner; k++) {
                for (int t = r; t < r + 4; t++) {
                    addRow(columns, a[t * inner + k], b, t * columns, c, cStart + k * columns);
                }
            }
        }
        for (int r = blockedRows; r < rows; r++) {
            for (int k = 0; k < inner; k++) {
                addRow(columns, a[r * inner + k], b, r * columns, c, cStart + k * columns);
            }
        }
    }

    /** Adds the sum of all rows of A to a vector. */
    static void addColumnSums(int rows, int columns, double[] a, double[] sums, int sumsStart) {
        for (int r = 0; r < rows; r++) {
            addRow(columns, 1.0, a, r * columns, sums, sumsStart);
        }
    }

    /** Sets every row of A to a vector. */
    static void fillRows(int rows, int columns, double[] vector, int vectorStart, double[] a) {
        for (int r = 0; r < rows; r++) {
            System.arraycopy(vector, vectorStart, a, r * columns, columns);
        }
    }

    /** B = Aᵀ for A {@code [rows][columns]} beginning at {@code aStart}. */
    static void transpose(int rows, int columns, double[] a, int aStart, double[] b) {
        for (int r = 0; r < rows; r++) {
            for (int k = 0; k < columns; k++) {
                b[k * rows + r] = a[aStart + r * columns + k];
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
            double[] c,
            int cRow) {
        double f0 = factors[first];
        double f1 = factors[first + factorStep];
        double f2 = factors[first + 2 * factorStep];
        double f3 = factors[first + 3 * factorStep];
        double g0 = factors[second];
        double g1 = factors[second + factorStep];
        double g2 = factors[second + 2 * factorStep];
        double g3 = factors[second + 3 * factorStep];
        int b1 = bRow + columns;
        int b2 = b1 + columns;
        int b3 = b2 + columns;
        int nextRow = cRow + columns;
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
}
