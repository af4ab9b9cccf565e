package io.github.gmp.io.extxyz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.github.gmp.api.structure.AtomicStructure;
import io.github.gmp.api.structure.Cell;
import io.github.gmp.api.structure.Element;
import io.github.gmp.api.structure.LabeledStructure;
import io.github.gmp.api.structure.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

@Isolated
class ExtxyzReadTest {
    @TempDir
    Path folder;

    @Test
    void readsWhatAseWrites() throws IOException {
        LabeledStructure frame = Frames.readOne(
                folder,
                "2",
                "Lattice=\"5.0 0.0 0.0 1.0 6.0 0.0 0.5 0.25 7.0\" Properties=species:S:1:pos:R:3:forces:R:3:tags:I:1"
                        + " energy=-1.25 free_energy=-1.5 stress=\"1.0 0.1 0.2 0.1 2.0 0.3 0.2 0.3 3.0\""
                        + " config_type=bulk note=\"two words\" converged=T pbc=\"T F T\"",
                "O        0.10000000      -0.20000000       0.30000000       1.00000000       2.00000000"
                        + "      -3.00000000        0",
                "Cl       4.00000000       5.00000000       6.00000000      -1.00000000      -2.00000000"
                        + "       3.00000000        7");
        AtomicStructure structure = frame.structure();
        assertThat(structure.atomicNumbers()).containsExactly(8, 17);
        assertThat(structure.positions()).containsExactly(0.1, -0.2, 0.3, 4, 5, 6);
        assertThat(structure.cell())
                .isEqualTo(Cell.of(new double[] {5, 0, 0, 1, 6, 0, 0.5, 0.25, 7}, true, false, true));
        assertThat(structure.atomPropertyNames()).containsExactly("tags");
        assertThat(structure.atomProperty("tags").orElseThrow()).containsExactly(0, 7);
        assertThat(frame.energy()).hasValue(-1.25);
        assertThat(frame.forces().orElseThrow()).containsExactly(1, 2, -3, -1, -2, 3);
        assertThat(frame.stress().orElseThrow()).containsExactly(1, 0.1, 0.2, 0.1, 2, 0.3, 0.2, 0.3, 3);
        assertThat(frame.info())
                .containsExactly(
                        entry("free_energy", "-1.5"),
                        entry("config_type", "bulk"),
                        entry("note", "two words"),
                        entry("converged", "T"));
        assertThat(frame.labelKeys())
                .containsOnly(entry("energy", "energy"), entry("forces", "forces"), entry("stress", "stress"));
        assertThat(frame.source())
                .isEqualTo(new Source(folder.resolve("data.xyz").toString(), 1));
    }

    @Test
    void readsTheSpecificationsArraysAndEscapes() throws IOException {
        LabeledStructure frame = Frames.readOne(
                folder,
                "1",
                "Lattice = [[4, 0, 0], [0, 5, 0], [0, 0, 6]] pbc=[T, true, FALSE] Properties=species:S:1:pos:R:3"
                        + " a=\"say \\\"hi\\\"\\\\\\n!\" b='it is \"so\"' old={1 2 3} new=[1, 2] nested=[[1,2],[3,4]]"
                        + " \"a key\"=5 flag empty=\"\" url=http://x?y=z",
                "H 1 2 3");
        assertThat(frame.structure().cell())
                .isEqualTo(Cell.of(new double[] {4, 0, 0, 0, 5, 0, 0, 0, 6}, true, true, false));
        assertThat(frame.info())
                .containsExactly(
                        entry("a", "say \"hi\"\\\n!"),
                        entry("b", "it is \"so\""),
                        entry("old", "1 2 3"),
                        entry("new", "[1, 2]"),
                        entry("nested", "[[1,2],[3,4]]"),
                        entry("a key", "5"),
                        entry("flag", "T"),
                        entry("empty", ""),
                        entry("url", "http://x?y=z"));
    }

