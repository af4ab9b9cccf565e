package io.github.gmp.runtime.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gmp.api.dataset.DatasetFormat;
import io.github.gmp.api.dataset.FramePlace;
import io.github.gmp.api.error.DataException;
import io.github.gmp.api.structure.LabeledStructure;
import io.github.gmp.runtime.RuntimeTestHost;
import io.github.gmp.runtime.files.Compression;
import io.github.gmp.runtime.files.InputFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/** Extended XYZ, plain and compressed, as the host opens it. */
class ExtxyzFilesTest {
    private static final DatasetFormat FORMAT = format("a.xyz");

    @TempDir
    Path folder;

    private static DatasetFormat format(String name) {
        return RuntimeTestHost.get(DatasetFormats.class).formatOf(Optional.empty(), Path.of(name));
    }

    private static List<LabeledStructure> read(Path file) throws IOException {
        try (Stream<LabeledStructure> frames = FORMAT.read(new InputFile(file))) {
            return frames.toList();
        }
    }

    /** With all that may be between frames, and a frame that is larger than the buffer of the reader. */
    private static String text() {
        String big = IntStream.range(0, 9000)
                .mapToObj(i -> "H " + i + " 0.25 0.5")
                .collect(Collectors.joining("\n", "9000\nProperties=species:S:1:pos:R:3 energy=-2\n", "\n"));
        return "\uFEFF1\r\nenergy=1 Properties=species:S:1:pos:R:3\r\nO 0 0 0\r\n\r\n\n" + big
                + "0\nempty\n2\nÅ\nH 0 0 1\nC 0 0 2\n\n";
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        try (OutputStream out = Compression.ofName(file).compress(Files.newOutputStream(file))) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }

    private static List<FramePlace> places(Path file) throws IOException {
        try (Stream<FramePlace> places = FORMAT.places(new InputFile(file))) {
            return places.toList();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.xyz", "a.xyz.gz", "a.xyz.xz"})
    void fromEachPlaceTheRestIsThatOfTheFile(String name) throws IOException {
        Path file = write(name, text());
        List<LabeledStructure> all = read(file);
        List<FramePlace> places = places(file);
        assertThat(places).extracting(FramePlace::atoms).containsExactly(1, 9000, 0, 2);
        assertThat(places).extracting(FramePlace::line).containsExactly(1L, 6L, 9008L, 9010L);
        for (int i = 0; i < places.size(); i++) {
            try (Stream<LabeledStructure> rest = FORMAT.read(new InputFile(file), places.get(i))) {
                List<LabeledStructure> frames = rest.toList();
                assertThat(frames).hasSize(places.size() - i);
                for (int k = 0; k < frames.size(); k++) {
                    LabeledStructure expected = all.get(i + k);
                    assertThat(frames.get(k).source()).isEqualTo(expected.source());
                    assertThat(frames.get(k).energy()).isEqualTo(expected.energy());
                    assertThat(frames.get(k).info()).isEqualTo(expected.info());
                    assertThat(frames.get(k).structure().positions())
                            .isEqualTo(expected.structure().positions());
                }
            }
        }
    }

    @Test
    void formatsAreFoundByTheNameWithoutTheEndingOfACompression() {
        assertThat(List.of(
                        "a.xyz", "A.XYZ", "b.extxyz", "c.exyz", "d.xyz.gz", "D.XYZ.GZ", "e f.extxyz.xz", "dir/x.y.xyz"))
                .allMatch(name -> FORMAT.claims(Compression.baseName(Path.of(name))));
        assertThat(List.of("a.cif", "xyz", "a.xyz.zip", "a.gz", "a.xyz.bak", "/"))
                .noneMatch(name -> FORMAT.claims(Compression.baseName(Path.of(name))));
    }

    @Test
    void severalMembersOfGzipAreOneFile() throws IOException {
        Path file = folder.resolve("members.xyz.gz");
        byte[] member = compress("gz", "1\n\nH 0 0 0\n");
        Files.write(file, concat(member, member, member));
        assertThat(read(file)).hasSize(3);
    }

    private static byte[] concat(byte[]... parts) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.write(part);
        }
        return all.toByteArray();
    }

    @Test
    void contentSaysHowItIsCompressedWhateverTheName() throws IOException {
        Path file = Files.write(folder.resolve("misnamed.xyz"), compress("xz", "1\n\nH 0 0 0\n"));
        assertThat(read(file)).hasSize(1);
        Path plain = Files.writeString(folder.resolve("plain.xyz.gz"), "1\n\nH 0 0 0\n");
        assertThat(read(plain)).hasSize(1);
        assertThat(new InputFile(file).length()).isEmpty();
        assertThat(new InputFile(plain).length()).hasValue(Files.size(plain));
        assertThat(new InputFile(folder.resolve("missing")).length()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gz", "xz"})
    void truncatedCompressedFiles(String suffix) throws IOException {
        StringBuilder text = new StringBuilder();
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 5000; i++) {
            text.append("1\nenergy=").append(random.nextDouble()).append("\nH 0 0 0\n");
        }
        byte[] whole = compress(suffix, text.toString());
        Path file = folder.resolve("data.xyz." + suffix);
        Files.write(file, Arrays.copyOf(whole, whole.length / 2));
        assertThatThrownBy(() -> read(file))
                .isInstanceOf(DataException.class)
                .hasMessageMatching(java.util.regex.Pattern.quote(file.toString())
                        + ":\\d+: frame \\d+: the file cannot be read on; it is truncated or damaged \\(.+\\)");
        Files.write(file, Arrays.copyOf(whole, 8));
        assertThatThrownBy(() -> read(file))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith(file + ": the compressed data are damaged or end too early (");
        whole[whole.length / 2] ^= 0x55;
        Files.write(file, whole);
        assertThatThrownBy(() -> read(file)).isInstanceOf(DataException.class);
    }

    /** A few kilobytes that unpack to a line of a gigabyte must be refused early. */
    @Test
    void endlessLine() throws IOException {
        Path file = folder.resolve("bomb.xyz.gz");
        byte[] zeros = new byte[1 << 20];
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            for (int i = 0; i < 64; i++) {
                out.write(zeros);
            }
        }
        assertThatThrownBy(() -> read(file))
                .isInstanceOf(DataException.class)
                .hasMessage(file + ":1: frame 1: the line is longer than 16777216 bytes; this is not an XYZ file");
    }

    @Test
    void filesThatCannotBeOpened() {
        Path missing = folder.resolve("missing.xyz");
        assertThatThrownBy(() -> FORMAT.read(new InputFile(missing)))
                .isInstanceOf(IOException.class)
                .hasMessage("cannot read " + missing + ": there is no such file");
        assertThatThrownBy(() -> FORMAT.read(new InputFile(folder)))
                .isInstanceOf(IOException.class)
                .hasMessage("cannot read " + folder + ": it is a folder; a file was expected");
    }

    private static byte[] compress(String suffix, String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out =
                suffix.equals("gz") ? new GZIPOutputStream(bytes) : new XZOutputStream(bytes, new LZMA2Options())) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
