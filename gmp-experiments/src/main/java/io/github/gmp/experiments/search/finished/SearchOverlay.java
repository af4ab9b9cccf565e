package io.github.gmp.experiments.search.finished;

import io.github.gmp.api.error.DataException;
import io.github.gmp.experiments.compare.Statistic;
import io.github.gmp.experiments.report.Numbers;
import io.github.gmp.experiments.report.Table;
import io.github.gmp.experiments.search.Hypervolume;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finished searches of the same data for the same objectives side by side: the hypervolume after each trial, up to the worst values of all of
 * them together, so that the numbers compare. Searches that differ in their seed only are one line, as mean and deviation.
 *
 * @param groups the lines
 * @param handPicked hypervolume of the hand-picked pairs of the first search, if it has any
 * @param notes what the groups differ in besides their algorithm
 */
record SearchOverlay(List<Group> groups, Optional<Double> handPicked, List<String> notes) {
    /**
     * Searches that differ in their seed only.
     *
     * @param title its name
     * @param curves the searches
     */
    record Group(String title, List<Curve> curves) {
        /** {@return the number of trials that all of them have} */
        int trials() {
            return curves.stream()
                    .mapToInt(curve -> curve.hypervolumes().size())
                    .min()
                    .orElseThrow();
        }

        /**
         * {@return the hypervolume after it}
         *
         * @param trial number of a trial, from 1
         */
        Statistic after(int trial) {
            return Statistic.of(curves.stream()
                    .mapToDouble(curve -> curve.hypervolumes().get(trial - 1))
                    .toArray());
        }
    }

    /**
     * A search.
     *
     * @param search the search
     * @param hypervolumes the hypervolume after each trial
     */
    record Curve(FinishedSearch search, List<Double> hypervolumes) {}

    /**
     * {@return them side by side}
     *
     * @param folders folders of finished searches
     * @throws DataException if one is not finished, or they do not compare
     */
    static SearchOverlay of(List<Path> folders) {
        Set<Path> places = new LinkedHashSet<>();
        for (Path folder : folders) {
            if (!places.add(folder.toAbsolutePath().normalize())) {
                throw new DataException(folder + ": named twice");
            }
        }
        if (folders.size() < 2) {
            throw new DataException(
                    "--overlay needs the folders of at least two finished searches, e.g. --overlay runs/A runs/B");
        }
        List<FinishedSearch> searches =
                folders.stream().map(FinishedSearch::read).toList();
        searches.forEach(search -> requireComparable(searches.get(0), search));
        requireDifferent(searches);
        List<double[]> references = searches.get(0).references().stream()
                .flatMap(trial -> trial.logs(searches.get(0).objectives()).stream())
                .toList();
        List<double[]> all = Stream.concat(
                        references.stream(),
                        searches.stream()
                                .flatMap(search -> search.points().stream())
                                .flatMap(Optional::stream))
                .toList();
        double[] worst =
                Hypervolume.worst(all, searches.get(0).objectives().list().size());
        List<Group> groups = groups(searches, worst);
        return new SearchOverlay(
                groups,
                references.isEmpty() ? Optional.empty() : Optional.of(Hypervolume.of(references, worst)),
                notes(groups));
    }

    private static void requireComparable(FinishedSearch first, FinishedSearch other) {
        String begin = other.folder() + ": cannot be shown beside " + first.folder() + ": ";
        if (!other.objectives().equals(first.objectives())) {
            throw new DataException(begin + "its objectives are "
                    + other.objectives().list() + ", not " + first.objectives().list());
        }
        if (!other.dataHash().equals(first.dataHash())) {
            throw new DataException(begin + "its data, or how they are divided, are others (SHA-256 " + other.dataHash()
                    + ", not " + first.dataHash() + ")");
        }
    }

    /** The same search twice would look like two seeds that agree. */
    private static void requireDifferent(List<FinishedSearch> searches) {
        Map<Map<String, Object>, Path> known = new LinkedHashMap<>();
        for (FinishedSearch search : searches) {
            Map<String, Object> key = search.withoutSeed();
            key.put("seed", String.valueOf(search.configuration().get("seed")));
            Path before = known.putIfAbsent(key, search.folder());
            if (before != null) {
                throw new DataException(search.folder() + ": is the same search as " + before
                        + ", seed included; give another seed (--seed N) to the second");
            }
        }
    }

