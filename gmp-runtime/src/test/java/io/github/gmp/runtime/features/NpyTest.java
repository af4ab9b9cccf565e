package io.github.gmp.runtime.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gmp.api.error.DataException;
import io.github.gmp.api.math.Matrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.IntBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

class NpyTest {
    @TempDir
    Path folder;

    @Test
    void headerIsThatOfNumPy() {
        byte[] header = new NpyHeader("<f8", List.of(3L, 4L)).toBytes();
        assertThat(header).hasSize(128);
        assertThat(Arrays.copyOf(header, 10)).containsExactly(0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, 118, 0);
        assertThat(new String(header, 10, 118, StandardCharsets.US_ASCII))
                .startsWith("{'descr': '<f8', 'fortran_order': False, 'shape': (3, 4), }")
                .endsWith(" \n");
        assertThat(new String(new NpyHeader("<i4", List.of(7L)).toBytes(), StandardCharsets.ISO_8859_1))
                .contains("'shape': (7,), }");
    }

    @Test
    void matricesComeBackBitForBit() {
        Matrix matrix =
                Matrix.wrap(2, 3, new double[] {1.0 / 3, -0.0, Double.MIN_VALUE, Double.MAX_VALUE, Math.PI, -1e-300});
        Matrix back = NpyMatrix.fromBytes(NpyMatrix.toBytes(matrix));
        assertThat(back).isEqualTo(matrix);
        assertThat(NpyMatrix.fromBytes(NpyMatrix.toBytes(Matrix.zeros(0, 5)))).isEqualTo(Matrix.zeros(0, 5));
    }

    @Test
    void refusesWhatIsNotAPlainMatrix() {
        byte[] good = NpyMatrix.toBytes(Matrix.wrap(1, 2, new double[] {1, 2}));
        assertThatThrownBy(() -> NpyMatrix.fromBytes(Arrays.copyOf(good, good.length - 3)))
                .isInstanceOf(DataException.class)
                .hasMessage("a NumPy array of shape (1, 2) has 13 bytes of numbers");
        assertThatThrownBy(() -> NpyMatrix.fromBytes(Arrays.copyOf(good, 20)))
                .hasMessage("a NumPy array ends within its header");
        assertThatThrownBy(() -> NpyMatrix.fromBytes("PK garbage".getBytes(StandardCharsets.US_ASCII)))
                .hasMessage("not a NumPy array of format version 1.0");
        assertThatThrownBy(() ->
                        NpyMatrix.fromBytes(withHeader("{'descr': '|O', 'fortran_order': False, 'shape': (1, 2), }")))
                .hasMessage("cannot use a NumPy array with the header {'descr': '|O', 'fortran_order': False, 'shape':"
                        + " (1, 2), }; plain little-endian numbers or text in C order were expected");
        assertThatThrownBy(() ->
                        NpyMatrix.fromBytes(withHeader("{'descr': '<f8', 'fortran_order': True, 'shape': (1, 2), }")))
                .hasMessageStartingWith("cannot use a NumPy array with the header");
        assertThatThrownBy(() -> NpyMatrix.fromBytes(
                        withHeader("{'descr': '<f8', 'fortran_order': False, 'shape': (4294967296, 4294967296), }")))
                .hasMessage("a NumPy array of shape (4294967296, 4294967296) has 16 bytes of numbers");
        assertThatThrownBy(() -> NpyMatrix.fromBytes(
                        withHeader("{'descr': '<f8', 'fortran_order': False, 'shape': (99999999999999999999,), }")))
                .hasMessage("'99999999999999999999' is not a length of a NumPy array");
        assertThatThrownBy(() ->
                        NpyMatrix.fromBytes(withHeader("{'descr': '<i4', 'fortran_order': False, 'shape': (1, 2), }")))
                .hasMessage("a NumPy array of type <i4 and shape [1, 2] was found where float64 with two axes was"
                        + " expected");
    }

    @Test
    void archiveHoldsTheFourArrays() throws IOException {
        Path file = folder.resolve("f.npz");
        try (NpzFeatureWriter writer = new NpzFeatureWriter(file, List.of("a", "größer Å"), Map.of())) {
            writer.beginFrame(0, 2);
            writer.write(Matrix.wrap(1, 2, new double[] {1, 2}), new int[] {8});
            writer.write(Matrix.wrap(1, 2, new double[] {3, 4}), new int[] {1});
            writer.beginFrame(1, 1);
            writer.write(Matrix.wrap(1, 2, new double[] {5, 6}), new int[] {1});
            writer.beginFrame(2, 1);
            writer.write(Matrix.wrap(1, 2, new double[] {7, 8}), new int[] {6});
            writer.commit(Map.of());
        }
        assertThat(entry(file, "features", "<f8", "(4, 2)").asDoubleBuffer())
                .isEqualTo(DoubleBuffer.wrap(new double[] {1, 2, 3, 4, 5, 6, 7, 8}));
        assertThat(entry(file, "frame", "<i4", "(4,)").asIntBuffer()).isEqualTo(IntBuffer.wrap(new int[] {0, 0, 1, 2}));
        assertThat(entry(file, "numbers", "<i4", "(4,)").asIntBuffer())
                .isEqualTo(IntBuffer.wrap(new int[] {8, 1, 1, 6}));
        int[] text = new int[16];
        text[0] = 'a';
        System.arraycopy("größer Å".codePoints().toArray(), 0, text, 8, 8);
        assertThat(entry(file, "labels", "<U8", "(2,)").asIntBuffer()).isEqualTo(IntBuffer.wrap(text));
        assertThat(names(folder)).containsExactly("f.npz");
    }

    private static ByteBuffer entry(Path file, String name, String type, String shape) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            byte[] bytes = zip.getInputStream(zip.getEntry(name + ".npy")).readAllBytes();
            int header = 10 + (bytes[8] & 0xff) + 256 * (bytes[9] & 0xff);
            assertThat(header % 64).isZero();
            assertThat(new String(bytes, 10, header - 10, StandardCharsets.US_ASCII))
                    .startsWith("{'descr': '" + type + "', 'fortran_order': False, 'shape': " + shape + ", }");
            return ByteBuffer.wrap(bytes, header, bytes.length - header).slice().order(ByteOrder.LITTLE_ENDIAN);
        }
    }

    private static byte[] withHeader(String dictionary) {
        byte[] text = (dictionary + "\n").getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(10 + text.length + 16)
                .put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, (byte) text.length, 0})
                .put(text)
                .array();
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
