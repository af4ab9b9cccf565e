package io.github.gmp.experiments.compare;

import static io.github.gmp.experiments.compare.CompareTables.MILLI;

import io.github.gmp.experiments.report.ChartException;
import io.github.gmp.experiments.report.ChartRenderer;
import io.github.gmp.experiments.report.Numbers;
import io.github.gmp.experiments.report.ReportPage;
import io.github.gmp.experiments.report.ReportPage.Figure;
import io.github.gmp.runtime.config.ConfigTree;
import io.github.gmp.runtime.dataset.SplitConfig;
import io.github.gmp.runtime.features.MissingPromises;
import io.github.gmp.runtime.model.Provenance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** The page {@code report.html} of a comparison. */
final class ComparePage {
    private final ComparedTrials result;
    private final CompareTables tables;
    private final ComparePlots plots;
    private final List<PairSummary> rows;

    ComparePage(ComparedTrials result) {
        this.result = result;
        this.tables = new CompareTables(result);
        this.plots = new ComparePlots(result);
        this.rows = result.summaries();
    }

    String html() {
        ReportPage page = new ReportPage(result.config().name(), lead());
        if (!result.isComplete()) {
            page.notice(List.of("Unfinished: " + result.outcomes().size() + " of " + result.planned()
                    + " trials. Run the same command again to go on."));
        }
        page.section("Results").paragraph(best());
        List<String> promises = missingPromises(result.subjects());
        if (!promises.isEmpty()) {
            page.notice(promises);
        }
        page.table(tables.main(), mainCaption());
        figures(page);
        page.section("Descriptors").table(tables.subjects(), "As the descriptors declare themselves.");
        page.section("Cost")
                .table(
                        tables.costs(false),
                        "Processor time of one thread after a warm-up, nothing from a cache, the fastest of the seeds;"
                                + " energy: from coordinates to energy, features included. kflop: floating-point"
                                + " operations of one energy per atom in thousands, by a model that is the same on"
                                + " every machine.");
        page.section("Data").facts(dataFacts());
        List<String> notes = notes();
        if (!notes.isEmpty()) {
            page.section("Notes and warnings").list(notes);
        }
        page.section("All errors")
                .table(
                        tables.details(),
                        "Mean ± standard deviation over the seeds; the smallest of each column marked.");
        page.section("How to get this again").facts(runFacts());
        page.folded(
                "The configuration with all defaults filled in",
                ConfigTree.of(result.resolved(), result.folder()).toYaml());
        return page.html();
    }

    private String lead() {
        String description = result.config().description().strip();
        int seeds = result.config().seeds().size();
        return (description.isEmpty() ? "" : description + " ") + rows.size() + " combinations of descriptor and"
                + " regressor, each trained with " + seeds + (seeds == 1 ? " seed" : " seeds") + " on the same "
                + result.data().words() + ".";
    }

    private String best() {
        PairSummary best = rows.stream()
                .min(Comparator.comparingDouble(row -> row.judgedMae().mean()))
                .orElseThrow();
        Statistic mae = best.judgedMae().times(MILLI);
        String spread = mae.count() > 1
                ? Numbers.meanAndDeviation(mae.mean(), mae.deviation())
                : Numbers.significant(mae.mean());
        StringBuilder text = new StringBuilder("Smallest " + tables.judged() + " MAE of the energy: "
                + best.combination().label() + " with " + spread + " meV.");
        result.data().energyDeviation().ifPresent(deviation -> text.append(
                        " For scale: the energies themselves vary by ")
                .append(Numbers.significant(deviation * MILLI))
                .append(" meV (standard deviation), and chemical accuracy is 43 meV."));
        return text.toString();
    }

    /** What descriptors do not promise must be said wherever their results are shown. */
    static List<String> missingPromises(List<Subject> subjects) {
        return MissingPromises.texts(
                names(subjects, subject -> !subject.rotationInvariant()),
                names(subjects, subject -> !subject.smoothAtCutoff()));
    }

    private static List<String> names(List<Subject> subjects, Predicate<Subject> which) {
        return subjects.stream().filter(which).map(Subject::name).toList();
    }

    private String mainCaption() {
        int seeds = result.config().seeds().size();
        String spread = seeds > 1 ? "Mean ± standard deviation over " + seeds + " seeds. " : "One seed. ";
        return spread + "Energies are errors of the total energy of a structure; the smallest value of a column is"
                + " marked. Time: from coordinates to energy on one thread, see Cost. Pareto front: no other row is both"
                + " faster and more accurate.";
    }

