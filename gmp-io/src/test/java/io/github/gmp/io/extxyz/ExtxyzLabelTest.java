package io.github.gmp.io.extxyz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.gmp.api.error.DataException;
import io.github.gmp.api.structure.LabeledStructure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

class ExtxyzLabelTest {
    /** A cell of 2 x 3 x 4 Å: volume 24 Å³. */
    private static final String LATTICE = "Lattice=\"2 0 0 0 3 0 0 0 4\" ";

    private static final String PROPERTIES = "Properties=species:S:1:pos:R:3 ";

    @TempDir
    Path folder;

    private LabeledStructure readHeader(String header) throws IOException {
        return Frames.readOne(folder, "1", header, "H 0 0 0");
    }

    private void assertRefused(String header, String message) {
        assertThatThrownBy(() -> readHeader(header))
                .isInstanceOf(DataException.class)
                .hasMessage(folder.resolve("data.xyz") + ":2: frame 1: " + message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"energy", "Energy", "REF_energy", "dft_energy", "free_energy"})
    void findsTheEnergyUnderItsNames(String key) throws IOException {
        LabeledStructure frame = readHeader(PROPERTIES + key + "=-3.5");
        assertThat(frame.energy()).hasValue(-3.5);
        assertThat(frame.labelKeys()).containsEntry("energy", key);
        assertThat(frame.info()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"forces", "force", "REF_forces", "dft_forces"})
    void findsTheForcesUnderTheirNames(String column) throws IOException {
        LabeledStructure frame =
                Frames.readOne(folder, "1", "Properties=species:S:1:pos:R:3:" + column + ":R:3", "H 0 0 0 1 2 3");
        assertThat(frame.forces().orElseThrow()).containsExactly(1, 2, 3);
        assertThat(frame.labelKeys()).containsEntry("forces", column);
    }

    @Test
    void prefersTheFirstNameAndSaysSo() throws IOException {
        LabeledStructure frame = readHeader(PROPERTIES + "REF_energy=-2 free_energy=-3 energy=-1");
        assertThat(frame.energy()).hasValue(-1);
        assertThat(frame.labelKeys()).containsEntry("energy", "energy");
        assertThat(frame.info()).containsEntry("REF_energy", "-2").containsEntry("free_energy", "-3");
    }

    @Test
    void refusesANameThatChangesWithinAFile() {
        String text = "1\n" + PROPERTIES + "energy=-1\nH 0 0 0\n" + "1\n" + PROPERTIES + "\nH 0 0 0\n" + "1\n"
                + PROPERTIES + "REF_energy=-1\nH 0 0 0\n";
        assertThatThrownBy(() -> Frames.read(folder, text))
                .isInstanceOf(DataException.class)
                .hasMessage(folder.resolve("data.xyz")
                        + ":8: frame 3: the energy would be read from 'REF_energy' here but was read from 'energy' in"
                        + " frame 1; set energyKey to the one that is meant");
    }

    @Test
    void readsTheConfiguredKeysOnly() throws IOException {
        ExtxyzFormat format =
                new ExtxyzFormat(new ExtxyzConfig(Optional.of("E0"), Optional.of("f"), Optional.of("my_virial")));
        Path file = Files.writeString(
                folder.resolve("data.xyz"),
                "1\n" + LATTICE + "Properties=species:S:1:pos:R:3:forces:R:3:f:R:3 energy=-1 E0=-2"
                        + " stress=\"9 9 9 0 0 0\" my_virial=\"24 48 72 0 0 0\"\nH 0 0 0 1 2 3 4 5 6\n"
                        + "1\nProperties=species:S:1:pos:R:3 energy=-1\nH 0 0 0\n");
        var frames = Frames.read(format, file);
        LabeledStructure frame = frames.get(0);
        assertThat(frame.energy()).hasValue(-2);
        assertThat(frame.forces().orElseThrow()).containsExactly(4, 5, 6);
        assertThat(frame.stress().orElseThrow()).containsExactly(-1, -0.0, -0.0, -0.0, -2, -0.0, -0.0, -0.0, -3);
        assertThat(frame.info()).containsOnlyKeys("energy", "stress");
        assertThat(frames.get(1).energy()).isEmpty();
    }

