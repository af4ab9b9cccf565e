package io.github.gmp.experiments.compare;

import static io.github.gmp.experiments.compare.CompareTables.MICRO;
import static io.github.gmp.experiments.compare.CompareTables.MILLI;

import io.github.gmp.experiments.report.Csv;
import io.github.gmp.experiments.trial.TrialTimes;
import io.github.gmp.runtime.files.PlainJson;
import io.github.gmp.runtime.model.ForceMetrics;
import io.github.gmp.runtime.model.Metrics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Results for programs: {@code results.csv} with a row per trial, {@code results.json} with everything. */
final class CompareExport {
    private static final List<String> ERRORS = List.of(
            "mae_meV",
            "rmse_meV",
            "mae_meV_per_atom",
            "rmse_meV_per_atom",
            "force_mae_meV_per_angstrom",
            "force_rmse_meV_per_angstrom");

    private CompareExport() {}

    static String csv(ComparisonResult result) {
        List<String> header = new ArrayList<>(
                List.of("descriptor", "regressor", "seed", "features", "parameters", "flop_per_atom", "epochs"));
        for (String set : List.of("train", "validation", "test")) {
            ERRORS.forEach(error -> header.add(set + "_" + error));
        }
        header.addAll(List.of(
                "featurize_ms_per_structure",
                "featurize_us_per_atom",
                "predict_ms_per_structure",
                "predict_us_per_atom",
                "train_s"));
        List<List<String>> rows = new ArrayList<>();
        rows.add(header);
        result.outcomes().forEach(outcome -> rows.add(row(outcome)));
        return Csv.text(rows);
    }

    private static List<String> row(ComparedTrial outcome) {
        List<String> row = new ArrayList<>(List.of(
                outcome.descriptor(),
                outcome.regressor(),
                Long.toString(outcome.seed()),
                Integer.toString(outcome.features()),
                Long.toString(outcome.parameters()),
                Double.toString(outcome.operationsPerAtom()),
                Integer.toString(outcome.history().size())));
        addErrors(row, Optional.of(outcome.train()));
        addErrors(row, Optional.of(outcome.validation()));
        addErrors(row, outcome.test());
        TrialTimes times = outcome.times();
        row.add(Double.toString(times.featurizeSecondsPerStructure() * MILLI));
        row.add(Double.toString(times.featurizeSecondsPerAtom() * MICRO));
        row.add(Double.toString(times.predictSecondsPerStructure() * MILLI));
        row.add(Double.toString(times.predictSecondsPerAtom() * MICRO));
        row.add(Double.toString(times.trainSeconds()));
        return row;
    }

    private static void addErrors(List<String> row, Optional<Metrics> metrics) {
        Optional<ForceMetrics> forces = metrics.flatMap(Metrics::forces);
        row.add(metrics.map(m -> milli(m.energyMae())).orElse(""));
        row.add(metrics.map(m -> milli(m.energyRmse())).orElse(""));
        row.add(metrics.map(m -> milli(m.energyMaePerAtom())).orElse(""));
        row.add(metrics.map(m -> milli(m.energyRmsePerAtom())).orElse(""));
        row.add(forces.map(f -> milli(f.mae())).orElse(""));
        row.add(forces.map(f -> milli(f.rmse())).orElse(""));
    }

    private static String milli(double value) {
        return Double.toString(value * MILLI);
    }

    /**
     * Everything. Trials, summary and data are the same for the same configuration, data, seeds and versions, whatever the number of
     * threads; {@code times} and {@code run} are not.
     */
    static String json(ComparisonResult result) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("format", "gmp-compare-1");
        json.put("name", result.config().name());
        json.put("description", result.config().description());
        json.put("units", Map.of("energy", "eV", "force", "eV/angstrom", "time", "s"));
        json.put("data", data(result.data()));
        json.put(
                "descriptors",
                result.subjects().stream().map(CompareExport::subject).toList());
        json.put(
                "summary",
                result.summaries().stream().map(CompareExport::summary).toList());
        json.put(
                "trials",
                result.outcomes().stream().map(TrialJson::reproducible).toList());
        json.put(
                "failures",
                result.failures().stream().map(CompareExport::failure).toList());
        json.put("configuration", result.resolved());
        json.put("times", times(result));
        json.put("run", run(result));
        return PlainJson.text(json);
    }

    private static Map<String, Object> data(DataSummary data) {
        Map<String, Object> map = new TreeMap<>();
        map.put("structures", data.structures());
        map.put("train", data.train());
        map.put("validation", data.validation());
        map.put("test", data.test());
        map.put("elements", data.elements());
        map.put("labelKeys", data.labelKeys());
        map.put("sha256", data.hash());
        return map;
    }

    private static Map<String, Object> subject(Subject subject) {
        Map<String, Object> map = new TreeMap<>();
        map.put("name", subject.name());
        map.put("type", subject.type());
        map.put("features", subject.features());
        map.put("cutoff", subject.cutoff());
        map.put("rotationInvariant", subject.rotationInvariant());
        map.put("smoothAtCutoff", subject.smoothAtCutoff());
        return map;
    }

    private static Map<String, Object> summary(PairSummary row) {
        Map<String, Object> map = new TreeMap<>();
        map.put("descriptor", row.combination().descriptor().name());
        map.put("regressor", row.combination().regressor().name());
        map.put("features", row.features());
        map.put("parameters", row.parameters());
        map.put("operationsPerAtom", row.operationsPerAtom());
        map.put("judgedEnergyMae", statistic(row.judgedMae()));
        row.forceMae(ComparedTrial::judged).ifPresent(mae -> map.put("judgedForceMae", statistic(mae)));
        return map;
    }

    private static Map<String, Object> statistic(Statistic statistic) {
        return new TreeMap<>(
                Map.of("mean", statistic.mean(), "deviation", statistic.deviation(), "count", statistic.count()));
    }

    private static Map<String, Object> failure(ComparisonResult.FailedTrial failure) {
        Map<String, Object> map = new TreeMap<>();
        map.put("descriptor", failure.descriptor());
        map.put("regressor", failure.regressor());
        map.put("seed", failure.seed());
        map.put("message", failure.message());
        return map;
    }

    private static Map<String, Object> times(ComparisonResult result) {
        Map<String, Object> map = new TreeMap<>();
        map.put(
                "trials",
                result.outcomes().stream()
                        .map(outcome -> {
                            Map<String, Object> times = TrialJson.toMap(outcome.times());
                            times.put("descriptor", outcome.descriptor());
                            times.put("regressor", outcome.regressor());
                            times.put("seed", outcome.seed());
                            return times;
                        })
                        .toList());
        map.put(
                "paretoFront",
                ComparePlots.front(result.summaries()).stream()
                        .map(row -> row.combination().label())
                        .toList());
        return map;
    }

    private static Map<String, Object> run(ComparisonResult result) {
        Map<String, Object> map = new TreeMap<>();
        map.put("provenance", result.provenance());
        map.put("command", result.command());
        map.put("threads", result.threads());
        map.put("reusedTrials", result.reused());
        map.put("plannedTrials", result.planned());
        map.put("files", result.data().files());
        map.put("warnings", result.warnings());
        return map;
    }
}
