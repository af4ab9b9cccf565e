package io.github.gmp.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gmp.experiments.train.PreparedTraining;
import io.github.gmp.experiments.train.Train;
import io.github.gmp.experiments.train.TrainListener;
import io.github.gmp.experiments.train.TrainStart;
import io.github.gmp.runtime.config.ConfigTree;
import io.github.gmp.runtime.files.RunDirectory;
import io.github.gmp.runtime.model.CheckpointFile;
import io.github.gmp.runtime.progress.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** {@code gmp train --resume} of a committee that was stopped in its third member. */
class CommitteeResumeTest {
    private static final int EPOCHS = 3;

    @TempDir
    Path folder;

    @Test
    void goesOnInTheThirdMember() throws IOException {
        Path config = configuration();
        Path whole = folder.resolve("whole");
        SearchFixture.Outcome first =
                SearchFixture.gmp("train", "--config", config, "--out", whole, "--threads", 2, "--quiet");
        assertThat(first.code()).as(first.err()).isZero();
        assertThat(whole.resolve("train.jsonl")).content().hasLineCount(4 * EPOCHS);

        Path run = folder.resolve("run");
        Path checkpoint = run.resolve("checkpoint.gmp");
        Train training = CliTestHost.get(Train.class);
        PreparedTraining prepared = training.prepare(ConfigTree.load(config), Progress.silent());
        try (RunDirectory directory = RunDirectory.open(run)) {
            training.train(
                    prepared,
                    directory,
                    training.open(prepared, directory, TrainStart.NEW),
                    1,
                    new TrainListener() {},
                    Progress.silent(),
                    () -> Files.exists(checkpoint)
                            && CheckpointFile.load(checkpoint).epoch() >= 2 * EPOCHS + 1);
        }
        assertThat(run.resolve("train.jsonl")).content().hasLineCount(2 * EPOCHS + 1);

        SearchFixture.Outcome rest =
                SearchFixture.gmp("train", "--config", config, "--out", run, "--threads", 1, "--resume");
        assertThat(rest.code()).as(rest.err()).isZero();
        assertThat(rest.err()).contains("gmp: going on after epoch 7\n");
        TrainFixture.assertSameResults(run, whole);
    }

    private Path configuration() throws IOException {
        Path config = TrainFixture.configuration(folder, EPOCHS);
        String member = Files.readString(config).lines().reduce("", (last, line) -> line);
        assertThat(member).startsWith("regressor: {type: snn");
        return Files.writeString(
                config,
                Files.readString(config)
                        .replace(
                                member,
                                "regressor: {type: committee, members: 4, bootstrap: true, member: "
                                        + member.substring("regressor: ".length()) + "}"));
    }
}
