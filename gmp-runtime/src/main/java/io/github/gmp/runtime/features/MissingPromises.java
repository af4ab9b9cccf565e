package io.github.gmp.runtime.features;

import java.util.ArrayList;
import java.util.List;

/** What descriptors do not promise, in words: said wherever their results are shown. */
public final class MissingPromises {
    private MissingPromises() {}

    /**
     * {@return a text for each kind of promise that somebody does not give}
     *
     * @param rotating names of descriptors whose features change when a structure is rotated
     * @param jumping names of descriptors whose features jump at the cutoff
     */
    public static List<String> texts(List<String> rotating, List<String> jumping) {
        List<String> texts = new ArrayList<>();
        if (!rotating.isEmpty()) {
            texts.add("Not rotation-invariant: " + String.join(", ", rotating) + ". The features, and with them the"
                    + " predicted energy, change when a whole structure is rotated, although the true energy does"
                    + " not. (The group norm of the GMP paper is so from order 2 on.)");
        }
        if (!jumping.isEmpty()) {
            texts.add("Not smooth at the cutoff: " + String.join(", ", jumping)
                    + ". The predicted energy jumps when an atom crosses the cutoff radius.");
        }
        return texts;
    }
}
