package io.github.gmp.runtime.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gmp.api.error.DataException;
import io.github.gmp.api.math.Matrix;
import io.github.gmp.api.state.ModelState;
import io.github.gmp.runtime.files.Durability;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

class CheckpointFileTest {
    private static final Checkpoint CHECKPOINT = new Checkpoint(
            7,
            Map.of("data", "cafe", "configuration", Map.of("seed", 3L, "regressor", Map.of("rate", 0.1))),
            new ModelState(
                    Map.of("type", "network training"),
                    Map.of(
                            "parameters",
                            Matrix.wrap(1, 3, new double[] {0.1, -0.0, Double.MIN_VALUE}),
                            "statistics",
                            Matrix.zeros(1, 0))));

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void save() {
        file = folder.resolve("checkpoint.gmp");
        CheckpointFile.save(CHECKPOINT, file, Durability.PROCESS);
    }

    @Test
    void givesBackWhatWasSavedBitForBit() {
        assertThat(CheckpointFile.load(file)).isEqualTo(CHECKPOINT);
    }

    @Test
    void refusesDamage() throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        refused(
                Arrays.copyOf(bytes, bytes.length / 2),
                "is not a GMP checkpoint, or damaged: not a complete zip archive (zip END header not found)");
        refused(new byte[0], "is not a GMP checkpoint, or damaged: not a complete zip archive (zip file is empty)");
        // Stored without compression: the text is found and changed as it is.
        byte[] changed = bytes.clone();
        changed[indexOf(bytes, "network training")] ^= 1;
        refused(changed, "is damaged or was changed: its content does not match its checksum");
        // Every single byte matters, or makes no difference.
        for (int i = 0; i < bytes.length; i++) {
            byte[] one = bytes.clone();
            one[i] ^= 4;
            Files.write(file, one);
            try {
                assertThat(CheckpointFile.load(file)).isEqualTo(CHECKPOINT);
            } catch (DataException e) {
                assertThat(e).hasMessageStartingWith(file + ": ");
            }
        }
    }

    @Test
    void refusesContentLargerThanTheFile() throws IOException {
        // 80 MB of zeros deflate to 80 kB; checkpoints are not compressed.
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("tensors/0.npy"));
            zip.write(new byte[80 << 20]);
            zip.closeEntry();
        }
        assertThatThrownBy(() -> CheckpointFile.load(file))
                .isInstanceOf(DataException.class)
                .hasMessage(file + ": entry 'tensors/0.npy' is too large: more than " + Files.size(file) + " bytes");
    }

    @Test
    void refusesAModel() {
        new StateArchive(ArchiveKind.MODEL, Map.of("model.json", "{}".getBytes(StandardCharsets.UTF_8))).write(file);
        assertThatThrownBy(() -> CheckpointFile.load(file))
                .isInstanceOf(DataException.class)
                .hasMessage(file + ": is not a GMP checkpoint: unexpected entry 'model.json'");
    }

    @Test
    void refusesOtherVersionsAndNonsense() {
        document(
                "\"formatVersion\" : 1",
                "\"formatVersion\" : 2",
                "has checkpoint format version 2, but this version of GMP reads version 1");
        document("gmp-checkpoint", "gmp-model", "is not a GMP checkpoint: its format is 'gmp-model'");
        document("\"epoch\" : 7", "\"epoch\" : 0", "'epoch' is 0, expected from 1 to 2147483647");
        document("\"epoch\" : 7", "\"epoch\" : \"x\"", "'epoch' is absent or not a whole number");
        document("\"training\"", "\"drilling\"", "'training' is absent or not an object");
        document("tensors/0.npy", "checkpoint.json", "tensor 'parameters' is absent");
        document("tensors/0.npy", "tensors/9.npy", "tensor 'parameters' is absent");
        document("\"state\" : {", "\"state\" : [", "is not a JSON object: ");
    }

    /** A checkpoint with a changed document and a checksum that fits: what only its author can make. */
    private void document(String old, String replacement, String message) {
        save();
        Map<String, byte[]> entries =
                new HashMap<>(StateArchive.read(ArchiveKind.CHECKPOINT, file).entries());
        String document = new String(entries.get("checkpoint.json"), StandardCharsets.UTF_8);
        assertThat(document).contains(old);
        entries.put("checkpoint.json", document.replace(old, replacement).getBytes(StandardCharsets.UTF_8));
        new StateArchive(ArchiveKind.CHECKPOINT, entries).write(file);
        assertThatThrownBy(() -> CheckpointFile.load(file))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith(file + ": " + message);
    }

    private void refused(byte[] content, String message) throws IOException {
        Files.write(file, content);
        assertThatThrownBy(() -> CheckpointFile.load(file))
                .isInstanceOf(DataException.class)
                .hasMessage(file + ": " + message);
    }

    private static int indexOf(byte[] bytes, String text) {
        int index = new String(bytes, StandardCharsets.ISO_8859_1).indexOf(text);
        assertThat(index).isNotNegative();
        return index;
    }
}
