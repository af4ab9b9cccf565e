package io.github.gmp.experiments.train;

/** What a training does about an earlier one in the same folder. */
public enum TrainStart {
    /** Refuses to touch it. */
    NEW,
    /** Takes its place. */
    OVERWRITE,
    /** Goes on where it stopped. */
    RESUME
}
