package io.github.gmp.cli;

import static io.github.gmp.cli.SearchFixture.gmp;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.gmp.cli.SearchFixture.Outcome;
import io.github.gmp.fixtures.MorseMolecules;
import io.github.gmp.fixtures.PluginJars;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;

/** {@code gmp search} over rungs, conditions and three objectives, with the real plugins on generated data. */
class SearchHalvingTest {
    private static final List<String> FINDINGS = List.of("trials", "pareto", "references", "hypervolume", "rungs");

    /** Runs tasks last one first, through a worker of its own: what a cluster would do. */
    private static final String BACKWARDS = """
            import io.github.gmp.api.plugin.*;
            import io.github.gmp.api.task.*;
            import java.nio.file.Path;
            import java.util.*;
            import java.util.function.Consumer;

            public class Backwards implements Plugin {
                public record Config(@Param(doc = "Plugins of the workers.") String plugins) {}

                public String name() { return "backwards"; }
                public int spiVersion() { return Plugin.SPI_VERSION; }
                public Collection<ComponentFactory<?, ?>> factories() { return List.of(new Factory()); }

                static class Factory implements ComponentFactory<Config, TaskExecutor> {
                    public ComponentKind<TaskExecutor> kind() { return TaskExecutor.KIND; }
                    public String name() { return "backwards"; }
                    public String description() { return "Last one first."; }
                    public Class<Config> configType() { return Config.class; }
                    public TaskExecutor create(Config config, ComponentContext context) {
                        return (job, host) -> {
                            Worker worker = Worker.open(job, new Worker.Environment(
                                    Path.of(job.baseDirectory()), Optional.empty(), List.of(Path.of(config.plugins()))));
                            return new TaskExecutor.Session() {
                                public void run(List<Task> tasks, Consumer<Answer> answers) {
                                    for (int i = tasks.size() - 1; i >= 0; i--) {
                                        Task task = tasks.get(i);
                                        worker.run(task, host.cancelled()).ifPresent(
                                                json -> answers.accept(new Answer(task.number(), json)));
                                    }
                                }
                                public void close() {}
                            };
                        };
                    }
                }
            }
            """;

    @TempDir
    static Path folder;

    private static Path config;
    private static Path run;
    private static Outcome first;

    @BeforeAll
    static void searchOnce() throws IOException {
        config = SearchFixture.ladder(folder);
        run = folder.resolve("run");
        first = search("--out", run, "--threads", 2);
        assertThat(first.code()).as(first.err()).isZero();
    }

    @Test
    void rungsLetTheBestThrough() throws IOException {
        JsonNode trials = results(run).path("trials");
        // At most 8 + 4 + 4, 4 + 2 + 2, 2 + 1 + 1: candidates that differ in nodes only share their trial on the first
        // rung.
        assertThat(onRung(trials, 1)).isBetween(8, 16);
        assertThat(onRung(trials, 2)).isBetween(4, 8);
        assertThat(onRung(trials, 3)).isBetween(2, 4);
        assertThat(results(run).path("pareto"))
                .allMatch(trial -> trial.path("rung").intValue() == 3);
        assertThat(results(run).path("references")).hasSize(2);
        assertThat(results(run).path("rungs")).hasSize(2 * (2 + 1));
        assertThat(first.out())
                .contains(
                        "Spearman's ρ, energy MAE  Spearman's ρ, force MAE", "{regressor.epochs: 2}", "the full trial");
        assertThat(Files.readString(run.resolve("report.html")))
                .contains("Force MAE against energy MAE", "Energy MAE against cost", "Force MAE against cost", "Rungs");
    }

    @Test
    void aCandidateHasTheSameCostOnEveryRung() throws IOException {
        Map<String, Set<Double>> costs = new HashMap<>();
        Map<String, Integer> trials = new HashMap<>();
        for (JsonNode trial : results(run).path("trials")) {
            String candidate = trial.path("candidate").textValue();
            costs.computeIfAbsent(candidate, key -> new HashSet<>())
                    .add(trial.path("operationsPerAtom").doubleValue());
            trials.merge(candidate, 1, Integer::sum);
        }
        // The last count is the trained potential's own, the others were made before any training.
        assertThat(trials.values()).contains(3);
        assertThat(costs.values()).allSatisfy(values -> assertThat(values).hasSize(1));
    }

