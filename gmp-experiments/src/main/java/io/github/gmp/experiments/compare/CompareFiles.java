package io.github.gmp.experiments.compare;

import io.github.gmp.experiments.report.Numbers;
import io.github.gmp.runtime.files.AtomicFile;
import io.github.gmp.runtime.json.Json;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes the results of a comparison and says them in a few lines. */
final class CompareFiles {
    private CompareFiles() {}

    static CompareResult write(ComparedTrials result) {
        Path report = result.folder().resolve("report.html");
        AtomicFile.replace(result.folder().resolve("results.csv"), CompareExport.csv(result));
        AtomicFile.replace(result.folder().resolve("results.json"), Json.text(CompareDocument.of(result)));
        AtomicFile.replace(report, new ComparePage(result).html());
        List<String> failures = result.failures().stream()
                .map(failure -> failure.descriptor() + " + " + failure.regressor() + ", seed " + failure.seed() + ": "
                        + failure.message())
                .toList();
        return new CompareResult(
                lines(result),
                report,
                result.outcomes().size(),
                result.planned(),
                result.reused(),
                failures,
                result.outcomes().stream().map(CompareResult.Trial::of).toList());
    }

    private static List<String> lines(ComparedTrials result) {
        CompareTables tables = new CompareTables(result);
        int seeds = result.config().seeds().size();
        List<String> lines = new ArrayList<>();
        lines.add(result.config().name() + ": " + result.data().words());
        result.data()
                .energyDeviation()
                .ifPresent(deviation -> lines.add("energies vary by "
                        + Numbers.significant(deviation * CompareTables.MILLI) + " meV (standard deviation)"));
        lines.add("");
        lines.add(
                "Errors (" + (seeds > 1 ? "mean ± standard deviation over " + seeds + " seeds; " : "") + "* smallest)");
        lines.addAll(tables.errorsOnly().text());
        lines.add("");
        lines.add("Cost (one thread; energy: from coordinates, features included)");
        lines.addAll(tables.costs(true).text());
        lines.add("");
        lines.addAll(ComparePage.missingPromises(result.subjects()));
        result.warnings().forEach(warning -> lines.add("note: " + warning));
        return lines;
    }
}
