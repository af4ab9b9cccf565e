package io.github.gmp.experiments.search;

/** How candidates are chosen. */
public enum Algorithm {
    /** Non-dominated sorting genetic algorithm II (Deb et al. 2002, doi:10.1109/4235.996017). */
    NSGA2,
    /** Independent random candidates: the baseline that any search must beat at the same number of trials. */
    RANDOM
}
