package io.github.gmp.experiments.search;

import io.github.gmp.api.plugin.ConfigException;
import io.github.gmp.api.plugin.ConfigProblem;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The searched keys, sorted by path: the order in which a file lists them must not change what is found. */
final class SearchSpace {
    private final Map<String, Dimension> dimensions;

    private SearchSpace(Map<String, Dimension> dimensions) {
        this.dimensions = Collections.unmodifiableMap(dimensions);
    }

    /**
     * @param space the section {@code space} of a search configuration
     * @return the space
     * @throws ConfigException with all contradictions: no dimension at all, none or several kinds of values, ends in the wrong order, sets
     *     that cannot fit
     */
    static SearchSpace of(Map<String, DimensionConfig> space) {
        List<ConfigProblem> problems = new ArrayList<>();
        if (space.isEmpty()) {
            problems.add(new ConfigProblem.InvalidValue(
                    "space", "nothing", "at least one key to search, e.g. descriptor.radial.sigmas"));
        }
        Map<String, Dimension> dimensions = new TreeMap<>();
        space.forEach((path, config) -> {
            String where = "space." + path;
            if (!path.matches("(descriptor|regressor)\\..+")) {
                problems.add(new ConfigProblem.InvalidValue(
                        where, path, "a path that begins with 'descriptor.' or 'regressor.'"));
            }
            dimension(where, config, problems).forEach(dimension -> dimensions.put(path, dimension));
        });
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
        return new SearchSpace(dimensions);
    }

    Map<String, Dimension> dimensions() {
        return dimensions;
    }

    private static List<Dimension> dimension(String where, DimensionConfig config, List<ConfigProblem> problems) {
        long given = Stream.of(config.range(), config.integers(), config.choice(), config.sortedSet())
                .filter(Optional::isPresent)
                .count();
        if (given != 1) {
            problems.add(new ConfigProblem.InvalidValue(
                    where, given + " of them", "exactly one of range, integers, choice, sortedSet"));
            return List.of();
        }
        int before = problems.size();
        List<Dimension> result = new ArrayList<>();
        config.range().ifPresent(ends -> {
            checkEnds(where + ".range", ends, config.scale(), problems);
            if (ends.size() == 2) {
                result.add(new RangeDimension(ends.get(0), ends.get(1), config.scale()));
            }
        });
        config.integers().ifPresent(ends -> {
            checkEnds(where + ".integers", ends, config.scale(), problems);
            if (ends.size() == 2) {
                result.add(new IntegerDimension(ends.get(0), ends.get(1), config.scale()));
            }
        });
        config.choice().ifPresent(choices -> {
            if (choices.isEmpty()) {
                problems.add(new ConfigProblem.InvalidValue(where + ".choice", "[]", "at least one name"));
            } else {
                result.add(new ChoiceDimension(choices));
            }
        });
        config.sortedSet().ifPresent(set -> {
            checkSet(where + ".sortedSet", set, problems);
            if (problems.size() == before) {
                result.add(new SortedSetDimension(
                        set.size().get(0),
                        set.size().get(1),
                        set.range().get(0),
                        set.range().get(1),
                        set.scale(),
                        set.minRatio()));
            }
        });
        return problems.size() == before ? result : List.of();
    }

    private static void checkSet(String where, SortedSetConfig set, List<ConfigProblem> problems) {
        checkEnds(where + ".range", set.range(), Scale.LOG, problems);
        List<Integer> size = set.size();
        if (size.size() != 2 || size.get(0) > size.get(1)) {
            problems.add(new ConfigProblem.InvalidValue(
                    where + ".size", size.toString(), "two whole numbers, the smaller first"));
            return;
        }
        if (set.range().size() == 2) {
            double needed = Math.pow(set.minRatio(), size.get(1) - 1);
            double available = set.range().get(1) / set.range().get(0);
            if (needed > available) {
                problems.add(new ConfigProblem.InvalidValue(
                        where,
                        "up to " + size.get(1) + " values with ratios of at least " + set.minRatio(),
                        "a range wide enough for them; " + set.range() + " holds "
                                + (1 + (int) Math.floor(Math.log(available) / Math.log(set.minRatio())))));
            }
        }
    }

    private static void checkEnds(
            String where, List<? extends Number> ends, Scale scale, List<ConfigProblem> problems) {
        if (ends.size() != 2 || ends.get(0).doubleValue() > ends.get(1).doubleValue()) {
            problems.add(new ConfigProblem.InvalidValue(where, ends.toString(), "two numbers, the smaller first"));
        } else if (scale == Scale.LOG && ends.get(0).doubleValue() <= 0) {
            problems.add(
                    new ConfigProblem.InvalidValue(where, ends.toString(), "numbers above 0 for a logarithmic scale"));
        }
    }
}
