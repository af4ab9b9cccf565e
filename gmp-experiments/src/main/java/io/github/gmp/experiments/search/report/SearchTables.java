package io.github.gmp.experiments.search.report;

import io.github.gmp.experiments.report.Numbers;
import io.github.gmp.experiments.report.Table;
import io.github.gmp.experiments.search.Objective;
import io.github.gmp.experiments.search.Objectives;
import io.github.gmp.experiments.search.ReferenceTrial;
import io.github.gmp.experiments.search.SearchTrial;
import io.github.gmp.experiments.search.SearchTrials;
import io.github.gmp.experiments.search.halving.Rung;
import io.github.gmp.experiments.search.halving.RungCorrelation;
import io.github.gmp.experiments.search.worker.TrialScores;
import io.github.gmp.runtime.config.ConfigTree;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The tables of a search, for terminal and page.
 *
 * @param result what the search came to
 * @param paths the searched keys
 */
public record SearchTables(SearchTrials result, Collection<String> paths) {
    private static final double MILLI = 1000;

    public SearchTables {
        paths = new LinkedHashSet<>(paths);
    }

    /** {@return the candidates that no other beats, ascending in cost} */
    public Table front() {
        List<Table.Column> columns = new ArrayList<>();
        columns.add(new Table.Column("", "trial", true));
        boolean handPicked =
                result.front().stream().anyMatch(trial -> reference(trial).isPresent());
        if (handPicked) {
            columns.add(new Table.Column("", "hand-picked", false));
        }
        columns.addAll(measures());
        for (String path : paths) {
            columns.add(new Table.Column("found", title(path), isNumber(path)));
        }
        List<List<Table.Cell>> rows = new ArrayList<>();
        for (SearchTrial trial : result.front()) {
            List<Table.Cell> row = new ArrayList<>();
            row.add(Table.Cell.of(String.valueOf(trial.number())));
            if (handPicked) {
                row.add(Table.Cell.of(reference(trial).orElse("")));
            }
            row.addAll(measures(trial.result(), true));
            for (String path : paths) {
                Optional<Object> value =
                        Optional.ofNullable(trial.candidate().values().get(path));
                row.add(Table.Cell.of(value.map(SearchTables::text).orElse("")));
            }
            rows.add(row);
        }
        return new Table(columns, rows);
    }

    /** The hand-picked pair that a candidate equals. */
    private Optional<String> reference(SearchTrial trial) {
        return result.references().stream()
                .filter(reference -> reference
                        .trial()
                        .candidate()
                        .hash()
                        .equals(trial.candidate().hash()))
                .map(ReferenceTrial::name)
                .findFirst();
    }

    /** {@return the hand-picked pairs, and for each the best candidate that beats it in both objectives} */
    public Table references() {
        List<Table.Column> columns = new ArrayList<>();
        columns.add(new Table.Column("", "hand-picked", false));
        columns.addAll(measures());
        columns.add(new Table.Column("", "beaten by", false));
        List<List<Table.Cell>> rows = new ArrayList<>();
        for (ReferenceTrial reference : result.references()) {
            List<Table.Cell> row = new ArrayList<>();
            row.add(Table.Cell.of(reference.name()));
            Optional<TrialScores> outcome = reference.trial().outcome();
            if (outcome.isPresent()) {
                row.addAll(measures(outcome.get(), false));
                row.add(Table.Cell.of(beatenBy(outcome.get())));
            } else {
                measures().forEach(column -> row.add(Table.Cell.of("")));
                row.add(Table.Cell.of("failed: " + reference.trial().failure().orElse("")));
            }
            rows.add(row);
        }
        return new Table(columns, rows);
    }

    /**
     * {@return what each rung was, and how well it predicts the next and the full one}
     *
     * @param rungs the rungs of the search
     */
    public Table rungs(List<Rung> rungs) {
        List<Table.Column> columns = new ArrayList<>(List.of(
                new Table.Column("", "rung", true),
                new Table.Column("", "trials", true),
                new Table.Column("", "failed", true),
                new Table.Column("", "s/trial", true)));
        for (Objective error : objectives().errors()) {
            String group = "Spearman's ρ" + (objectives().errors().size() == 1 ? "" : ", " + error.title());
            columns.add(new Table.Column(group, "to the next", true));
            columns.add(new Table.Column(group, "to the full", true));
        }
        columns.add(new Table.Column("", "what is different", false));
        List<RungCorrelation> correlations = RungCorrelation.of(result);
        List<List<Table.Cell>> rows = new ArrayList<>();
        for (Rung rung : rungs) {
            List<SearchTrial> trials = result.trials().stream()
                    .filter(trial -> trial.rung() == rung.number())
                    .toList();
            List<String> row = new ArrayList<>();
            row.add(String.valueOf(rung.number()));
            row.add(String.valueOf(trials.size()));
            row.add(String.valueOf(
                    trials.stream().filter(trial -> trial.failure().isPresent()).count()));
            row.add(
                    trials.stream()
                            .flatMap(trial -> trial.outcome().stream())
                            .mapToDouble(TrialScores::seconds)
                            .average()
                            .stream()
                            .mapToObj(Numbers::significant)
                            .findFirst()
                            .orElse(""));
            for (Objective error : objectives().errors()) {
                row.add(correlation(correlations, rung.number(), rung.number() + 1, error));
                row.add(correlation(correlations, rung.number(), rungs.size(), error));
            }
            row.add(rung.describe());
            rows.add(row.stream().map(Table.Cell::of).toList());
        }
        return new Table(columns, rows);
    }

