package io.github.gmp.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.gmp.fixtures.MorseMolecules;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** A small training on generated data, and what must be the same in the folders of two runs of it. */
final class TrainFixture {
    private TrainFixture() {}

    /** Writes the data and the configuration into a folder. */
    static Path configuration(Path folder, int epochs) throws IOException {
        MorseMolecules.write(MorseMolecules.frames(60, 3), "", folder.resolve("morse.extxyz"));
        return Files.writeString(folder.resolve("train.yaml"), """
                name: morse
                data:
                  files: [morse.extxyz]
                  split: {validation: 10, test: 10}
                descriptor:
                  type: gmp
                  radial: {type: gaussian, sigmas: [0.4, 1.0]}
                  angular: {type: mcsh, maxOrder: 2}
                  cutoff: {type: smooth, radius: 5.0}
                regressor: {type: snn, nodes: 16, epochs: %d, batchSize: 8, optimizer: soap, emaDecay: 0.9}
                """.formatted(epochs));
    }

    /** Everything but times. */
    static void assertSameResults(Path run, Path expected) throws IOException {
        assertThat(metrics(run)).isEqualTo(metrics(expected));
        assertSameModel(run, expected);
    }

    /** The curve and all numbers of the model; and the training is finished. */
    static void assertSameModel(Path run, Path expected) throws IOException {
        assertThat(curve(run)).isEqualTo(curve(expected));
        Map<String, byte[]> tensors = tensors(expected);
        assertThat(tensors(run)).usingRecursiveComparison().isEqualTo(tensors);
        assertThat(tensors).hasSizeGreaterThan(5);
        assertThat(run.resolve("checkpoint.gmp")).doesNotExist();
        assertThat(run.resolve("checkpoint-previous.gmp")).doesNotExist();
    }

    /** The lines of train.jsonl without the times. */
    static List<JsonNode> curve(Path run) throws IOException {
        List<JsonNode> curve = new ArrayList<>();
        for (String line : Files.readAllLines(run.resolve("train.jsonl"))) {
            ObjectNode epoch = (ObjectNode) new ObjectMapper().readTree(line);
            assertThat(epoch.remove("seconds").asDouble()).isNotNegative();
            curve.add(epoch);
        }
        return curve;
    }

    /** The times in train.jsonl. */
    static List<Double> seconds(Path run) throws IOException {
        List<Double> seconds = new ArrayList<>();
        for (String line : Files.readAllLines(run.resolve("train.jsonl"))) {
            seconds.add(new ObjectMapper().readTree(line).get("seconds").asDouble());
        }
        return seconds;
    }

    private static ObjectNode metrics(Path run) throws IOException {
        ObjectNode metrics = (ObjectNode)
                new ObjectMapper().readTree(run.resolve("metrics.json").toFile());
        metrics.remove("times");
        ((ObjectNode) metrics.get("provenance")).remove("createdAt");
        return metrics;
    }

    private static Map<String, byte[]> tensors(Path run) throws IOException {
        Map<String, byte[]> tensors = new TreeMap<>();
        try (ZipFile zip = new ZipFile(run.resolve("model.gmp").toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                if (entry.getName().startsWith("tensors/")) {
                    tensors.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
                }
            }
        }
        return tensors;
    }
}