    @Test
    void readsSixComponentsInVoigtOrder() throws IOException {
        LabeledStructure frame = readHeader(LATTICE + PROPERTIES + "stress=\"1 2 3 0.4 0.5 0.6\"");
        assertThat(frame.stress().orElseThrow()).containsExactly(1, 0.6, 0.5, 0.6, 2, 0.4, 0.5, 0.4, 3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "virial=\"-24 0 0 0 -48 -12 0 -12 -72\"",
                "virials=[[-24, 0, 0], [0, -48, -12], [0, -12, -72]]",
                "REF_virial=\"-24 -48 -72 -12 0 0\""
            })
    void turnsAVirialIntoAStress(String virial) throws IOException {
        LabeledStructure frame = readHeader(LATTICE + PROPERTIES + virial);
        assertThat(frame.stress().orElseThrow())
                .containsExactly(new double[] {1, 0, 0, 0, 2, 0.5, 0, 0.5, 3}, within(1e-15));
        assertThat(frame.labelKeys().get("stress")).startsWith(virial.substring(0, virial.indexOf('=')));
    }

    @Test
    void leavesAVirialWithoutVolumeAmongTheOtherKeys() throws IOException {
        LabeledStructure frame = readHeader(PROPERTIES + "virial=\"0 0 0 0 0 0\"");
        assertThat(frame.stress()).isEmpty();
        assertThat(frame.info()).containsEntry("virial", "0 0 0 0 0 0");
    }

    @Test
    void acceptsAStressAndAVirialThatAgree() throws IOException {
        LabeledStructure frame =
                readHeader(LATTICE + PROPERTIES + "virial=\"-24 -48 -72 0 0 0\" stress=\"1 2 3.001 0 0 0\"");
        assertThat(frame.stress().orElseThrow()[8]).isEqualTo(3.001);
        assertThat(frame.labelKeys()).containsEntry("stress", "stress");
    }

    @Test
    void refusesAStressAndAVirialThatDisagree() {
        assertRefused(
                LATTICE + PROPERTIES + "virial=\"24 48 72 0 0 0\" stress=\"1 2 3 0 0 0\"",
                "stress and virial contradict each other: xx of 'stress' is 1.0, but -virial/volume from 'virial' is"
                        + " -1.0 eV/Å³; set stressKey to the one that is meant");
    }

    @Test
    void refusesAnAsymmetricStress() {
        assertRefused(
                LATTICE + PROPERTIES + "stress=\"1 0.5 0 0 2 0 0 0 3\"", "stress is not symmetric: xy = 0.5, yx = 0.0");
    }

    @Test
    void toleratesTheNoiseOfAStressOfZero() throws IOException {
        LabeledStructure frame = readHeader(LATTICE + PROPERTIES + "stress=\"0 1e-9 0 -1e-9 0 0 0 0 0\"");
        assertThat(frame.stress().orElseThrow()).containsExactly(0, 1e-9, 0, -1e-9, 0, 0, 0, 0, 0);
    }

    @Test
    void refusesLabelsThatAreNoNumbers() {
        assertRefused(PROPERTIES + "energy=low", "energy has 'low'; a number (with a decimal point) was expected");
        assertRefused(PROPERTIES + "energy=NaN", "energy has 'NaN'; a finite number was expected");
        assertRefused(PROPERTIES + "energy=-1e999", "energy has '-1e999'; a finite number was expected");
        assertRefused(PROPERTIES + "energy=\"1 2\"", "energy is '1 2'; one number, the energy in eV, was expected");
        assertRefused(
                LATTICE + PROPERTIES + "stress=\"1 2 3\"",
                "stress has 3 numbers; 6 (xx yy zz yz xz xy) or 9 were expected");
        assertRefused(
                LATTICE + PROPERTIES + "stress=\"1 2 inf 0 0 0\"", "stress has 'inf'; a finite number was expected");
    }
}
