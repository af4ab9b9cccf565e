package io.github.gmp.experiments.search.finished;

import io.github.gmp.runtime.config.ConfigTree;
import io.github.gmp.runtime.progress.Progress;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;

/**
 * What to refine, and how.
 *
 * @param search folder of a finished search
 * @param seeds seeds of the trainings
 * @param changes made to the configuration of the comparison
 * @param threads how many threads may be used
 * @param cache folder that remembers features between runs; none if empty
 * @param command the command line, for reports
 * @param progress told about every training
 * @param cancelled when true, stop; all finished trainings are kept
 */
public record RefineRequest(
        Path search,
        List<Long> seeds,
        UnaryOperator<ConfigTree> changes,
        int threads,
        Optional<Path> cache,
        String command,
        Progress progress,
        BooleanSupplier cancelled) {
    /** Copies the list. */
    public RefineRequest {
        seeds = List.copyOf(seeds);
    }
}
