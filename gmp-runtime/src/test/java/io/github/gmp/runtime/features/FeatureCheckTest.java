package io.github.gmp.runtime.features;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gmp.api.math.Matrix;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.IntStream;

class FeatureCheckTest {
    private static final List<String> LABELS = List.of("a", "b", "c", "d", "e", "f");

    /** Columns: x, 7, y, −2 x + 3, x with a little noise, y. */
    @Test
    void findsConstantAndRepeatedFeatures() {
        for (int rows : new int[] {50, 5000}) {
            FeatureCheck check = FeatureCheck.of(features(rows, (x, noise) -> x + 1e-4 * noise), LABELS);
            assertThat(check.constant()).containsExactly("'b'");
            assertThat(check.repeated()).containsExactlyInAnyOrder("'d' (as 'a')", "'f' (as 'c')");
            assertThat(check.warnings(6)).first().isEqualTo("1 of 6 features do not vary: 'b'");
            assertThat(check.warnings(6))
                    .last()
                    .asString()
                    .startsWith("2 of 6 features repeat others up to offset and scale: '");
        }
    }

    /** Equal on the sample is not enough. */
    @Test
    void aFeatureThatDiffersOnOneAtomIsAnother() {
        Matrix features = features(5000, (x, noise) -> x);
        double[] values = features.array();
        values[4 + 6 * 4321] += 0.01;
        FeatureCheck check = FeatureCheck.of(Matrix.wrap(5000, 6, values), LABELS);
        assertThat(check.repeated()).noneMatch(text -> text.startsWith("'e'") || text.endsWith("'e')"));
        assertThat(FeatureCheck.of(features(5000, (x, noise) -> x), LABELS).repeated())
                .anyMatch(text -> text.startsWith("'e'"));
    }

    @Test
    void longListsAreCut() {
        List<String> labels = IntStream.range(0, 8).mapToObj(k -> "f" + k).toList();
        FeatureCheck check = FeatureCheck.of(Matrix.zeros(3, 8), labels);
        assertThat(check.warnings(8))
                .containsExactly("8 of 8 features do not vary: 'f0', 'f1', 'f2', 'f3'," + " 'f4' and 3 more");
    }

    private static Matrix features(int rows, DoubleBinaryOperator fifth) {
        SplittableRandom random = new SplittableRandom(2);
        double[] values = new double[6 * rows];
        for (int row = 0; row < rows; row++) {
            double x = random.nextDouble(-1, 1);
            double y = random.nextDouble(10, 1000);
            double[] columns = {x, 7, y, 3 - 2 * x, fifth.applyAsDouble(x, random.nextDouble(-1, 1)), y};
            System.arraycopy(columns, 0, values, 6 * row, 6);
        }
        return Matrix.wrap(rows, 6, values);
    }
}
