package io.github.gmp.experiments.search.finished;

import io.github.gmp.experiments.compare.Statistic;
import io.github.gmp.experiments.report.Numbers;
import io.github.gmp.experiments.report.Table;
import io.github.gmp.experiments.search.Objective;
import io.github.gmp.experiments.search.Objectives;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * Searches that minimize the cost too, and the pairs picked by hand, at equal cost: the lowest error of all that costs no more.
 *
 * @param lines what is compared
 * @param objectives what the searches minimize
 */
record EqualCost(List<Line> lines, Objectives objectives) {
    private static final double KILO = 1e3;
    private static final double MILLI = 1e3;
    /** More would not fit a terminal beside the errors. */
    private static final int MOST_COSTS = 6;

    EqualCost {
        lines = List.copyOf(lines);
    }

    /**
     * Trials that are judged together.
     *
     * @param title its name
     * @param handPicked whether they are pairs picked by hand
     * @param seeds full trials of each search
     */
    record Line(String title, boolean handPicked, List<List<FinishedSearch.Trial>> seeds) {
        Line {
            seeds = seeds.stream()
                    .map(trials -> trials.stream()
                            .filter(trial -> !trial.values().isEmpty())
                            .toList())
                    .toList();
        }

        /** The trial with the lowest error among those that cost no more, of each seed; nothing if a seed has none. */
        List<FinishedSearch.Trial> best(Objective error, double cost) {
            List<FinishedSearch.Trial> best = seeds.stream()
                    .flatMap(trials -> trials.stream()
                            .filter(trial -> cost(trial) <= cost)
                            .min(Comparator.comparing(trial -> trial.values().get(error)))
                            .stream())
                    .toList();
            return best.size() == seeds.size() ? best : List.of();
        }

        /** Those of all seeds that no cheaper one beats, ascending in cost. */
        List<FinishedSearch.Trial> staircase(Objective error) {
            List<FinishedSearch.Trial> steps = new ArrayList<>();
            double lowest = Double.POSITIVE_INFINITY;
            for (FinishedSearch.Trial trial : seeds.stream()
                    .flatMap(List::stream)
                    .sorted(Comparator.comparingDouble(EqualCost::cost))
                    .toList()) {
                if (trial.values().get(error) < lowest) {
                    lowest = trial.values().get(error);
                    steps.add(trial);
                }
            }
            return steps;
        }

        private DoubleStream costs() {
            return seeds.stream().flatMap(List::stream).mapToDouble(EqualCost::cost);
        }
    }

    /**
     * {@return what they found at equal cost; empty if they do not minimize the cost}
     *
     * @param groups searches that differ in their seed only, each group after its title
     */
    static Optional<EqualCost> of(Map<String, List<FinishedSearch>> groups) {
        FinishedSearch first = groups.values().iterator().next().get(0);
        if (!first.objectives().list().contains(Objective.COST)) {
            return Optional.empty();
        }
        List<Line> lines = new ArrayList<>();
        // Searches of the same space have the same references: one line for all of them.
        Map<List<FinishedSearch.Trial>, List<String>> handPicked = new LinkedHashMap<>();
        groups.forEach((title, searches) -> {
            lines.add(new Line(
                    title,
                    false,
                    searches.stream()
                            .map(search -> search.trials().stream()
                                    .filter(trial -> trial.rung() == search.fullRung())
                                    .toList())
                            .toList()));
            List<FinishedSearch.Trial> references = searches.get(0).references();
            if (!references.isEmpty()) {
                handPicked
                        .computeIfAbsent(
                                references.stream()
                                        .map(EqualCost::withoutNumber)
                                        .toList(),
                                key -> new ArrayList<>())
                        .add(String.valueOf(searches.get(0).folder().getFileName()));
            }
        });
        handPicked.forEach((references, folders) -> lines.add(new Line(
                handPicked.size() == 1 ? "hand-picked" : "hand-picked, " + String.join(" and ", folders),
                true,
                List.of(references))));
        return Optional.of(new EqualCost(lines, first.objectives()));
    }

    /** In another search the same pair has another number. */
    private static FinishedSearch.Trial withoutNumber(FinishedSearch.Trial trial) {
        return new FinishedSearch.Trial(trial.name(), 0, 0, trial.values(), trial.test());
    }

    static double cost(FinishedSearch.Trial trial) {
        return trial.values().get(Objective.COST);
    }

    /** {@return the costs to compare at: 1, 2 and 5 times powers of ten between the cheapest and the dearest trial, the upper ones if they are many} */
    List<Double> costs() {
        OptionalDouble low = lines.stream().flatMapToDouble(Line::costs).min();
        OptionalDouble high = lines.stream().flatMapToDouble(Line::costs).max();
        if (low.isEmpty()) {
            return List.of();
        }
        List<Double> costs = new ArrayList<>();
        for (int power = (int) Math.floor(Math.log10(low.getAsDouble())); ; power++) {
            for (int digit : new int[] {1, 2, 5}) {
                double cost = digit * Math.pow(10, power);
                if (cost >= low.getAsDouble()) {
                    costs.add(cost);
                }
                if (cost >= high.getAsDouble()) {
                    return costs.subList(Math.max(0, costs.size() - MOST_COSTS), costs.size());
                }
            }
        }
    }

    /** {@return the lowest validation error of each line at each cost, with the test error of the same trial in brackets} */
    Table table(Objective error) {
        List<Double> costs = costs();
        List<Table.Column> columns = new ArrayList<>();
        columns.add(new Table.Column("", error.title() + " (" + error.unit() + ")", false));
        costs.forEach(
                cost -> columns.add(new Table.Column("at most … kflop/atom", Numbers.significant(cost / KILO), true)));
        List<List<Table.Cell>> rows = lines.stream()
                .map(line -> Stream.concat(
                                Stream.of(Table.Cell.of(line.title())),
                                costs.stream().map(cost -> cell(line, error, cost)))
                        .toList())
                .toList();
        return new Table(columns, rows);
    }

    private Table.Cell cell(Line line, Objective error, double cost) {
        List<FinishedSearch.Trial> best = line.best(error, cost);
        if (best.isEmpty()) {
            return Table.Cell.of("–");
        }
        Statistic validation = statistic(best, FinishedSearch.Trial::values, error);
        boolean lowest = lines.stream()
                .map(other -> other.best(error, cost))
                .filter(others -> !others.isEmpty())
                .allMatch(others -> validation.mean()
                        <= statistic(others, FinishedSearch.Trial::values, error)
                                .mean());
        boolean tested = best.stream().allMatch(trial -> trial.test().containsKey(error));
        String test = tested ? " (" + text(statistic(best, FinishedSearch.Trial::test, error)) + ")" : "";
        return new Table.Cell(text(validation) + test, lowest);
    }

    private static Statistic statistic(
            List<FinishedSearch.Trial> trials,
            Function<FinishedSearch.Trial, Map<Objective, Double>> values,
            Objective error) {
        return Statistic.of(trials.stream()
                        .mapToDouble(trial -> values.apply(trial).get(error))
                        .toArray())
                .times(MILLI);
    }

    private static String text(Statistic statistic) {
        return statistic.count() > 1
                ? Numbers.meanAndDeviation(statistic.mean(), statistic.deviation())
                : Numbers.significant(statistic.mean());
    }
}
