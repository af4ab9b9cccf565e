package io.github.gmp.runtime.features;

import io.github.gmp.api.math.Matrix;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * The three arrays with a row per atom as files of bare little-endian numbers: how many rows there are, which the headers of file formats
 * want first, is known at the end only.
 */
final class FeatureSpool implements AutoCloseable {
    private static final int BUFFER_BYTES = 1 << 16;

    private final Column features;
    private final Column frames;
    private final Column numbers;
    private ByteBuffer buffer = ByteBuffer.allocate(0);
    private long rows;

    /** A file that grows. */
    private record Column(Path file, OutputStream out) {
        static Column in(TemporaryFiles files, String name) throws IOException {
            Path file = files.create(name);
            return new Column(file, new BufferedOutputStream(Files.newOutputStream(file), BUFFER_BYTES));
        }
    }

    /**
     * @param files makes the files, and deletes them
     * @throws IOException if they cannot be made
     */
    FeatureSpool(TemporaryFiles files) throws IOException {
        features = Column.in(files, "features");
        frames = Column.in(files, "frame");
        numbers = Column.in(files, "numbers");
    }

    /**
     * @param frame number of the structure
     * @param matrix features of some of its atoms
     * @param atomicNumbers Z of these atoms
     * @throws IOException if they cannot be written
     */
    void write(int frame, Matrix matrix, int[] atomicNumbers) throws IOException {
        int columns = matrix.columns();
        for (int row = 0; row < matrix.rows(); row++) {
            ByteBuffer bytes = buffer(Double.BYTES * columns);
            bytes.asDoubleBuffer().put(matrix.array(), row * columns, columns);
            features.out.write(bytes.array(), 0, Double.BYTES * columns);
        }
        int[] frameOfRow = new int[matrix.rows()];
        Arrays.fill(frameOfRow, frame);
        write(frames.out, frameOfRow);
        write(numbers.out, atomicNumbers);
        rows += matrix.rows();
    }

    private void write(OutputStream out, int[] values) throws IOException {
        ByteBuffer bytes = buffer(Integer.BYTES * values.length);
        bytes.asIntBuffer().put(values);
        out.write(bytes.array(), 0, Integer.BYTES * values.length);
    }

    private ByteBuffer buffer(int bytes) {
        if (buffer.capacity() < bytes) {
            buffer = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
        }
        return buffer.clear();
    }

    /** {@return the number of rows so far} */
    long rows() {
        return rows;
    }

    /** {@return the features, float64 [rows][features]; complete after {@link #close()}} */
    Path features() {
        return features.file;
    }

    /** {@return the number of the frame of each row, int32 [rows]} */
    Path frames() {
        return frames.file;
    }

    /** {@return the atomic number of each row, int32 [rows]} */
    Path numbers() {
        return numbers.file;
    }

    @Override
    public void close() throws IOException {
        try (features.out;
                frames.out;
                numbers.out) {
            // All three are closed, whichever fails.
        }
    }
}
