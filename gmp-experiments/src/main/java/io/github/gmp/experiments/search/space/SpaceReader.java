package io.github.gmp.experiments.search.space;

import io.github.gmp.api.plugin.ConfigException;
import io.github.gmp.api.plugin.ConfigProblem;
import io.github.gmp.runtime.config.ConfigTree;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Makes a space of its section of a configuration, and collects all that is wrong with it. Used once. */
final class SpaceReader {
    private static final String COMPONENTS_ONLY = "a path that begins with 'descriptor' or 'regressor'";

    private final ConfigTree configuration;
    private final List<ConfigProblem> problems = new ArrayList<>();

    SpaceReader(Map<String, Object> configuration) {
        this.configuration = ConfigTree.of(configuration, Path.of(""));
    }

    SearchSpace read(Map<String, DimensionConfig> space) {
        if (space.isEmpty()) {
            problems.add(new ConfigProblem.InvalidValue(
                    "space", "nothing", "at least one key to search, e.g. descriptor.radial.sigmas"));
        }
        Map<String, Dimension> dimensions = new TreeMap<>();
        Map<String, List<Condition>> conditions = new TreeMap<>();
        Map<String, Object> fixed = new HashMap<>();
        space.forEach((path, config) -> {
            String where = "space." + path;
            if (!path.matches("(descriptor|regressor)(\\..+)?")) {
                problems.add(new ConfigProblem.InvalidValue(where, path, COMPONENTS_ONLY + because(path)));
            }
            dimension(where, config).ifPresent(dimension -> dimensions.put(path, dimension));
            conditions.put(path, conditions(where, config, space.keySet(), fixed));
        });
        conditions.forEach((path, list) ->
                list.forEach(condition -> requirePossible("space." + path + ".when", condition, dimensions)));
        if (!dimensions.isEmpty() && dimensions.values().stream().allMatch(dimension -> dimension.logSize() == 0)) {
            problems.add(new ConfigProblem.InvalidValue(
                    "space",
                    "a single candidate, each of " + dimensions.keySet() + " with one value",
                    "a key with several values"));
        }
        List<String> order = order(new TreeSet<>(space.keySet()), conditions);
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
        return new SearchSpace(dimensions, conditions, order, fixed);
    }

    private static String because(String path) {
        return path.matches("data(\\..+)?")
                ? ": candidates have to be judged by the same structures, or their errors cannot be compared (rungs may set"
                        + " data.split.train and data.split.validation)"
                : "";
    }

    /** A condition that is never met would leave its key out of all candidates without a word. */
    private void requirePossible(String where, Condition condition, Map<String, Dimension> dimensions) {
        Optional<Dimension> other = Optional.ofNullable(dimensions.get(condition.path()));
        if (other.isPresent()) {
            condition.allowed().stream()
                    .filter(value -> !other.get().takes(value))
                    .forEach(value -> problems.add(new ConfigProblem.InvalidValue(
                            where, condition.path() + ": " + ConfigTree.flow(value), possible(other.get()))));
        }
    }

    private static String possible(Dimension dimension) {
        return dimension instanceof ChoiceDimension || dimension instanceof IntegerDimension
                ? "a value that this key may be: " + dimension.describe()
                : "a key with a choice or integers: a decimal number or a set is hardly ever exactly that value";
    }

    private Optional<Dimension> dimension(String where, DimensionConfig config) {
        long given = Stream.of(config.range(), config.integers(), config.choice(), config.sortedSet())
                .filter(Optional::isPresent)
                .count();
        if (given != 1) {
            problems.add(new ConfigProblem.InvalidValue(
                    where, given + " of them", "exactly one of range, integers, choice, sortedSet"));
            return Optional.empty();
        }
        if (config.scale() == Scale.LOG
                && config.range().isEmpty()
                && config.integers().isEmpty()) {
            problems.add(new ConfigProblem.InvalidValue(
                    where + ".scale",
                    "log",
                    "no scale here: it is that of 'range' and 'integers'; sets have a key 'scale' of their own"));
        }
        int before = problems.size();
        Optional<Dimension> range = config.range()
                .filter(ends -> areSound(where + ".range", ends, config.scale()))
                .map(ends -> new RangeDimension(ends.get(0), ends.get(1), config.scale()));
        Optional<Dimension> integers = config.integers()
                .filter(ends -> areSound(where + ".integers", ends, config.scale()))
                .map(ends -> new IntegerDimension(ends.get(0), ends.get(1), config.scale()));
        Optional<Dimension> choice = config.choice()
                .filter(choices -> isSound(where + ".choice", choices))
                .map(ChoiceDimension::new);
        Optional<Dimension> set = config.sortedSet()
                .filter(candidate -> isSound(where + ".sortedSet", candidate))
                .map(SpaceReader::sortedSet);
        return problems.size() > before
                ? Optional.empty()
                : range.or(() -> integers).or(() -> choice).or(() -> set);
    }

