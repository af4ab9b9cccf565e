package io.github.gmp.experiments.compare;

import io.github.gmp.runtime.config.ConfigTree;
import io.github.gmp.runtime.progress.Run;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What to compare, and how.
 *
 * @param configuration a tree that binds to {@link CompareConfig}
 * @param data a file to use in the place of the configured ones
 * @param output where results go; {@code runs/NAME} if absent
 * @param cache the folder of the feature cache; no cache if absent
 * @param firstSeed replaces the configured seeds by as many, counted up from it
 * @param command the command line, for the report
 * @param run threads, progress, and whether to stop: running trials are then given up and those not begun left out
 */
public record CompareRequest(
        ConfigTree configuration,
        Optional<Path> data,
        Optional<Path> output,
        Optional<Path> cache,
        OptionalLong firstSeed,
        String command,
        Run run) {}
