package io.github.gmp.experiments.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gmp.api.error.DataException;
import io.github.gmp.api.error.GmpException;
import io.github.gmp.api.state.ModelState;
import io.github.gmp.runtime.files.RunDirectory;
import io.github.gmp.runtime.model.Checkpoint;
import io.github.gmp.runtime.model.CheckpointFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class CheckpointFolderTest {
    private static final Map<String, Object> TRAINING = Map.of("data", "cafe", "configuration", Map.of("seed", 3L));
    private static final String NOT_COMPLETE =
            ": is not a GMP checkpoint, or damaged: not a complete zip archive (zip" + " END header not found)";

    @TempDir
    Path folder;

    private RunDirectory directory;
    /** A second passes between any two checkpoints. */
    private long seconds;

    private Path latest;
    private Path previous;

    @BeforeEach
    void open() {
        directory = RunDirectory.open(folder.resolve("run"));
        latest = directory.file("checkpoint.gmp");
        previous = directory.file("checkpoint-previous.gmp");
    }

    @AfterEach
    void close() {
        directory.close();
    }

    private CheckpointFolder open(TrainStart start) {
        return CheckpointFolder.open(directory, TRAINING, start, () -> seconds++ * 1_000_000_000L);
    }

    private void saveEpochs(int count) {
        CheckpointFolder checkpoints = open(TrainStart.NEW);
        for (int epoch = 1; epoch <= count; epoch++) {
            save(checkpoints, epoch);
        }
    }

    private static void save(CheckpointFolder checkpoints, int epoch) {
        checkpoints.save(epoch, () -> state(epoch));
    }

    private static ModelState state(int epoch) {
        return new ModelState(Map.of("epoch", Integer.toString(epoch)), Map.of());
    }

    private static Optional<String> resumed(CheckpointFolder checkpoints) {
        return checkpoints.latest(state -> state.attributes().get("epoch"));
    }

    private static int epoch(Path file) {
        return CheckpointFile.load(file).epoch();
    }

    @Test
    void keepsTheLatestAndTheOneBefore() {
        saveEpochs(1);
        assertThat(previous).doesNotExist();
        CheckpointFolder checkpoints = open(TrainStart.RESUME);
        assertThat(checkpoints.epoch()).contains(1);
        assertThat(resumed(checkpoints)).contains("1");
        save(checkpoints, 2);
        save(checkpoints, 3);
        assertThat(epoch(latest)).isEqualTo(3);
        assertThat(epoch(previous)).isEqualTo(2);
        assertThat(CheckpointFile.load(latest)).isEqualTo(new Checkpoint(3, TRAINING, state(3)));
        checkpoints.remove();
        assertThat(checkpoints.hasAny()).isFalse();
    }

    @Test
    void keepsTheLastThatSurvivesAPowerCutWhereEpochsAreShort() {
        long[] milliseconds = {0};
        CheckpointFolder checkpoints =
                CheckpointFolder.open(directory, TRAINING, TrainStart.NEW, () -> milliseconds[0] * 1_000_000);
        for (int epoch = 1; epoch <= 8; epoch++) {
            // Forced: at 0, 1200 and 2400 ms.
            save(checkpoints, epoch);
            milliseconds[0] += 400;
            assertThat(epoch(latest)).isEqualTo(epoch);
            if (epoch > 1) {
                assertThat(epoch(previous)).isEqualTo(epoch <= 4 ? 1 : epoch <= 7 ? 4 : 7);
            }
        }
    }

    @Test
    void beginsWithTheFirstEpochWhereThereIsNothing() {
        CheckpointFolder checkpoints = open(TrainStart.RESUME);
        assertThat(checkpoints.epoch()).isEmpty();
        assertThat(resumed(checkpoints)).isEmpty();
    }

    @Test
    void doesNotTouchAnEarlierTrainingUnlessTold() {
        saveEpochs(2);
        assertThatThrownBy(() -> open(TrainStart.NEW))
                .isInstanceOf(DataException.class)
                .hasMessage(directory.path()
                        + ": a training was begun here before; continue it with --resume, choose another folder with"
                        + " --out, or start again with --overwrite");
        CheckpointFolder checkpoints = open(TrainStart.OVERWRITE);
        // Not before the new training begins.
        assertThat(epoch(latest)).isEqualTo(2);
        assertThat(resumed(checkpoints)).isEmpty();
        assertThat(checkpoints.hasAny()).isFalse();
    }

    @Test
    void takesTheOneBeforeWhereAKillCameBetweenTwoRenames() throws IOException {
        saveEpochs(2);
        Files.move(latest, previous, StandardCopyOption.REPLACE_EXISTING);
        CheckpointFolder checkpoints = open(TrainStart.RESUME);
        assertThat(resumed(checkpoints)).contains("2");
        save(checkpoints, 3);
        assertThat(epoch(latest)).isEqualTo(3);
        assertThat(epoch(previous)).isEqualTo(2);
    }

    @Test
    void takesTheOneBeforeADamagedOneAndKeepsIt() throws IOException {
        saveEpochs(3);
        damage(latest);
        CheckpointFolder checkpoints = open(TrainStart.RESUME);
        assertThat(checkpoints.epoch()).contains(2);
        assertThat(resumed(checkpoints)).contains("2");
        save(checkpoints, 3);
        assertThat(epoch(latest)).isEqualTo(3);
        // The damaged one has not taken its place.
        assertThat(epoch(previous)).isEqualTo(2);
    }

    @Test
    void takesTheOneBeforeOneThatTheTrainerRefuses() {
        saveEpochs(3);
        Optional<String> resumed = open(TrainStart.RESUME).latest(state -> {
            if (state.attributes().containsValue("3")) {
                throw new GmpException("of no use");
            }
            return state.attributes().get("epoch");
        });
        assertThat(resumed).contains("2");
    }

    @Test
    void losesNothingWhereNoneCanBeUsed() throws IOException {
        saveEpochs(2);
        assertThatThrownBy(() -> open(TrainStart.RESUME).latest(state -> {
                    throw new GmpException("of no use");
                }))
                .isInstanceOf(DataException.class)
                .hasMessage("there is no checkpoint to go on from:\n  " + latest + ": of no use\n  " + previous
                        + ": of no use\nchoose another folder with --out, or start again with --overwrite");
        damage(latest);
        damage(previous);
        byte[] before = Files.readAllBytes(latest);
        assertThatThrownBy(() -> open(TrainStart.RESUME))
                .isInstanceOf(DataException.class)
                .hasMessage("there is no checkpoint to go on from:\n  " + latest + NOT_COMPLETE + "\n  " + previous
                        + NOT_COMPLETE + "\nchoose another folder with --out, or start again with --overwrite");
        assertThat(latest).hasBinaryContent(before);
        assertThat(previous).exists();
    }

    @Test
    void showsInWhatAnotherTrainingDiffers() {
        saveEpochs(2);
        Map<String, Object> other =
                Map.of("data", "beef", "configuration", Map.of("seed", 4L, "forces", true), "files", Map.of());
        assertThatThrownBy(() -> CheckpointFolder.open(directory, other, TrainStart.RESUME, () -> 0))
                .isInstanceOf(DataException.class)
                .hasMessage(latest + ": belongs to a training that differs from this one:\n"
                        + "  configuration.forces: was absent, now true\n"
                        + "  configuration.seed: was 3, now 4\n"
                        + "  data: was cafe, now beef\n"
                        + "  files: was absent, now {}\n"
                        + "go on with what it was begun with, choose another folder with --out, or start again with"
                        + " --overwrite");
        assertThat(epoch(latest)).isEqualTo(2);
        assertThat(epoch(previous)).isEqualTo(1);
    }

    @Test
    void removesWhatAKilledProcessWasWriting() throws IOException {
        Path leftover = Files.write(directory.file(".checkpoint.gmp.12345.tmp"), new byte[100]);
        Path other = Files.write(directory.file(".model.gmp.12345.tmp"), new byte[100]);
        open(TrainStart.RESUME);
        assertThat(leftover).doesNotExist();
        assertThat(other).exists();
    }

    private static void damage(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
    }

    @Test
    void longValuesAreCut() {
        assertThat(PlainDifferences.between(Map.of("a", "x".repeat(200)), Map.of("a", List.of(1L, 2L))))
                .containsExactly("a: was " + "x".repeat(120) + "…, now [1, 2]");
    }
}
