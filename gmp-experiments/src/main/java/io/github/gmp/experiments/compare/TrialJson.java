package io.github.gmp.experiments.compare;

import io.github.gmp.api.model.EpochRecord;
import io.github.gmp.experiments.trial.TrialTimes;
import io.github.gmp.runtime.model.ForceMetrics;
import io.github.gmp.runtime.model.Metrics;
import io.github.gmp.runtime.model.StressMetrics;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** Outcomes of trials as plain data, in eV, eV/Å and seconds; numbers that are not finite as text. */
final class TrialJson {
    private TrialJson() {}

    /** What is the same every time for the same configuration, data and seed. */
    static Map<String, Object> reproducible(ComparedTrial outcome) {
        Map<String, Object> errors = new TreeMap<>();
        errors.put("train", toMap(outcome.train()));
        errors.put("validation", toMap(outcome.validation()));
        outcome.test().ifPresent(test -> errors.put("test", toMap(test)));
        Map<String, Object> map = new TreeMap<>();
        map.put("descriptor", outcome.descriptor());
        map.put("regressor", outcome.regressor());
        map.put("seed", outcome.seed());
        map.put("features", (long) outcome.features());
        map.put("parameters", outcome.parameters());
        map.put("operationsPerAtom", number(outcome.operationsPerAtom()));
        map.put("errors", errors);
        map.put("history", outcome.history().stream().map(TrialJson::toMap).toList());
        map.put("notes", outcome.notes());
        return map;
    }

    /** What was measured with a clock. */
    static Map<String, Object> toMap(TrialTimes times) {
        Map<String, Object> map = new TreeMap<>();
        map.put("featurizeSecondsPerStructure", times.featurizeSecondsPerStructure());
        map.put("featurizeSecondsPerAtom", times.featurizeSecondsPerAtom());
        map.put("predictSecondsPerStructure", times.predictSecondsPerStructure());
        map.put("predictSecondsPerAtom", times.predictSecondsPerAtom());
        map.put("trainSeconds", times.trainSeconds());
        return map;
    }

    static Map<String, Object> toMap(ComparedTrial outcome) {
        Map<String, Object> map = new TreeMap<>(reproducible(outcome));
        map.put("times", toMap(outcome.times()));
        return map;
    }

    /** @throws RuntimeException if the data are not what {@link #toMap(ComparedTrial)} makes */
    static ComparedTrial fromMap(Map<?, ?> map) {
        Map<?, ?> errors = (Map<?, ?>) map.get("errors");
        Map<?, ?> times = (Map<?, ?>) map.get("times");
        return new ComparedTrial(
                (String) map.get("descriptor"),
                (String) map.get("regressor"),
                (Long) map.get("seed"),
                Math.toIntExact((Long) map.get("features")),
                (Long) map.get("parameters"),
                number(map, "operationsPerAtom"),
                metrics((Map<?, ?>) errors.get("train")),
                metrics((Map<?, ?>) errors.get("validation")),
                Optional.ofNullable((Map<?, ?>) errors.get("test")).map(TrialJson::metrics),
                new TrialTimes(
                        number(times, "featurizeSecondsPerStructure"),
                        number(times, "featurizeSecondsPerAtom"),
                        number(times, "predictSecondsPerStructure"),
                        number(times, "predictSecondsPerAtom"),
                        number(times, "trainSeconds")),
                ((List<?>) map.get("history"))
                        .stream().map(item -> epoch((Map<?, ?>) item)).toList(),
                ((List<?>) map.get("notes")).stream().map(String.class::cast).toList());
    }

    static Map<String, Object> toMap(Metrics metrics) {
        Map<String, Object> map = new TreeMap<>();
        map.put("structures", (long) metrics.structures());
        map.put("energyMae", number(metrics.energyMae()));
        map.put("energyRmse", number(metrics.energyRmse()));
        map.put("energyMaePerAtom", number(metrics.energyMaePerAtom()));
        map.put("energyRmsePerAtom", number(metrics.energyRmsePerAtom()));
        metrics.forces().ifPresent(forces -> {
            map.put("forceMae", number(forces.mae()));
            map.put("forceRmse", number(forces.rmse()));
        });
        metrics.stress().ifPresent(stress -> {
            map.put("stressMae", number(stress.mae()));
            map.put("stressRmse", number(stress.rmse()));
        });
        return map;
    }

    private static Metrics metrics(Map<?, ?> map) {
        return new Metrics(
                Math.toIntExact((Long) map.get("structures")),
                number(map, "energyMae"),
                number(map, "energyRmse"),
                number(map, "energyMaePerAtom"),
                number(map, "energyRmsePerAtom"),
                map.containsKey("forceMae")
                        ? Optional.of(new ForceMetrics(number(map, "forceMae"), number(map, "forceRmse")))
                        : Optional.empty(),
                map.containsKey("stressMae")
                        ? Optional.of(new StressMetrics(number(map, "stressMae"), number(map, "stressRmse")))
                        : Optional.empty());
    }

    private static Map<String, Object> toMap(EpochRecord epoch) {
        Map<String, Object> map = new TreeMap<>();
        map.put("epoch", (long) epoch.epoch());
        map.put("trainingLoss", number(epoch.trainingLoss()));
        map.put("trainingMae", number(epoch.trainingMae()));
        map.put("validationMae", number(epoch.validationMae()));
        epoch.validationForceMae().ifPresent(mae -> map.put("validationForceMae", number(mae)));
        map.put("learningRate", number(epoch.learningRate()));
        return map;
    }

    private static EpochRecord epoch(Map<?, ?> map) {
        return new EpochRecord(
                Math.toIntExact((Long) map.get("epoch")),
                number(map, "trainingLoss"),
                number(map, "trainingMae"),
                number(map, "validationMae"),
                map.containsKey("validationForceMae")
                        ? OptionalDouble.of(number(map, "validationForceMae"))
                        : OptionalDouble.empty(),
                number(map, "learningRate"));
    }

    private static Object number(double value) {
        return Double.isFinite(value) ? (Object) value : String.valueOf(value);
    }

    private static double number(Map<?, ?> map, String key) {
        Object value = map.get(key);
        return value instanceof String text ? Double.parseDouble(text) : ((Number) value).doubleValue();
    }
}
