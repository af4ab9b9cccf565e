/**
 * Automated search: candidates are configurations, a genetic algorithm (Jenetics, NSGA-II) varies them. Here is what all of it speaks of:
 * configuration, objectives, candidates, trials, results.
 */
@NullMarked
package io.github.gmp.experiments.search;

import org.jspecify.annotations.NullMarked;