    @Test
    void candidatesHaveTheKeysOfTheirTypeOnly() throws IOException {
        int symmetryFunctions = 0;
        for (JsonNode trial : results(run).path("trials")) {
            JsonNode values = trial.path("values");
            boolean bp = values.path("descriptor.type").textValue().equals("behler-parrinello");
            symmetryFunctions += bp ? 1 : 0;
            assertThat(values.has("descriptor.g2.etas")).isEqualTo(bp);
            assertThat(values.has("descriptor.radial.sigmas")).isEqualTo(!bp);
            assertThat(trial.path("validation").has("forceMae")).isTrue();
        }
        assertThat(symmetryFunctions)
                .isPositive()
                .isLessThan(results(run).path("trials").size());
    }

    @Test
    void theFirstCandidatesAreTheReferences() throws IOException {
        JsonNode trials = results(run).path("trials");
        assertThat(trials.get(0).path("values").path("descriptor.radial.sigmas").toString())
                .isEqualTo("[0.4,1.0]");
        assertThat(trials.get(1).path("values").path("descriptor.g2.etas").toString())
                .isEqualTo("[0.1,1.0]");
    }

    @Test
    void oneThreadFindsTheSame() throws IOException {
        Path out = folder.resolve("one");
        assertThat(search("--out", out, "--threads", 1, "--no-cache").code()).isZero();
        assertSameFindings(out, run);
    }

    @Test
    void anExecutorOfAPluginFindsTheSame() throws IOException {
        Path plugins = Files.createDirectories(folder.resolve("plugins"));
        Path jar = PluginJars.build(folder, "Backwards", BACKWARDS);
        Files.move(jar, plugins.resolve("backwards.jar"));
        Path out = folder.resolve("backwards");
        Outcome outcome = search(
                "--out", out, "--plugins", plugins, "--executor", "backwards", "--set", "executor.plugins=" + plugins);
        assertThat(outcome.code()).as(outcome.err()).isZero();
        assertSameFindings(out, run);
        Outcome local = search("--out", out, "--plugins", plugins, "--resume");
        assertThat(local.code())
                .as("resumed by another executor: %s", local.err())
                .isZero();
        assertSameFindings(out, run);
        Outcome unknown = search("--out", folder.resolve("never"), "--executor", "sparc");
        assertThat(unknown.err()).isEqualTo("gmp: executor.type: unknown executor 'sparc' (known: local)\n");
        Outcome absent = search("--out", folder.resolve("never"), "--executor", "spark");
        assertThat(absent.err())
                .isEqualTo(
                        "gmp: executor.type: unknown executor 'spark' (known: local); it is in the optional module gmp-spark:"
                                + " start gmp-spark/gmp-spark in the place of gmp (docs/spark.md)\n");
    }

    @Test
    void baselinesHaveTheSameBudget() throws IOException {
        for (String algorithm : List.of("random", "grid")) {
            Path out = folder.resolve(algorithm);
            Outcome outcome = search("--out", out, "--algorithm", algorithm);
            assertThat(outcome.code()).as(outcome.err()).isZero();
            JsonNode trials = results(out).path("trials");
            assertThat(trials.size()).isLessThanOrEqualTo(16 + 8 + 4);
            assertThat(onRung(trials, 3)).isPositive();
        }
        assertThat(search("--algorithm", "genetic", "--dry-run").err())
                .isEqualTo("gmp: algorithm: got 'genetic', expected one of nsga2, random, grid\n");
    }

