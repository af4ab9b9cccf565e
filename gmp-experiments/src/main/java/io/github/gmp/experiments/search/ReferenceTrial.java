package io.github.gmp.experiments.search;

/**
 * A hand-picked pair, tried under the same rules as all candidates.
 *
 * @param name its name
 * @param trial its trial; the number counts references
 */
record ReferenceTrial(String name, SearchTrial trial) {}
