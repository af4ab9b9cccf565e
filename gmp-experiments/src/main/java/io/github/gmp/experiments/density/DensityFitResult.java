package io.github.gmp.experiments.density;

import io.github.gmp.api.multipole.density.FittedDensity;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What came of a run.
 *
 * @param fits the fits, in the order of the periodic table, also those that fell short
 * @param failures elements without a fit, a line each
 * @param planned number of elements
 * @param checks lines on the comparison with other files
 * @param table the file that was written: the wanted one, or a partial one if not all is well; empty if there was nothing to write
 */
public record DensityFitResult(
        List<FittedDensity> fits, List<String> failures, int planned, List<String> checks, Optional<Path> table) {
    /** Copies the lists. */
    public DensityFitResult {
        fits = List.copyOf(fits);
        failures = List.copyOf(failures);
        checks = List.copyOf(checks);
    }

    /** {@return the fits that did not reach what was asked for, a line each} */
    public List<String> shortfalls() {
        return fits.stream()
                .filter(fit -> fit.shortfall().isPresent())
                .map(fit -> fit.data().element().symbol() + " (" + fit.data().origin() + "): "
                        + fit.shortfall().orElseThrow())
                .toList();
    }

    /** {@return whether every element was tried} */
    public boolean finished() {
        return fits.size() + failures.size() == planned;
    }

    /** {@return whether every element has a fit that reached what was asked for} */
    public boolean complete() {
        return fits.size() == planned && shortfalls().isEmpty();
    }
}
