package io.github.gmp.experiments.features;

import io.github.gmp.api.descriptor.Descriptor;
import io.github.gmp.api.error.DataException;
import io.github.gmp.api.plugin.ComponentSpec;
import io.github.gmp.api.structure.LabeledStructure;
import io.github.gmp.experiments.progress.Progress;

import java.util.List;

/** Computes features of many structures on several threads; the result does not depend on how many. */
public final class Featurizer implements FeatureProvider {
    /**
     * @param descriptor the descriptor
     * @param structures structures
     * @param threads how many threads may be used
     * @param progress told about every structure
     * @return features of the structures, in their order
     * @throws DataException if a structure has an element that the descriptor does not know, or a feature is not finite
     */
    public FeatureSet featurize(
            Descriptor descriptor, List<LabeledStructure> structures, int threads, Progress progress) {
        throw new UnsupportedOperationException("in work");
    }

    @Override
    public FeatureSet features(
            ComponentSpec spec,
            Descriptor descriptor,
            List<LabeledStructure> structures,
            int threads,
            Progress progress) {
        return featurize(descriptor, structures, threads, progress);
    }
}
