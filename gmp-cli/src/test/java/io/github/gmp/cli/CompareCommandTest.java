package io.github.gmp.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gmp.experiments.compare.Compare;
import io.github.gmp.experiments.compare.CompareRequest;
import io.github.gmp.experiments.compare.CompareResult;
import io.github.gmp.runtime.config.ConfigTree;
import io.github.gmp.runtime.files.RunDirectory;
import io.github.gmp.runtime.progress.Progress;
import io.github.gmp.runtime.progress.Run;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code gmp compare} as users meet it, with the real plugins. */
class CompareCommandTest {
    private static final String CONFIG = """
            name: toy
            description: Two descriptors on <toy> water.
            data:
              files: [toy.extxyz]
              split: {train: 24, validation: 6, test: 10, seed: 5}
            descriptors:
              - name: GMP as published
                descriptor:
                  type: gmp
                  radial: {type: gaussian, sigmas: [0.5, 1.0], normalization: paper}
                  angular: {type: mcsh, maxOrder: 2, polynomials: literal}
                  invariants: {type: group-norm}
                  cutoff: {type: hard, radius: 4.0}
              - name: BP
                descriptor:
                  type: behler-parrinello
                  cutoff: {type: cosine, radius: 4.0}
                  g2: {etas: [0.5, 2.0], shifts: [0.0, 1.0]}
            regressors:
              - {name: SNN, regressor: {type: snn, nodes: 5, layers: 3, epochs: 4, batchSize: 8}}
              - {name: ridge, regressor: {type: ridge}}
            pairs:
              - {descriptor: GMP as published, regressor: SNN}
              - {descriptor: BP, regressor: ridge}
            seeds: [1, 2]
            """;

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void writeFiles() throws IOException {
        ToyData.write(folder.resolve("toy.extxyz"), 40, 11);
        Files.writeString(folder.resolve("toy.yaml"), CONFIG);
    }

    private int gmp(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        CommandLine command = GmpMain.commandLine();
        command.setOut(new PrintWriter(out, true));
        command.setErr(new PrintWriter(err, true));
        return command.execute(arguments);
    }

    private int compare(String run, String... more) {
        return compareFile(folder.resolve("toy.yaml"), run, more);
    }

