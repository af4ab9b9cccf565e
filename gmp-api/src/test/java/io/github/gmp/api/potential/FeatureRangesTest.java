package io.github.gmp.api.potential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.gmp.api.math.Matrix;
import org.junit.jupiter.api.Test;

class FeatureRangesTest {
    /** A feature from 0 to 10, one from −1 to 1, one that is always 5, one that is always 0. */
    private static final FeatureRanges RANGES =
            FeatureRanges.of(Matrix.wrap(2, 4, new double[] {0, 1, 5, 0, 10, -1, 5, 0}));

    private static Extrapolation of(double... features) {
        return RANGES.extrapolation(Matrix.wrap(features.length / 4, 4, features));
    }

    @Test
    void insideIsInside() {
        Extrapolation inside = of(0, 1, 5, 0, 10, -1, 5, 0, 3, 0.2, 5 + 1e-12, 0);
        assertThat(inside.featuresOutside()).containsOnly(0).hasSize(3);
        assertThat(inside.largestExcess()).containsOnly(0);
        assertThat(inside.atomsOutside()).isZero();
    }

    @Test
    void theExcessIsInWidthsAndCountsBeyondATenth() {
        Extrapolation near = of(10.5, -1, 5, 0);
        assertThat(near.featuresOutside()).containsExactly(0);
        assertThat(near.largestExcess()).containsExactly(0.05);
        Extrapolation far = of(-2, 4, 5, 0, 12, 0, 5, 0);
        assertThat(far.featuresOutside()).containsExactly(2, 1);
        assertThat(far.largestExcess()).containsExactly(new double[] {1.5, 0.2}, within(1e-15));
        assertThat(far.atomsOutside()).isEqualTo(2);
    }

    /** They have no width to measure an excess with, but a change of them is news. */
    @Test
    void featuresThatDoNotVaryInTrainingAreOutsideWhereTheyDiffer() {
        Extrapolation changed = of(5, 0, 5.1, 1e-30);
        assertThat(changed.featuresOutside()).containsExactly(2);
        assertThat(changed.largestExcess()).containsExactly(0);
    }
}
