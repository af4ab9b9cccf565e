package io.github.gmp.runtime.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gmp.api.dataset.DatasetFormat;
import io.github.gmp.api.dataset.FramePlace;
import io.github.gmp.api.dataset.NamedInput;
import io.github.gmp.api.dataset.StructureSink;
import io.github.gmp.api.error.DataException;
import io.github.gmp.api.plugin.ComponentFactory;
import io.github.gmp.api.structure.AtomicStructure;
import io.github.gmp.api.structure.Cell;
import io.github.gmp.api.structure.Element;
import io.github.gmp.api.structure.LabeledStructure;
import io.github.gmp.api.structure.Source;
import io.github.gmp.runtime.files.CacheFolder;
import io.github.gmp.runtime.files.InputFile;
import io.github.gmp.runtime.plugin.Components;
import io.github.gmp.runtime.plugin.LoadedPlugin;
import io.github.gmp.runtime.plugin.PluginSet;
import io.github.gmp.runtime.progress.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A format of somebody else that knows nothing of files: compression, whole files, progress and offsets are the host's. */
class ThirdPartyFormatTest {
    private static final int FRAMES = 40_000;

    @TempDir
    Path folder;

    private final DatasetFormats formats = new DatasetFormats(Components.of(
                    new PluginSet(
                            List.of(new LoadedPlugin(
                                    "atoms",
                                    "1",
                                    "atoms.jar",
                                    List.of(ComponentFactory.of(
                                            DatasetFormat.KIND,
                                            "one-atom",
                                            "A line per structure: the position of its hydrogen atom.",
                                            NoKeys.class,
                                            (config, context) -> new OneAtomFormat())))),
                            List.of()),
                    CacheFolder.none())
            .registry());

    /** No keys. */
    record NoKeys() {}

    /** A line of twelve bytes per frame: x of its only atom. */
    private static final class OneAtomFormat implements DatasetFormat {
        @Override
        public boolean claims(String name) {
            return name.endsWith(".atoms");
        }

        @Override
        public Stream<LabeledStructure> read(NamedInput input) throws IOException {
            return read(input, new FramePlace(1, 0, 1, 1));
        }

        @Override
        public Stream<FramePlace> places(NamedInput input) throws IOException {
            return read(input)
                    .map(frame -> new FramePlace(
                            frame.source().frame(),
                            12 * (frame.source().frame() - 1),
                            frame.source().frame(),
                            1));
        }

        @Override
        public Stream<LabeledStructure> read(NamedInput input, FramePlace first) throws IOException {
            InputStream bytes = input.open();
            bytes.skipNBytes(first.offset());
            BufferedReader lines = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8));
            long[] frame = {first.frame()};
            return lines.lines()
                    .map(line -> frame(Double.parseDouble(line), new Source(input.name(), frame[0]++)))
                    .onClose(() -> {
                        try {
                            lines.close();
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    });
        }

        @Override
        public StructureSink write(OutputStream out) {
            return new StructureSink() {
                @Override
                public void write(LabeledStructure frame) throws IOException {
                    String line = String.format(
                            Locale.ROOT, "%011.4f\n", frame.structure().position(0, 0));
                    out.write(line.getBytes(StandardCharsets.UTF_8));
                }
            };
        }
    }

    private static LabeledStructure frame(double x, Source source) {
        return LabeledStructure.builder(
                        new AtomicStructure(new Element[] {Element.H}, new double[] {x, 0, 0}, Cell.none()), source)
                .build();
    }

    private Path write(String name) throws IOException {
        Path file = folder.resolve(name);
        try (StructureFile out = StructureFile.create(formats.formatOf(Optional.empty(), file), file)) {
            for (int i = 0; i < FRAMES; i++) {
                out.write(frame(i, new Source("made up", i + 1)));
            }
            out.commit();
        }
        return file;
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.atoms", "a.atoms.gz", "a.atoms.xz"})
    void isReadAndWrittenWhateverTheCompression(String name) throws IOException {
        Path file = write(name);
        byte[] bytes = Files.readAllBytes(file);
        assertThat(bytes[0]).isEqualTo(name.endsWith(".gz") ? 0x1F : name.endsWith(".xz") ? (byte) 0xFD : (byte) '0');
        try (FrameReader reader = new FrameStream(formats).open(List.of(file))) {
            assertThat(reader.totalBytes()).isEqualTo(bytes.length);
            for (int i = 0; i < FRAMES; i++) {
                LabeledStructure frame = reader.next().orElseThrow();
                assertThat(frame.structure().position(0, 0)).isEqualTo(i);
                assertThat(frame.source()).isEqualTo(new Source(file.toString(), i + 1L));
            }
            assertThat(reader.next()).isEmpty();
            assertThat(reader.bytesRead()).isEqualTo(bytes.length);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.atoms", "a.atoms.gz", "a.atoms.xz"})
    void isReadFromAFrameOn(String name) throws IOException {
        Path file = write(name);
        List<FramePlace> places = new ArrayList<>();
        new FrameStream(formats)
                .forEachPlace("finding", List.of(file), Progress.silent(), () -> false, (of, at) -> places.add(at));
        FrameRange range = new FrameRange(file, places.get(FRAMES - 2), 1);
        try (FrameReader reader = new FrameStream(formats).openRanges(List.of(range))) {
            LabeledStructure frame = reader.next().orElseThrow();
            assertThat(frame.structure().position(0, 0)).isEqualTo(FRAMES - 2);
            assertThat(frame.source().frame()).isEqualTo(FRAMES - 1);
            assertThat(reader.next()).isEmpty();
        }
    }

    @Test
    void progressCountsWhatIsSkippedToo() throws IOException {
        Path file = folder.resolve("big.atoms");
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write("00000.0000\n".getBytes(StandardCharsets.UTF_8));
        }
        InputFile input = new InputFile(file);
        assertThat(input.length()).hasValue(11);
        try (InputStream in = input.open()) {
            in.skipNBytes(6);
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo("0000\n");
        }
        assertThat(input.bytesRead()).isEqualTo(11);
    }

    @Test
    void aDamagedFileIsNamed() throws IOException {
        Path file = write("a.atoms.gz");
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, 5));
        FrameStream stream = new FrameStream(formats);
        assertThatThrownBy(() -> stream.open(List.of(file)).next())
                .isInstanceOf(DataException.class)
                .hasMessage(file + ": the compressed data are damaged or end too early (java.io.EOFException)");
    }
}
