package io.github.gmp.experiments.search.finished;

import io.github.gmp.runtime.config.ConfigTree;
import io.github.gmp.runtime.progress.Run;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What to refine, and how.
 *
 * @param search folder of a finished search
 * @param seeds seeds of the trainings
 * @param changes made to the configuration of the comparison
 * @param cache folder that remembers features between runs; none if empty
 * @param command the command line, for reports
 * @param run threads, progress by trainings, and whether to stop: all finished trainings are kept
 */
public record RefineRequest(
        Path search,
        List<Long> seeds,
        UnaryOperator<ConfigTree> changes,
        Optional<Path> cache,
        String command,
        Run run) {
    /** Copies the list. */
    public RefineRequest {
        seeds = List.copyOf(seeds);
    }
}
