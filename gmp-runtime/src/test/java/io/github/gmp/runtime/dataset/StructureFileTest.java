package io.github.gmp.runtime.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.github.gmp.api.dataset.DatasetFormat;
import io.github.gmp.api.structure.AtomicStructure;
import io.github.gmp.api.structure.Cell;
import io.github.gmp.api.structure.Element;
import io.github.gmp.api.structure.LabeledStructure;
import io.github.gmp.api.structure.Source;
import io.github.gmp.runtime.RuntimeTestHost;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Files of structures appear whole or not at all, in whatever format, compressed as their names say. */
class StructureFileTest {
    private static final Source SOURCE = new Source("made up", 3);

    @TempDir
    Path folder;

    private static AtomicStructure water() {
        Map<String, double[]> columns = new LinkedHashMap<>();
        columns.put("fixed", new double[] {0, 1});
        columns.put("charge", new double[] {-0.5, 1});
        return new AtomicStructure(
                new Element[] {Element.O, Element.H},
                new double[] {0, 0.1, -2, 1e-7, 1.0 / 3, 123456789},
                Cell.of(new double[] {5, 0, 0, 0, 6, 0, 0, 0, 7}, true, true, false),
                columns);
    }

    private static LabeledStructure.Builder labeled() {
        return LabeledStructure.builder(water(), SOURCE)
                .energy(-12)
                .forces(new double[] {1, 2, 3, -1, -2, -3})
                .stress(new double[] {1, 0, 0, 0, 2, 0.5, 0, 0.5, 3});
    }

    private static DatasetFormat format() {
        return RuntimeTestHost.get(DatasetFormats.class).formatOf(Optional.empty(), Path.of("a.xyz"));
    }

    private Path write(String name, LabeledStructure... frames) throws IOException {
        Path file = folder.resolve(name);
        try (StructureFile sink = StructureFile.create(format(), file)) {
            for (LabeledStructure frame : frames) {
                sink.write(frame);
            }
            sink.commit();
        }
        return file;
    }

    private static List<LabeledStructure> read(Path file) {
        try (Stream<LabeledStructure> frames = DatasetFormats.open(format(), file)) {
            return frames.toList();
        }
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"out.xyz", "out.extxyz.gz", "out.xyz.xz", "blank and ümlaut.xyz"})
    void compressesByNameAndReproducibly(String name) throws IOException {
        LabeledStructure frame = labeled().build();
        byte[] first = Files.readAllBytes(write(name, frame, frame));
        byte[] second = Files.readAllBytes(write(name, frame, frame));
        assertThat(second).isEqualTo(first);
        assertThat(first[0])
                .isEqualTo(name.endsWith(".gz") ? (byte) 0x1F : name.endsWith(".xz") ? (byte) 0xFD : (byte) '2');
        List<LabeledStructure> read = read(folder.resolve(name));
        assertThat(read).hasSize(2);
        assertThat(read.get(1).structure()).isEqualTo(frame.structure());
    }

    @Test
    void nothingChangesWithoutCommit() throws IOException {
        Path file = folder.resolve("out.xyz");
        Files.writeString(file, "old");
        try (StructureFile sink = StructureFile.create(format(), file)) {
            sink.write(labeled().build());
            assertThat(file).hasContent("old");
        }
        assertThat(file).hasContent("old");
        assertThat(names()).containsExactly("out.xyz");
        write("out.xyz", labeled().build());
        assertThat(Files.readString(file)).startsWith("2\n");
        assertThat(names()).containsExactly("out.xyz");
    }

    @Test
    void isCompleteAfterCommit() throws IOException {
        try (StructureFile sink = StructureFile.create(format(), folder.resolve("out.xyz"))) {
            sink.commit();
            assertThatThrownBy(() -> sink.write(labeled().build()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage(folder.resolve("out.xyz") + " is already complete");
        }
        assertThat(folder.resolve("out.xyz")).isEmptyFile();
    }

    @Test
    void followsSymbolicLinks() throws IOException {
        Path real = Files.writeString(folder.resolve("real.xyz"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link.xyz"), real);
        write("link.xyz", labeled().build());
        assertThat(link).isSymbolicLink();
        assertThat(Files.readString(real)).startsWith("2\n");
    }

    @Test
    void placesThatCannotBeWrittenTo() throws IOException {
        Path missing = folder.resolve("missing");
        assertThatThrownBy(() -> StructureFile.create(format(), missing.resolve("out.xyz")))
                .isInstanceOf(IOException.class)
                .hasMessage(
                        "cannot write " + missing.resolve("out.xyz") + ": the folder " + missing + " does not exist");
        assertThatThrownBy(() -> StructureFile.create(format(), folder))
                .isInstanceOf(IOException.class)
                .hasMessage("cannot write " + folder + ": it is a folder; the name of a file was expected");
    }

    @Test
    void readOnlyFolder() throws IOException {
        Path locked = Files.createDirectory(folder.resolve("locked"));
        Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("r-xr-xr-x"));
        assumeFalse(Files.isWritable(locked), "this user may write anywhere");
        assertThatThrownBy(() -> StructureFile.create(format(), locked.resolve("out.xyz")))
                .isInstanceOf(IOException.class)
                .hasMessage(
                        "cannot write " + locked.resolve("out.xyz") + ": the folder " + locked + " is not writable");
    }
}
