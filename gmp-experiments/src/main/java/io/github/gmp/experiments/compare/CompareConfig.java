package io.github.gmp.experiments.compare;

import io.github.gmp.api.descriptor.Descriptor;
import io.github.gmp.api.model.RegressorTrainer;
import io.github.gmp.api.plugin.ComponentSpec;
import io.github.gmp.api.plugin.Param;
import io.github.gmp.runtime.dataset.DataConfig;

import java.util.List;

/**
 * The configuration of {@code gmp compare}.
 *
 * @param name name of the comparison
 * @param description what it is about
 * @param data the data
 * @param descriptors the descriptors
 * @param regressors the regressors
 * @param pairs which descriptor is combined with which regressor
 * @param seeds seeds of the training
 * @param forces whether forces are predicted and compared
 */
public record CompareConfig(
        @Param(
                doc = "Name of the comparison: letters, digits, '.', '_' and '-'. Without --out the results go to the"
                        + " folder runs/NAME.")
        String name,

        @Param(doc = "What the comparison is about, for the head of the report.", defaultValue = "\"\"")
        String description,

        @Param(doc = "The structures and how they are divided; the same for all.")
        DataConfig data,

        @Param(doc = "The descriptors to compare.") List<NamedDescriptor> descriptors,

        @Param(doc = "The regressors to combine them with.") List<NamedRegressor> regressors,

        @Param(
                doc = "Which descriptor is combined with which regressor, by name; every one with every one if empty.",
                defaultValue = "[]")
        List<Pair> pairs,

        @Param(
                doc = "Seeds of initial weights and shuffling. Each combination is trained once per seed; the report"
                        + " gives mean and standard deviation.",
                defaultValue = "[1, 2, 3]")
        List<Long> seeds,

        @Param(
                doc = "Whether to predict forces and compare them, where the data have them. Whether they are"
                        + " trained on is up to the regressor (forceWeight).",
                defaultValue = "true")
        boolean forces) {
    /** Copies the lists. */
    public CompareConfig {
        descriptors = List.copyOf(descriptors);
        regressors = List.copyOf(regressors);
        pairs = List.copyOf(pairs);
        seeds = List.copyOf(seeds);
    }

    /**
     * A descriptor under the name that tables give it.
     *
     * @param name the name
     * @param descriptor its configuration
     */
    public record NamedDescriptor(
            @Param(doc = "Name in tables and plots.") String name,

            @Param(doc = "The descriptor.", kind = Descriptor.class)
            ComponentSpec descriptor) {}

    /**
     * A regressor under the name that tables give it.
     *
     * @param name the name
     * @param regressor its configuration
     */
    public record NamedRegressor(
            @Param(doc = "Name in tables and plots.") String name,

            @Param(doc = "The regressor.", kind = RegressorTrainer.class)
            ComponentSpec regressor) {}

    /**
     * A combination, by name.
     *
     * @param descriptor name of a descriptor
     * @param regressor name of a regressor
     */
    public record Pair(
            @Param(doc = "Name of one of the descriptors.") String descriptor,

            @Param(doc = "Name of one of the regressors.") String regressor) {}
}
