package io.github.gmp.api.potential;

import java.util.Arrays;

/**
 * How far atoms lie outside the range of their features in a training set, see {@link FeatureRanges#extrapolation}.
 *
 * @param featuresOutside number of features outside their range, {@code [atoms]}
 * @param largestExcess the largest distance from the range over the features that vary in the training set, in widths of their range;
 *     0 where all are inside, {@code [atoms]}
 */
public record Extrapolation(int[] featuresOutside, double[] largestExcess) {
    /** {@return the number of atoms with a feature outside its range} */
    public long atomsOutside() {
        return Arrays.stream(featuresOutside).filter(count -> count > 0).count();
    }
}