    /** {@return how much each searched key has to do with the objectives, the most important one first} */
    Table importance() {
        List<Table.Column> columns = new ArrayList<>(List.of(
                new Table.Column("", "key", false),
                new Table.Column("", "of", false),
                new Table.Column("", "trials", true),
                new Table.Column("", "by chance", true)));
        for (Objective objective : objectives().list()) {
            columns.add(new Table.Column(shortName(objective), "share", true));
            columns.add(new Table.Column(shortName(objective), "direction", false));
        }
        List<List<Table.Cell>> rows = new ArrayList<>();
        for (Importance importance : Importance.of(result, paths)) {
            List<Table.Cell> row = new ArrayList<>();
            row.add(Table.Cell.of(title(importance.path())));
            row.add(Table.Cell.of(importance.aspect().toString()));
            row.add(Table.Cell.of(String.valueOf(importance.trials())));
            row.add(Table.Cell.of(share(importance.byChance())));
            for (Objective objective : objectives().list()) {
                row.add(Table.Cell.of(Optional.ofNullable(importance.effects().get(objective))
                        .map(effect -> share(effect.share()))
                        .orElse("")));
                row.add(Table.Cell.of(importance.words(objective)));
            }
            rows.add(row);
        }
        return new Table(columns, rows);
    }

    private static String share(double share) {
        return percent(share, 1);
    }

    private static String correlation(List<RungCorrelation> correlations, int lower, int upper, Objective error) {
        return correlations.stream()
                .filter(c -> c.lower() == lower && c.upper() == upper && c.error() == error)
                .map(c -> c.rho().map(rho -> Numbers.fixed(rho, 2)).orElse("–") + " (" + c.pairs() + ")")
                .findFirst()
                .orElse("");
    }

    private String beatenBy(TrialScores reference) {
        return result.beating(reference)
                .map(trial -> {
                    TrialScores better = trial.result();
                    return "trial " + trial.number() + ": "
                            + objectives().list().stream()
                                    .map(objective -> comparison(objective, better, reference))
                                    .collect(Collectors.joining(", "));
                })
                .orElse("none");
    }

    private String comparison(Objective objective, TrialScores better, TrialScores reference) {
        String compared = percent(objective.of(better), objective.of(reference)) + " " + shortName(objective);
        Optional<String> test = better.test()
                .flatMap(objective::error)
                .flatMap(error -> reference.test().flatMap(objective::error).map(whole -> percent(error, whole)));
        return compared + test.map(share -> " (test " + share + ")").orElse("");
    }

    private Objectives objectives() {
        return result.objectives();
    }

    private String shortName(Objective objective) {
        if (!objective.isError()) {
            return "cost";
        }
        return objectives().errors().size() == 1 ? "error" : objective.title();
    }

    private static String percent(double value, double whole) {
        return Numbers.fixed(100 * value / whole, 0) + " %";
    }

    private List<Table.Column> measures() {
        List<Table.Column> columns = new ArrayList<>();
        for (Objective error : objectives().errors()) {
            String group = shortName(error) + " (" + error.unit() + ")";
            columns.add(new Table.Column(group, "validation", true));
            columns.add(new Table.Column(group, "test", true));
        }
        columns.add(new Table.Column("cost", "kflop/atom", true));
        columns.add(new Table.Column("cost", "ms/structure", true));
        columns.add(new Table.Column("size", "features", true));
        columns.add(new Table.Column("size", "parameters", true));
        return columns;
    }

    private List<Table.Cell> measures(TrialScores outcome, boolean markBest) {
        List<Table.Cell> cells = new ArrayList<>();
        for (Objective error : objectives().errors()) {
            double value = error.of(outcome);
            boolean best = markBest && value == result.best(error).orElse(Double.NaN);
            cells.add(new Table.Cell(Numbers.significant(MILLI * value), best));
            cells.add(Table.Cell.of(outcome.test()
                    .flatMap(error::error)
                    .map(test -> Numbers.significant(MILLI * test))
                    .orElse("")));
        }
        cells.add(Table.Cell.of(Numbers.significant(outcome.operationsPerAtom() / MILLI)));
        cells.add(Table.Cell.of(Numbers.significant(MILLI * outcome.predictSeconds())));
        cells.add(Table.Cell.of(Numbers.count(outcome.features())));
        cells.add(Table.Cell.of(Numbers.count(outcome.parameters())));
        return cells;
    }

    private boolean isNumber(String path) {
        return result.front().stream()
                .map(trial -> trial.candidate().values())
                .filter(values -> values.containsKey(path))
                .allMatch(values -> values.get(path) instanceof Number);
    }

    /** The last step of the path, with the one before it where others end alike. */
    private String title(String path) {
        String last = path.substring(path.lastIndexOf('.') + 1);
        long alike = paths.stream().filter(other -> other.endsWith("." + last)).count();
        if (last.equals("type") || alike > 1) {
            String parent = path.substring(0, path.length() - last.length() - 1);
            String before = parent.substring(parent.lastIndexOf('.') + 1);
            return last.equals("type") ? before : before + "." + last;
        }
        return last;
    }

    /** Three digits are enough to read; the files have all of them. */
    private static String text(Object value) {
        if (value instanceof Double number) {
            return shortened(number);
        }
        if (value instanceof List<?> list) {
            return list.stream().map(SearchTables::text).collect(Collectors.joining(" "));
        }
        return ConfigTree.flow(value);
    }

    private static String shortened(double number) {
        double size = Math.abs(number);
        return size == 0 || size >= 1e-3 && size < 1e6
                ? Numbers.significant(number)
                : String.format(Locale.ROOT, "%.2e", number);
    }
}
