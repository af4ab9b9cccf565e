package io.github.gmp.experiments.search.worker;

import io.github.gmp.runtime.model.ForceMetrics;
import io.github.gmp.runtime.model.Metrics;

import java.util.LinkedHashMap;
import java.util.Map;
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

    Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("energyMae", energyMae);
        map.put("energyMaePerAtom", energyMaePerAtom);
        forceMae.ifPresent(mae -> map.put("forceMae", mae));
        return map;
    }

    /** Empty if it is not what {@link #toMap} writes. */
    static Optional<TrialErrors> read(Object node) {
        if (node instanceof Map<?, ?> map
                && map.get("energyMae") instanceof Number mae
                && map.get("energyMaePerAtom") instanceof Number perAtom
                && (!map.containsKey("forceMae") || map.get("forceMae") instanceof Number)) {
            Optional<Double> forces =
                    Optional.ofNullable((Number) map.get("forceMae")).map(Number::doubleValue);
            return Optional.of(new TrialErrors(mae.doubleValue(), perAtom.doubleValue(), forces));
        }
        return Optional.empty();
    }
}
