package io.github.gmp.api.model;

/** What regressors are trained on. */
public enum TrainingLabel {
    /** The total energy of a structure. */
    ENERGY,
    /** Forces on atoms. */
    FORCES,
    /** The stress of a structure that is periodic along all axes. */
    STRESS
}
