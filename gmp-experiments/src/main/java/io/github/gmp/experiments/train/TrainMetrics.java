package io.github.gmp.experiments.train;

import io.github.gmp.experiments.trial.TrialResult;
import io.github.gmp.runtime.model.MetricsJson;

import java.util.LinkedHashMap;
import java.util.Map;

/** The content of {@code metrics.json}. */
final class TrainMetrics {
    private TrainMetrics() {}

    static Map<String, Object> of(TrainOutcome outcome) {
        TrialResult result = outcome.result();
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("units", MetricsJson.UNITS);
        map.put("features", result.features());
        map.put("parameters", result.parameters());
        map.put("operationsPerAtom", result.operationsPerAtom());
        outcome.sets()
                .forEach(set -> map.put(
                        set.name().equals("training") ? "train" : set.name(),
                        set.report().toMap()));
        Map<String, Object> times = new LinkedHashMap<>();
        times.put("featurizePerStructure", result.times().featurizeSecondsPerStructure());
        times.put("predictPerStructure", result.times().predictSecondsPerStructure());
        times.put("train", result.times().trainSeconds());
        map.put("times", times);
        map.put("epochs", result.history().size());
        map.put("stopped", outcome.stopped());
        map.put("notes", result.notes());
        map.put("warnings", outcome.warnings());
        map.put("data", outcome.prepared().report().toMap());
        map.put("provenance", outcome.provenance().toMap());
        return map;
    }
}
