package io.github.gmp.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gmp.fixtures.MorseMolecules;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The commands as a user calls them, on generated data, with the real plugins. */
class CommandsTest {
    private static final String DESCRIPTOR = "descriptor:\n"
            + "  type: gmp\n"
            + "  radial: {type: gaussian, sigmas: [0.4, 1.0]}\n"
            + "  angular: {type: mcsh, maxOrder: 3}\n"
            + "  cutoff: {type: smooth, radius: 5.0}\n";

    @TempDir
    static Path folder;

    private static Path frames;
    private static Path config;
    private static Path model;

    private record Outcome(int code, String out, String err) {}

    @BeforeAll
    static void trainOnce() throws IOException {
        frames = MorseMolecules.write(
                MorseMolecules.frames(60, 11), "config_type=shaken note=\"two words\"", folder.resolve("morse.extxyz"));
        config = Files.writeString(
                folder.resolve("train.yaml"),
                "name: morse\ndata:\n  files: [morse.extxyz]\n  split: {validation: 10, test: 10}\n" + DESCRIPTOR
                        + "regressor: {type: snn, nodes: 8, layers: 2, epochs: 12}\n");
        Path run = folder.resolve("run");
        Outcome outcome = gmp("train", "--config", config, "--out", run, "--quiet");
        assertThat(outcome.code()).as(outcome.err()).isZero();
        assertThat(outcome.out())
                .contains("training            40", "validation          10", "test                10")
                .contains("model: " + run.resolve("model.gmp"));
        model = run.resolve("model.gmp");
        assertThat(names(run))
                .contains("model.gmp", "metrics.json", "report.html", "resolved-config.yaml", "train.jsonl")
                .noneMatch(name -> name.endsWith(".tmp"));
        assertThat(Files.readAllLines(run.resolve("train.jsonl")))
                .hasSize(12)
                .allMatch(line -> line.startsWith("{\"epoch\":") && line.contains("\"validationMae\":"));
        assertThat(run.resolve("metrics.json")).content().contains("\"forceMae\"", "\"dataHash\"");
    }

