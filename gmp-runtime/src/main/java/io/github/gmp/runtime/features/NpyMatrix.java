package io.github.gmp.runtime.features;

import io.github.gmp.api.error.DataException;
import io.github.gmp.api.math.Matrix;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/** Matrices as the bytes of a NumPy array file of two axes and type float64. */
public final class NpyMatrix {
    private static final String FLOAT64 = "<f8";

    private NpyMatrix() {}

    /**
     * {@return the bytes of a {@code .npy} file}
     *
     * @param matrix a matrix
     */
    public static byte[] toBytes(Matrix matrix) {
        byte[] header = new NpyHeader(FLOAT64, List.of((long) matrix.rows(), (long) matrix.columns())).toBytes();
        ByteBuffer buffer = ByteBuffer.allocate(
                        Math.addExact(header.length, Math.multiplyExact(Double.BYTES, matrix.array().length)))
                .order(ByteOrder.LITTLE_ENDIAN);
        buffer.put(header);
        for (double value : matrix.array()) {
            buffer.putDouble(value);
        }
        return buffer.array();
    }

    /**
     * {@return the matrix, bit for bit}
     *
     * @param bytes the bytes of a {@code .npy} file
     * @throws DataException if they are not a float64 array of two axes, or not as long as their header says
     */
    public static Matrix fromBytes(byte[] bytes) {
        ByteArrayInputStream in = new ByteArrayInputStream(bytes);
        NpyHeader header;
        try {
            header = NpyHeader.read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!header.type().equals(FLOAT64) || header.shape().size() != 2) {
            throw new DataException("a NumPy array of type " + header.type() + " and shape " + header.shape()
                    + " was found where float64 with two axes was expected");
        }
        int length = in.available();
        long rows = header.shape().get(0);
        long columns = header.shape().get(1);
        // Both are at most 2^31 before they are multiplied, so hostile lengths cannot overflow into the right number.
        boolean fits = rows <= Integer.MAX_VALUE
                && columns <= Integer.MAX_VALUE
                && length % Double.BYTES == 0
                && (rows == 0 || columns == 0 ? length == 0 : length / Double.BYTES == rows * columns);
        if (!fits) {
            throw new DataException(
                    "a NumPy array of shape (" + rows + ", " + columns + ") has " + length + " bytes of numbers");
        }
        double[] values = new double[length / Double.BYTES];
        ByteBuffer.wrap(bytes, bytes.length - length, length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .asDoubleBuffer()
                .get(values);
        return Matrix.wrap((int) rows, (int) columns, values);
    }
}
