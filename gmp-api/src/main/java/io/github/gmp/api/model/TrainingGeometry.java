package io.github.gmp.api.model;

import io.github.gmp.api.descriptor.DescriptorEvaluation;

import java.util.Optional;

/**
 * What training on forces and stress needs beside the features: the labels, and how features change with the geometry. Structures are numbered
 * as in their {@link TrainingSet}.
 */
public interface TrainingGeometry {
    /**
     * How the features of a structure change with its geometry. May be computed anew at every call. Calls for different structures may come
     * from different threads at the same time.
     *
     * @param structure index of a structure
     * @return its evaluation, all atoms being centers
     */
    DescriptorEvaluation evaluation(int structure);

    /**
     * Whether pushforwards of the evaluations take the time of a pullback. Where the descriptor offers none, each is put together from
     * a pullback per feature and atom.
     *
     * @return whether it offers them
     */
    default boolean hasPushforward() {
        return true;
    }

    /**
     * {@return the forces of a structure in eV/Å, {@code [atoms][3]} flattened, not to be changed; empty if it has no such label}
     *
     * @param structure index of a structure
     */
    Optional<double[]> forces(int structure);

    /**
     * {@return ∂E/∂ε = V σ of a structure in eV, {@code [3][3]} row-major, not to be changed; empty if it has no label of stress}
     *
     * @param structure index of a structure
     */
    Optional<double[]> strainGradient(int structure);
}
