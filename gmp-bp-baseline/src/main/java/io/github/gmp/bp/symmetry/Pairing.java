package io.github.gmp.bp.symmetry;

/** How symmetry functions tell the elements of neighbors apart. */
public enum Pairing {
    /** A function per neighbor element, or per unordered pair of neighbor elements: the method of Behler and Parrinello. */
    BY_ELEMENT,
    /**
     * One function over all neighbors, each with weight Z_j, each pair of neighbors with weight Z_j Z_k: the wACSF of Gastegger et al.,
     * doi:10.1063/1.5019667. The number of features does not grow with the number of elements.
     */
    ELEMENT_WEIGHTED,
    /** One function over all neighbors with weight 1: blind to elements. */
    ELEMENT_SUMMED
}
