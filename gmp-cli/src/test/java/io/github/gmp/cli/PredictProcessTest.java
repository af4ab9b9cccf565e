package io.github.gmp.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.gmp.fixtures.MorseMolecules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code gmp predict} in a process of its own that is killed: an older output stays what it was, and the same command does it again. */
class PredictProcessTest {
    @TempDir
    Path folder;

    @Test
    void aKilledPredictionLeavesTheOlderOutputAlone() throws IOException, InterruptedException {
        Path mkfifo = Path.of("/usr/bin/mkfifo");
        assumeTrue(Files.isExecutable(mkfifo), "needs mkfifo, for an input that does not end");
        Path run = folder.resolve("run");
        assertThat(SearchFixture.gmp(
                                "train",
                                "--config",
                                TrainFixture.configuration(folder, 1),
                                "--set",
                                "regressor={type: ridge}",
                                "--out",
                                run,
                                "--quiet")
                        .code())
                .isZero();
        Path out = Files.writeString(folder.resolve("predicted.extxyz"), "precious\n");
        Path frames = MorseMolecules.write(MorseMolecules.frames(2000, 5), "", folder.resolve("frames.extxyz"));
        Path endless = folder.resolve("endless.extxyz");
        assertThat(new ProcessBuilder(mkfifo.toString(), endless.toString())
                        .start()
                        .waitFor())
                .isZero();

        GmpProcess process = GmpProcess.start(
                folder.resolve("log"), "predict", run.resolve("model.gmp"), endless, "--out", out, "--threads", 2);
        try (OutputStream pipe = Files.newOutputStream(endless)) {
            pipe.write(Files.readAllBytes(frames));
            pipe.flush();
            while (unfinished().isEmpty() || Files.size(unfinished().get()) == 0) {
                Thread.sleep(20);
            }
            process.kill();
        }
        assertThat(out).hasContent("precious\n");

        SearchFixture.Outcome again =
                SearchFixture.gmp("predict", run.resolve("model.gmp"), frames, "--out", out, "--quiet");
        assertThat(again.code()).as(again.err()).isZero();
        assertThat(Files.readAllLines(out)).hasSize(2000 * 6);
    }

    private Optional<Path> unfinished() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith(".predicted.extxyz."))
                    .findFirst();
        }
    }
}
