package io.github.gmp.api.math;

import java.util.Arrays;
import java.util.Objects;

/** A dense row-major matrix of doubles, {@code [rows][columns]}; immutable as long as {@link #array()} is only read. */
public final class Matrix {
    private final int rows;
    private final int columns;
    private final double[] values;

    private Matrix(int rows, int columns, double[] values) {
        if (rows < 0 || columns < 0 || (long) rows * columns != values.length) {
            throw new IllegalArgumentException(
                    "a matrix of " + rows + " x " + columns + " cannot have " + values.length + " values");
        }
        this.rows = rows;
        this.columns = columns;
        this.values = values;
    }

    /**
     * Wraps an array without copying it; the caller gives up the right to change it.
     *
     * @param rows number of rows
     * @param columns number of columns
     * @param values row-major values, length {@code rows * columns}
     * @return the matrix
     * @throws IllegalArgumentException if the length does not fit
     */
    public static Matrix wrap(int rows, int columns, double[] values) {
        return new Matrix(rows, columns, values);
    }

    /**
     * {@return a matrix of zeros}
     *
     * @param rows number of rows
     * @param columns number of columns
     */
    public static Matrix zeros(int rows, int columns) {
        return new Matrix(rows, columns, new double[Math.multiplyExact(rows, columns)]);
    }

    /** {@return the number of rows} */
    public int rows() {
        return rows;
    }

    /** {@return the number of columns} */
    public int columns() {
        return columns;
    }

    /**
     * {@return the value at a row and a column}
     *
     * @param row row index
     * @param column column index
     */
    public double get(int row, int column) {
        Objects.checkIndex(column, columns);
        return values[row * columns + column];
    }

    /**
     * {@return a copy of a row}
     *
     * @param row row index
     */
    public double[] row(int row) {
        Objects.checkIndex(row, rows);
        return Arrays.copyOfRange(values, row * columns, (row + 1) * columns);
    }

    /**
     * The backing row-major array itself, for kernels. It must not be written to.
     *
     * @return the live array, length {@code rows * columns}
     */
    public double[] array() {
        return values;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Matrix m && rows == m.rows && columns == m.columns && Arrays.equals(values, m.values);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * rows + columns) + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "Matrix[" + rows + " x " + columns + "]";
    }
}
