package io.github.gmp.runtime.model;

import io.github.gmp.runtime.json.Json;

import java.util.Map;
import java.util.Optional;

/** Metrics in the documents of models, in eV, eV/Å and eV/Å³. */
final class MetricsJson {
    private MetricsJson() {}

    /**
     * {@return the same by name}
     *
     * @param metrics metrics
     */
    static Map<String, Object> toMap(Metrics metrics) {
        return Json.plain(MetricsDocument.of(metrics));
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
