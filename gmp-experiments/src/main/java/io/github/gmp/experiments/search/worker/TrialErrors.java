package io.github.gmp.experiments.search.worker;

import io.github.gmp.runtime.model.ForceMetrics;
import io.github.gmp.runtime.model.Metrics;

import java.util.Optional;

/**
 * Errors on one set, as far as searches look at them.
 *
 * @param energyMae mean absolute error of the energy per structure, eV
 * @param energyMaePerAtom mean absolute error of the energy per atom, eV
 * @param forceMae mean absolute error of the forces, eV/Å, if they were compared
 */
public record TrialErrors(double energyMae, double energyMaePerAtom, Optional<Double> forceMae) {
    /**
     * {@return what searches look at}
     *
     * @param metrics errors on one set
     */
    public static TrialErrors of(Metrics metrics) {
        return new TrialErrors(
                metrics.energyMae(),
                metrics.energyMaePerAtom(),
                metrics.forces().map(ForceMetrics::mae));
    }

    boolean isFinite() {
        return Double.isFinite(energyMae)
                && Double.isFinite(energyMaePerAtom)
                && forceMae.map(Double::isFinite).orElse(true);
    }
}
