package io.github.gmp.cli;

import static io.github.gmp.cli.SearchFixture.gmp;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.gmp.cli.SearchFixture.Outcome;
import io.github.gmp.experiments.compare.CompareConfig;
import io.github.gmp.runtime.config.BindingEnvironment;
import io.github.gmp.runtime.config.ConfigBinder;
import io.github.gmp.runtime.config.ConfigTree;
import io.github.gmp.runtime.files.RunDirectory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** {@code gmp search} from a configuration file to the front, with the real plugins on generated data. */
class SearchCommandTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    static Path folder;

    private static Path config;
    private static Path run;
    private static Outcome first;

    @BeforeAll
    static void searchOnce() throws IOException {
        config = SearchFixture.configuration(folder);
        run = folder.resolve("run");
        first = search("--out", run, "--threads", 2, "--cache", folder.resolve("cache"));
        assertThat(first.code()).as(first.err()).isZero();
    }

    @Test
    void everythingIsWritten() throws IOException {
        assertThat(names(run))
                .contains(
                        "report.html",
                        "trials.csv",
                        "pareto.csv",
                        "results.json",
                        "resolved-config.yaml",
                        "journal.jsonl",
                        "elite")
                .noneMatch(name -> name.endsWith(".tmp"));
        JsonNode results = results(run);
        assertThat(results.path("trials")).hasSize(5);
        assertThat(results.path("hypervolume")).hasSize(5);
        assertThat(results.path("references")).hasSize(1);
        // Header, reference, trials.
        assertThat(Files.readAllLines(run.resolve("journal.jsonl"))).hasSize(1 + 1 + 5);
        assertThat(Files.readAllLines(run.resolve("trials.csv"))).hasSize(1 + 5);
        int front = results.path("pareto").size();
        assertThat(front).isBetween(1, 5);
        assertThat(Files.readAllLines(run.resolve("pareto.csv"))).hasSize(1 + front);
        assertThat(results.path("threads").path("sessions").intValue()).isOne();
        assertThat(results.path("threads").path("trialSeconds").doubleValue())
                .isPositive()
                .isLessThan(results.path("threads").path("threadSeconds").doubleValue());
        assertThat(names(run.resolve("elite"))).hasSize(2 * front + 1).contains("all.yaml");
        assertThat(Files.readString(run.resolve("report.html")))
                .contains("Best error at every cost", "Against hand-picked pairs", "by hand", "<svg");
        assertThat(first.out())
                .contains(
                        "Best error at every cost (5 trials; * smallest error):",
                        "by hand",
                        "Report: " + run.resolve("report.html"))
                .endsWith(
                        "Train the best again with several seeds: gmp search --refine " + run + System.lineSeparator());
    }

    @Test
    void noCandidateIsTriedTwice() throws IOException {
        List<String> hashes = results(run).path("trials").findValuesAsText("candidate");
        assertThat(hashes).doesNotHaveDuplicates();
    }

    @Test
    void theFrontIsWhatNoTrialBeats() throws IOException {
        JsonNode results = results(run);
        for (JsonNode kept : results.path("pareto")) {
            assertThat(results.path("trials")).noneMatch(other -> better(other, kept));
        }
        // Every trial is on the front or beaten by it; a trial on the front is no worse than itself.
        for (JsonNode trial : results.path("trials")) {
            assertThat(results.path("pareto"))
                    .anyMatch(kept -> error(kept) <= error(trial) && cost(kept) <= cost(trial));
        }
    }

    @Test
    void theResolvedConfigurationFindsTheSameOnOneThreadAndWithoutCache() throws IOException {
        Path again = folder.resolve("again");
        Outcome outcome = gmp(
                "search", run.resolve("resolved-config.yaml"), "--out", again, "--quiet", "--no-cache", "--threads", 1);
        assertThat(outcome.code()).as(outcome.err()).isZero();
        for (String part : List.of("trials", "pareto", "references", "hypervolume")) {
            assertThat(results(again).path(part)).isEqualTo(results(run).path(part));
        }
    }

    @Test
    void featuresAreRemembered() throws IOException {
        assertThat(names(folder.resolve("cache"))).isNotEmpty().allMatch(name -> name.endsWith(".features"));
    }

    @Test
    void theEliteIsAConfigurationOfCompare() throws IOException {
        ConfigTree tree = ConfigTree.load(run.resolve("elite").resolve("all.yaml"));
        CompareConfig bound = CliTestHost.get(ConfigBinder.class)
                .bind(tree, CompareConfig.class, BindingEnvironment.unknown())
                .config();
        assertThat(bound.name()).isEqualTo("small-elite");
        List<String> names = bound.descriptors().stream()
                .map(CompareConfig.NamedDescriptor::name)
                .toList();
        assertThat(names).hasSize(results(run).path("pareto").size());
        assertThat(bound.regressors().stream()
                        .map(CompareConfig.NamedRegressor::name)
                        .toList())
                .isEqualTo(names);
        assertThat(bound.pairs().stream().map(CompareConfig.Pair::descriptor).toList())
                .isEqualTo(names);
        assertThat(bound.pairs()).allMatch(pair -> pair.descriptor().equals(pair.regressor()));

        String one = names.get(0) + ".yaml";
        Outcome compared = gmp(
                "compare",
                "--out",
                folder.resolve("compared"),
                "--quiet",
                run.resolve("elite").resolve(one));
        assertThat(compared.code()).as(compared.err()).isZero();
        assertThat(folder.resolve("compared/results.csv")).exists();
    }

    @Test
    void aFinishedSearchIsShownAgainByResume() throws IOException {
        Path copy = folder.resolve("copy");
        Files.createDirectories(copy);
        Files.copy(run.resolve("journal.jsonl"), copy.resolve("journal.jsonl"));
        Outcome outcome = search("--out", copy, "--resume");
        assertThat(outcome.code()).as(outcome.err()).isZero();
        assertThat(first.out()).containsPattern("\\nthreads: \\d+ % of their time in trials \\(2 threads for ");
        // The journal alone does not tell how many threads there were.
        assertThat(outcome.out().replace("copy", "run")).isEqualTo(first.out().replaceFirst("\nthreads: .*\n", "\n"));
        assertThat(results(copy).path("trials")).isEqualTo(results(run).path("trials"));
    }

    @Test
    void dryRunShowsTheSpaceAndWritesNothing() {
        Path out = folder.resolve("dry");
        Outcome outcome = search("--out", out, "--dry-run");
        assertThat(outcome.code()).as(outcome.err()).isZero();
        assertThat(outcome.out().lines().limit(7).toList())
                .containsExactly(
                        "search small by NSGA-II: up to 5 candidates and 1 reference, 6 trials",
                        "space (10^13 candidates, numbers counted to four digits):",
                        "  descriptor.angular.maxOrder: a whole number in [0, 2], linear scale",
                        "  descriptor.invariants.type: one of [order-norm, power-spectrum]",
                        "  descriptor.radial.sigmas: 1 to 3 numbers in [0.2, 2.0], log scale, ratio at least 1.15",
                        "  regressor.nodes: a whole number in [4, 12], log scale",
                        "samples:");
        assertThat(outcome.out().lines()).hasSize(7 + 5 + 1);
        assertThat(outcome.out().lines().skip(7 + 5))
                .singleElement()
                .asString()
                .matches(
                        "time: about \\d+ s on \\d+ threads? \\([\\d.]+ s for a trial, measured on random candidates\\)");
        assertThat(out).doesNotExist();
    }

    @Test
    void problemsOfTheSpaceAreFoundBeforeTheFirstTrial() throws IOException {
        assertThat(bad("radial.sigmas", "radial.sigma"))
                .isEqualTo("gmp: descriptor.radial.sigma: unknown key 'sigma'; did you mean 'sigmas'? (known:"
                        + " normalization, sigmas, type)\n");
        assertThat(bad("integers: [0, 2]", "integers: [0, 12]"))
                .isEqualTo("gmp: descriptor.angular.maxOrder: got 12, expected a whole number from 0 to 9\n");
        assertThat(bad("choice: [order-norm, power-spectrum]", "choice: [order-norm, powr-spectrum, group-norm]"))
                .isEqualTo("gmp: descriptor.invariants.type: unknown invariants 'powr-spectrum'; did you mean"
                        + " 'power-spectrum'? (known: cubic, group-norm, joint, order-norm, order-zero,"
                        + " power-spectrum)\n");
        assertThat(bad("generations: 2", "generation: 2"))
                .isEqualTo("gmp: generation: unknown key 'generation'; did you mean 'generations'? (known: algorithm,"
                        + " data, descriptor, executor, generations, name, objectives, population, references, regressor,"
                        + " rungs, seed, seedWithReferences, space, timeLimit)\n");
        assertThat(bad("name: by hand", "nam: by hand")).contains("references[0].nam: unknown key 'nam'");
        String text = Files.readString(config);
        int space = text.indexOf("space:");
        String empty = text.substring(0, space) + "space: {}\n" + text.substring(text.indexOf("references:"));
        assertThat(refused(empty))
                .isEqualTo("gmp: space: got nothing, expected at least one key to search, e.g."
                        + " descriptor.radial.sigmas\n");
    }

    @Test
    void missingDataAreNamed() {
        Path missing = folder.resolve("missing.extxyz");
        Outcome outcome = search("--data", missing, "--out", folder.resolve("never"));
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err()).startsWith("gmp: " + missing + ": ").hasLineCount(1);
        assertThat(folder.resolve("never")).doesNotExist();
    }

    @Test
    void overridesChangeSingleKeys() {
        Outcome changed = search("--dry-run", "--set", "population=6", "--set", "generations=1");
        assertThat(changed.out()).startsWith("search small by NSGA-II: up to 6 candidates and 1 reference, 7 trials\n");
        Outcome path = search("--dry-run", "--set", "data..limit=5");
        assertThat(path.code()).isEqualTo(2);
        assertThat(path.err()).isEqualTo("gmp: --set data..limit: 'data..limit' is not a path like a.b[0].c\n");
        Outcome unknown = search("--dry-run", "--set", "poplation=5");
        assertThat(unknown.code()).isEqualTo(2);
        assertThat(unknown.err()).startsWith("gmp: poplation: unknown key 'poplation'; did you mean 'population'?");
    }

    @Test
    void aFolderBelongsToOneSearch() {
        Path journal = run.resolve("journal.jsonl");
        Outcome again = search("--out", run);
        assertThat(again.code()).isEqualTo(2);
        assertThat(again.err())
                .isEqualTo("gmp: " + journal + ": a search was begun here before; continue it with --resume, or choose"
                        + " another folder with --out\n");
        Outcome other = search("--out", run, "--resume", "--seed", 7);
        assertThat(other.code()).isEqualTo(2);
        assertThat(other.err())
                .matches("gmp: \\Q" + journal + "\\E: belongs to another search: configuration was [0-9a-f]{64}, now it"
                        + " is [0-9a-f]{64}; choose another folder with --out\n");
        Path busy = folder.resolve("busy");
        try (RunDirectory directory = RunDirectory.open(busy)) {
            Outcome second = search("--out", directory.path());
            assertThat(second.code()).isEqualTo(2);
            assertThat(second.err())
                    .isEqualTo("gmp: " + busy + ": another gmp process is working in this folder; wait for it to end or"
                            + " choose another folder with --out\n");
        }
    }

    @Test
    void anUnusableFolderIsRefused() {
        Outcome outcome = search("--out", config);
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err()).isEqualTo("gmp: " + config + ": is a file; a folder to write to was expected\n");
        Path inside = config.resolve("inside");
        assertThat(search("--out", inside).err())
                .isEqualTo("gmp: " + inside + ": cannot be written: " + config + " is a file, not a folder\n");
    }

    private static String bad(String right, String wrong) throws IOException {
        String text = Files.readString(config);
        assertThat(text).contains(right);
        return refused(text.replace(right, wrong));
    }

    private static String refused(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("bad.yaml"), text);
        Path out = folder.resolve("never");
        Outcome outcome = gmp("search", file, "--out", out, "--quiet");
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(out).doesNotExist();
        return outcome.err();
    }

    private static Outcome search(Object... options) {
        List<Object> arguments = new ArrayList<>(List.of("search", config, "--quiet"));
        arguments.addAll(List.of(options));
        if (!arguments.contains("--no-cache") && !arguments.contains("--cache")) {
            arguments.addAll(List.of("--cache", folder.resolve("cache")));
        }
        return gmp(arguments.toArray());
    }

    private static boolean better(JsonNode a, JsonNode b) {
        return error(a) < error(b) && cost(a) <= cost(b);
    }

    private static double error(JsonNode trial) {
        return trial.get("validation").get("energyMae").doubleValue();
    }

    private static double cost(JsonNode trial) {
        return trial.get("operationsPerAtom").doubleValue();
    }

    private static JsonNode results(Path run) throws IOException {
        return JSON.readTree(run.resolve("results.json").toFile());
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
