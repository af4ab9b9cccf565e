package io.github.gmp.experiments.search;

import io.github.gmp.experiments.config.ComponentSpecs;
import io.github.gmp.experiments.config.ConfigTree;
import io.github.gmp.experiments.config.MovedFiles;
import io.github.gmp.experiments.files.AtomicFile;
import io.github.gmp.experiments.files.RunDirectory;
import io.github.gmp.experiments.model.Provenance;
import io.github.gmp.experiments.report.Csv;
import io.github.gmp.experiments.report.Numbers;
import io.github.gmp.experiments.report.ReportPage;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a finished search shows: the front as a table, files with all trials, a page, and the elite as configurations to run. */
final class SearchReport {
    private final SearchSession.Prepared prepared;
    private final SearchResult result;
    private final Provenance provenance;
    private final List<String> warnings;

    SearchReport(SearchSession.Prepared prepared, SearchResult result, Provenance provenance, List<String> warnings) {
        this.warnings = List.copyOf(warnings);
        this.prepared = prepared;
        this.result = result;
        this.provenance = provenance;
    }

    /**
     * Writes report.html, trials.csv, pareto.csv, results.json, resolved-config.yaml and the folder elite.
     *
     * @param directory the folder of the run
     */
    void writeTo(RunDirectory directory) {
        AtomicFile.replace(directory.file("trials.csv"), Csv.text(rows(result.trials())));
        AtomicFile.replace(directory.file("pareto.csv"), Csv.text(rows(result.front())));
        AtomicFile.replace(directory.file("results.json"), ComponentSpecs.canonicalJson(results()) + "\n");
        AtomicFile.replace(
                directory.file("resolved-config.yaml"),
                ConfigTree.of(
                                new MovedFiles(prepared.tree().baseDirectory(), directory.path())
                                        .in(prepared.config().resolved()),
                                directory.path())
                        .toYaml());
        new EliteWriter(prepared, result.front()).writeTo(directory);
        AtomicFile.replace(directory.file("report.html"), page());
    }

    /** @return the tables, for terminal and page */
    SearchTables tables() {
        return new SearchTables(result, prepared.space().dimensions().keySet(), "meV" + perAtom());
    }

    private String perAtom() {
        return prepared.config().config().objective() == Objective.ENERGY_MAE_PER_ATOM ? "/atom" : "";
    }

    private List<List<String>> rows(List<SearchTrial> trials) {
        List<List<String>> rows = new ArrayList<>();
        List<String> header = new ArrayList<>(List.of(
                "trial",
                "status",
                "validation_error_eV",
                "test_error_eV",
                "operations_per_atom",
                "features",
                "parameters",
                "predict_seconds_per_structure",
                "trial_seconds"));
        header.addAll(prepared.space().dimensions().keySet());
        header.add("candidate");
        rows.add(header);
        for (SearchTrial trial : trials) {
            Optional<TrialOutcome> outcome = trial.outcome();
            List<String> row = new ArrayList<>();
            row.add(String.valueOf(trial.number()));
            row.add(trial.failure().map(reason -> "failed: " + reason).orElse("finished"));
            row.add(outcome.map(o -> String.valueOf(o.error())).orElse(""));
            row.add(outcome.flatMap(TrialOutcome::testError)
                    .map(String::valueOf)
                    .orElse(""));
            row.add(outcome.map(o -> String.valueOf(o.operationsPerAtom())).orElse(""));
            row.add(outcome.map(o -> String.valueOf(o.features())).orElse(""));
            row.add(outcome.map(o -> String.valueOf(o.parameters())).orElse(""));
            row.add(outcome.map(o -> String.valueOf(o.predictSeconds())).orElse(""));
            row.add(outcome.map(o -> Numbers.fixed(o.seconds(), 3)).orElse(""));
            trial.candidate().values().values().forEach(value -> row.add(String.valueOf(value)));
            row.add(trial.candidate().hash());
            rows.add(row);
        }
        return rows;
    }

