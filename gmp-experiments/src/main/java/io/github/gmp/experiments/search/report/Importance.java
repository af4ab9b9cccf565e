package io.github.gmp.experiments.search.report;

import io.github.gmp.experiments.search.Objective;
import io.github.gmp.experiments.search.Objectives;
import io.github.gmp.experiments.search.SearchTrial;
import io.github.gmp.experiments.search.SearchTrials;
import io.github.gmp.experiments.search.journal.ResultsDocument;
import io.github.gmp.runtime.config.ConfigTree;
import org.hipparchus.stat.correlation.PearsonsCorrelation;
import org.hipparchus.stat.ranking.NaturalRanking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * How much a searched key has to do with the objectives, by the full trials in which it counts: the share of the variance of an objective's
 * ranks that goes with it. For a number that is ρ², with Spearman's rank correlation ρ (1904, doi:10.2307/1412159); for a choice η² = H/(n − 1)
 * of the ranks, with the statistic H of Kruskal and Wallis (1952, doi:10.1080/01621459.1952.10483441) for n trials. A key that has nothing to do with the objective
 * has on average (k − 1)/(n − 1), for k groups, or two in the place of k for a number.
 *
 * <p>It is a first look at one key at a time: a number that is best in the middle and effects of several keys together are not seen, and where an
 * algorithm prefers some values, keys vary together and share their merits. Random searches show it best.
 *
 * @param path the key
 * @param aspect what of it is looked at
 * @param trials number of trials
 * @param byChance mean share of a key without any effect
 * @param effects the effect on each objective that varies
 */
record Importance(String path, Aspect aspect, int trials, double byChance, Map<Objective, Effect> effects) {
    /** Of fewer trials any two numbers are strongly correlated. */
    private static final int FEWEST = 5;

    /** What of a key's value is looked at. */
    enum Aspect {
        /** A number itself. */
        VALUE,
        /** How many numbers a set has. */
        SIZE,
        /** The smallest number of a set. */
        SMALLEST,
        /** The largest number of a set. */
        LARGEST,
        /** Which one was chosen. */
        CHOICE;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * An effect on an objective.
     *
     * @param share share of the variance of its ranks, from 0 to 1
     * @param rho rank correlation, of numbers
     * @param best the choice with the lowest mean rank, of choices
     */
    record Effect(double share, Optional<Double> rho, Optional<String> best) {}

    /**
     * {@return what varies among its full trials, the largest share of the main error first}
     *
     * @param result a search
     * @param paths its searched keys
     */
    static List<Importance> of(SearchTrials result, Collection<String> paths) {
        List<Importance> all = new ArrayList<>();
        for (String path : paths) {
            List<SearchTrial> trials = result.finished().stream()
                    .filter(trial -> trial.candidate().values().containsKey(path))
                    .toList();
            List<Object> values = trials.stream()
                    .map(trial -> trial.candidate().values().get(path))
                    .toList();
            if (trials.size() >= FEWEST) {
                aspects(values).forEach(aspect -> of(path, aspect, values, trials, result.objectives())
                        .ifPresent(all::add));
            }
        }
        Objective main = result.objectives().mainError();
        all.sort(Comparator.comparingDouble((Importance importance) -> -importance.share(main))
                .thenComparing(Importance::path)
                .thenComparing(Importance::aspect));
        return all;
    }

    private double share(Objective objective) {
        return Optional.ofNullable(effects.get(objective)).map(Effect::share).orElse(0.0);
    }

    private static List<Aspect> aspects(List<Object> values) {
        if (values.stream().allMatch(Number.class::isInstance)) {
            return List.of(Aspect.VALUE);
        }
        boolean sets = values.stream()
                .allMatch(value -> value instanceof List<?> list
                        && !list.isEmpty()
                        && list.stream().allMatch(Number.class::isInstance));
        return sets ? List.of(Aspect.SIZE, Aspect.SMALLEST, Aspect.LARGEST) : List.of(Aspect.CHOICE);
    }

