package io.github.gmp.experiments.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

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
import java.util.concurrent.TimeUnit;

/** A search in a process of its own that is killed or interrupted, then continued. */
class SearchProcessTest {
    private static final long PATIENCE_SECONDS = 240;

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
        Process process = start(killed);
        waitForLines(killed, 3, process);
        process.destroyForcibly();
        assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isNotZero();
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
        assumeTrue(Files.isExecutable(Path.of("/bin/kill")), "needs /bin/kill to send SIGINT");
        Path out = folder.resolve("interrupted");
        Process process = start(out);
        waitForLines(out, 2, process);
        new ProcessBuilder("/bin/kill", "-INT", String.valueOf(process.pid()))
                .start()
                .waitFor();
        assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(130);
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
    private Process start(Path out) throws IOException {
        // Surefire's own class path is a jar that only points to the real one.
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        Path log = folder.resolve(out.getFileName() + ".log");
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        // As here: the other kernel would give other last bits.
                        "--add-modules",
                        "jdk.incubator.vector",
                        "-cp",
                        classPath,
                        GmpMain.class.getName(),
                        "search",
                        config.toString(),
                        "--out",
                        out.toString(),
                        "--no-cache",
                        "--threads",
                        "2")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }

    private void waitForLines(Path out, int count, Process process) throws IOException, InterruptedException {
        Path journal = out.resolve("journal.jsonl");
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!Files.exists(journal) || Files.readAllLines(journal).size() < count) {
            assertThat(process.isAlive()).as("the search still runs").isTrue();
            assertThat(System.nanoTime()).as("the search gets on").isLessThan(end);
            Thread.sleep(20);
        }
    }

    private static JsonNode results(Path run) throws IOException {
        return new ObjectMapper().readTree(run.resolve("results.json").toFile());
    }
}
