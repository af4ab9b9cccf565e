package io.github.gmp.experiments.model;

import io.github.gmp.experiments.trial.ForceMetrics;
import io.github.gmp.experiments.trial.Metrics;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Metrics as plain data, in eV and eV/Å. */
public final class MetricsJson {
    private MetricsJson() {}

    /**
     * @param metrics metrics
     * @return the same by name
     */
    public static Map<String, Object> toMap(Metrics metrics) {
        Map<String, Object> map = new TreeMap<>();
        map.put("structures", metrics.structures());
        map.put("energyMae", metrics.energyMae());
        map.put("energyRmse", metrics.energyRmse());
        map.put("energyMaePerAtom", metrics.energyMaePerAtom());
        map.put("energyRmsePerAtom", metrics.energyRmsePerAtom());
        metrics.forces().ifPresent(forces -> {
            map.put("forceMae", forces.mae());
            map.put("forceRmse", forces.rmse());
        });
        return map;
    }

    static Metrics fromJson(JsonObject json) {
        Optional<ForceMetrics> forces = json.has("forceMae")
                ? Optional.of(new ForceMetrics(json.number("forceMae"), json.number("forceRmse")))
                : Optional.empty();
        return new Metrics(
                (int) json.whole("structures"),
                json.number("energyMae"),
                json.number("energyRmse"),
                json.number("energyMaePerAtom"),
                json.number("energyRmsePerAtom"),
                forces);
    }
}
