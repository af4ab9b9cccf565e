package io.github.gmp.probes.mixing;

/** Whether channels tell the densities of different elements apart. */
public enum ElementResolution {
    /** Only the total density counts, as in all other GMP features. */
    TOTAL,
    /** The densities of each element of the training data are mixed with weights of their own. */
    RESOLVED
}
