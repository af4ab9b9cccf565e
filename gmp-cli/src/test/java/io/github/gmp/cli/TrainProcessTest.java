package io.github.gmp.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gmp.runtime.model.CheckpointFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** A training in a process of its own that is killed or interrupted, then continued. */
class TrainProcessTest {
    /** So many that the process is killed long before the last one. */
    private static final int EPOCHS = 500;

    @TempDir
    static Path folder;

    private static Path config;
    private static Path whole;

    @BeforeAll
    static void trainWithoutAStop() throws IOException {
        config = TrainFixture.configuration(folder, EPOCHS);
        whole = folder.resolve("whole");
        assertThat(train(whole).code()).isZero();
    }

    @Test
    void aTrainingKilledAgainAndAgainEndsLikeAnUninterruptedOne() throws IOException, InterruptedException {
        Path killed = folder.resolve("killed");
        Path epochs = killed.resolve("train.jsonl");
        // Kills at moments that differ from run to run of the test: it must hold for any.
        SplittableRandom random = new SplittableRandom();
        int lines = 2 + random.nextInt(5);
        for (int kills = 0; kills < 3; kills++) {
            GmpProcess process = start(killed, "--resume");
            process.waitForLines(epochs, lines);
            process.kill();
            assertThat(killed.resolve("model.gmp")).doesNotExist();
            int told = Files.readAllLines(epochs).size();
            int safe = CheckpointFile.load(latest(killed)).epoch();
            assertThat(safe).as("of %d epochs told of, one may be lost", told).isBetween(told - 1, told);
            lines = told + 1 + random.nextInt(5);
        }

        assertThat(train(killed, "--resume").code()).isZero();
        TrainFixture.assertSameResults(killed, whole);
        try (var files = Files.list(killed)) {
            assertThat(files.map(Path::toString)).noneMatch(name -> name.endsWith(".tmp"));
        }
    }

    @Test
    void anInterruptedTrainingSaysHowToGoOn() throws IOException, InterruptedException {
        Path out = folder.resolve("interrupted");
        GmpProcess process = start(out);
        process.waitForLines(out.resolve("train.jsonl"), 2);
        process.interrupt();
        assertThat(process.exitCode()).isEqualTo(130);
        int told = Files.readAllLines(out.resolve("train.jsonl")).size();
        assertThat(Files.readString(folder.resolve("interrupted.log")))
                .contains("training was cancelled after epoch " + told + " of " + EPOCHS)
                .contains("gmp: the training was stopped; continue it with the same command and --resume.");
        assertThat(CheckpointFile.load(out.resolve("checkpoint.gmp")).epoch()).isEqualTo(told);
        assertThat(out.resolve("model.gmp")).exists();
        assertThat(out.resolve("report.html")).content().contains("Stopped after " + told + " epochs");

        assertThat(train(out, "--resume").code()).isZero();
        TrainFixture.assertSameResults(out, whole);
    }

    /** Between two renames there is only the one before. */
    private static Path latest(Path run) {
        Path latest = run.resolve("checkpoint.gmp");
        return Files.exists(latest) ? latest : run.resolve("checkpoint-previous.gmp");
    }

    private static SearchFixture.Outcome train(Path out, Object... options) {
        return SearchFixture.gmp(arguments(out, options).toArray());
    }

    private static GmpProcess start(Path out, Object... options) throws IOException {
        return GmpProcess.start(
                folder.resolve(out.getFileName() + ".log"),
                arguments(out, options).toArray());
    }

    private static List<Object> arguments(Path out, Object... options) {
        List<Object> arguments =
                new ArrayList<>(List.of("train", "--config", config, "--out", out, "--quiet", "--threads", 2));
        arguments.addAll(List.of(options));
        return arguments;
    }
}
