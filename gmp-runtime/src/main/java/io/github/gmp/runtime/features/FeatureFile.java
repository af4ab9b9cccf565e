package io.github.gmp.runtime.features;

import io.github.gmp.api.math.Matrix;
import io.github.gmp.runtime.files.AtomicFile;
import io.github.gmp.runtime.files.Sha256;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * A file of the feature cache: 8 bytes {@code GMPFEAT1}, the key (32 bytes), rows and columns (4 bytes each), the values row by row
 * (8 bytes each), and SHA-256 over everything before it (32 bytes); little-endian. The header has a fixed size and must say what the reader
 * expects before anything is allocated.
 */
final class FeatureFile {
    private static final byte[] MAGIC = "GMPFEAT1".getBytes(StandardCharsets.US_ASCII);
    private static final int KEY_BYTES = 32;
    private static final int HEADER_BYTES = 8 + KEY_BYTES + 2 * Integer.BYTES;
    private static final int DIGEST_BYTES = 32;
    private static final int BUFFER_BYTES = 1 << 18;

    private FeatureFile() {}

    /** What is wrong with a file. */
    static final class DamagedException extends IOException {
        private static final long serialVersionUID = 1L;

        DamagedException(String message) {
            super(message);
        }
    }

    /**
     * @throws DamagedException if the file is not exactly what was written for this key and shape
     * @throws IOException if it cannot be read
     */
    static Matrix read(Path file, String key, int rows, int columns) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long expected = HEADER_BYTES + (long) rows * columns * Double.BYTES + DIGEST_BYTES;
            if (channel.size() != expected) {
                throw new DamagedException("has " + channel.size() + " bytes, expected " + expected);
            }
            MessageDigest digest = Sha256.digest();
            ByteBuffer header = readFully(channel, ByteBuffer.allocate(HEADER_BYTES));
            if (!header.equals(header(key, rows, columns))) {
                throw new DamagedException("its header is not that of these features");
            }
            digest.update(header);
            double[] values = new double[rows * columns];
            ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
            for (int done = 0; done < values.length; ) {
                int count = Math.min(values.length - done, BUFFER_BYTES / Double.BYTES);
                readFully(channel, buffer.clear().limit(count * Double.BYTES));
                buffer.asDoubleBuffer().get(values, done, count);
                digest.update(buffer);
                done += count;
            }
            ByteBuffer checksum = readFully(channel, ByteBuffer.allocate(DIGEST_BYTES));
            if (!Arrays.equals(checksum.array(), digest.digest())) {
                throw new DamagedException("its checksum does not match");
            }
            return Matrix.wrap(rows, columns, values);
        }
    }

    /**
     * Writes a file that appears whole or not at all.
     *
     * @throws io.github.gmp.api.error.GmpException if it cannot be written
     */
    static void write(Path file, String key, Matrix features) {
        AtomicFile.replace(file, out -> {
            MessageDigest digest = Sha256.digest();
            writeAndDigest(out, header(key, features.rows(), features.columns()), digest);
            double[] values = features.array();
            ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
            for (int done = 0; done < values.length; ) {
                int count = Math.min(values.length - done, BUFFER_BYTES / Double.BYTES);
                buffer.clear().limit(count * Double.BYTES);
                buffer.asDoubleBuffer().put(values, done, count);
                writeAndDigest(out, buffer, digest);
                done += count;
            }
            out.write(digest.digest());
        });
    }

    private static ByteBuffer header(String key, int rows, int columns) {
        return ByteBuffer.allocate(HEADER_BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(MAGIC)
                .put(HexFormat.of().parseHex(key))
                .putInt(rows)
                .putInt(columns)
                .flip();
    }

    private static ByteBuffer readFully(FileChannel channel, ByteBuffer buffer) throws IOException {
        while (buffer.hasRemaining()) {
            if (channel.read(buffer) < 0) {
                throw new DamagedException("ends early");
            }
        }
        return buffer.flip();
    }

    private static void writeAndDigest(OutputStream out, ByteBuffer buffer, MessageDigest digest) throws IOException {
        digest.update(buffer.array(), 0, buffer.limit());
        out.write(buffer.array(), 0, buffer.limit());
    }
}
