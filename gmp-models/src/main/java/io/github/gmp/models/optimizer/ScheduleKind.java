package io.github.gmp.models.optimizer;

/** How the learning rate changes over training. */
public enum ScheduleKind {
    /** The same rate throughout. */
    CONSTANT,
    /** Half a cosine from the full rate at the start to a hundredth of it at the end (arXiv:1608.03983, without restarts). */
    COSINE,
    /** Multiplied by a factor whenever the validation error has not improved for some epochs. */
    PLATEAU,
    /** Multiplied by a factor every so many epochs. */
    STEP
}
