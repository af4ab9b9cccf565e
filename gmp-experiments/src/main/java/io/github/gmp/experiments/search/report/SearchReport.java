package io.github.gmp.experiments.search.report;

import io.github.gmp.experiments.report.Csv;
import io.github.gmp.experiments.report.Numbers;
import io.github.gmp.experiments.report.ReportPage;
import io.github.gmp.experiments.report.Table;
import io.github.gmp.experiments.search.Objective;
import io.github.gmp.experiments.search.SearchConfig;
import io.github.gmp.experiments.search.SearchTrial;
import io.github.gmp.experiments.search.SearchTrials;
import io.github.gmp.experiments.search.halving.RungCorrelation;
import io.github.gmp.experiments.search.journal.ResultsDocument;
import io.github.gmp.experiments.search.journal.SearchFolder;
import io.github.gmp.experiments.search.journal.ThreadUse;
import io.github.gmp.experiments.search.prepare.PreparedSearch;
import io.github.gmp.experiments.search.worker.TrialErrors;
import io.github.gmp.experiments.search.worker.TrialScores;
import io.github.gmp.runtime.config.ComponentSpecs;
import io.github.gmp.runtime.config.ConfigTree;
import io.github.gmp.runtime.files.AtomicFile;
import io.github.gmp.runtime.files.RunDirectory;
import io.github.gmp.runtime.json.Json;
import io.github.gmp.runtime.model.Provenance;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a finished search shows: the front as a table, files with all trials, a page, and the elite as configurations to run. */
public final class SearchReport {
    private final PreparedSearch prepared;
    private final SearchTrials result;
    private final Provenance provenance;
    private final List<String> warnings;

    public SearchReport(PreparedSearch prepared, SearchTrials result, Provenance provenance, List<String> warnings) {
        this.warnings = List.copyOf(warnings);
        this.prepared = prepared;
        this.result = result;
        this.provenance = provenance;
    }

    /**
     * Writes report.html, trials.csv, pareto.csv, the folder elite and, last, results.json, by which a search is known to have come to its
     * end.
     *
     * @param directory the folder of the run
     * @param clock tells the end of the session
     * @return how well threads were used until now, if that is known
     * @throws IOException if the journal cannot be read
     */
    public Optional<ThreadUse> writeTo(RunDirectory directory, Clock clock) throws IOException {
        AtomicFile.replace(directory.file("trials.csv"), Csv.text(rows(result.trials())));
        AtomicFile.replace(directory.file("pareto.csv"), Csv.text(rows(result.front())));
        new EliteWriter(prepared, result.front()).writeTo(directory);
        AtomicFile.replace(directory.file("report.html"), page());
        Optional<ThreadUse> threads = new SearchFolder(directory.path()).threadUse(Optional.of(clock.instant()));
        ResultsDocument results = results(threads.map(ResultsDocument.Threads::of));
        AtomicFile.replace(
                directory.file(SearchFolder.RESULTS), ComponentSpecs.canonicalJson(Json.plain(results)) + "\n");
        return threads;
    }

    /** {@return the tables, for terminal and page} */
    public SearchTables tables() {
        return new SearchTables(result, prepared.space().dimensions().keySet());
    }

    private List<List<String>> rows(List<SearchTrial> trials) {
        List<List<String>> rows = new ArrayList<>();
        List<String> header = new ArrayList<>(List.of("trial", "rung", "status"));
        for (Objective error : result.objectives().errors()) {
            header.add("validation_" + error.column());
            header.add("test_" + error.column());
        }
        header.addAll(List.of(
                "operations_per_atom", "features", "parameters", "predict_seconds_per_structure", "trial_seconds"));
        header.addAll(prepared.space().dimensions().keySet());
        header.add("candidate");
        rows.add(header);
        for (SearchTrial trial : trials) {
            Optional<TrialScores> outcome = trial.outcome();
            List<String> row = new ArrayList<>();
            row.add(String.valueOf(trial.number()));
            row.add(String.valueOf(trial.rung()));
            row.add(trial.failure().map(reason -> "failed: " + reason).orElse("finished"));
            for (Objective error : result.objectives().errors()) {
                row.add(outcome.map(o -> String.valueOf(error.of(o))).orElse(""));
                row.add(outcome.flatMap(TrialScores::test)
                        .flatMap(error::error)
                        .map(String::valueOf)
                        .orElse(""));
            }
            row.add(outcome.map(o -> String.valueOf(o.operationsPerAtom())).orElse(""));
            row.add(outcome.map(o -> String.valueOf(o.features())).orElse(""));
            row.add(outcome.map(o -> String.valueOf(o.parameters())).orElse(""));
            row.add(outcome.map(o -> String.valueOf(o.predictSeconds())).orElse(""));
            row.add(outcome.map(o -> Numbers.fixed(o.seconds(), 3)).orElse(""));
            for (String path : prepared.space().dimensions().keySet()) {
                row.add(Optional.ofNullable(trial.candidate().values().get(path))
                        .map(ConfigTree::flow)
                        .orElse(""));
            }
            row.add(trial.candidate().hash());
            rows.add(row);
        }
        return rows;
    }

