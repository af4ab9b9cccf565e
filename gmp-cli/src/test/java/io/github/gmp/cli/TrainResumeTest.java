package io.github.gmp.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gmp.experiments.train.PreparedTraining;
import io.github.gmp.experiments.train.Train;
import io.github.gmp.experiments.train.TrainListener;
import io.github.gmp.experiments.train.TrainStart;
import io.github.gmp.fixtures.MorseMolecules;
import io.github.gmp.runtime.config.ConfigTree;
import io.github.gmp.runtime.files.RunDirectory;
import io.github.gmp.runtime.model.CheckpointFile;
import io.github.gmp.runtime.progress.Progress;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;

/** {@code gmp train --resume} after a training that was stopped after its third epoch. */
class TrainResumeTest {
    private static final int EPOCHS = 9;

    @TempDir
    static Path folder;

    private static Path config;
    private static Path whole;

    private Path run;
    private Path checkpoint;
    private Path previous;

    @BeforeAll
    static void trainWithoutAStop() throws IOException {
        config = TrainFixture.configuration(folder, EPOCHS);
        whole = folder.resolve("whole");
        assertThat(train(whole).code()).isZero();
    }

    @BeforeEach
    void trainWithAStop() throws IOException {
        run = Files.createTempDirectory(folder, "run");
        checkpoint = run.resolve("checkpoint.gmp");
        previous = run.resolve("checkpoint-previous.gmp");
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
                            && CheckpointFile.load(checkpoint).epoch() >= 3);
        }
        assertThat(run.resolve("train.jsonl")).content().hasLineCount(3);
        assertThat(run.resolve("report.html")).content().contains("Stopped after 3 epochs: these are the best weights");
        assertThat(run.resolve("metrics.json")).content().contains("\"stopped\" : true");
    }

    private static SearchFixture.Outcome train(Path out, Object... options) {
        Object[] arguments = {"train", "--config", config, "--out", out, "--threads", 2};
        Object[] all = Arrays.copyOf(arguments, arguments.length + options.length);
        System.arraycopy(options, 0, all, arguments.length, options.length);
        return SearchFixture.gmp(all);
    }

    @Test
    void endsLikeATrainingWithoutAStop() throws IOException {
        List<Double> before = TrainFixture.seconds(run);
        SearchFixture.Outcome outcome = train(run, "--resume");
        assertThat(outcome.code()).as(outcome.err()).isZero();
        assertThat(outcome.err()).contains("gmp: going on after epoch 3\n");
        TrainFixture.assertSameResults(run, whole);
        assertThat(TrainFixture.seconds(run)).hasSize(EPOCHS).isSorted();
        assertThat(TrainFixture.seconds(run).subList(0, 3)).isEqualTo(before);
        assertThat(run.resolve("report.html"))
                .content()
                .contains("Learning curves")
                .doesNotContain("Stopped after");
    }

    @Test
    void theResolvedConfigurationGoesOnAsWell() throws IOException {
        SearchFixture.Outcome outcome = SearchFixture.gmp(
                "train", "--config", run.resolve("resolved-config.yaml"), "--out", run, "--resume", "--quiet");
        assertThat(outcome.code()).as(outcome.err()).isZero();
        assertThat(outcome.err()).isEmpty();
        // Its hash is another: it names the data as seen from there.
        TrainFixture.assertSameModel(run, whole);
    }

    @Test
    void inThePlaceOfADamagedCheckpointTheOneBeforeIsUsed() throws IOException {
        byte[] bytes = Files.readAllBytes(checkpoint);
        Files.write(checkpoint, Arrays.copyOf(bytes, bytes.length - 100));
        SearchFixture.Outcome outcome = train(run, "--resume");
        assertThat(outcome.code()).as(outcome.err()).isZero();
        // The second only where an epoch took a second: the one before is the last that was forced to the disk.
        assertThat(outcome.err()).containsPattern("gmp: going on after epoch [12]\n");
        TrainFixture.assertSameResults(run, whole);
    }

    @Test
    void whatIsNoCheckpointIsRefusedAndNothingIsLost() throws IOException {
        Files.copy(whole.resolve("model.gmp"), checkpoint, StandardCopyOption.REPLACE_EXISTING);
        Files.writeString(previous, "hello");
        SearchFixture.Outcome outcome = train(run, "--resume", "--quiet");
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err())
                .isEqualTo("gmp: there is no checkpoint to go on from:\n"
                        + "  " + checkpoint + ": is not a GMP checkpoint: unexpected entry 'model.json'\n"
                        + "  " + previous + ": is not a GMP checkpoint, or damaged: not a complete zip archive (zip END"
                        + " header not found)\n"
                        + "choose another folder with --out, or start again with --overwrite\n");
        assertThat(previous).hasContent("hello");
        assertThat(run.resolve("train.jsonl")).content().hasLineCount(3);
        assertThat(run.resolve("model.gmp")).exists();
    }

    @Test
    void aChangedConfigurationIsRefusedWithTheDifference() throws IOException {
        SearchFixture.Outcome outcome =
                train(run, "--resume", "--quiet", "--seed", 4, "--set", "regressor.learningRate=0.02");
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err())
                .isEqualTo("gmp: " + checkpoint + ": belongs to a training that differs from this one:\n"
                        + "  configuration.regressor.learningRate: was 0.01, now 0.02\n"
                        + "  configuration.seed: was 0, now 4\n"
                        + "go on with what it was begun with, choose another folder with --out, or start again with"
                        + " --overwrite\n");
        assertThat(CheckpointFile.load(checkpoint).epoch()).isEqualTo(3);
        assertThat(run.resolve("train.jsonl")).content().hasLineCount(3);
        assertThat(run.resolve("resolved-config.yaml")).content().contains("learningRate: 0.01");
    }

    @Test
    void changedDataAreRefused() throws IOException {
        Path data = folder.resolve("morse.extxyz");
        byte[] before = Files.readAllBytes(data);
        MorseMolecules.write(MorseMolecules.frames(60, 4), "", data);
        SearchFixture.Outcome outcome = train(run, "--resume", "--quiet");
        Files.write(data, before);
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err())
                .matches("(?s)gmp: .*checkpoint.gmp: belongs to a training that differs from this one:\n"
                        + "  data: was [0-9a-f]{64}, now [0-9a-f]{64}\ngo on with .*");
        assertThat(train(run, "--resume", "--quiet").code()).isZero();
        TrainFixture.assertSameResults(run, whole);
    }

    @Test
    void startsAgainOnlyWhenTold() throws IOException {
        SearchFixture.Outcome refused = train(run, "--quiet");
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err())
                .isEqualTo(
                        "gmp: " + run + ": a training was begun here before; continue it with --resume, choose another"
                                + " folder with --out, or start again with --overwrite\n");
        SearchFixture.Outcome both = train(run, "--resume", "--overwrite", "--quiet");
        assertThat(both.code()).isEqualTo(2);
        assertThat(both.err())
                .isEqualTo(
                        "gmp: --resume and --overwrite exclude each other: continue the training in the folder, or start"
                                + " again\n");
        assertThat(train(run, "--overwrite", "--quiet").code()).isZero();
        TrainFixture.assertSameResults(run, whole);
    }

    @Test
    void withoutACheckpointItBeginsOrHasNothingToDo() throws IOException {
        Path fresh = folder.resolve("fresh");
        SearchFixture.Outcome outcome = train(fresh, "--resume");
        assertThat(outcome.code()).isZero();
        assertThat(outcome.err()).contains("gmp: no checkpoint in " + fresh + "; beginning with the first epoch\n");
        TrainFixture.assertSameResults(fresh, whole);
        SearchFixture.Outcome again = train(fresh, "--resume", "--quiet");
        assertThat(again.code()).isEqualTo(2);
        assertThat(again.err())
                .isEqualTo("gmp: " + fresh.resolve("model.gmp")
                        + ": this training is finished, there is nothing to resume; choose another folder with --out, or"
                        + " train again with --overwrite\n");
    }

    @Test
    void ridgeKeepsNoCheckpoints() throws IOException {
        Path ridge = folder.resolve("ridge");
        SearchFixture.Outcome outcome = train(ridge, "--set", "regressor={type: ridge}", "--resume", "--quiet");
        assertThat(outcome.code()).as(outcome.err()).isZero();
        assertThat(ridge.resolve("checkpoint.gmp")).doesNotExist();
        assertThat(ridge.resolve("train.jsonl")).isEmptyFile();
    }
}
