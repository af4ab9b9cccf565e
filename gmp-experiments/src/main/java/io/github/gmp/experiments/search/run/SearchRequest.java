package io.github.gmp.experiments.search.run;

import io.github.gmp.runtime.progress.Progress;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * How a search is run; nothing here changes what it finds.
 *
 * @param out folder for the results; runs/NAME if empty
 * @param resume whether to continue what is there
 * @param threads trials to run at a time
 * @param cancelled when true, stop; all finished trials are kept
 * @param progress told about every trial
 * @param cache folder that remembers features between runs; none if empty
 */
public record SearchRequest(
        Optional<Path> out,
        boolean resume,
        int threads,
        BooleanSupplier cancelled,
        Progress progress,
        Optional<Path> cache) {}
