package io.github.gmp.experiments.density;

import io.github.gmp.api.structure.Element;
import io.github.gmp.runtime.config.ConfigTree;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What to fit and where to.
 *
 * @param inputs files of radial densities, or folders of such files
 * @param units keys of the format {@code radial-csv}
 * @param skipped names of densities to leave out
 * @param checks files or folders to compare the densities with
 * @param fitter keys of the fitter
 * @param errors L1 errors of single elements, in the place of the fitter's
 * @param table the file to write
 * @param plots folder for a plot per element
 * @param notes text by key for the table
 * @param threads number of threads
 */
public record DensityFitRequest(
        List<Path> inputs,
        Map<String, Object> units,
        List<String> skipped,
        List<Path> checks,
        ConfigTree fitter,
        Map<Element, Double> errors,
        Path table,
        Optional<Path> plots,
        Map<String, String> notes,
        int threads) {}
