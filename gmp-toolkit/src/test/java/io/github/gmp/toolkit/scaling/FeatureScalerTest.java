package io.github.gmp.toolkit.scaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.gmp.api.math.Matrix;
import org.junit.jupiter.api.Test;

import java.util.List;

class FeatureScalerTest {
    /** Column 1 is constant to rounding; row 3 is not in the training rows. */
    private static final Matrix FEATURES =
            Matrix.wrap(4, 3, new double[] {1, 0.1, -4, 3, 0.1 + 2e-17, 2, 5, 0.1, -1, 99, 99, 99});

    private static final int[] ROWS = {0, 1, 2};

    @Test
    void minMaxMapsTheTrainingRangeToMinusOneToOne() {
        FeatureScaler scaler = FeatureScaler.fit(FeatureScaling.MIN_MAX, FEATURES, ROWS);

        assertThat(scaled(scaler, 0)).containsExactly(-1, 0, -1);
        assertThat(scaled(scaler, 1)).containsExactly(0, 0, 1);
        assertThat(scaler.dropped()).isEqualTo(List.of(1));
    }

    @Test
    void standardHasMeanZeroAndDeviationOne() {
        FeatureScaler scaler = FeatureScaler.fit(FeatureScaling.STANDARD, FEATURES, ROWS);

        double deviation = Math.sqrt(8.0 / 3);
        assertThat(scaled(scaler, 0))
                .containsExactly(new double[] {-2 / deviation, 0, -3 / Math.sqrt(6)}, within(1e-15));
        assertThat(scaler.dropped()).isEqualTo(List.of(1));
    }

    @Test
    void noneDropsConstantsOnly() {
        FeatureScaler scaler = FeatureScaler.fit(FeatureScaling.NONE, FEATURES, ROWS);

        assertThat(scaled(scaler, 0)).containsExactly(1, 0, -4);
    }

    @Test
    void theGradientFollowsTheChainRule() {
        FeatureScaler scaler = FeatureScaler.fit(FeatureScaling.MIN_MAX, FEATURES, ROWS);
        double[] gradient = new double[4];

        scaler.applyToGradient(new double[] {9, 1, 1, 1}, 1, 10, gradient, 1);

        assertThat(gradient).containsExactly(new double[] {0, 5, 0, 10.0 / 3}, within(1e-15));
    }

    @Test
    void aSingleAtomHasNoVaryingFeature() {
        assertThat(FeatureScaler.fit(FeatureScaling.STANDARD, FEATURES, new int[] {2})
                        .dropped())
                .isEqualTo(List.of(0, 1, 2));
    }

    private static double[] scaled(FeatureScaler scaler, int row) {
        double[] result = new double[3];
        scaler.apply(FEATURES.array(), row * 3, result, 0);
        return result;
    }

    @Test
    void whatHoldsForAnAtomHoldsForAMatrix() {
        Matrix features = Matrix.wrap(2, 2, new double[] {1, 10, 3, 30});
        FeatureScaler scaler = FeatureScaler.fit(FeatureScaling.STANDARD, features);

        assertThat(scaler.offsets()).containsExactly(2, 20);
        assertThat(scaler.apply(features)).isEqualTo(Matrix.wrap(2, 2, new double[] {-1, -1, 1, 1}));
        assertThat(scaler.applyToGradient(Matrix.wrap(1, 2, new double[] {5, 5}))
                        .array())
                .containsExactly(5 * scaler.factors()[0], 5 * scaler.factors()[1]);
        assertThatThrownBy(() -> scaler.apply(Matrix.zeros(1, 3)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("2 features were expected, got " + Matrix.zeros(1, 3));
    }
}