    private Map<String, Object> results() {
        Map<String, Object> results = new TreeMap<>();
        results.put("configuration", prepared.config().resolved());
        results.put("provenance", provenance.toMap());
        results.put("hypervolume", result.hypervolumes());
        results.put("pareto", result.front().stream().map(SearchReport::json).toList());
        results.put(
                "references",
                result.references().stream()
                        .map(reference -> {
                            Map<String, Object> map = json(reference.trial());
                            map.put("name", reference.name());
                            return map;
                        })
                        .toList());
        results.put("trials", result.trials().stream().map(SearchReport::json).toList());
        return results;
    }

    private static Map<String, Object> json(SearchTrial trial) {
        Map<String, Object> map = new TreeMap<>();
        map.put("trial", trial.number());
        map.put("candidate", trial.candidate().hash());
        map.put("values", trial.candidate().values());
        trial.failure().ifPresent(reason -> map.put("failure", reason));
        trial.outcome().ifPresent(outcome -> {
            map.put("features", outcome.features());
            map.put("parameters", outcome.parameters());
            map.put("errorEv", outcome.error());
            outcome.testError().ifPresent(error -> map.put("testErrorEv", error));
            map.put("operationsPerAtom", outcome.operationsPerAtom());
        });
        return map;
    }

    private String page() {
        SearchConfig config = prepared.config().config();
        ReportPage page = new ReportPage(
                "Search: " + config.name(),
                result.trials().size() + " candidates tried by "
                        + (config.algorithm() == Algorithm.NSGA2 ? "NSGA-II" : "random search") + ", judged by the "
                        + config.objective().toString().replace('-', ' ').replace("mae", "MAE")
                        + " on " + prepared.data().validation().size()
                        + " validation structures and by their cost per atom.");
        if (!warnings.isEmpty()) {
            page.notice(warnings);
        }
        page.section("Best error at every cost")
                .table(
                        tables().front(),
                        "Candidates that no other beats in both validation error and cost. The test error was looked at"
                                + " by nobody during the search. A kflop is a thousand floating-point operations by the"
                                + " components' own count; it is the cost that was searched. ms/structure is what a"
                                + " prediction took on this machine, beside whatever else it did.");
        SearchCharts charts = new SearchCharts(result, "meV" + perAtom());
        page.figures(charts.figures());
        if (!result.references().isEmpty()) {
            page.section("Against hand-picked pairs")
                    .table(
                            tables().references(),
                            "The same data, the same rule for seeds. 'Beaten by' names the candidate with the lowest"
                                    + " validation error among those that cost at most as much, and what it has of the"
                                    + " reference's error and cost.");
        }
        page.section("The space").facts(space());
        long failed = result.trials().size() - result.finished().size();
        if (failed > 0) {
            page.section("Failures")
                    .list(result.trials().stream()
                            .filter(t -> t.failure().isPresent())
                            .map(t -> "trial " + t.number() + ": " + t.failure().orElseThrow())
                            .toList());
        }
        page.section("To repeat it").facts(facts());
        page.folded(
                "Resolved configuration",
                ConfigTree.of(prepared.config().resolved(), Path.of("")).toYaml());
        return page.html();
    }

    private Map<String, String> space() {
        Map<String, String> facts = new LinkedHashMap<>();
        prepared.space().dimensions().forEach((path, dimension) -> facts.put(path, dimension.describe()));
        return facts;
    }

    private Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(
                "Data",
                prepared.data().train().size() + " training, "
                        + prepared.data().validation().size()
                        + " validation, " + prepared.data().test().size() + " test structures, SHA-256 "
                        + provenance.dataHash());
        facts.put("Configuration", "SHA-256 " + provenance.configurationHash());
        facts.put("Seed", String.valueOf(provenance.seed()));
        facts.put("GMP", provenance.gmpVersion());
        provenance.plugins().forEach((name, version) -> facts.put("Plugin " + name, version));
        facts.put("Java", provenance.java());
        facts.put("System", provenance.system());
        facts.put("Kernel", provenance.kernel());
        facts.put("Time", provenance.createdAt());
        return facts;
    }
}
