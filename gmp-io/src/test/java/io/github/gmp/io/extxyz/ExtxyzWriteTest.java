package io.github.gmp.io.extxyz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.github.gmp.api.dataset.StructureSink;
import io.github.gmp.api.structure.AtomicStructure;
import io.github.gmp.api.structure.Cell;
import io.github.gmp.api.structure.Element;
import io.github.gmp.api.structure.LabeledStructure;
import io.github.gmp.api.structure.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

class ExtxyzWriteTest {
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

    private Path write(String name, LabeledStructure... frames) throws IOException {
        Path file = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(file)) {
            StructureSink sink = Frames.FORMAT.write(out);
            for (LabeledStructure frame : frames) {
                sink.write(frame);
            }
            sink.finish();
        }
        return file;
    }

    @Test
    void writesTheFormThatAllReadersKnow() throws IOException {
        LabeledStructure frame = labeled()
                .info("config_type", "bulk")
                .info("note", "two \"words\"\nand a \\")
                .info("a key", "")
                .info("array", "[[1, 2], [3, 4]]")
                .info("list", "[1, a]")
                .build();
        assertThat(write("out.xyz", frame))
                .hasContent(String.join(
                        "\n",
                        "2",
                        "Lattice=\"5.0 0.0 0.0 0.0 6.0 0.0 0.0 0.0 7.0\""
                                + " Properties=species:S:1:pos:R:3:forces:R:3:fixed:I:1:charge:R:1 energy=-12.0"
                                + " stress=\"1.0 0.0 0.0 0.0 2.0 0.5 0.0 0.5 3.0\" config_type=bulk"
                                + " note=\"two \\\"words\\\"\\nand a \\\\\" \"a key\"=\"\" array=[[1, 2], [3, 4]]"
                                + " list=\"[1, a]\" pbc=\"T T F\"",
                        "O 0.0 0.1 -2.0 1.0 2.0 3.0 0 -0.5",
                        "H 1.0e-7 0.3333333333333333 123456789.0 -1.0 -2.0 -3.0 1 1.0",
                        ""));
    }

    @Test
    void writesNoCellAndNoLabels() throws IOException {
        AtomicStructure atom = new AtomicStructure(new Element[] {Element.He}, new double[3], Cell.none());
        assertThat(write("out.xyz", LabeledStructure.builder(atom, SOURCE).build()))
                .hasContent("1\nProperties=species:S:1:pos:R:3 pbc=\"F F F\"\nHe 0.0 0.0 0.0\n");
    }

    @Test
    void keysThatWouldBeTakenForLabelsAreRenamed() throws IOException {
        LabeledStructure unlabeled = LabeledStructure.builder(water(), SOURCE)
                .info("REF_energy", "-1")
                .info("other_REF_energy", "-2")
                .info("Lattice", "x")
                .build();
        LabeledStructure read =
                Frames.read(Frames.FORMAT, write("a.xyz", unlabeled)).get(0);
        assertThat(read.energy()).isEmpty();
        assertThat(read.info())
                .containsExactly(
                        entry("other_other_REF_energy", "-1"),
                        entry("other_REF_energy", "-2"),
                        entry("other_Lattice", "x"));
        LabeledStructure labeled = labeled()
                .info("energy", "-1")
                .info("REF_energy", "-2")
                .info("virial", "0 0 0 0 0 0")
                .build();
        read = Frames.read(Frames.FORMAT, write("b.xyz", labeled)).get(0);
        assertThat(read.energy()).hasValue(-12);
        assertThat(read.info()).containsOnlyKeys("other_energy", "REF_energy", "other_virial");
    }

    @Test
    void refusesWhatIsNotFinite() throws IOException {
        Path file = folder.resolve("out.xyz");
        try (OutputStream out = Files.newOutputStream(file)) {
            StructureSink sink = Frames.FORMAT.write(out);
            assertThatThrownBy(() -> sink.write(labeled().energy(Double.NaN).build()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("made up, frame 3: the energy is NaN; only finite numbers are written");
            double[] forces = new double[6];
            forces[4] = Double.NEGATIVE_INFINITY;
            assertThatThrownBy(() -> sink.write(labeled().forces(forces).build()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("made up, frame 3: the force of atom 2 is -Infinity; only finite numbers are written");
            double[] stress = new double[9];
            stress[8] = Double.NaN;
            assertThatThrownBy(() -> sink.write(labeled().stress(stress).build()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("made up, frame 3: the stress is NaN; only finite numbers are written");
            AtomicStructure charged = new AtomicStructure(
                    new Element[] {Element.O}, new double[3], Cell.none(), Map.of("q", new double[] {Double.NaN}));
            assertThatThrownBy(() ->
                            sink.write(LabeledStructure.builder(charged, SOURCE).build()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("made up, frame 3: an atom property of atom 1 is NaN; only finite numbers are written");
            sink.write(labeled().build());
            sink.finish();
        }
        assertThat(Frames.read(Frames.FORMAT, file)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pos", "Z", "forces", "a:b", " "})
    void refusesColumnNamesThatWouldReadDifferently(String name) throws IOException {
        AtomicStructure atom = new AtomicStructure(
                new Element[] {Element.O}, new double[3], Cell.none(), Map.of(name, new double[] {1}));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        StructureSink sink = Frames.FORMAT.write(out);
        assertThatThrownBy(
                        () -> sink.write(LabeledStructure.builder(atom, SOURCE).build()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the atom property '" + name
                        + "' cannot be written as a column: the name is reserved, blank or contains ':'");
        assertThat(out.size()).isZero();
    }
}
