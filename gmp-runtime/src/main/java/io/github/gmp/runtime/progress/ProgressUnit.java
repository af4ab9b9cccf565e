package io.github.gmp.runtime.progress;

/**
 * What the steps of a task are shown as.
 *
 * @param name the unit, e.g. {@code MB}; empty for plain numbers
 * @param steps how many steps are one of it
 */
public record ProgressUnit(String name, long steps) {
    /** Steps as they are. */
    public static final ProgressUnit STEPS = new ProgressUnit("", 1);
    /** Steps are bytes, shown as megabytes. */
    public static final ProgressUnit MEGABYTES = new ProgressUnit("MB", 1_000_000);
}
