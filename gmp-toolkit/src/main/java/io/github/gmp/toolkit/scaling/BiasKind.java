package io.github.gmp.toolkit.scaling;

/** Where the energy bias of each element comes from. */
public enum BiasKind {
    /** Least squares of the total energies of the training set on the numbers of atoms of each element; minimum norm where not unique. */
    LEAST_SQUARES,
    /** Energies of isolated atoms: as given, else of structures of one atom in the training set. */
    ISOLATED,
    /** As given. */
    GIVEN,
    /** Zero. */
    NONE
}
