package io.github.gmp.models.network;

/**
 * The matrix kernels of the network passes, on row-major arrays. Inner loops run over contiguous columns without reductions, so that the
 * compiler vectorizes them; four terms are taken per sweep, so that a sum is loaded and stored once for four products. The order of
 * additions is fixed: results do not depend on how the code was compiled.
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
        int blocked = inner - inner % 4;
        for (int r = 0; r < rows; r++) {
            int aRow = r * inner;
            int cRow = r * columns;
            for (int k = 0; k < blocked; k += 4) {
                int row = bStart + k * columns;
                addFour(
                        columns,
                        a[aRow + k],
                        a[aRow + k + 1],
                        a[aRow + k + 2],
                        a[aRow + k + 3],
                        b,
                        row,
                        row + columns,
                        row + 2 * columns,
                        row + 3 * columns,
                        c,
                        cRow);
            }
            for (int k = blocked; k < inner; k++) {
                addOne(columns, a[aRow + k], b, bStart + k * columns, c, cRow);
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
    static void addTransposedProduct(
            int rows, int inner, int columns, double[] a, double[] b, double[] c, int cStart) {
        int blocked = rows - rows % 4;
        for (int r = 0; r < blocked; r += 4) {
            int a0 = r * inner;
            int a1 = a0 + inner;
            int a2 = a1 + inner;
            int a3 = a2 + inner;
            int row = r * columns;
            for (int k = 0; k < inner; k++) {
                addFour(
                        columns,
                        a[a0 + k],
                        a[a1 + k],
                        a[a2 + k],
                        a[a3 + k],
                        b,
                        row,
                        row + columns,
                        row + 2 * columns,
                        row + 3 * columns,
                        c,
                        cStart + k * columns);
            }
        }
        for (int r = blocked; r < rows; r++) {
            for (int k = 0; k < inner; k++) {
                addOne(columns, a[r * inner + k], b, r * columns, c, cStart + k * columns);
            }
        }
    }

    /** Adds the sum of all rows of A to a vector. */
    static void addColumnSums(int rows, int columns, double[] a, double[] sums, int sumsStart) {
        for (int r = 0; r < rows; r++) {
            addOne(columns, 1.0, a, r * columns, sums, sumsStart);
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

    private static void addFour(
            int columns,
            double f0,
            double f1,
            double f2,
            double f3,
            double[] b,
            int b0,
            int b1,
            int b2,
            int b3,
            double[] c,
            int cRow) {
        for (int j = 0; j < columns; j++) {
            c[cRow + j] += f0 * b[b0 + j] + f1 * b[b1 + j] + f2 * b[b2 + j] + f3 * b[b3 + j];
        }
    }

    private static void addOne(int columns, double factor, double[] b, int bRow, double[] c, int cRow) {
        for (int j = 0; j < columns; j++) {
            c[cRow + j] += factor * b[bRow + j];
        }
    }
}