    @Test
    void aTimeLimitThatNoTrialKeepsFailsThemAll() throws IOException {
        Path out = folder.resolve("late");
        Outcome outcome = search("--out", out, "--set", "timeLimit=1e-9");
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err())
                .endsWith("trials could be finished; the first failed with: out of time: it took more than 0.000000 s"
                        + " (timeLimit)\n");
        List<String> lines = Files.readAllLines(out.resolve("journal.jsonl"));
        assertThat(search("--out", out, "--set", "timeLimit=1e-9", "--resume").err())
                .isEqualTo(outcome.err());
        assertThat(Files.readAllLines(out.resolve("journal.jsonl"))).isEqualTo(lines);
    }

    @Test
    void badRungsAndObjectivesAreRefused() throws IOException {
        assertThat(bad("objectives: [energy-mae, force-mae, cost]", "objectives: [cost, cost]"))
                .isEqualTo(
                        "gmp: objectives: got [cost, cost], expected two or three different objectives, at least one of"
                                + " them an error\n");
        assertThat(bad("objectives: [energy-mae, force-mae, cost]", "objective: energy-mae"))
                .startsWith("gmp: objective: unknown key 'objective'; did you mean 'objectives'?");
        assertThat(bad("set: {regressor.epochs: 2}", "set: {}"))
                .isEqualTo(
                        "gmp: rungs[1].set: got nothing, expected at least one key that makes the trial cheaper, e.g."
                                + " regressor.epochs\n");
        assertThat(bad("set: {regressor.epochs: 2}", "set: {data.split.test: 2}"))
                .isEqualTo(
                        "gmp: rungs[1].set: got data.split.test, expected data.split.train, data.split.validation, or a"
                                + " path that begins with 'descriptor' or 'regressor': with any other key of data the"
                                + " structures that the full trial is tested on might be trained on here\n");
        assertThat(bad("set: {regressor.epochs: 2}", "set: {regressor.epoch: 2}"))
                .startsWith("gmp: regressor.epoch: unknown key 'epoch'; did you mean 'epochs'?");
        assertThat(bad("data.split.train: 12", "data.split.train: 120"))
                .isEqualTo(
                        "gmp: data.split: asks for 120 training + 8 validation + 8 test = 136 structures, but there are"
                                + " 40 (in morse.extxyz)\n");
        assertThat(bad("keep: 0.5", "keep: 1.5"))
                .contains("rungs[0].keep: got 1.5, expected a number greater than 0 and at most 1\n");
        assertThat(bad("when: {descriptor.type: gmp}", "when: {descriptor.typ: gmp}"))
                .contains(
                        "space.descriptor.radial.sigmas.when: got descriptor.typ, expected a searched key, or one that"
                                + " descriptor or regressor has");
    }

    @Test
    void forcesAreNeededToSearchForThem() throws IOException {
        Path data = MorseMolecules.write(MorseMolecules.frames(40, 3), "", folder.resolve("energies.extxyz"));
        List<String> lines = new ArrayList<>();
        for (String line : Files.readAllLines(data)) {
            String[] words = line.split(" ");
            lines.add(
                    line.startsWith("Properties=")
                            ? line.replace(":forces:R:3", "")
                            : words.length == 7
                                    ? String.join(" ", List.of(words).subList(0, 4))
                                    : line);
        }
        Files.write(data, lines);
        assertThat(search("--dry-run", "--data", data).err())
                .isEqualTo("gmp: objectives: force-mae needs forces, but no validation structure of " + data
                        + " has any\n");
    }

    private static void assertSameFindings(Path one, Path other) throws IOException {
        for (String part : FINDINGS) {
            assertThat(results(one).path(part)).isEqualTo(results(other).path(part));
        }
    }

    private static int onRung(JsonNode trials, int rung) {
        return (int) StreamSupport.stream(trials.spliterator(), false)
                .filter(trial -> trial.path("rung").intValue() == rung)
                .count();
    }

    private static String bad(String right, String wrong) throws IOException {
        String text = Files.readString(config);
        assertThat(text).contains(right);
        Path file = Files.writeString(folder.resolve("bad.yaml"), text.replace(right, wrong));
        Outcome outcome = gmp("search", file, "--out", folder.resolve("never"), "--quiet");
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(folder.resolve("never")).doesNotExist();
        return outcome.err();
    }

    private static Outcome search(Object... options) {
        List<Object> arguments = new ArrayList<>(List.of("search", config, "--quiet"));
        arguments.addAll(List.of(options));
        if (!arguments.contains("--no-cache")) {
            arguments.addAll(List.of("--cache", folder.resolve("cache")));
        }
        return gmp(arguments.toArray());
    }

    private static JsonNode results(Path run) throws IOException {
        return new ObjectMapper().readTree(run.resolve("results.json").toFile());
    }
}
