package io.github.gmp.runtime.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gmp.api.potential.Potential;
import io.github.gmp.api.structure.LabeledStructure;
import io.github.gmp.runtime.RunEnvironment;
import io.github.gmp.runtime.api.Models;
import io.github.gmp.runtime.files.CacheFolder;
import io.github.gmp.runtime.plugin.Components;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Models of earlier versions load for ever and predict what they predicted then: every regressor and every descriptor, see {@code make.sh}
 * beside them. To the bit where the same kernel runs, which is not told apart by its reason but by its label.
 */
class StoredModelsTest {
    private static final double ROUNDING = 1e-12;
    private static final Models STRUCTURES = new Models();
    private static final Components COMPONENTS = Components.load(List.of(), CacheFolder.none());
    private static final ModelFile MODELS = new ModelFile(COMPONENTS.binder(), COMPONENTS.registry());

    static Stream<Path> models() throws IOException {
        try (Stream<Path> files = Files.list(folder())) {
            return files.filter(file -> file.toString().endsWith(".gmp")).sorted().toList().stream();
        }
    }

    private static Path folder() {
        try {
            return Path.of(Objects.requireNonNull(StoredModelsTest.class.getResource("/models/v1/make.sh"))
                            .toURI())
                    .getParent();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void thereAreModelsOfEveryKind() throws IOException {
        assertThat(models()).hasSizeGreaterThan(20);
    }

    @ParameterizedTest
    @MethodSource("models")
    void predictsWhatItPredictedWhenItWasTrained(Path file) {
        TrainedModel model = MODELS.load(file);
        boolean sameKernel = kernel(model.provenance().kernel())
                .equals(kernel(RunEnvironment.ofProcess().kernel()));
        Path predictions = file.resolveSibling(file.getFileName().toString().replace(".gmp", ".extxyz"));
        List<LabeledStructure> frames;
        try (Stream<LabeledStructure> read = STRUCTURES.read(predictions)) {
            frames = read.toList();
        }
        assertThat(frames).isNotEmpty();
        for (LabeledStructure frame : frames) {
            Potential.Evaluation predicted = model.potential().evaluate(frame.structure());
            double energy = frame.energy().orElseThrow();
            assertClose(new double[] {predicted.energy()}, new double[] {energy}, sameKernel);
            assertClose(predicted.forces(), frame.forces().orElseThrow(), sameKernel);
        }
    }

    private static void assertClose(double[] actual, double[] expected, boolean toTheBit) {
        if (toTheBit) {
            assertThat(actual).containsExactly(expected);
            return;
        }
        double largest = 0;
        for (double value : expected) {
            largest = Math.max(largest, Math.abs(value));
        }
        assertThat(actual).hasSameSizeAs(expected);
        for (int k = 0; k < expected.length; k++) {
            assertThat(Math.abs(actual[k] - expected[k])).isLessThanOrEqualTo(ROUNDING * largest);
        }
    }

    private static String kernel(String text) {
        return text.replaceAll(" \\(.*", "");
    }
}
