package io.github.gmp.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.gmp.fixtures.ExamplePlugin;
import io.github.gmp.fixtures.RepositoryFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** The regressor of docs/writing-a-plugin.md: trained from its YAML file by the command line, saved, and read again. */
class ExampleRegressorTest {
    @TempDir
    Path folder;

    @Test
    void itIsTrainedSavedAndReadAgain() throws IOException {
        Path plugins = ExamplePlugin.REGRESSOR.install(folder);
        Path run = folder.resolve("run");
        SearchFixture.Outcome trained = SearchFixture.gmp(
                "train",
                "--config",
                RepositoryFiles.get("examples/regressor-plugin/train.yaml"),
                "--plugins",
                plugins,
                "--out",
                run);
        assertThat(trained.code()).as(trained.err()).isZero();
        JsonNode test = new ObjectMapper()
                .readTree(run.resolve("metrics.json").toFile())
                .get("test");
        // Energies of these structures scatter by 242 meV; forces come from the derivative.
        assertThat(test.get("energyMae").asDouble()).isBetween(0.01, 0.2);
        assertThat(test.get("forceMae").asDouble()).isGreaterThan(0.01);

        Path some = folder.resolve("some.extxyz");
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(RepositoryFiles.get("examples/data/aspirin-gfn2.extxyz.gz"))),
                StandardCharsets.UTF_8))) {
            Files.write(some, lines.lines().limit(3 * (21 + 2)).toList());
        }
        SearchFixture.Outcome evaluated =
                SearchFixture.gmp("evaluate", run.resolve("model.gmp"), some, "--plugins", plugins);
        assertThat(evaluated.code()).as(evaluated.err()).isZero();
        assertThat(evaluated.out()).containsPattern("all +3 ");
    }
}
