package io.github.gmp.experiments.cli;

import static io.github.gmp.experiments.cli.SearchFixture.gmp;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.gmp.experiments.cli.SearchFixture.Outcome;
import io.github.gmp.experiments.files.RunDirectory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

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
                "gmp: Missing: CONFIG, the file of a search to run, or --status DIR\nTry 'gmp search --help'.\n");
        assertRefused(
                gmp("search", config, "--status", run),
                "gmp: CONFIG and --status exclude each other\nTry 'gmp search --help'.\n");
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

    private static JsonNode results() throws IOException {
        return JSON.readTree(run.resolve("results.json").toFile());
    }

    private static void assertRefused(Outcome outcome, String message) {
        assertThat(outcome.err()).isEqualTo(message);
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
    }
}