    private int compareFile(Path configuration, String run, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "compare",
                configuration.toString(),
                "--out",
                folder.resolve(run).toString(),
                "--cache",
                folder.resolve("cache").toString(),
                "--quiet"));
        arguments.addAll(List.of(more));
        return gmp(arguments.toArray(String[]::new));
    }

    private void replaceInConfig(String old, String with) throws IOException {
        assertThat(CONFIG).contains(old);
        Files.writeString(folder.resolve("toy.yaml"), CONFIG.replace(old, with));
    }

    private ObjectNode json(String run) throws IOException {
        return (ObjectNode) new ObjectMapper()
                .readTree(folder.resolve(run).resolve("results.json").toFile());
    }

    private List<Path> trials(String run) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(run).resolve("trials"))) {
            return files.sorted().toList();
        }
    }

    @Test
    void writesTableReportCsvAndJson() throws IOException {
        assertThat(compare("run")).as(err.toString()).isZero();
        assertThat(out.toString())
                .contains("toy: 24 training, 6 validation and 10 test structures of 3 atoms (H O)")
                .contains("GMP as published  SNN")
                .contains("BP                ridge")
                .contains("Forces, meV/Å")
                .contains("Not rotation-invariant: GMP as published.")
                .contains("Not smooth at the cutoff: GMP as published.")
                .endsWith("report: " + folder.resolve("run").resolve("report.html") + System.lineSeparator());
        String report = Files.readString(folder.resolve("run/report.html"));
        assertThat(report)
                .contains("Two descriptors on &lt;toy&gt; water.")
                .contains("Not rotation-invariant: GMP as published.")
                .contains("aria-label=\"Error against number of features\"")
                .contains("aria-label=\"Error against time per structure\"")
                .contains("aria-label=\"Learning curves\"")
                .contains("24 training, 6 validation, 10 test; shuffled with seed 5")
                .contains("gmp compare ")
                .doesNotContain("NaN");
        List<String> csv = Files.readAllLines(folder.resolve("run/results.csv"));
        assertThat(csv).hasSize(5);
        assertThat(csv.get(0))
                .startsWith("descriptor,regressor,seed,features,parameters,flop_per_atom,epochs,train_mae_meV,");
        assertThat(csv.get(1)).startsWith("GMP as published,SNN,1,");
        ObjectNode json = json("run");
        assertThat(json.get("trials")).hasSize(4);
        assertThat(json.get("trials").get(0).get("history")).hasSize(4);
        assertThat(json.get("trials")
                        .get(0)
                        .get("errors")
                        .get("test")
                        .get("forceMae")
                        .asDouble())
                .isPositive();
        assertThat(json.get("run").get("provenance").get("plugins").has("gmp-probes"))
                .isTrue();
        // Order 0: 1 group, order 1: 1, order 2: 2, times 2 sigmas.
        assertThat(json.get("descriptors").get(0).get("features").asInt()).isEqualTo(8);
        assertThat(Files.readString(folder.resolve("run/config.yaml"))).contains("batchSize: 8");
    }

    @Test
    void theWrittenConfigurationGivesTheSameResults() throws IOException {
        assertThat(compare("run")).isZero();
        Path written = folder.resolve("run/config.yaml");
        assertThat(written).content().contains("files: [../toy.extxyz]");
        Files.move(folder.resolve("toy.yaml"), folder.resolve("gone.yaml"));
        assertThat(compareFile(written, "again", "--no-cache")).isZero();
        assertThat(json("again").get("trials")).isEqualTo(json("run").get("trials"));
    }

    @Test
    void errorsAreTheSameForAnyNumberOfThreads() throws IOException {
        assertThat(compare("one", "--threads", "1")).isZero();
        assertThat(compare("three", "--threads", "3", "--no-cache")).isZero();
        ObjectNode one = json("one");
        ObjectNode three = json("three");
        for (ObjectNode node : List.of(one, three)) {
            assertThat(node.remove("times")).isNotNull();
            assertThat(node.remove("run")).isNotNull();
        }
        assertThat(three).isEqualTo(one);
        assertThat(one.get("trials").get(0)).isNotEqualTo(one.get("trials").get(1));
    }

    @Test
    void finishedTrialsAreNotRunAgain() throws IOException {
        assertThat(compare("run")).isZero();
        List<Path> first = trials("run");
        assertThat(first).hasSize(4);
        byte[] untouched = Files.readAllBytes(first.get(1));

        Files.delete(first.get(0));
        assertThat(compare("run")).isZero();
        assertThat(out.toString()).contains("3 of 4 trials were there from an earlier run");
        assertThat(trials("run")).isEqualTo(first);
        assertThat(Files.readAllBytes(first.get(1))).isEqualTo(untouched);

        replaceInConfig("seeds: [1, 2]", "seeds: [1, 2, 3]");
        assertThat(compare("run")).isZero();
        assertThat(out.toString()).contains("4 of 6 trials were there from an earlier run");

        replaceInConfig("epochs: 4", "epochs: 5");
        assertThat(compare("run")).isZero();
        assertThat(out.toString()).contains("2 of 4 trials were there from an earlier run");
    }

    @Test
    void aDamagedTrialIsRunAgain() throws IOException {
        assertThat(compare("run")).isZero();
        Path trial = trials("run").get(0);
        String good = Files.readString(trial);
        Files.writeString(trial, good.replaceFirst("\"energyMae\" : \\d", "\"energyMae\" : 9"));
        assertThat(Files.readString(trial)).isNotEqualTo(good);
        assertThat(compare("run")).isZero();
        assertThat(out.toString())
                .contains("3 of 4 trials were there from an earlier run")
                .contains("note: " + trial + " cannot be used (its checksum does not match); the trial was run again");
        Files.writeString(trial, good.substring(0, good.length() / 2));
        assertThat(compare("run")).isZero();
        assertThat(out.toString()).contains("3 of 4 trials were there from an earlier run");
    }

    @Test
    void aFileOfTheUserTakesThePlaceOfTheConfiguredOnes() throws IOException {
        Path own = ToyData.write(folder.resolve("own file.extxyz"), 45, 12);
        assertThat(compare("run", "--data", own.toString(), "--seed", "7")).isZero();
        ObjectNode json = json("run");
        assertThat(json.get("data").get("structures").asInt()).isEqualTo(45);
        assertThat(json.get("configuration").get("data").get("files").get(0).asText())
                .isEqualTo(own.toString());
        assertThat(json.get("trials").get(0).get("seed").asInt()).isEqualTo(7);
        assertThat(json.get("trials").get(1).get("seed").asInt()).isEqualTo(8);
        assertThat(json.get("run").get("command").asText()).contains("--data '" + own + "' --seed 7");
    }

    @Test
    void aCombinationThatFailsDoesNotStopTheOthers() throws IOException {
        replaceInConfig("regressor: {type: ridge}", "regressor: {type: snn, epochs: 1, bias: isolated}");
        assertThat(compare("run")).isEqualTo(2);
        String reason =
                "bias: isolated needs the energy of an isolated atom of every element, as a structure of one atom in"
                        + " the training set or in biases; there is none for H, O";
        assertThat(out.toString())
                .contains("failed: BP + ridge, seed 1: " + reason)
                .contains("failed: BP + ridge, seed 2: " + reason)
                .contains("report: ");
        assertThat(Files.readString(folder.resolve("run/report.html")))
                .contains("Failed: BP + ridge, seed 1: " + reason)
                .doesNotContain("Unfinished");
        assertThat(trials("run")).hasSize(2);
    }

    @Test
    void aStoppedRunKeepsWhatIsFinishedAndGoesOn() throws IOException {
        Path trials = folder.resolve("run/trials");
        CompareResult stopped = Host.injector(new GlobalOptions())
                .getInstance(Compare.class)
                .run(new CompareRequest(
                        ConfigTree.load(folder.resolve("toy.yaml")),
                        Optional.empty(),
                        Optional.of(folder.resolve("run")),
                        Optional.empty(),
                        OptionalLong.empty(),
                        "gmp compare toy.yaml",

                        // The user presses Ctrl-C when the first trial is finished.
                        new Run(1, Progress.silent(), () -> Files.isDirectory(trials))));
        assertThat(stopped.finished()).isEqualTo(1);
        assertThat(stopped.planned()).isEqualTo(4);
        assertThat(Files.readString(stopped.report())).contains("Unfinished: 1 of 4 trials.");
        assertThat(compare("run")).isZero();
        assertThat(out.toString()).contains("1 of 4 trials were there from an earlier run");
        assertThat(Files.readString(stopped.report())).doesNotContain("Unfinished");
    }

    @Test
    void allProblemsOfTheConfigurationAreListed() throws IOException {
        Files.writeString(
                folder.resolve("toy.yaml"),
                CONFIG.replace("name: toy", "name: toy/1")
                        .replace("name: ridge", "name: SNN")
                        .replace("regressor: SNN}", "regressor: SNM}")
                        .replace("seeds: [1, 2]", "seeds: [1, 1]"));
        assertThat(compare("run")).isEqualTo(2);
        assertThat(err.toString().lines().toList())
                .containsExactly(
                        "gmp: 5 problems in the configuration:",
                        "  name: got 'toy/1', expected letters, digits, '.', '_' and '-', as in a file name",
                        "  regressors[1].name: got 'SNN' a second time, expected names that are all different",
                        "  seeds: got [1, 1], expected different seeds",
                        "  pairs[0].regressor: unknown name of a regressor 'SNM'; did you mean 'SNN'? (known: SNN)",
                        "  pairs[1].regressor: unknown name of a regressor 'ridge' (known: SNN)");
        assertThat(folder.resolve("run")).doesNotExist();
    }

    @Test
    void outputThatCannotBeWrittenIsFoundAtOnce() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThat(compare("file")).isEqualTo(2);
        assertThat(err.toString())
                .isEqualToIgnoringNewLines("gmp: " + file + ": is a file; a folder to write to was expected");
    }

    @Test
    void twoProcessesCannotShareARunDirectory() {
        Path run = folder.resolve("run");
        try (RunDirectory held = RunDirectory.open(run)) {
            assertThat(compare("run")).isEqualTo(2);
            assertThat(err.toString())
                    .isEqualToIgnoringNewLines("gmp: " + run + ": another gmp process is working in this folder; wait"
                            + " for it to end or choose another folder with --out");
            assertThat(held.path()).isEqualTo(run);
        }
    }

    @Test
    void tooFewStructuresAreRefused() throws IOException {
        replaceInConfig("train: 24", "train: 240");
        assertThat(compare("run")).isEqualTo(2);
        assertThat(err.toString())
                .isEqualToIgnoringNewLines("gmp: data.split: asks for 240 training + 6 validation + 10 test = 256"
                        + " structures, but there are 40 (in toy.extxyz)");
        assertThat(folder.resolve("run")).doesNotExist();
    }

    @Test
    void combinationsThatDifferInOneNumberAreDrawnAsALine() throws IOException {
        replaceInConfig(
                "  - {name: ridge, regressor: {type: ridge}}\npairs:\n  - {descriptor: GMP as published, regressor: SNN}\n"
                        + "  - {descriptor: BP, regressor: ridge}\n",
                Stream.of(0.1, 1.0, 10.0)
                        .map(beta -> "  - {name: ridge %s, regressor: {type: ridge, lambda: 1e-6, forceWeight: %s}}%n"
                                .formatted(beta, beta))
                        .collect(Collectors.joining()));

        assertThat(compare("sweep")).as(err.toString()).isZero();

        String page = Files.readString(folder.resolve("sweep").resolve("report.html"));
        assertThat(page)
                .contains("Energy error against regressor.forceWeight")
                .contains("Force error against regressor.forceWeight")
                .doesNotContain("against regressor.lambda");
    }
}
