package io.github.gmp.experiments.evaluate;

import io.github.gmp.api.structure.LabeledStructure;
import io.github.gmp.runtime.features.FeatureSet;

import java.util.Arrays;
import java.util.List;

/**
 * A set of structures to measure errors on.
 *
 * @param name what to call it, e.g. {@code validation}
 * @param training whether it is the training set, which knows no extrapolation and whose spread says nothing
 * @param structures structures with energies
 * @param features their features
 */
public record EvaluatedSet(String name, boolean training, List<LabeledStructure> structures, FeatureSet features) {
    /** Copies the list. */
    public EvaluatedSet {
        structures = List.copyOf(structures);
    }

    EvaluatedSet only(int[] kept) {
        return new EvaluatedSet(
                name, training, Arrays.stream(kept).mapToObj(structures::get).toList(), features.select(kept));
    }
}
