package io.github.gmp.cli;

import static io.github.gmp.cli.SearchFixture.gmp;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gmp.cli.SearchFixture.Outcome;
import io.github.gmp.runtime.files.RunDirectory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/** What a user sees of a search besides its report: its state, and what can be done with what it found. */
class SearchViewsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    static Path folder;

    private static Path config;
    private static Path run;

    @BeforeAll
    static void searchOnce() throws IOException {
        config = SearchFixture.configuration(folder);
        run = folder.resolve("run");
        Outcome search = gmp("search", config, "--quiet", "--no-cache", "--threads", 1, "--out", run);
        assertThat(search.code()).as(search.err()).isZero();
    }

    @Test
    void aFinishedSearchHasAStatus() throws IOException {
        Outcome status = gmp("search", "--status", run);
        assertThat(status.code()).as(status.err()).isZero();
        JsonNode results = results();
        assertThat(status.out().lines().toList())
                .startsWith(
                        "search small by NSGA-II: finished",
                        "",
                        "               trials",
                        "rung  finished  failed  planned  s/trial")
                .contains("Front (* smallest error):")
                .noneMatch(line -> line.startsWith("speed") || line.startsWith("time left"));
        assertThat(status.out().lines().filter(line -> line.startsWith("full")))
                .singleElement()
                .asString()
                .contains("≤ 6");
        // The same front as the report's, and the hand-picked pair.
        for (JsonNode kept : results.path("pareto")) {
            assertThat(status.out())
                    .containsPattern("(?m)^ +" + kept.path("trial").intValue() + " ");
        }
        assertThat(status.out()).contains("by hand");
    }

    @Test
    void aSearchThatGoesOnHasAStatusToo() throws IOException {
        Path busy = folder.resolve("busy");
        try (RunDirectory directory = RunDirectory.open(busy)) {
            Files.copy(run.resolve("resolved-config.yaml"), directory.file("resolved-config.yaml"));
            List<String> lines = Files.readAllLines(run.resolve("journal.jsonl"));
            Path journal = Files.write(directory.file("journal.jsonl"), lines.subList(0, 4));
            Files.writeString(journal, "{\"trial\": 7, \"att", StandardOpenOption.APPEND);
            Outcome status = gmp("search", "--status", busy);
            assertThat(status.code()).as(status.err()).isZero();
            assertThat(status.out())
                    .startsWith("search small by NSGA-II: not finished; the last trial ended ")
                    .contains("\nfull         3       0      ≤ 6 ", "\nspeed: ", "\ntime left: ", "\nFront so far");
            assertThat(Files.readString(journal)).endsWith("{\"trial\": 7, \"att");
        }
    }

    @Test
    void whereNoSearchIsThereIsNoStatus() throws IOException {
        Path nowhere = folder.resolve("nowhere");
        assertRefused(
                gmp("search", "--status", nowhere),
                "gmp: " + nowhere + ": no such folder; the folder of a search was expected, e.g. runs/NAME\n");
        Path empty = Files.createDirectories(folder.resolve("empty"));
        assertRefused(
                gmp("search", "--status", empty),
                "gmp: " + empty + ": no search was begun here: journal.jsonl is missing; the folder of a search was"
                        + " expected, e.g. runs/NAME\n");
        Files.writeString(empty.resolve("journal.jsonl"), "");
        assertRefused(
                gmp("search", "--status", empty),
                "gmp: " + empty + ": no search was begun here: resolved-config.yaml is missing; the folder of a search"
                        + " was expected, e.g. runs/NAME\n");
    }

    @Test
    void oneThingAtATime() {
        assertRefused(
                gmp("search"),
                "gmp: Missing: CONFIG, the file of a search to run, or the folder of one: --status DIR, --refine DIR,"
                        + " --overlay DIR DIR\nTry 'gmp search --help'.\n");
        String several =
                "gmp: one thing at a time: CONFIG, --status, --refine or --overlay\nTry 'gmp search --help'.\n";
        assertRefused(gmp("search", config, "--status", run), several);
        assertRefused(gmp("search", "--refine", run, "--status", run), several);
        assertRefused(
                gmp("search", "--status", run, "--dry-run"),
                "gmp: --dry-run does not go with --status\nTry 'gmp search --help'.\n");
        assertRefused(
                gmp("search", "--refine", run, "--out", folder),
                "gmp: --out does not go with --refine\nTry 'gmp search --help'.\n");
        assertRefused(
                gmp("search", config, "--seeds", "1,2"),
                "gmp: --seeds does not go with CONFIG\nTry 'gmp search --help'.\n");
    }

    @Test
    void aTrialOfTheFrontIsTrainedAgainToTheSameModel() throws IOException {
        for (JsonNode kept : results().path("pareto")) {
            String name = "trial-" + kept.path("trial").intValue();
            Path out = folder.resolve(name);
            Outcome trained =
                    gmp("train", "--quiet", "--config", run.resolve("elite/" + name + "-train.yaml"), "--out", out);
            assertThat(trained.code()).as(trained.err()).isZero();
            assertThat(out.resolve("model.gmp")).exists();
            JsonNode metrics = JSON.readTree(out.resolve("metrics.json").toFile());
            for (String set : List.of("validation", "test")) {
                assertThat(metrics.path(set).path("energyMae").doubleValue())
                        .isPositive()
                        .isEqualTo(kept.path(set).path("energyMae").doubleValue());
            }
        }
    }

    @Test
    void theFrontIsTrainedAgainWithSeveralSeeds() throws IOException {
        Outcome refined = refine("--seeds", "1,2");
        assertThat(refined.code()).as(refined.err()).isZero();
        JsonNode found = results().path("pareto");
        JsonNode rows =
                JSON.readTree(run.resolve("refine/refine.json").toFile()).path("refined");
        // The hand-picked pair is trained again like the front.
        assertThat(rows).hasSize(found.size() + 1);
        for (int i = 0; i < found.size(); i++) {
            JsonNode row = rows.get(i);
            assertThat(row.path("name").asText())
                    .isEqualTo("trial-" + found.get(i).path("trial").intValue());
            assertThat(row.path("operationsPerAtom")).isEqualTo(found.get(i).path("operationsPerAtom"));
            assertThat(row.path("energyMae").path("search"))
                    .isEqualTo(found.get(i).path("validation").path("energyMae"));
        }
        assertThat(rows.get(found.size()).path("name").asText()).isEqualTo("by hand");
        assertThat(rows.get(found.size()).path("handPicked").asBoolean()).isTrue();
        assertThat(refined.out())
                .startsWith("Trained again (mean ± standard deviation over the seeds; ● front of the means):")
                .contains("energy MAE (meV)", "in the search", "validation", "test", " ± ")
                .endsWith("Report: " + run.resolve("refine/refine.html") + "\nAll errors and times: "
                        + run.resolve("refine/report.html") + "\n");
        assertThat(Files.readString(run.resolve("refine/refine.html"))).contains("trial-", "by hand", "<svg");

        // Mean and deviation are those of the single trainings that the comparison wrote down.
        for (JsonNode row : rows) {
            for (String set : List.of("validation", "test")) {
                double[] errors = trainings(row.path("name").asText(), set);
                JsonNode statistic = row.path("energyMae").path(set);
                assertThat(errors).hasSize(2);
                assertThat(statistic.path("mean").doubleValue())
                        .isPositive()
                        .isCloseTo((errors[0] + errors[1]) / 2, within(1e-12));
                assertThat(statistic.path("deviation").doubleValue())
                        .isCloseTo(Math.abs(errors[0] - errors[1]) / Math.sqrt(2), within(1e-12));
            }
        }
        // A network depends on its seed; otherwise the deviation would say nothing.
        assertThat(rows)
                .anyMatch(row -> row.path("energyMae")
                                .path("validation")
                                .path("deviation")
                                .doubleValue()
                        > 1e-6);

        int more = found.size() + 1;
        assertThat(refine("--seeds", "1,2,3").out())
                .contains("\n" + 2 * more + " of " + 3 * more + " trainings were there from an earlier run\n");
    }

    private static double[] trainings(String name, String set) throws IOException {
        JsonNode trials =
                JSON.readTree(run.resolve("refine/results.json").toFile()).path("trials");
        return StreamSupport.stream(trials.spliterator(), false)
                .filter(trial -> trial.path("descriptor").asText().equals(name))
                .mapToDouble(trial ->
                        trial.path("errors").path(set).path("energyMae").doubleValue())
                .toArray();
    }

    @Test
    void onlyAFinishedSearchIsRefined() throws IOException {
        Path unfinished = Files.createDirectories(folder.resolve("unfinished"));
        for (String file : List.of("journal.jsonl", "resolved-config.yaml")) {
            Files.copy(run.resolve(file), unfinished.resolve(file));
        }
        assertRefused(
                gmp("search", "--refine", unfinished),
                "gmp: " + unfinished + ": the search has not come to its end: results.json is missing; wait for it, or"
                        + " continue it with --resume\n");
        Files.writeString(unfinished.resolve("results.json"), "{\"trials\": 7}");
        assertRefused(
                gmp("search", "--refine", unfinished),
                "gmp: " + unfinished.resolve("results.json")
                        + ": not the results of this version of gmp search; run it again\n");
        ObjectNode another = (ObjectNode) results();
        another.put("version", 7);
        Files.writeString(unfinished.resolve("results.json"), another.toString());
        assertRefused(
                gmp("search", "--refine", unfinished),
                "gmp: " + unfinished.resolve("results.json")
                        + ": results of version 7, but this version of GMP reads version 1; run the search again\n");
        Files.copy(
                run.resolve("results.json"), unfinished.resolve("results.json"), StandardCopyOption.REPLACE_EXISTING);
        assertRefused(
                gmp("search", "--refine", unfinished),
                "gmp: " + unfinished.resolve("elite/all.yaml")
                        + ": is missing; continue the search with --resume to have it written again\n");
        assertRefused(
                refine("--seed", 4), "gmp: --seed is that of a search; the seeds of --refine are given with --seeds\n");
        assertThat(refine("--seeds", "1,1").err()).isEqualTo("gmp: seeds: got [1, 1], expected different seeds\n");
    }

    private static Outcome refine(Object... options) {
        List<Object> arguments = new ArrayList<>(List.of("search", "--quiet", "--no-cache", "--refine", run));
        arguments.addAll(List.of(options));
        return gmp(arguments.toArray());
    }

    private static JsonNode results() throws IOException {
        return JSON.readTree(run.resolve("results.json").toFile());
    }

    private static void assertRefused(Outcome outcome, String message) {
        assertThat(outcome.err()).isEqualTo(message);
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
    }
}
