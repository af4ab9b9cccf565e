package io.github.gmp.toolkit.scaling;

import java.util.List;

/** Feature indices as text for notes. */
public final class FeatureIndices {
    private static final int LONGEST = 10;

    private FeatureIndices() {}

    /**
     * {@return the first of them, separated by commas}
     *
     * @param indices indices of features
     */
    public static String text(List<Integer> indices) {
        List<String> first =
                indices.stream().limit(LONGEST).map(String::valueOf).toList();
        return String.join(", ", first) + (indices.size() > LONGEST ? ", ..." : "");
    }
}
