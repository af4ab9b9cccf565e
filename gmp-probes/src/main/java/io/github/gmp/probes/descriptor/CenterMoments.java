package io.github.gmp.probes.descriptor;

/** From the loaded neighbors of a center to the moments that invariants are formed of, and the derivatives of this. Thread-safe. */
interface CenterMoments {
    /** {@return the number of moments} */
    int count();

    /**
     * Sets {@link MultipoleWorkspace#moments}.
     *
     * @param work with a loaded center
     * @param slots the species
     * @param own slot of the center itself
     */
    void evaluate(MultipoleWorkspace work, StructureSpecies slots, int own);

    /**
     * From {@link MultipoleWorkspace#momentGradient} to the gradient by the vectors of the neighbors.
     *
     * @param work with a center loaded with slopes
     * @param slots the species
     */
    void pullback(MultipoleWorkspace work, StructureSpecies slots);

    /**
     * Sets {@link MultipoleWorkspace#momentGradient} to the changes of the moments when the vectors of the neighbors change.
     *
     * @param work with a center loaded with slopes, and a tangent per neighbor
     * @param slots the species
     */
    void pushforward(MultipoleWorkspace work, StructureSpecies slots);
}