    @Test
    void periodicityDefaultsToThatOfTheLattice() throws IOException {
        LabeledStructure with =
                Frames.readOne(folder, "1", "Lattice=\"4 0 0 0 4 0 0 0 4\" Properties=species:S:1:pos:R:3", "H 0 0 0");
        assertThat(with.structure().cell().isFullyPeriodic()).isTrue();
        LabeledStructure without = Frames.readOne(folder, "1", "Properties=species:S:1:pos:R:3", "H 0 0 0");
        assertThat(without.structure().cell()).isEqualTo(Cell.none());
        LabeledStructure lowerCase = Frames.readOne(
                folder, "1", "lattice=\"4 0 0 0 4 0 0 0 4\" properties=species:S:1:pos:R:3 PBC=\"1 0 0\"", "H 0 0 0");
        assertThat(lowerCase.structure().cell())
                .isEqualTo(Cell.of(new double[] {4, 0, 0, 0, 4, 0, 0, 0, 4}, true, false, false));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "species:S:1:pos:R:3",
                "pos:R:3:species:S:1",
                "Z:I:1:pos:R:3",
                "numbers:I:1:pos:R:3",
                "species:I:1:pos:R:3",
                "species:S:1:Z:I:1:pos:R:3"
            })
    void findsElementsInAnyOfTheirColumns(String properties) throws IOException {
        String row = properties
                .replaceAll("pos:R:3", "1 2 3")
                .replaceAll("species:I:1|(Z|numbers):I:1", "26")
                .replaceAll("species:S:1", "Fe")
                .replace(':', ' ');
        LabeledStructure frame = Frames.readOne(folder, "1", "Properties=" + properties, row);
        assertThat(frame.structure().element(0)).isEqualTo(Element.Fe);
        assertThat(frame.structure().positions()).containsExactly(1, 2, 3);
    }

    @Test
    void keepsColumnsOfOneNumberOnly() throws IOException {
        LabeledStructure frame = Frames.readOne(
                folder,
                "2",
                "Properties=species:S:1:charge:R:1:pos:R:3:name:S:1:velo:R:3:fixed:L:1",
                "H -0.5 1 2 3 left 0 0 nan T",
                "H 5e-1 4 5 6 right 0 0 0 false");
        AtomicStructure structure = frame.structure();
        assertThat(structure.atomPropertyNames()).containsExactly("charge", "fixed");
        assertThat(structure.atomProperty("charge").orElseThrow()).containsExactly(-0.5, 0.5);
        assertThat(structure.atomProperty("fixed").orElseThrow()).containsExactly(1, 0);
    }

    @Test
    void readsPlainXyz() throws IOException {
        LabeledStructure frame = Frames.readOne(folder, "2", " water, it's 5\" wide ", "O 0 0 0 -0.8", "1 0 0 1 0.4");
        assertThat(frame.structure().atomicNumbers()).containsExactly(8, 1);
        assertThat(frame.info()).containsExactly(entry("comment", "water, it's 5\" wide"));
        assertThat(frame.energy()).isEmpty();
        assertThat(Frames.readOne(folder, "1", "", "H 0 0 0").info()).isEmpty();
        LabeledStructure keyed = Frames.readOne(folder, "1", "energy=-1.5 done", "H 0 0 0");
        assertThat(keyed.energy()).hasValue(-1.5);
        assertThat(keyed.info()).containsExactly(entry("done", "T"));
    }

    @ParameterizedTest
    @CsvSource({"1.0D+00, 1", "-2.5d-1, -0.25", "+.5, 0.5", "3., 3", "1E3, 1000", "007, 7"})
    void readsNumbersOfAnyProgramInAnyLocale(String text, double expected) throws IOException {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
        try {
            LabeledStructure frame =
                    Frames.readOne(folder, "1", "Properties=species:S:1:pos:R:3 energy=" + text, "H " + text + " 0 0");
            assertThat(frame.structure().position(0, 0)).isEqualTo(expected);
            assertThat(frame.energy()).hasValue(expected);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void toleratesByteOrderMarkCarriageReturnsTabsAndBlankLines() throws IOException {
        List<LabeledStructure> frames = Frames.read(
                folder,
                "\uFEFF 1 \r\nProperties=species:S:1:pos:R:3\tenergy=1\r\n\tH\t0\t 0 \t1\t\r\n"
                        + "1\r\nProperties=species:S:1:pos:R:3 energy=2\r\nHe 0 0 2\r\n\r\n \t\r\n");
        assertThat(frames).hasSize(2);
        assertThat(frames.get(0).structure().position(0, 2)).isEqualTo(1);
        assertThat(frames.get(1).energy()).hasValue(2);
    }

    @Test
    void readsNoAtomsAndTheLastLineWithoutItsEnd() throws IOException {
        List<LabeledStructure> frames =
                Frames.read(folder, "0\nProperties=species:S:1:pos:R:3 energy=0\n1\n\nH 0 0 0.5");
        assertThat(frames).hasSize(2);
        assertThat(frames.get(0).structure().size()).isZero();
        assertThat(frames.get(1).structure().position(0, 2)).isEqualTo(0.5);
    }

    @Test
    void isLazy() throws IOException {
        Path file = Files.writeString(folder.resolve("data.xyz"), "1\n\nH 0 0 0\n".repeat(3) + "broken\n");
        try (Stream<LabeledStructure> frames = Frames.FORMAT.read(Frames.input(file))) {
            assertThat(frames.limit(2)).hasSize(2);
        }
    }

    @Test
    void readsLinesLongerThanItsBuffer() throws IOException {
        String text = "x".repeat(1_000_003);
        LabeledStructure frame =
                Frames.readOne(folder, "1", "Properties=species:S:1:pos:R:3 note=\"" + text + "\"", "H 1 2 3");
        assertThat(frame.info()).containsEntry("note", text);
        assertThat(frame.structure().positions()).containsExactly(1, 2, 3);
    }
}
