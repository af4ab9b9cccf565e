package io.github.gmp.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

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

    /** Killed again and again, at whatever moment, with half a line at the end of the journal once. */
    @Test
    void aSearchOverRungsSurvivesKillsAtRandomMoments() throws IOException, InterruptedException {
        long seed = System.nanoTime();
        SplittableRandom random = new SplittableRandom(seed);
        config = SearchFixture.ladder(folder);
        Path whole = folder.resolve("ladder");
        assertThat(search(whole).code()).isZero();
        int lines = Files.readAllLines(whole.resolve("journal.jsonl")).size();

        Path killed = folder.resolve("killed-ladder");
        Path journal = killed.resolve("journal.jsonl");
        int written = 0;
        for (int round = 1; round <= 3; round++) {
            GmpProcess process = round == 1 ? start(killed) : start(killed, "--resume");
            written = random.nextInt(Math.max(1, written), Math.max(2, written + (lines - written) / 3));
            process.waitForLines(journal, written);
            // Somewhere between this trial and the next one, while another may be written.
            process.kill();
            written = Files.readAllLines(journal).size();
            if (round == 2) {
                Files.writeString(journal, "{\"trial\": 7, \"att", StandardOpenOption.APPEND);
            }
        }
        assertThat(search(killed, "--resume").code()).as("seed %d", seed).isZero();
        for (String part : List.of("trials", "pareto", "references", "hypervolume", "rungs")) {
            assertThat(results(killed).path(part))
                    .as("%s, seed %d", part, seed)
                    .isEqualTo(results(whole).path(part));
        }
        // No trial is in the journal twice.
        assertThat(Files.readAllLines(journal)).as("seed %d", seed).hasSize(lines);
    }

    /** Several times, at whatever moment: before the first training, between two, while one is written or while the tables are. */
    @Test
    void trainingTheFrontAgainSurvivesKillsAtRandomMoments() throws IOException, InterruptedException {
        long seed = System.nanoTime();
        SplittableRandom random = new SplittableRandom(seed);
        Path whole = folder.resolve("refined");
        assertThat(search(whole).code()).isZero();
        Path killed = folder.resolve("killed-refined");
        try (Stream<Path> files = Files.walk(whole)) {
            for (Path file : files.toList()) {
                Files.copy(file, killed.resolve(whole.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        assertThat(refine(whole).code()).isZero();
        Path trials = killed.resolve("refine/trials");
        int most = files(whole.resolve("refine/trials"));
        for (int round = 0; round < 3; round++) {
            int before = files(trials);
            GmpProcess process = GmpProcess.start(
                    folder.resolve("refine-" + round + ".log"),
                    refineArguments(killed).toArray());
            // Without one more: while it starts, trains the first, or writes the tables of what was trained before.
            process.waitForFiles(trials, Math.min(most, before + random.nextInt(3)));
            process.killIfAlive();
        }
        SearchFixture.Outcome last = refine(killed);
        assertThat(last.code()).as("%s, seed %d", last.err(), seed).isZero();
        for (String file : List.of("refine.json", "refine.csv")) {
            assertThat(Files.readString(killed.resolve("refine/" + file)))
                    .as("%s, seed %d", file, seed)
                    .isEqualTo(Files.readString(whole.resolve("refine/" + file)));
        }
    }

    private static SearchFixture.Outcome refine(Path run) {
        return SearchFixture.gmp(refineArguments(run).toArray());
    }

    private static List<Object> refineArguments(Path run) {
        return List.of("search", "--refine", run, "--seeds", "1,2", "--quiet", "--no-cache", "--threads", 2);
    }

    private static int files(Path folder) throws IOException {
        return Files.isDirectory(folder) ? GmpProcess.filesIn(folder) : 0;
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
    private GmpProcess start(Path out, Object... options) throws IOException {
        List<Object> arguments = new ArrayList<>(List.of("search", config, "--out", out, "--no-cache", "--threads", 2));
        arguments.addAll(List.of(options));
        return GmpProcess.start(folder.resolve(out.getFileName() + ".log"), arguments.toArray());
    }

    private static JsonNode results(Path run) throws IOException {
        return new ObjectMapper().readTree(run.resolve("results.json").toFile());
    }
}
