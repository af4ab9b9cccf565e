package io.github.gmp.runtime.model;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Metrics as plain data, in eV, eV/Å and eV/Å³. */
public final class MetricsJson {
    /** The units of files with metrics. */
    public static final String UNITS = "eV, eV/atom, eV/Å, eV/Å³, s";

    private MetricsJson() {}

    /**
     * {@return the same by name}
     *
     * @param metrics metrics
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
        metrics.stress().ifPresent(stress -> {
            map.put("stressMae", stress.mae());
            map.put("stressRmse", stress.rmse());
        });
        return map;
    }

    /**
     * {@return those on all structures by name, and the groups}
     *
     * @param errors errors
     */
    public static Map<String, Object> toMap(GroupedErrors errors) {
        Map<String, Object> map = new LinkedHashMap<>(toMap(errors.all()));
        Map<String, Object> types = new LinkedHashMap<>();
        errors.byConfigType().forEach((type, metrics) -> types.put(type, toMap(metrics)));
        map.put("byConfigType", types);
        Map<String, Object> elements = new LinkedHashMap<>();
        errors.forcesByElement()
                .forEach((element, forces) -> elements.put(
                        element.symbol(), new TreeMap<>(Map.of("forceMae", forces.mae(), "forceRmse", forces.rmse()))));
        map.put("forcesByElement", elements);
        return map;
    }

    static Metrics fromJson(JsonObject json) {
        Optional<ForceMetrics> forces = json.has("forceMae")
                ? Optional.of(new ForceMetrics(json.number("forceMae"), json.number("forceRmse")))
                : Optional.empty();
        Optional<StressMetrics> stress = json.has("stressMae")
                ? Optional.of(new StressMetrics(json.number("stressMae"), json.number("stressRmse")))
                : Optional.empty();
        return new Metrics(
                (int) json.whole("structures"),
                json.number("energyMae"),
                json.number("energyRmse"),
                json.number("energyMaePerAtom"),
                json.number("energyRmsePerAtom"),
                forces,
                stress);
    }
}