    private static Dimension sortedSet(SortedSetConfig set) {
        return new SortedSetDimension(
                set.size().get(0),
                set.size().get(1),
                set.range().get(0),
                set.range().get(1),
                set.scale(),
                set.separation());
    }

    private boolean isSound(String where, List<Object> choices) {
        if (choices.isEmpty()) {
            problems.add(new ConfigProblem.InvalidValue(where, "[]", "at least one value"));
        } else if (Set.copyOf(choices).size() < choices.size()) {
            problems.add(new ConfigProblem.InvalidValue(where, choices.toString(), "every value once"));
        }
        return !choices.isEmpty();
    }

    private boolean isSound(String where, SortedSetConfig set) {
        boolean endsAreSound = areSound(where + ".range", set.range(), set.scale());
        List<Integer> size = set.size();
        if (size.size() != 2 || size.get(0) > size.get(1)) {
            problems.add(new ConfigProblem.InvalidValue(
                    where + ".size", size.toString(), "two whole numbers, the smaller first"));
            return false;
        }
        if (!endsAreSound) {
            return false;
        }
        double low = set.range().get(0);
        double high = set.range().get(1);
        int room = 1
                + (int) Math.floor(
                        set.scale() == Scale.LOG
                                ? Math.log(high / low) / Math.log(set.minRatio())
                                : (high - low) / set.minDifference());
        if (size.get(1) > room) {
            problems.add(new ConfigProblem.InvalidValue(
                    where,
                    "up to " + size.get(1) + " values with "
                            + (set.scale() == Scale.LOG ? "ratios" : "differences") + " of at least "
                            + set.separation(),
                    "a range wide enough for them; " + set.range() + " holds " + room));
        }
        return size.get(1) <= room;
    }

    private boolean areSound(String where, List<? extends Number> ends, Scale scale) {
        if (ends.size() != 2 || ends.get(0).doubleValue() > ends.get(1).doubleValue()) {
            problems.add(new ConfigProblem.InvalidValue(where, ends.toString(), "two numbers, the smaller first"));
            return false;
        }
        if (scale == Scale.LOG && ends.get(0).doubleValue() <= 0) {
            problems.add(
                    new ConfigProblem.InvalidValue(where, ends.toString(), "numbers above 0 for a logarithmic scale"));
            return false;
        }
        return true;
    }

    private List<Condition> conditions(
            String where, DimensionConfig config, Set<String> searched, Map<String, Object> fixed) {
        List<Condition> conditions = new ArrayList<>();
        config.when().forEach((path, value) -> {
            Optional<Object> constant = path.matches("(descriptor|regressor)\\..+") ? find(path) : Optional.empty();
            Optional<String> whole = searched.stream()
                    .filter(other -> path.startsWith(other + "."))
                    .findFirst();
            if (!searched.contains(path) && whole.isPresent()) {
                problems.add(new ConfigProblem.InvalidValue(
                        where + ".when",
                        path,
                        whole.get() + " as a whole, which is searched and has " + path + " inside"));
            } else if (!searched.contains(path) && constant.isEmpty()) {
                problems.add(new ConfigProblem.InvalidValue(
                        where + ".when", path, "a searched key, or one that descriptor or regressor has"));
            } else {
                conditions.add(Condition.of(path, value));
                constant.filter(present -> !searched.contains(path)).ifPresent(present -> fixed.put(path, present));
            }
        });
        return conditions;
    }

    private Optional<Object> find(String path) {
        return configuration.find(path);
    }

    /** Keys that others depend on come first; among the rest, what stands further out: a new type brings keys of its own. */
    private List<String> order(Set<String> paths, Map<String, List<Condition>> conditions) {
        List<String> order = new ArrayList<>();
        Set<String> left = new TreeSet<>(Assignments.OUTERMOST_FIRST);
        left.addAll(paths);
        while (!left.isEmpty()) {
            Optional<String> next = left.stream()
                    .filter(path ->
                            conditions.get(path).stream().noneMatch(condition -> left.contains(condition.path())))
                    .findFirst();
            if (next.isEmpty()) {
                problems.add(new ConfigProblem.InvalidValue(
                        "space",
                        "conditions of " + new TreeSet<>(left) + " in a circle",
                        "conditions that end somewhere"));
                return order;
            }
            order.add(next.get());
            left.remove(next.get());
        }
        return order;
    }
}
