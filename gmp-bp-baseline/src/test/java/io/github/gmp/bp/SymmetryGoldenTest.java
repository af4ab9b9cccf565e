package io.github.gmp.bp;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gmp.api.descriptor.Descriptor;
import io.github.gmp.api.descriptor.DescriptorEvaluation;
import io.github.gmp.api.math.Matrix;
import io.github.gmp.fixtures.EveryVectorWidth;
import io.github.gmp.fixtures.SharedFolder;
import io.github.gmp.toolkit.kernel.KernelChoice;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;

/** Features and derivatives against those printed by n2p2 and by the code of arXiv:2102.02390. */
@ParameterizedClass
@MethodSource("io.github.gmp.bp.Setups#kernels")
class SymmetryGoldenTest {
    @Parameter
    KernelChoice kernel;

    /** Relative to the largest value of the column. */
    private static final double TOLERANCE = 1e-10;

    @EveryVectorWidth
    @ParameterizedTest
    @ValueSource(strings = {"bp_amptorch_water", "bp_amptorch_cu_fcc_distorted_periodic"})
    void distilledReferenceValuesAreReproduced(String name) throws IOException {
        try (InputStream stream =
                Objects.requireNonNull(getClass().getResourceAsStream("/goldens/" + name + ".json"))) {
            verifyAll(Golden.read(name, stream));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bp_amptorch_water",
                "bp_amptorch_aspirin",
                "bp_amptorch_cu_fcc_distorted_periodic",
                "bp_n2p2_water",
                "bp_n2p2_aspirin",
                "bp_n2p2_cu_fcc_distorted_periodic"
            })
    void allReferenceValuesAreReproduced(String name) throws IOException {
        verifyAll(shared(name));
    }

    @Test
    void theFirstPresetIsTheFirstSetOfTheReferenceCode() throws IOException {
        Golden golden = shared("bp_amptorch_aspirin").get(0);
        Descriptor preset = Setups.preset("bp-paper-1", List.of("O", "C", "H"));
        Matrix features = preset.evaluate(golden.structure()).features();
        // The same order, but for pairs of elements, which the reference code lists as its user did.
        assertThat(golden.functions()).hasSize(features.columns());
        for (int k = 0; k < features.columns(); k++) {
            Golden.Function f = golden.functions().get(k);
            Golden.Function stated = new Golden.Function(f.sort(), f.elements(), f.eta() * 100, f.second(), f.lambda());
            int column = preset.features().indexOf(stated.label());
            assertThat(column).describedAs(stated.label()).isNotNegative();
            assertColumn(golden, features, k, column);
        }
    }

    private static List<Golden> shared(String name) throws IOException {
        Path folder = SharedFolder.find().orElse(null);
        Assumptions.assumeTrue(folder != null, SharedFolder.ABSENT);
        try (InputStream stream = Files.newInputStream(folder.resolve("goldens").resolve(name + ".json"))) {
            return Golden.read(name, stream);
        }
    }

    private void verifyAll(List<Golden> sets) {
        assertThat(sets).hasSize(2);
        sets.forEach(this::verify);
    }

    private void verify(Golden golden) {
        Descriptor descriptor = golden.descriptor(kernel);
        DescriptorEvaluation evaluation = descriptor.evaluate(golden.structure());
        HashSet<Integer> used = new HashSet<>();
        for (int k = 0; k < golden.functions().size(); k++) {
            String label = golden.functions().get(k).label();
            int column = descriptor.features().indexOf(label);
            assertThat(column)
                    .describedAs("column '%s' of %s", label, golden.name())
                    .isNotNegative();
            assertThat(used.add(column)).isTrue();
            assertColumn(golden, evaluation.features(), k, column);
            assertDerivatives(golden, evaluation, k, column);
        }
        assertThat(used).hasSize(descriptor.features().size());
    }

    private static void assertColumn(Golden golden, Matrix features, int k, int column) {
        double largest = Arrays.stream(golden.features())
                .mapToDouble(row -> Math.abs(row[k]))
                .max()
                .orElseThrow();
        for (int i = 0; i < features.rows(); i++) {
            assertThat(Math.abs(features.get(i, column) - golden.features()[i][k]))
                    .describedAs(
                            "%s, atom %d, %s",
                            golden.name(), i, golden.functions().get(k))
                    .isLessThanOrEqualTo(TOLERANCE * largest);
        }
    }

    private static void assertDerivatives(Golden golden, DescriptorEvaluation evaluation, int k, int column) {
        double largest = Arrays.stream(golden.derivatives())
                .flatMapToDouble(center -> Arrays.stream(center[k]))
                .map(Math::abs)
                .max()
                .orElseThrow();
        for (int c = 0; c < golden.derivativeCenters().length; c++) {
            int center = golden.derivativeCenters()[c];
            double[] oneHot = new double[evaluation.features().array().length];
            oneHot[center * evaluation.features().columns() + column] = 1;
            Matrix weights = Matrix.wrap(
                    evaluation.features().rows(), evaluation.features().columns(), oneHot);
            double[] gradient = evaluation.pullback(weights).positions();
            double[] expected = golden.derivatives()[c][k];
            assertThat(gradient).hasSameSizeAs(expected);
            for (int x = 0; x < gradient.length; x++) {
                assertThat(Math.abs(gradient[x] - expected[x]))
                        .describedAs(
                                "%s, center %d, %s, coordinate %d: got %s, expected %s",
                                golden.name(), center, golden.functions().get(k), x, gradient[x], expected[x])
                        .isLessThanOrEqualTo(TOLERANCE * largest);
            }
        }
    }
}
