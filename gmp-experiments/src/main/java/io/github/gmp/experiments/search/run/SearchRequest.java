package io.github.gmp.experiments.search.run;

import io.github.gmp.runtime.progress.Run;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How a search is run; nothing here changes what it finds.
 *
 * @param out folder for the results; runs/NAME if empty
 * @param resume whether to continue what is there
 * @param run how many trials run at a time, progress by trials, and whether to stop: all finished trials are kept
 * @param cache folder that remembers features between runs; none if empty
 */
public record SearchRequest(Optional<Path> out, boolean resume, Run run, Optional<Path> cache) {}