    private static List<Group> groups(List<FinishedSearch> searches, double[] worst) {
        Map<Map<String, Object>, List<Curve>> byConfiguration = new LinkedHashMap<>();
        for (FinishedSearch search : searches) {
            byConfiguration
                    .computeIfAbsent(search.withoutSeed(), key -> new ArrayList<>())
                    .add(new Curve(search, Hypervolume.growth(search.points(), worst)));
        }
        List<Group> groups = new ArrayList<>();
        for (List<Curve> curves : byConfiguration.values()) {
            FinishedSearch first = curves.get(0).search();
            boolean alone = byConfiguration.values().stream()
                    .allMatch(other -> other == curves
                            || !other.get(0).search().algorithm().equals(first.algorithm()));
            groups.add(new Group(
                    alone
                            ? first.algorithm()
                            : first.algorithm() + ", " + first.folder().getFileName(),
                    curves));
        }
        return groups;
    }

    private static List<String> notes(List<Group> groups) {
        Map<String, Object> first = groups.get(0).curves().get(0).search().withoutSeed();
        List<String> notes = new ArrayList<>();
        for (Group group : groups.subList(1, groups.size())) {
            Map<String, Object> other = group.curves().get(0).search().withoutSeed();
            Set<String> keys = new TreeSet<>(first.keySet());
            keys.addAll(other.keySet());
            List<String> different = keys.stream()
                    .filter(key -> !key.equals("algorithm"))
                    .filter(key -> !Objects.equals(first.get(key), other.get(key)))
                    .toList();
            if (!different.isEmpty()) {
                notes.add(group.title() + " differs from " + groups.get(0).title() + " in "
                        + String.join(", ", different));
            }
        }
        return notes;
    }

    /** {@return what the lines found at equal cost; empty if the searches do not minimize the cost} */
    Optional<EqualCost> equalCost() {
        Map<String, List<FinishedSearch>> searches = new LinkedHashMap<>();
        groups.forEach(group -> searches.put(
                group.title(), group.curves().stream().map(Curve::search).toList()));
        return EqualCost.of(searches);
    }

    /** {@return the number of trials that all searches have} */
    int commonTrials() {
        return groups.stream().mapToInt(Group::trials).min().orElseThrow();
    }

    /** {@return the hypervolume of each line after a quarter, half and all of the trials that all searches have} */
    Table table() {
        int common = commonTrials();
        List<Integer> after =
                Stream.of((common + 3) / 4, (common + 1) / 2, common).distinct().toList();
        List<Table.Column> columns = new ArrayList<>(List.of(
                new Table.Column("", "search", false),
                new Table.Column("", "seeds", true),
                new Table.Column("", "trials", true)));
        after.forEach(trial -> columns.add(new Table.Column("hypervolume after trial", String.valueOf(trial), true)));
        List<List<Table.Cell>> rows = new ArrayList<>();
        for (Group group : groups) {
            List<Table.Cell> row = new ArrayList<>();
            row.add(Table.Cell.of(group.title()));
            row.add(Table.Cell.of(String.valueOf(group.curves().size())));
            row.add(Table.Cell.of(String.valueOf(group.trials())));
            for (int trial : after) {
                double best = groups.stream()
                        .mapToDouble(other -> other.after(trial).mean())
                        .max()
                        .orElseThrow();
                row.add(new Table.Cell(
                        text(group.after(trial)), group.after(trial).mean() == best));
            }
            rows.add(row);
        }
        handPicked.ifPresent(volume -> rows.add(Stream.concat(
                        Stream.of("hand-picked", "", ""),
                        IntStream.range(0, after.size()).mapToObj(i -> Numbers.fixed(volume, 3)))
                .map(Table.Cell::of)
                .toList()));
        return new Table(columns, rows);
    }

    private static String text(Statistic statistic) {
        return Numbers.fixed(statistic.mean(), 3)
                + (statistic.count() > 1 ? " ± " + Numbers.fixed(statistic.deviation(), 3) : "");
    }
}