    private static Optional<Importance> of(
            String path, Aspect aspect, List<Object> values, List<SearchTrial> trials, Objectives objectives) {
        Map<Objective, Effect> effects = new EnumMap<>(Objective.class);
        int n = values.size();
        for (Objective objective : objectives.list()) {
            double[] ranks = new NaturalRanking()
                    .rank(trials.stream()
                            .mapToDouble(trial -> objective.of(trial.result()))
                            .toArray());
            Optional<Effect> effect = aspect == Aspect.CHOICE
                    ? ofGroups(values.stream().map(ConfigTree::flow).toList(), ranks)
                    : ofNumbers(
                            values.stream()
                                    .mapToDouble(value -> number(aspect, value))
                                    .toArray(),
                            ranks);
            effect.ifPresent(found -> effects.put(objective, found));
        }
        long groups = aspect == Aspect.CHOICE
                ? values.stream().map(ConfigTree::flow).distinct().count()
                : 2;
        return effects.isEmpty()
                ? Optional.empty()
                : Optional.of(new Importance(path, aspect, n, (groups - 1.0) / (n - 1.0), effects));
    }

    private static double number(Aspect aspect, Object value) {
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        List<?> set = (List<?>) value;
        // Sets are ascending.
        return switch (aspect) {
            case SIZE -> set.size();
            case SMALLEST -> ((Number) set.get(0)).doubleValue();
            case LARGEST -> ((Number) set.get(set.size() - 1)).doubleValue();
            case VALUE, CHOICE -> throw new IllegalArgumentException(aspect + " of " + value);
        };
    }

    /** Nothing where one of the two does not vary. */
    private static Optional<Effect> ofNumbers(double[] values, double[] ranks) {
        double rho = new PearsonsCorrelation().correlation(new NaturalRanking().rank(values), ranks);
        return Double.isFinite(rho)
                ? Optional.of(new Effect(rho * rho, Optional.of(rho), Optional.empty()))
                : Optional.empty();
    }

    private static Optional<Effect> ofGroups(List<String> groups, double[] ranks) {
        Map<String, List<Double>> byGroup = new TreeMap<>();
        for (int i = 0; i < ranks.length; i++) {
            byGroup.computeIfAbsent(groups.get(i), name -> new ArrayList<>()).add(ranks[i]);
        }
        double mean = (ranks.length + 1) / 2.0;
        double total =
                Arrays.stream(ranks).map(rank -> (rank - mean) * (rank - mean)).sum();
        if (byGroup.size() < 2 || total == 0) {
            return Optional.empty();
        }
        double between = byGroup.values().stream()
                .mapToDouble(group -> group.size() * Math.pow(mean(group) - mean, 2))
                .sum();
        Optional<String> best = byGroup.entrySet().stream()
                .min(Comparator.comparingDouble(entry -> mean(entry.getValue())))
                .map(Map.Entry::getKey);
        return Optional.of(new Effect(between / total, Optional.empty(), best));
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(value -> value).sum() / values.size();
    }

    /** {@return the same for {@code results.json}} */
    ResultsDocument.Importance document() {
        return new ResultsDocument.Importance(
                byChance,
                effect(Objective.ENERGY_MAE),
                effect(Objective.ENERGY_MAE_PER_ATOM),
                effect(Objective.FORCE_MAE),
                path,
                aspect.toString(),
                effect(Objective.COST),
                trials);
    }

    private Optional<ResultsDocument.Effect> effect(Objective objective) {
        return Optional.ofNullable(effects.get(objective))
                .map(effect -> new ResultsDocument.Effect(effect.best(), effect.share(), effect.rho()));
    }

    /** {@return its effect in words, e.g. {@code ρ −0.62} or {@code lowest: order-norm}; empty if there is none} */
    String words(Objective objective) {
        return Optional.ofNullable(effects.get(objective)).stream()
                .flatMap(effect -> Stream.concat(
                        effect.rho().stream().map(rho -> String.format(Locale.ROOT, "ρ %+.2f", rho)
                                .replace('-', '−')),
                        effect.best().stream().map(best -> "lowest: " + best)))
                .findFirst()
                .orElse("");
    }
}
