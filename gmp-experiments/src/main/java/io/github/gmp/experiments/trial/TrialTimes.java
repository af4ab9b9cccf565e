package io.github.gmp.experiments.trial;

/**
 * Measured times: processor time of one thread, except training. They vary from run to run; nothing is decided by them.
 *
 * @param featurizeSecondsPerStructure features of one structure, neighbor list included
 * @param featurizeSecondsPerAtom the same per atom
 * @param predictSecondsPerStructure energy of one structure from its coordinates, features included
 * @param predictSecondsPerAtom the same per atom
 * @param trainSeconds wall-clock time of the fit
 */
public record TrialTimes(
        double featurizeSecondsPerStructure,
        double featurizeSecondsPerAtom,
        double predictSecondsPerStructure,
        double predictSecondsPerAtom,
        double trainSeconds) {}
