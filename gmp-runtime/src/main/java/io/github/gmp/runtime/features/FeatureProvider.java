package io.github.gmp.runtime.features;

import io.github.gmp.api.descriptor.Descriptor;
import io.github.gmp.api.error.DataException;
import io.github.gmp.api.plugin.ComponentSpec;
import io.github.gmp.api.structure.LabeledStructure;
import io.github.gmp.runtime.progress.Progress;

import java.util.List;
import java.util.concurrent.CancellationException;

/** Where features come from: computed, or read from a cache. */
public interface FeatureProvider {
    /**
     * {@return the features of the structures, in their order}
     *
     * @param spec resolved configuration of the descriptor, which identifies the features
     * @param descriptor the descriptor
     * @param structures structures
     * @param threads how many threads may be used; the result does not depend on it
     * @param progress told about every structure
     * @throws DataException if a structure has an element that the descriptor does not know, or a feature is not finite
     * @throws CancellationException if the progress ends the work
     */
    FeatureSet features(
            ComponentSpec spec,
            Descriptor descriptor,
            List<LabeledStructure> structures,
            int threads,
            Progress progress);
}
