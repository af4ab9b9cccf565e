package io.github.gmp.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A search in a process of its own that is killed or interrupted, then continued. */
class SearchProcessTest {
    @TempDir
    Path folder;

    private Path config;

    @BeforeEach
    void writeConfiguration() throws IOException {
        config = SearchFixture.configuration(folder);
    }

    @Test
    void aKilledSearchEndsLikeAnUninterruptedOne() throws IOException, InterruptedException {
        Path whole = folder.resolve("whole");
        assertThat(search(whole).code()).isZero();

        Path killed = folder.resolve("killed");
        GmpProcess process = start(killed);
        process.waitForLines(killed.resolve("journal.jsonl"), 3);
        process.kill();
        assertThat(killed.resolve("results.json")).doesNotExist();
        int finished = Files.readAllLines(killed.resolve("journal.jsonl")).size();

        assertThat(search(killed, "--resume").code()).isZero();
        // Nothing that was finished is lost or run again.
        assertThat(Files.readAllLines(killed.resolve("journal.jsonl")))
                .hasSize(Files.readAllLines(whole.resolve("journal.jsonl")).size())
                .hasSizeGreaterThan(finished);
        for (String part : List.of("trials", "pareto", "references", "hypervolume")) {
            assertThat(results(killed).path(part)).isEqualTo(results(whole).path(part));
        }
    }

    @Test
    void anInterruptedSearchSaysHowToGoOn() throws IOException, InterruptedException {
        Path out = folder.resolve("interrupted");
        GmpProcess process = start(out);
        process.waitForLines(out.resolve("journal.jsonl"), 2);
        process.interrupt();
        assertThat(process.exitCode()).isEqualTo(130);
        assertThat(Files.readString(folder.resolve("interrupted.log")))
                .contains("gmp: the search was stopped; finished trials are kept. Continue it with the same command and"
                        + " --resume.");
        assertThat(out.resolve("results.json")).doesNotExist();
        assertThat(search(out, "--resume").code()).isZero();
        assertThat(results(out).path("trials")).hasSize(5);
    }

    private SearchFixture.Outcome search(Path out, Object... options) {
        List<Object> arguments =
                new ArrayList<>(List.of("search", config, "--out", out, "--quiet", "--no-cache", "--threads", 2));
        arguments.addAll(List.of(options));
        return SearchFixture.gmp(arguments.toArray());
    }

    /** Starts the same search in another JVM. */
    private GmpProcess start(Path out) throws IOException {
        return GmpProcess.start(
                folder.resolve(out.getFileName() + ".log"),
                "search",
                config,
                "--out",
                out,
                "--no-cache",
                "--threads",
                2);
    }

    private static JsonNode results(Path run) throws IOException {
        return new ObjectMapper().readTree(run.resolve("results.json").toFile());
    }
}
