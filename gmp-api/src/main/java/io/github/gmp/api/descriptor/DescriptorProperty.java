package io.github.gmp.api.descriptor;

/** What a descriptor promises; the contract tests of gmp-testkit check each promise, and that what is not promised really fails. */
public enum DescriptorProperty {
    /** Features do not change when the whole structure is rotated. */
    ROTATION_INVARIANT,
    /** Features and their gradient are continuous when an atom crosses the cutoff. */
    SMOOTH_AT_CUTOFF
}
