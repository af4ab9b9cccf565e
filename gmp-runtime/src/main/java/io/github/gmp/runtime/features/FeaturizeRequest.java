package io.github.gmp.runtime.features;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What to do.
 *
 * @param inputs files of structures, relative to the working directory
 * @param output the archive to write
 * @param atomsPerShard most atoms of an archive, if there are to be several; empty for one
 * @param threads how many threads may be used; the archive does not depend on it
 * @param gradientComponents number of components of the gradient to compare with differences; 0 for none
 * @param seed seed of their choice
 */
public record FeaturizeRequest(
        List<Path> inputs,
        Path output,
        Optional<Integer> atomsPerShard,
        int threads,
        int gradientComponents,
        long seed) {}
