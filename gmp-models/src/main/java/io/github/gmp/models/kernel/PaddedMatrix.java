package io.github.gmp.models.kernel;

import java.util.Arrays;

/**
 * A row-major matrix whose rows begin a whole number of vectors apart and whose number of rows is a multiple of {@link #ROW_BLOCK}, so that
 * kernels need no code for what is left over. Padding columns are zero where nobody wrote to them; what lies in padding is never
 * read into a result. It grows to the largest number of rows asked for and keeps its array.
 */
public final class PaddedMatrix {
    /** Kernels take so many rows at a time. */
    public static final int ROW_BLOCK = 4;

    /** Lanes of the widest vectors of doubles there are. */
    private static final int WIDEST = 8;

    /** Rows that are a multiple of this apart would fall into the same few sets of the first cache. */
    private static final int CONFLICT = 32;

    private final int columns;
    private final int stride;
    private double[] values;

    /**
     * @param rows number of rows to begin with
     * @param columns number of columns
     */
    public PaddedMatrix(int rows, int columns) {
        this.columns = columns;
        int padded = padded(columns, WIDEST);
        this.stride = padded % CONFLICT == 0 ? padded + WIDEST : padded;
        this.values = new double[Math.multiplyExact(padded(rows, ROW_BLOCK), stride)];
    }

    private static int padded(int count, int block) {
        return (count + block - 1) / block * block;
    }

    /**
     * Makes room; what was written is lost if it had not been enough.
     *
     * @param rows number of rows
     */
    public void ensureRows(int rows) {
        int needed = Math.multiplyExact(padded(rows, ROW_BLOCK), stride);
        if (values.length < needed) {
            values = new double[needed];
        }
    }

    /** {@return the number of columns} */
    public int columns() {
        return columns;
    }

    /** {@return the distance from the beginning of one row to that of the next, a multiple of 8 greater than or equal to the number of columns} */
    public int stride() {
        return stride;
    }

    /** {@return the array, row r begins at r · stride} */
    public double[] values() {
        return values;
    }

    /**
     * {@return how many numbers of the array those rows take, with padding}
     *
     * @param rows rows in use
     */
    public int length(int rows) {
        return rows * stride;
    }

    /**
     * Copies numbers that lie one after the other without padding.
     *
     * @param from array with {@code [rows][columns]} numbers
     * @param start where they begin
     * @param rows number of rows
     */
    public void load(double[] from, int start, int rows) {
        for (int r = 0; r < rows; r++) {
            System.arraycopy(from, start + r * columns, values, r * stride, columns);
        }
    }

    /**
     * Copies the transpose of numbers that lie one after the other without padding.
     *
     * @param from array with {@code [columns][rows]} numbers
     * @param start where they begin
     * @param rows number of rows of this matrix
     */
    public void loadTransposed(double[] from, int start, int rows) {
        for (int j = 0; j < columns; j++) {
            for (int r = 0; r < rows; r++) {
                values[r * stride + j] = from[start + j * rows + r];
            }
        }
    }

    /**
     * Adds the rows to numbers that lie one after the other without padding.
     *
     * @param target array with {@code [rows][columns]} numbers
     * @param start where they begin
     * @param rows number of rows
     */
    public void addTo(double[] target, int start, int rows) {
        for (int r = 0; r < rows; r++) {
            for (int j = 0; j < columns; j++) {
                target[start + r * columns + j] += values[r * stride + j];
            }
        }
    }

    /**
     * Sets rows, padding included, to a number.
     *
     * @param rows number of rows
     * @param value the number
     */
    public void fill(int rows, double value) {
        Arrays.fill(values, 0, padded(rows, ROW_BLOCK) * stride, value);
    }

    /**
     * Sets every row to a vector.
     *
     * @param rows number of rows
     * @param vector array with {@code [columns]} numbers
     * @param start where they begin
     */
    public void fillRows(int rows, double[] vector, int start) {
        for (int r = 0; r < rows; r++) {
            System.arraycopy(vector, start, values, r * stride, columns);
        }
    }
}
