package io.github.gmp.cli;

import static io.github.gmp.cli.SearchFixture.gmp;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gmp.cli.SearchFixture.Outcome;
import io.github.gmp.experiments.report.Numbers;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code gmp search --overlay}: several searches in one plot and table. */
class SearchOverlayCommandTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    static Path folder;

    private static Path config;

    @BeforeAll
    static void searchAFewTimes() throws IOException {
        config = SearchFixture.configuration(folder);
        search("nsga2-1");
        search("nsga2-2", "--seed", 2);
        search("random", "--algorithm", "random", "--set", "population=4");
    }

    @Test
    void searchesAreOneLinePerAlgorithm() throws IOException {
        Path out = folder.resolve("overlay");
        Outcome overlay = overlay(out, "nsga2-1", "nsga2-2", "random");
        assertThat(overlay.code()).as(overlay.err()).isZero();
        List<String> lines = overlay.out().lines().toList();
        assertThat(lines.get(0)).contains("hypervolume after trial");
        assertThat(lines.get(1)).matches("search +seeds +trials +2 +3 +5");
        assertThat(lines.get(3)).matches("NSGA-II +2 +5( +[\\d.]+ ± [\\d.]+\\*?){3}");
        assertThat(lines.get(4)).matches("random search +1 +6( +[\\d.]+\\*?){3}");
        assertThat(lines.get(5)).matches("hand-picked( +[\\d.]+){3}");
        assertThat(lines.subList(lines.size() - 3, lines.size()))
                .containsExactly(
                        "",
                        "note: random search differs from NSGA-II in population",
                        "Report: " + out.resolve("overlay.html"));
        assertThat(Files.readString(out.resolve("overlay.html")))
                .contains("Searches side by side", "<svg", "NSGA-II", "random search", "hand-picked");
        List<String> rows = Files.readAllLines(out.resolve("overlay.csv"));
        assertThat(rows).hasSize(1 + 5 + 5 + 6).first().isEqualTo("search,folder,seed,trial,hypervolume");
        double last = 0;
        for (String row : rows.subList(1, 6)) {
            double volume = Double.parseDouble(row.substring(row.lastIndexOf(',') + 1));
            assertThat(volume).isGreaterThanOrEqualTo(last);
            last = volume;
        }
        assertThat(last).isPositive();
    }

    @Test
    void whatTheyFoundIsComparedAtEqualCost() throws IOException {
        Path out = folder.resolve("equal-cost");
        Outcome overlay = overlay(out, "nsga2-1", "nsga2-2", "random");
        List<String> lines = overlay.out().lines().toList();
        assertThat(lines.subList(6, 9))
                .containsExactly(
                        "",
                        "Lowest validation error of all trials that cost no more (test error of the same trial):",
                        "");
        assertThat(lines.get(9).strip()).isEqualTo("at most … kflop/atom");
        assertThat(lines.get(10)).startsWith("energy MAE (meV) ");
        assertThat(lines.get(12)).startsWith("NSGA-II ").contains(" ± ");
        assertThat(lines.get(13)).startsWith("random search ");
        assertThat(lines.get(14)).startsWith("hand-picked ");
        // At the highest cost it is the lowest error of all.
        JsonNode results =
                JSON.readTree(folder.resolve("random").resolve("results.json").toFile());
        JsonNode best = null;
        for (JsonNode trial : results.path("trials")) {
            if (best == null || validation(trial) < validation(best)) {
                best = trial;
            }
        }
        assertThat(lines.get(13).replace("*", ""))
                .endsWith(Numbers.significant(1000 * validation(best)) + " ("
                        + Numbers.significant(
                                1000 * best.path("test").path("energyMae").asDouble())
                        + ")");
        assertThat(Files.readString(out.resolve("overlay.html")))
                .contains("At equal cost", "Energy MAE against cost", "at most … kflop/atom");
    }

    private static double validation(JsonNode trial) {
        return trial.path("validation").path("energyMae").asDouble();
    }

    @Test
    void whereTheWorstIsTheSameSoAreTheHypervolumes() throws IOException {
        // Of a copy with another seed written on it the worst values are its own.
        Path twin = copy("twin", 7, "references");
        Path original = copy("original", 1, "references");
        Path out = folder.resolve("twins");
        Outcome overlay = gmp("search", "--overlay", original, twin, "--out", out);
        assertThat(overlay.code()).as(overlay.err()).isZero();
        JsonNode own = JSON.readTree(original.resolve("results.json").toFile()).path("hypervolume");
        List<String> rows = Files.readAllLines(out.resolve("overlay.csv"));
        assertThat(own).hasSize(5);
        for (int trial = 0; trial < 5; trial++) {
            for (String row : List.of(rows.get(1 + trial), rows.get(6 + trial))) {
                assertThat(Double.parseDouble(row.substring(row.lastIndexOf(',') + 1)))
                        .isCloseTo(own.get(trial).doubleValue(), within(1e-12));
            }
        }
        assertThat(overlay.out()).contains("± 0.000").doesNotContain("hand-picked");
    }

    @Test
    void whatDoesNotCompareIsRefused() throws IOException {
        search("forces", "--set", "objectives=[force-mae, cost]");
        search("divided", "--set", "data.split.seed=2");
        Path first = folder.resolve("nsga2-1");
        String hash = hash("nsga2-1");
        assertRefused(
                overlay(folder.resolve("no"), "nsga2-1", "forces"),
                "gmp: " + folder.resolve("forces") + ": cannot be shown beside " + first
                        + ": its objectives are [force-mae, cost], not [energy-mae, cost]\n");
        assertRefused(
                overlay(folder.resolve("no"), "nsga2-1", "random", "divided"),
                "gmp: " + folder.resolve("divided") + ": cannot be shown beside " + first
                        + ": its data, or how they are divided, are others (SHA-256 " + hash("divided") + ", not "
                        + hash
                        + ")\n");
        assertRefused(
                overlay(folder.resolve("no"), "nsga2-1"),
                "gmp: --overlay needs the folders of at least two finished searches, e.g. --overlay runs/A runs/B\n");
        assertRefused(
                overlay(folder.resolve("no"), "random", "random"),
                "gmp: " + folder.resolve("random") + ": named twice\n");
        Path same = copy("same", 1, "nothing");
        assertRefused(
                overlay(folder.resolve("no"), "nsga2-1", "same"),
                "gmp: " + same + ": is the same search as " + first
                        + ", seed included; give another seed (--seed N) to the second\n");
        assertThat(folder.resolve("no")).doesNotExist();
    }

    /** A copy of the first search with another seed written on its results, and without one of their lists. */
    private static Path copy(String name, long seed, String without) throws IOException {
        Path first = folder.resolve("nsga2-1");
        Path copy = Files.createDirectories(folder.resolve(name));
        for (String file : List.of("journal.jsonl", "resolved-config.yaml")) {
            Files.copy(first.resolve(file), copy.resolve(file));
        }
        JsonNode results = JSON.readTree(first.resolve("results.json").toFile());
        ((ObjectNode) results.path("configuration")).put("seed", seed);
        if (results.has(without)) {
            ((ObjectNode) results).putArray(without);
        }
        Files.writeString(copy.resolve("results.json"), results.toString());
        return copy;
    }

    private static String hash(String name) throws IOException {
        return JSON.readTree(folder.resolve(name).resolve("results.json").toFile())
                .path("provenance")
                .path("dataHash")
                .asText();
    }

    private static void search(Object name, Object... options) {
        List<Object> arguments = new ArrayList<>(List.of("search", config, "--quiet", "--no-cache"));
        arguments.addAll(List.of("--out", folder.resolve(String.valueOf(name))));
        arguments.addAll(List.of(options));
        Outcome outcome = gmp(arguments.toArray());
        assertThat(outcome.code()).as(outcome.err()).isZero();
    }

    private static Outcome overlay(Path out, String... names) {
        List<Object> arguments = new ArrayList<>(List.of("search", "--out", out, "--overlay"));
        for (String name : names) {
            arguments.add(folder.resolve(name));
        }
        return gmp(arguments.toArray());
    }

    private static void assertRefused(Outcome outcome, String message) {
        assertThat(outcome.err()).isEqualTo(message);
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
    }
}