    private void figures(ReportPage page) {
        page.section("Plots");
        ChartRenderer renderer = new ChartRenderer(620, 420, false);
        List<Figure> figures = new ArrayList<>();
        List<Figure> sweeps = new ArrayList<>();
        try {
            figures.add(new Figure(
                    "Error against number of features",
                    renderer.svg(plots.errorAgainstFeatures()),
                    "Error bars: standard deviation over the seeds."));
            figures.add(new Figure(
                    "Error against time per structure",
                    renderer.svg(plots.errorAgainstTime()),
                    "One thread, from coordinates to energy. Dashed: the Pareto front."));
            plots.learningCurves()
                    .ifPresent(chart -> figures.add(new Figure(
                            "Learning curves",
                            renderer.svg(chart),
                            "Mean over the seeds. Regressors that are solved directly have no curve.")));
            // Lines of their own need a legend of their own.
            ChartRenderer withLegend = new ChartRenderer(620, 480, true);
            new SweepCharts(rows, tables.judged())
                    .charts()
                    .forEach((heading, chart) -> sweeps.add(new Figure(
                            heading,
                            withLegend.svg(chart),
                            "Each line: combinations that differ in this alone. Error bars: standard deviation over"
                                    + " the seeds.")));
        } catch (ChartException e) {
            page.notice(List.of("The plots are missing: " + e.getMessage()
                    + ". On Linux the packages fontconfig and fonts-dejavu-core are what it needs. All numbers are in"
                    + " the tables and in results.json."));
            return;
        }
        page.legend(plots.legend()).figures(figures);
        if (!sweeps.isEmpty()) {
            page.section("Sweeps").figures(sweeps);
        }
    }

    private Map<String, String> dataFacts() {
        DataSummary data = result.data();
        SplitConfig split = result.config().data().split();
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("files", String.join(", ", data.files()));
        facts.put("structures", Numbers.count(data.structures()) + " read");
        facts.put(
                "split",
                data.train() + " training, " + data.validation() + " validation, " + data.test()
                        + " test; shuffled with seed " + split.seed()
                        + split.group()
                                .map(group -> "; frames of equal '" + group + "' stay together")
                                .orElse(""));
        facts.put("elements", String.join(" ", data.elements()));
        facts.put(
                "atoms per structure",
                data.fewestAtoms() == data.mostAtoms()
                        ? String.valueOf(data.fewestAtoms())
                        : data.fewestAtoms() + " to " + data.mostAtoms());
        facts.put("periodic", data.periodic() ? "yes" : "no");
        facts.put("forces", data.forces() ? "in every structure" : "not in every structure");
        List<String> keys = new ArrayList<>();
        data.labelKeys().forEach((label, key) -> keys.add(label + " from '" + key + "'"));
        if (!keys.isEmpty()) {
            facts.put("labels", String.join(", ", keys));
        }
        facts.put("SHA-256 of the contents", data.hash());
        return facts;
    }

    private List<String> notes() {
        Set<String> notes = new LinkedHashSet<>(result.warnings());
        result.failures()
                .forEach(failure -> notes.add("Failed: " + failure.descriptor() + " + " + failure.regressor()
                        + ", seed " + failure.seed() + ": " + failure.message()));
        // The same remark on several combinations is one remark.
        Map<String, Set<String>> labels = new LinkedHashMap<>();
        for (PairSummary row : rows) {
            for (ComparedTrial outcome : row.outcomes()) {
                outcome.notes().forEach(note -> labels.computeIfAbsent(note, n -> new LinkedHashSet<>())
                        .add(row.combination().label()));
            }
        }
        labels.forEach((note, rowLabels) ->
                notes.add((rowLabels.size() == rows.size() && rows.size() > 1 ? "All" : String.join(", ", rowLabels))
                        + ": " + note));
        return List.copyOf(notes);
    }

    private Map<String, String> runFacts() {
        Provenance provenance = result.provenance();
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("command", result.command());
        facts.put("finished", provenance.createdAt());
        facts.put("GMP", provenance.gmpVersion());
        List<String> plugins = new ArrayList<>();
        provenance.plugins().forEach((name, version) -> plugins.add(name + " " + version));
        facts.put("plugins", String.join(", ", plugins));
        facts.put("Java", provenance.java());
        facts.put("system", provenance.system() + "; " + result.threads() + " threads used");
        facts.put("kernel", provenance.kernel());
        facts.put("seeds", result.config().seeds().toString());
        facts.put("SHA-256 of the configuration", provenance.configurationHash());
        facts.put(
                "trials",
                result.outcomes().size() + " of " + result.planned() + " finished"
                        + (result.reused() > 0 ? ", " + result.reused() + " of them by an earlier run" : ""));
        facts.put(
                "reproducible",
                "errors are the same bit for bit on the same machine and Java for any number of threads; times are not");
        return facts;
    }
}
