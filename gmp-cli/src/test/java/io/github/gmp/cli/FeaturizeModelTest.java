package io.github.gmp.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gmp.api.descriptor.Descriptor;
import io.github.gmp.api.structure.LabeledStructure;
import io.github.gmp.fixtures.MorseMolecules;
import io.github.gmp.runtime.model.ModelFile;
import io.jhdf.HdfFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** {@code gmp featurize --model}: features of the descriptor of a model, with the constants of its training set. */
class FeaturizeModelTest {
    private static final String CHANNELS =
            "{type: gmp, radial: {type: gaussian, sigmas: [0.4, 1.0]}, cutoff: {type: smooth, radius: 5.0},"
                    + " channels: {count: 2}, invariants: {type: power-spectrum}}";

    @TempDir
    Path folder;

    @Test
    void constantsAreThoseOfTheTrainingSet() throws IOException {
        MorseMolecules.write(MorseMolecules.frames(40, 3), "", folder.resolve("morse.extxyz"));
        List<LabeledStructure> others = MorseMolecules.frames(5, 9);
        Path other = MorseMolecules.write(others, "", folder.resolve("other.extxyz"));
        Path config = Files.writeString(
                folder.resolve("train.yaml"),
                "name: morse\ndata: {files: [morse.extxyz], split: {validation: 5, test: 5}}\ndescriptor: " + CHANNELS
                        + "\nregressor: {type: ridge}\n");
        Path run = folder.resolve("run");
        assertThat(SearchFixture.gmp("train", "--config", config, "--out", run, "--quiet")
                        .code())
                .isZero();

        Path out = folder.resolve("features.h5");
        SearchFixture.Outcome outcome =
                SearchFixture.gmp("featurize", "--model", run.resolve("model.gmp"), other, "--out", out, "--quiet");
        assertThat(outcome.code()).as(outcome.err()).isZero();
        Descriptor descriptor = CliTestHost.get(ModelFile.class)
                .load(run.resolve("model.gmp"))
                .potential()
                .descriptor();
        double[][] features = features(out);
        assertThat(features).hasDimensions(20, descriptor.features().size());
        for (int atom = 0; atom < 20; atom++) {
            assertThat(features[atom])
                    .containsExactly(descriptor
                            .evaluate(others.get(atom / 4).structure())
                            .features()
                            .row(atom % 4));
        }

        // Fitted to other structures, the same configuration has other features.
        Path fitted = Files.writeString(folder.resolve("features.yaml"), "descriptor: " + CHANNELS + "\n");
        Path outFitted = folder.resolve("fitted.h5");
        assertThat(SearchFixture.gmp("featurize", "--config", fitted, other, "--out", outFitted, "--quiet")
                        .code())
                .isZero();
        assertThat(features(outFitted)[0]).isNotEqualTo(features[0]);

        shardsOfAnExecutorAreTheSame(run.resolve("model.gmp"), other);
    }

    private void shardsOfAnExecutorAreTheSame(Path model, Path input) throws IOException {
        Path here = folder.resolve("here.npz");
        assertThat(SearchFixture.gmp("featurize", "--model", model, input, "--out", here, "--shard-atoms", 8, "--quiet")
                        .code())
                .isZero();
        Path there = folder.resolve("there.npz");
        SearchFixture.Outcome outcome = SearchFixture.gmp(
                "featurize",
                "--model",
                model,
                input,
                "--out",
                there,
                "--shard-atoms",
                8,
                "--quiet",
                "--executor",
                "local",
                "--threads",
                2);
        assertThat(outcome.code()).as(outcome.err()).isZero();
        assertThat(outcome.out()).startsWith(there + ": 5 structures, 20 atoms, ");
        for (String shard : List.of("-00000.npz", "-00001.npz", "-00002.npz")) {
            assertThat(Files.mismatch(folder.resolve("here" + shard), folder.resolve("there" + shard)))
                    .as(shard)
                    .isEqualTo(-1);
        }
        assertThat(SearchFixture.gmp("featurize", "--model", model, input, "--out", there, "--executor", "local")
                        .err())
                .isEqualTo(
                        "gmp: --executor: executor 'local' writes shards; say how large they may be with --shard-atoms\n");
        assertThat(SearchFixture.gmp("featurize", "--model", model, input, "--out", there, "--executor", "spark")
                        .err())
                .startsWith(
                        "gmp: executor.type: unknown executor 'spark' (known: local); it is in the optional module");
        assertThat(SearchFixture.gmp(
                                "featurize", "--model", model, input, "--out", there, "--set", "descriptor.type=gmp")
                        .err())
                .isEqualTo("gmp: --model has a descriptor of its own: leave out --config and --set\n");
    }

    private static double[][] features(Path file) {
        try (HdfFile hdf = new HdfFile(file)) {
            return (double[][]) hdf.getDatasetByPath("features").getData();
        }
    }
}