    private ResultsDocument results(Optional<ResultsDocument.Threads> threads) {
        return new ResultsDocument(
                prepared.config().resolved(),
                result.hypervolumes(),
                Importance.of(result, prepared.space().dimensions().keySet()).stream()
                        .map(Importance::document)
                        .toList(),
                result.front().stream().map(this::document).toList(),
                provenance,
                result.references().stream()
                        .map(reference -> document(reference.trial()).named(reference.name()))
                        .toList(),
                RungCorrelation.of(result).stream().map(SearchReport::document).toList(),
                threads,
                result.trials().stream().map(this::document).toList(),
                OptionalInt.of(ResultsDocument.VERSION));
    }

    private static ResultsDocument.Rungs document(RungCorrelation correlation) {
        return new ResultsDocument.Rungs(
                correlation.lower(),
                correlation.error().toString(),
                correlation.pairs(),
                correlation.rho(),
                correlation.upper());
    }

    private ResultsDocument.Trial document(SearchTrial trial) {
        Optional<TrialScores> scores = trial.outcome();
        return new ResultsDocument.Trial(
                trial.candidate().hash(),
                trial.failure(),
                scores.map(known -> OptionalInt.of(known.features())).orElse(OptionalInt.empty()),
                Optional.empty(),
                scores.map(known -> OptionalDouble.of(known.operationsPerAtom()))
                        .orElse(OptionalDouble.empty()),
                scores.map(known -> OptionalLong.of(known.parameters())).orElse(OptionalLong.empty()),
                trial.rung(),
                scores.map(known -> errors(known.test())),
                trial.number(),
                scores.map(known -> errors(Optional.of(known.validation()))),
                trial.candidate().values());
    }

    private Map<String, Double> errors(Optional<TrialErrors> set) {
        Map<String, Double> errors = new TreeMap<>();
        for (Objective error : result.objectives().errors()) {
            set.flatMap(error::error).ifPresent(value -> errors.put(error.key(), value));
        }
        return errors;
    }

    private String page() {
        SearchConfig config = prepared.config().config();
        ReportPage page = new ReportPage(
                "Search: " + config.name(),
                result.trials().size() + " trials of " + config.algorithm().title() + ", judged by the "
                        + result.objectives().errors().stream()
                                .map(Objective::words)
                                .collect(Collectors.joining(" and the "))
                        + " on " + prepared.data().validation().size() + " validation structures"
                        + (result.objectives().list().contains(Objective.COST) ? " and by their cost per atom." : "."));
        if (!warnings.isEmpty()) {
            page.notice(warnings);
        }
        page.section("Best error at every cost")
                .table(
                        tables().front(),
                        "Candidates that no other beats in all objectives. The test error was looked at"
                                + " by nobody during the search. A kflop is a thousand floating-point operations by the"
                                + " components' own count; it is the cost that was searched. ms/structure is what a"
                                + " prediction took on this machine, beside whatever else it did.");
        SearchCharts charts = new SearchCharts(result);
        page.figures(charts.figures());
        if (!result.references().isEmpty()) {
            page.section("Against hand-picked pairs")
                    .table(
                            tables().references(),
                            "The same data, the same rule for seeds. 'Beaten by' names the candidate with the lowest"
                                    + " validation error among those that are better in one objective and no worse in"
                                    + " another, and what it has of the reference's.");
        }
        if (prepared.rungs().list().size() > 1) {
            page.section("Rungs")
                    .table(
                            tables().rungs(prepared.rungs().list()),
                            "How well a cheaper trial predicts the order of candidates in a dearer one: Spearman's rank"
                                    + " correlation of the validation error, with the number of candidates and references"
                                    + " tried on both. Only the better ones go on, and among these order is harder to"
                                    + " predict than among all: the correlation over all candidates is larger.");
        }
        Table importance = tables().importance();
        if (!importance.rows().isEmpty()) {
            page.section("What matters")
                    .table(
                            importance,
                            "How much each key alone has to do with the objectives among full trials: the share of the"
                                    + " variance of an objective's ranks that goes with it, ρ² of Spearman's rank"
                                    + " correlation for numbers, η² of Kruskal and Wallis for choices; beside it the share"
                                    + " that a key without any effect has on average. A negative ρ: larger values make"
                                    + " it smaller. A best value in the middle of a range and effects of several keys"
                                    + " together are not seen, and keys that vary together (which they do where an"
                                    + " algorithm prefers some values) share their merits: a random search shows more.");
        }
        page.section("The space").facts(prepared.space().describe());
        if (!result.failed().isEmpty()) {
            page.section("Failures")
                    .list(result.failed().stream()
                            .map(t -> "trial " + t.number() + ": " + t.failure().orElseThrow())
                            .toList());
        }
        page.section("To repeat it").facts(facts());
        page.folded(
                "Resolved configuration",
                ConfigTree.of(prepared.config().resolved(), Path.of("")).toYaml());
        return page.html();
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
