package io.github.gmp.toolkit.scaling;

/** How features are scaled before they enter a network. */
public enum FeatureScaling {
    /** To [−1, 1] between the smallest and the largest value of the training set. */
    MIN_MAX,
    /** To mean 0 and standard deviation 1 over the atoms of the training set. */
    STANDARD,
    /** Not at all. */
    NONE
}
