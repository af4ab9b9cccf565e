package io.github.gmp.experiments.search.finished;

import io.github.gmp.experiments.compare.CompareResult;

import java.nio.file.Path;
import java.util.List;

/**
 * What came of it.
 *
 * @param table mean and deviation of each candidate, as lines for a terminal
 * @param report the page to look at
 * @param trainings the trainings: how many finished, failures, the page with all their errors
 */
public record RefineResult(List<String> table, Path report, CompareResult trainings) {}
