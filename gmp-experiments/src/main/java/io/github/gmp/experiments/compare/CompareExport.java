package io.github.gmp.experiments.compare;

import static io.github.gmp.experiments.compare.CompareTables.MICRO;
import static io.github.gmp.experiments.compare.CompareTables.MILLI;

import io.github.gmp.experiments.report.Csv;
import io.github.gmp.experiments.trial.TrialTimes;
import io.github.gmp.runtime.model.ForceMetrics;
import io.github.gmp.runtime.model.Metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Results for spreadsheets: {@code results.csv} with a row per trial. */
final class CompareExport {
    private static final List<String> ERRORS = List.of(
            "mae_meV",
            "rmse_meV",
            "mae_meV_per_atom",
            "rmse_meV_per_atom",
            "force_mae_meV_per_angstrom",
            "force_rmse_meV_per_angstrom");

    private CompareExport() {}

    static String csv(ComparedTrials result) {
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
}
