package io.github.gmp.cli;

import io.github.gmp.experiments.evaluate.ElementTable;
import io.github.gmp.experiments.evaluate.ErrorTable;
import io.github.gmp.experiments.evaluate.SetEvaluation;
import io.github.gmp.experiments.evaluate.SpreadTable;
import io.github.gmp.experiments.train.DataReport;
import io.github.gmp.experiments.train.PreparedTraining;
import io.github.gmp.experiments.train.Train;
import io.github.gmp.experiments.train.TrainListener;
import io.github.gmp.experiments.train.TrainPreview;
import io.github.gmp.experiments.train.TrainResult;
import io.github.gmp.experiments.trial.TrialEstimate;
import io.github.gmp.experiments.trial.TrialResult;
import io.github.gmp.runtime.config.ConfigTree;
import io.github.gmp.runtime.dataset.IngestReportText;
import io.github.gmp.runtime.files.RunDirectory;

import java.io.PrintWriter;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What {@code gmp train} says. */
final class TrainText {
    private final PrintWriter out;
    private final Set<String> said = new HashSet<>();

    TrainText(PrintWriter out) {
        this.out = out;
    }

    void preview(PreparedTraining prepared, TrainPreview preview) {
        out.print(ConfigTree.of(prepared.config().resolved(), prepared.baseDirectory())
                .toYaml());
        out.println();
        data(prepared.report());
        warnings(preview.warnings());
        if (!preview.warnings().isEmpty()) {
            out.println();
        }
        estimate(preview.estimate());
        out.println("Nothing was trained (--dry-run).");
    }

    void data(DataReport report) {
        IngestReportText.lines(report.facts()).forEach(out::println);
        out.println();
        report.setTable().text().forEach(out::println);
        out.println();
        IngestReportText.warningLines(report.warnings()).forEach(out::println);
        out.println();
        out.flush();
    }

    void warnings(List<String> warnings) {
        warnings.stream().filter(said::add).forEach(warning -> out.println("WARNING: " + warning));
        out.flush();
    }

    private void estimate(TrialEstimate estimate) {
        IngestReportText.lines(estimate.facts()).forEach(out::println);
        out.println();
        out.flush();
    }

    TrainListener listener(boolean wantsEstimate) {
        return new TrainListener() {
            @Override
            public boolean wantsEstimate() {
                return wantsEstimate;
            }

            @Override
            public void estimated(TrialEstimate estimate) {
                estimate(estimate);
            }

            @Override
            public void warned(String warning) {
                warnings(List.of(warning));
            }
        };
    }

    void outcome(TrainResult outcome, RunDirectory directory) {
        TrialResult result = outcome.result();
        boolean stress = outcome.sets().stream()
                .anyMatch(set -> set.report().errors().all().stress().isPresent());
        ErrorTable table = new ErrorTable("set", stress);
        outcome.sets()
                .forEach(set -> table.add(set.name(), set.report().errors().all()));
        table.table().text().forEach(out::println);
        out.println();
        SetEvaluation judged = outcome.judged();
        ElementTable.of(outcome.sets()).ifPresent(elements -> {
            elements.text().forEach(out::println);
            out.println();
        });
        if (judged.report().errors().byConfigType().size() > 1) {
            new ErrorTable("config_type (" + judged.name() + " set)", stress)
                    .addConfigTypes("", judged.report().errors())
                    .table()
                    .text()
                    .forEach(out::println);
            out.println();
        }
        List<String> spread = SpreadTable.lines(judged.report());
        if (!spread.isEmpty()) {
            out.println("Spread of the committee against its errors on the " + judged.name() + " set");
            spread.forEach(out::println);
            out.println();
        }
        out.printf(
                Locale.ROOT,
                "%d features, %,d parameters, %.3g operations per atom; trained %.1f s, predicts a structure in %.3g ms%n",
                result.features(),
                result.parameters(),
                result.operationsPerAtom(),
                result.times().trainSeconds(),
                1e3 * result.times().predictSecondsPerStructure());
        result.notes().forEach(note -> out.println("note: " + note));
        warnings(outcome.warnings());
        out.println("model: " + directory.file(Train.MODEL));
        out.println("report: " + directory.file(Train.REPORT));
    }
}
