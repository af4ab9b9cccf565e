package io.github.gmp.runtime.config;

import io.github.gmp.runtime.files.NamedFile;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A configuration as the user wrote it: text, whole numbers ({@code Long}), decimal numbers ({@code Double}), booleans, lists and maps; parts
 * that were bound before may have {@link NamedFile}s. Immutable.
 */
public final class ConfigTree {
    private static final Pattern STEP = Pattern.compile("([^.\\[\\]]+)((?:\\[\\d+])*)(?:\\.|$)");
    private static final Pattern INDEX = Pattern.compile("\\[(\\d+)]");

    private final Map<String, Object> map;
    private final Path baseDirectory;

    private ConfigTree(Map<String, Object> map, Path baseDirectory) {
        this.map = map;
        this.baseDirectory = baseDirectory;
    }

    /**
     * Reads a YAML file (or JSON indented with blanks). Duplicate keys, tags and keys without a value are refused.
     *
     * @param file the file
     * @return the tree; its base directory is the folder of the file
     * @throws io.github.gmp.api.error.DataException if the file cannot be read or is not YAML; the message says file and line
     */
    public static ConfigTree load(Path file) {
        Path folder = file.toAbsolutePath().normalize().getParent();
        return new ConfigTree(YamlReader.readFile(file), folder);
    }

    /**
     * {@return the tree}
     *
     * @param map plain data
     * @param baseDirectory the folder that relative file names start from
     * @throws IllegalArgumentException if a value is not plain data
     */
    public static ConfigTree of(Map<String, Object> map, Path baseDirectory) {
        return new ConfigTree(copyOfMap(map), baseDirectory);
    }

    /**
     * A tree that differs in one value.
     *
     * @param dottedPath where, e.g. {@code descriptor.radial.sigmas[0]}; missing maps on the way are made, an index equal to the length of
     *     a list appends
     * @param value the new value, plain data
     * @return the new tree
     * @throws IllegalArgumentException if the path does not fit the tree
     */
    public ConfigTree with(String dottedPath, Object value) {
        List<Object> steps = steps(dottedPath);
        Object changed = replace(map, steps, 0, copyOf(value), dottedPath);
        @SuppressWarnings("unchecked") // the root was a map, and the first step is always a key
        Map<String, Object> root = (Map<String, Object>) changed;
        return new ConfigTree(root, baseDirectory);
    }

    /**
     * {@return the value there, if there is one}
     *
     * @param dottedPath where, see {@link #with}
     * @throws IllegalArgumentException if it is not a path
     */
    public Optional<Object> find(String dottedPath) {
        Object node = map;
        for (Object step : steps(dottedPath)) {
            if (step instanceof Integer index && node instanceof List<?> list && index < list.size()) {
                node = list.get(index);
            } else if (node instanceof Map<?, ?> inner && inner.containsKey(step)) {
                node = inner.get(step);
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(node);
    }

    /** Keys and indices. */
    static List<Object> steps(String dottedPath) {
        List<Object> steps = new ArrayList<>();
        Matcher matcher = STEP.matcher(dottedPath);
        int end = 0;
        while (matcher.find() && matcher.start() == end) {
            steps.add(matcher.group(1));
            Matcher index = INDEX.matcher(matcher.group(2));
            while (index.find()) {
                steps.add(Integer.valueOf(index.group(1)));
            }
            end = matcher.end();
        }
        if (steps.isEmpty() || end != dottedPath.length() || dottedPath.endsWith(".")) {
            throw new IllegalArgumentException("'" + dottedPath + "' is not a path like a.b[0].c");
        }
        return steps;
    }

    /**
     * A tree that differs in one value, given as a user writes it on a command line.
     *
     * @param dottedPath where, see {@link #with}
     * @param yaml the new value as YAML, e.g. {@code [0.25, 1.0]}
     * @return the new tree
     * @throws io.github.gmp.api.error.DataException if the value is not YAML
     * @throws IllegalArgumentException if the path does not fit the tree
     */
    public ConfigTree withYaml(String dottedPath, String yaml) {
        return with(dottedPath, YamlReader.readText(yaml, dottedPath));
    }

    /** {@return the folder that relative file names start from} */
    public Path baseDirectory() {
        return baseDirectory;
    }

    /** {@return the values; unmodifiable, as are the maps and lists inside} */
    public Map<String, Object> map() {
        return map;
    }

    /** {@return the tree as YAML text} */
    public String toYaml() {
        return YamlWriter.write(map);
    }

    /** {@return the tree as YAML in one line} */
    public String toFlow() {
        return YamlWriter.flow(map);
    }

    /**
     * {@return the same as YAML in one line}
     *
     * @param value plain data
     */
    public static String flow(Object value) {
        return YamlWriter.flow(value);
    }

    private static Object replace(Object node, List<Object> steps, int depth, Object value, String path) {
        if (depth == steps.size()) {
            return value;
        }
        Object step = steps.get(depth);
        if (step instanceof Integer index) {
            if (!(node instanceof List<?> list) || index > list.size()) {
                throw new IllegalArgumentException("'" + path + "' does not fit the configuration at index " + index);
            }
            List<Object> copy = new ArrayList<>(list);
            if (index == list.size()) {
                copy.add(replace(emptyFor(steps, depth + 1), steps, depth + 1, value, path));
            } else {
                copy.set(index, replace(list.get(index), steps, depth + 1, value, path));
            }
            return Collections.unmodifiableList(copy);
        }
        if (!(node instanceof Map<?, ?> old)) {
            throw new IllegalArgumentException("'" + path + "' does not fit the configuration at '" + step + "'");
        }
        Map<String, Object> copy = new LinkedHashMap<>();
        old.forEach((key, child) -> copy.put((String) key, child));
        Object child = old.containsKey(step) ? old.get(step) : emptyFor(steps, depth + 1);
        copy.put((String) step, replace(child, steps, depth + 1, value, path));
        return Collections.unmodifiableMap(copy);
    }

    private static Object emptyFor(List<Object> steps, int depth) {
        return depth < steps.size() && steps.get(depth) instanceof Integer ? List.of() : Map.of();
    }

    static Object copyOf(Object value) {
        if (value instanceof Map<?, ?> nested) {
            return copyOfMap(nested);
        }
        if (value instanceof Collection<?> list) {
            List<Object> copy = new ArrayList<>(list.size());
            for (Object item : list) {
                copy.add(copyOf(item));
            }
            return Collections.unmodifiableList(copy);
        }
        if (value instanceof Integer || value instanceof Short || value instanceof Byte) {
            return ((Number) value).longValue();
        }
        if (value instanceof Float number) {
            return number.doubleValue();
        }
        if (value instanceof String
                || value instanceof Long
                || value instanceof Double
                || value instanceof Boolean
                || value instanceof NamedFile) {
            return value;
        }
        throw new IllegalArgumentException(
                "a configuration holds text, numbers, booleans, lists and maps, got " + describe(value));
    }

    private static String describe(Object value) {
        return value == null ? "null" : value.getClass().getName();
    }

    private static Map<String, Object> copyOfMap(Map<?, ?> source) {
        Map<String, Object> copy = new LinkedHashMap<>();
        source.forEach((key, value) -> {
            if (!(key instanceof String name)) {
                throw new IllegalArgumentException("keys of a configuration are text, got " + key);
            }
            copy.put(name, copyOf(value));
        });
        return Collections.unmodifiableMap(copy);
    }
}
