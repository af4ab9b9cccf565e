package io.github.gmp.runtime.model;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Metrics as documents have them, in eV, eV/Å and eV/Å³, see {@link Metrics}.
 *
 * @param energyMae mean absolute error of the energy per structure
 * @param energyMaePerAtom mean absolute error of the energy per atom
 * @param energyRmse root of the mean squared error of the energy per structure
 * @param energyRmsePerAtom root of the mean squared error of the energy per atom
 * @param forceMae mean absolute error of the forces, where they were compared
 * @param forceRmse root of the mean squared error of the forces, where they were compared
 * @param stressMae mean absolute error of the stress, where it was compared
 * @param stressRmse root of the mean squared error of the stress, where it was compared
 * @param structures number of structures
 */
public record MetricsDocument(
        double energyMae,
        double energyMaePerAtom,
        double energyRmse,
        double energyRmsePerAtom,
        OptionalDouble forceMae,
        OptionalDouble forceRmse,
        OptionalDouble stressMae,
        OptionalDouble stressRmse,
        int structures) {
    /**
     * Checks that both errors of forces or stress are there, or none.
     *
     * @throws IllegalArgumentException if one is alone
     */
    public MetricsDocument {
        if (forceMae.isPresent() != forceRmse.isPresent() || stressMae.isPresent() != stressRmse.isPresent()) {
            throw new IllegalArgumentException("one of two errors of the forces or the stress is absent");
        }
    }

    /**
     * {@return the document}
     *
     * @param metrics metrics
     */
    public static MetricsDocument of(Metrics metrics) {
        Optional<ForceMetrics> forces = metrics.forces();
        Optional<StressMetrics> stress = metrics.stress();
        return new MetricsDocument(
                metrics.energyMae(),
                metrics.energyMaePerAtom(),
                metrics.energyRmse(),
                metrics.energyRmsePerAtom(),
                optional(forces.map(ForceMetrics::mae)),
                optional(forces.map(ForceMetrics::rmse)),
                optional(stress.map(StressMetrics::mae)),
                optional(stress.map(StressMetrics::rmse)),
                metrics.structures());
    }

    private static OptionalDouble optional(Optional<Double> value) {
        return value.map(OptionalDouble::of).orElse(OptionalDouble.empty());
    }

    /** {@return the metrics} */
    public Metrics metrics() {
        return new Metrics(
                structures,
                energyMae,
                energyRmse,
                energyMaePerAtom,
                energyRmsePerAtom,
                forceMae.isPresent()
                        ? Optional.of(new ForceMetrics(forceMae.getAsDouble(), forceRmse.getAsDouble()))
                        : Optional.empty(),
                stressMae.isPresent()
                        ? Optional.of(new StressMetrics(stressMae.getAsDouble(), stressRmse.getAsDouble()))
                        : Optional.empty());
    }
}