    @Test
    void trainingAgainNeedsOverwrite() {
        Outcome outcome = gmp("train", "--config", config, "--out", folder.resolve("run"), "--quiet");
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err())
                .isEqualTo("gmp: " + model + ": exists already; choose another folder with --out, or replace it with"
                        + " --overwrite\n");
    }

    @Test
    void theResolvedConfigurationGivesTheSameModel() throws IOException {
        Path resolved = folder.resolve("run/resolved-config.yaml");
        Path second = folder.resolve("second");
        Outcome outcome = gmp("train", "--config", resolved, "--out", second, "--threads", 2, "--quiet");
        assertThat(outcome.code()).as(outcome.err()).isZero();
        assertThat(TrainFixture.curve(second)).isEqualTo(TrainFixture.curve(folder.resolve("run")));
        assertThat(second.resolve("resolved-config.yaml")).hasSameTextualContentAs(resolved);
    }

    @Test
    void dryRunWritesNothing() {
        Path out = folder.resolve("dry");
        Outcome outcome = gmp("train", "--config", config, "--out", out, "--dry-run", "--quiet");
        assertThat(outcome.code()).isZero();
        assertThat(outcome.out())
                .contains("trained on          energies; forces are compared only\n")
                .contains("training            40    160      40      40       0  H C O\n")
                .containsPattern("memory              features 0\\.0 MB; Java may use [0-9,]+ MB\n")
                .containsPattern("time of features    about \\S+ s: 240 atoms, ")
                .containsPattern(
                        "time of training    about \\S+ s: up to 12 epochs of about \\S+ s \\(measured by training on"
                                + " 40 structures\\)\n")
                .endsWith("Nothing was trained (--dry-run).\n");
        assertThat(out).doesNotExist();
    }

    @Test
    void otherDataTakeThePlaceOfTheConfigured() {
        Path other = MorseMolecules.write(MorseMolecules.frames(25, 12), "", folder.resolve("other.extxyz"));
        Outcome outcome = gmp("train", "--config", config, "--data", other, "--dry-run", "--quiet");
        assertThat(outcome.out()).contains("training             5     20       5", "file                " + other);
    }

    @Test
    void aNameCannotLeadOutOfTheFolderOfRuns() {
        Outcome outcome = gmp("train", "--config", config, "--set", "name=../elsewhere", "--quiet");
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err())
                .isEqualTo("gmp: name: got '../elsewhere', expected letters, digits, '.', '_' and '-', as in a file"
                        + " name\n");
    }

    @Test
    void configurationProblemsAreListedBeforeDataAreRead() throws IOException {
        Path bad = Files.writeString(
                folder.resolve("bad.yaml"),
                "name: x\ndata: {files: [absent.extxyz], slpit: {}}\n" + DESCRIPTOR.replace("sigmas", "sigma")
                        + "regressor: {type: snm}\n");
        Outcome outcome = gmp("train", "--config", bad, "--out", folder.resolve("never"), "--quiet");
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err())
                .isEqualTo("gmp: 3 problems in the configuration:\n"
                        + "  data.slpit: unknown key 'slpit'; did you mean 'split'? (known: exclude, files, format,"
                        + " limit, split, testFiles, testWhere, validationFiles)\n"
                        + "  descriptor.radial.sigma: unknown key 'sigma'; did you mean 'sigmas'? (known:"
                        + " normalization, sigmas, type)\n"
                        + "  regressor.type: unknown regressor 'snm'; did you mean 'snn'? (known: committee, hdnn, ridge,"
                        + " snn)\n");
        assertThat(folder.resolve("never")).doesNotExist();
    }

    @Test
    void evaluateReportsByTypeAndElement() {
        Outcome outcome = gmp("evaluate", model, frames, "--quiet");
        assertThat(outcome.code()).as(outcome.err()).isZero();
        assertThat(outcome.out()).contains("all", "shaken", "forces on H", "forces on C", "forces on O");
        Outcome json = gmp("evaluate", model, frames, "--quiet", "--json");
        assertThat(json.out()).contains("\"energyMae\" : ", "\"byConfigType\" : {", "\"structures\" : 60");
    }

    @Test
    void predictionsComeBackAsLabels() throws IOException {
        Path predicted = folder.resolve("predicted.extxyz");
        Outcome outcome = gmp("predict", model, frames, "--out", predicted, "--quiet");
        assertThat(outcome.code()).as(outcome.err()).isZero();
        assertThat(outcome.out()).isEqualTo(predicted + ": 60 structures\n");
        assertThat(Files.readAllLines(predicted).get(1))
                .contains("note=\"two words\"", "config_type=shaken", "energy=");
        // A model agrees with its own predictions to the last digit.
        Outcome errors = gmp("evaluate", model, predicted, "--json", "--quiet");
        assertThat(errors.out()).contains("\"energyMae\" : 0.0,", "\"forceMae\" : 0.0,");
    }

    /** A committee of linear models, saved and loaded: what it says about itself is written and compared with its errors. */
    @Test
    void aCommitteeSaysHowFarToTrustIt() throws IOException {
        Path yaml = Files.writeString(
                folder.resolve("committee.yaml"),
                Files.readString(config)
                        .replaceAll(
                                "regressor: .*",
                                "regressor: {type: committee, members: 3, bootstrap: true, member: {type: ridge,"
                                        + " forceWeight: 2}}"));
        Path run = folder.resolve("committee");
        Outcome trained = gmp("train", "--config", yaml, "--out", run, "--quiet");
        assertThat(trained.code()).as(trained.err()).isZero();
        Path committee = run.resolve("model.gmp");
        Path other = MorseMolecules.write(MorseMolecules.frames(30, 12), "energy_std=7", folder.resolve("30.extxyz"));
        Path predicted = folder.resolve("30-predicted.extxyz");
        assertThat(gmp("predict", committee, other, "--out", predicted, "--quiet")
                        .code())
                .isZero();
        assertThat(Files.readAllLines(predicted).get(1))
                .startsWith("Properties=species:S:1:pos:R:3:forces:R:3:extrapolation:I:1:extrapolation_excess:")
                .contains(":forces_std:R:1 ")
                .containsPattern(" energy_std=[0-9.E-]+ ")
                .doesNotContain("energy_std=7");

        Outcome errors = gmp("evaluate", committee, other, "--quiet");
        assertThat(errors.code()).as(errors.err()).isZero();
        assertThat(errors.out())
                .contains("energies of structures", "forces on atoms", "error/spread")
                .containsPattern(
                        "correlation of spread and absolute error: -?[01]\\.[0-9]{2}; of their ranks: -?[01]\\.[0-9]{2}\n");
        Outcome json = gmp("evaluate", committee, other, "--quiet", "--json");
        assertThat(json.out())
                .contains("\"largestExcess\" : ", "\"energySpread\" : {", "\"count\" : 30", "\"count\" : 120");

        // A model without members says nothing about spread, and leaves none of another model behind.
        Path plain = folder.resolve("30-plain.extxyz");
        assertThat(gmp("predict", model, predicted, "--out", plain, "--quiet").code())
                .isZero();
        assertThat(Files.readAllLines(plain).get(1))
                .contains(":extrapolation:I:1")
                .doesNotContain("_std");
        assertThat(gmp("evaluate", model, other, "--quiet").out()).doesNotContain("spread");
    }

    @Test
    void nothingIsWrittenForAnElementUnknownToTheModel() throws IOException {
        Path sulfur = Files.writeString(folder.resolve("s.xyz"), "1\n\nS 0 0 0\n");
        Path out = folder.resolve("s-predicted.extxyz");
        Outcome outcome = gmp("predict", model, frames, sulfur, "--out", out, "--quiet");
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err())
                .isEqualTo("gmp: " + sulfur
                        + ", frame 1: the regressor was not trained on element S (trained on H, C, O)\n");
        assertThat(out).doesNotExist();
        assertThat(names(folder)).noneMatch(name -> name.contains("s-predicted"));
    }

    @Test
    void featurizeWritesAnArchiveAndChecksGradients() throws IOException {
        Path yaml = Files.writeString(folder.resolve("features.yaml"), DESCRIPTOR);
        Path out = folder.resolve("features.npz");
        Outcome outcome = gmp("featurize", "--config", yaml, frames, frames, "--out", out, "--gradients-check", 10);
        assertThat(outcome.code()).as(outcome.err()).isZero();
        assertThat(outcome.out())
                .startsWith(out + ": 120 structures, 480 atoms, ")
                .contains("gradients: 10 components agree with finite differences; worst relative error ");
        Path single = folder.resolve("single.npz");
        gmp("featurize", "--config", yaml, frames, frames, "--out", single, "--threads", 1);
        assertThat(Files.readAllBytes(single)).isEqualTo(Files.readAllBytes(out));
    }

    @Test
    void featurizeEstimatesAndWritesNothing() throws IOException {
        Path yaml = Files.writeString(folder.resolve("estimate.yaml"), DESCRIPTOR);
        List<String> before = names(folder);
        Outcome outcome = gmp("featurize", "--config", yaml, frames, "--estimate", "--threads", 1, "--quiet");
        assertThat(outcome.code()).as(outcome.err()).isZero();
        assertThat(outcome.out())
                .startsWith("60 structures, 240 atoms, ")
                .containsPattern("output: 0\\.[0-9] MB, whatever the format")
                .contains("Nothing was written.");
        assertThat(names(folder)).containsExactlyInAnyOrderElementsOf(before);
    }

    @Test
    void featurizeRefusesWhatItCannotDoBeforeTheWork() throws IOException {
        Path yaml = Files.writeString(folder.resolve("refuse.yaml"), DESCRIPTOR);
        Path missing = folder.resolve("missing.extxyz");
        Path out = folder.resolve("refused.npz");
        Outcome outcome = gmp("featurize", "--config", yaml, frames, missing, "--out", out, "--quiet");
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err()).startsWith("gmp: " + missing + ": no such file");
        Outcome shards = gmp("featurize", "--config", yaml, frames, "--out", out, "--shard-atoms", 0, "--quiet");
        assertThat(shards.code()).isEqualTo(2);
        assertThat(shards.err()).isEqualTo("gmp: --shard-atoms: got 0, expected a whole number of at least 1\n");
        Outcome cutoff = gmp(
                "featurize", "--config", yaml, frames, "--out", out, "--set", "descriptor.cutoff.radius=0", "--quiet");
        assertThat(cutoff.code()).isEqualTo(2);
        assertThat(cutoff.err())
                .isEqualTo(
                        "gmp: descriptor.cutoff.radius: got 0, expected a number greater than 0 and at most 100 (Å)\n");
        assertThat(names(folder)).noneMatch(name -> name.contains("refused"));
    }

    @Test
    void featurizeTakesElementsFromTheInput() throws IOException {
        Path yaml = Files.writeString(
                folder.resolve("bp.yaml"),
                "descriptor: {type: behler-parrinello, preset: bp-paper-9, cutoff: {type: cosine, radius: 6.0}}\n");
        Outcome outcome = gmp("featurize", "--config", yaml, frames, "--out", folder.resolve("bp.npz"), "--quiet");
        assertThat(outcome.code()).as(outcome.err()).isZero();
        assertThat(outcome.out()).contains("60 structures, 240 atoms, 36 features");
    }

    @Test
    void featurizeLeavesNothingBehindWhenTheInputIsTruncated() throws IOException {
        Path yaml = Files.writeString(folder.resolve("features2.yaml"), DESCRIPTOR);
        Path broken = Files.writeString(
                folder.resolve("broken.extxyz"),
                Files.readString(frames) + "4\nProperties=species:S:1:pos:R:3\nH 0 0 0\n");
        Path out = folder.resolve("broken.npz");
        Outcome outcome = gmp("featurize", "--config", yaml, broken, "--out", out, "--quiet");
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err()).startsWith("gmp: " + broken);
        assertThat(names(folder)).noneMatch(name -> name.contains("broken.npz"));
        Outcome nowhere = gmp("featurize", "--config", yaml, frames, "--out", folder.resolve("no/f.npz"), "--quiet");
        assertThat(nowhere.code()).isEqualTo(2);
        assertThat(nowhere.err())
                .isEqualTo("gmp: " + folder.resolve("no/f.npz") + ": cannot be written: the folder "
                        + folder.resolve("no") + " does not exist\n");
        Outcome onFolder = gmp("featurize", "--config", yaml, frames, "--out", folder, "--quiet");
        assertThat(onFolder.code()).isEqualTo(2);
        assertThat(onFolder.err())
                .isEqualTo("gmp: " + folder + ": cannot be written: is a folder; the name of a file was expected\n");
    }

    @Test
    void validateReportsAndWarns() throws IOException {
        Outcome outcome = gmp("validate", frames, frames, "--quiet");
        assertThat(outcome.code()).isZero();
        assertThat(outcome.out())
                .contains("frames              120")
                .contains("elements            H 240, C 120, O 120")
                .contains("energy              from energy (120)")
                .contains("WARNING: 60 frames repeat an earlier one");
        assertThat(gmp("validate", frames, "--json", "--quiet").out()).contains("\"frames\" : 60", "\"warnings\" : [");
        Path broken = Files.writeString(folder.resolve("bad.xyz"), "2\n\nH 0 0 0\n");
        Outcome malformed = gmp("validate", broken, "--quiet");
        assertThat(malformed.code()).isEqualTo(2);
        assertThat(malformed.err()).startsWith("gmp: " + broken);
    }

    @Test
    void everyCommandExplainsItselfByExample() {
        for (String command : new String[] {"featurize", "validate", "train", "evaluate", "predict"}) {
            Outcome outcome = gmp(command, "--help");
            assertThat(outcome.code()).isZero();
            assertThat(outcome.out()).contains("Examples:", "gmp " + command + " ", "--threads");
        }
    }

    private static Outcome gmp(Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = GmpMain.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(Stream.of(arguments).map(String::valueOf).toArray(String[]::new));
        return new Outcome(code, out.toString(), err.toString());
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
