package io.github.gmp.runtime.config;

import io.github.gmp.api.error.Suggestions;
import io.github.gmp.api.plugin.ComponentFactory;
import io.github.gmp.api.plugin.ComponentSpec;
import io.github.gmp.api.plugin.ConfigProblem;
import io.github.gmp.runtime.files.NamedFile;

import java.lang.reflect.Type;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One walk over a configuration along the schema of a record: converts every value and collects every problem. Used once, by one thread.
 */
final class BindingPass {
    private static final String TYPE = "type";
    private static final String PRESET = "preset";
    private static final int MOST_PRESETS_LISTED = 20;

    private final ComponentCatalog catalog;
    private final BindingEnvironment environment;
    private final FileLookup files;
    private final Expectation expectation;
    private final List<ConfigProblem> problems = new ArrayList<>();
    private final Set<String> warnings = new LinkedHashSet<>();

    BindingPass(ComponentCatalog catalog, BindingEnvironment environment, FileLookup files) {
        this.catalog = catalog;
        this.environment = environment;
        this.files = files;
        this.expectation = new Expectation(catalog);
    }

    List<ConfigProblem> problems() {
        return problems;
    }

    /** What the user should know about a configuration that is good nevertheless. */
    Set<String> warnings() {
        return warnings;
    }

    /** The map with keys by the names they have now; a key that is given by both names is a problem, and goes by its new one. */
    private Map<String, Object> withPresentNames(Map<?, ?> map, ConfigSchema schema, String path) {
        Map<String, Object> result = new LinkedHashMap<>();
        map.forEach((key, value) -> result.put((String) key, value));
        for (ConfigParameter parameter : schema.parameters()) {
            for (String former : parameter.formerly()) {
                if (!result.containsKey(former)) {
                    continue;
                }
                Object value = result.remove(former);
                if (result.putIfAbsent(parameter.key(), value) == null) {
                    warnings.add(join(path, former) + ": is now called '" + parameter.key() + "'; the name '" + former
                            + "' will not be known for ever");
                } else {
                    problems.add(new ConfigProblem.InvalidValue(
                            join(path, former),
                            "a value as '" + former + "' and one as '" + parameter.key() + "'",
                            "'" + parameter.key() + "' alone, which is what '" + former + "' is called now"));
                }
            }
        }
        return result;
    }

    /** Binds a map to a record. {@code alsoKnown} are keys that the caller has dealt with, for suggestions. */
    BoundValue bindRecord(Map<?, ?> given, Class<?> type, String path, List<String> alsoKnown) {
        ConfigSchema schema = ConfigSchema.of(type);
        Map<String, Object> map = withPresentNames(given, schema, path);
        Map<String, Object> resolved = new LinkedHashMap<>();
        List<Object> arguments = new ArrayList<>();
        boolean failed = false;
        boolean deferred = false;
        for (ConfigParameter parameter : schema.parameters()) {
            BoundValue outcome = bindParameter(map, parameter, join(path, parameter.key()));
            failed |= outcome.isFailed();
            deferred |= outcome.isDeferred();
            outcome.resolved().ifPresent(value -> resolved.put(parameter.key(), value));
            arguments.add(outcome.value().orElse(Optional.empty()));
        }
        failed |= reportUnknownKeys(map, schema, path, alsoKnown);
        if (failed) {
            return BoundValue.failed();
        }
        if (deferred) {
            return BoundValue.deferred(resolved);
        }
        return RecordFactory.create(type, arguments, path, resolved, problems::add)
                .map(config -> BoundValue.bound(config, resolved))
                .orElse(BoundValue.failed());
    }

    private boolean reportUnknownKeys(Map<?, ?> map, ConfigSchema schema, String path, List<String> alsoKnown) {
        Set<String> known = new LinkedHashSet<>(schema.keys());
        known.addAll(alsoKnown);
        boolean found = false;
        for (Object key : map.keySet()) {
            if (schema.find((String) key).isEmpty()) {
                problems.add(new ConfigProblem.UnknownKey(join(path, (String) key), (String) key, known));
                found = true;
            }
        }
        return found;
    }

    private BoundValue bindParameter(Map<?, ?> map, ConfigParameter parameter, String path) {
        Optional<Object> given = Optional.ofNullable(map.get(parameter.key()));
        if (given.isPresent()) {
            return convert(given.get(), parameter.type(), parameter, path);
        }
        if (parameter.defaultValue().isPresent()) {
            return convert(parameter.defaultValue().get(), parameter.type(), parameter, path);
        }
        if (ConfigTypes.isOptional(parameter.type())) {
            return BoundValue.absent();
        }
        String doc = parameter.doc().strip().replaceAll("\\.$", "");
        return fail(new ConfigProblem.MissingKey(path, doc + " (" + expectation.of(parameter.type(), parameter) + ")"));
    }

    private BoundValue convert(Object raw, Type type, ConfigParameter parameter, String path) {
        if (Placeholder.matches(raw)) {
            return fromEnvironment(raw, type, parameter, path);
        }
        if (ConfigTypes.isOptional(type)) {
            return convert(raw, ConfigTypes.content(type), parameter, path).mapValue(Optional::of);
        }
        if (ConfigTypes.isList(type) && raw instanceof List<?> list) {
            return convertList(list, type, parameter, path);
        }
        if (ConfigTypes.isMap(type) && raw instanceof Map<?, ?> map) {
            return convertMap(map, type, parameter, path);
        }
        if (ConfigTypes.isRecord(type) && raw instanceof Map<?, ?> map) {
            return bindRecord(map, (Class<?>) type, path, List.of());
        }
        if (ConfigTypes.isComponent(type)) {
            return bindComponent(parameter.kind(), raw, path, defaultType(parameter));
        }
        if (ConfigTypes.isAnything(type)) {
            return BoundValue.bound(ComponentSpecs.plain(raw), raw);
        }
        if (ConfigTypes.isFile(type)) {
            return convertFile(raw, type, parameter, path);
        }
        if (ConfigTypes.isEnum(type) && raw instanceof String text) {
            return convertEnum(text, (Class<?>) type, path);
        }
        return convertScalar(raw, type, parameter)
                .map(value -> BoundValue.bound(value, value))
                .orElseGet(() -> fail(invalid(path, raw, expectation.of(type, parameter))));
    }

    private static Optional<Object> convertScalar(Object raw, Type type, ConfigParameter parameter) {
        Interval interval = parameter.interval();
        if (ConfigTypes.isDecimal(type) && raw instanceof Number number) {
            double value = number.doubleValue();
            return interval.contains(value) ? Optional.of(value) : Optional.empty();
        }
        if (ConfigTypes.isWhole(type) && (raw instanceof Long || raw instanceof Integer)) {
            long value = ((Number) raw).longValue();
            if (!interval.contains(value)) {
                return Optional.empty();
            }
            if (ConfigTypes.isInt(type)) {
                return value == (int) value ? Optional.of((int) value) : Optional.empty();
            }
            return Optional.of(value);
        }
        boolean asIs = ConfigTypes.isTruth(type) && raw instanceof Boolean
                || ConfigTypes.isText(type) && raw instanceof String;
        return asIs ? Optional.of(raw) : Optional.empty();
    }

    /** One that was bound before is what it was then, wherever the configuration lies by now. */
    private BoundValue convertFile(Object raw, Type type, ConfigParameter parameter, String path) {
        if (raw instanceof NamedFile file) {
            return BoundValue.bound(ConfigTypes.fileValue(type, file), file);
        }
        if (!(raw instanceof String name) || name.isEmpty()) {
            return fail(invalid(path, raw, expectation.of(type, parameter)));
        }
        try {
            NamedFile file = files.find(name);
            return BoundValue.bound(ConfigTypes.fileValue(type, file), file);
        } catch (InvalidPathException e) {
            return fail(invalid(path, raw, expectation.of(type, parameter) + ": " + e.getReason()));
        } catch (IllegalArgumentException e) {
            return fail(invalid(path, raw, e.getMessage()));
        }
    }

    private BoundValue convertEnum(String text, Class<?> type, String path) {
        List<String> names = ConfigTypes.enumNames(type);
        int index = names.indexOf(text);
        if (index < 0) {
            String suggestion = didYouMean(text, names);
            return fail(invalid(path, text, "one of " + String.join(", ", names) + suggestion));
        }
        return BoundValue.bound(type.getEnumConstants()[index], text);
    }

    private BoundValue convertList(List<?> list, Type type, ConfigParameter parameter, String path) {
        List<BoundValue> items = new ArrayList<>(list.size());
        for (int i = 0; i < list.size(); i++) {
            items.add(convert(list.get(i), ConfigTypes.content(type), parameter, path + "[" + i + "]"));
        }
        return BoundValue.all(items);
    }

    private BoundValue convertMap(Map<?, ?> map, Type type, ConfigParameter parameter, String path) {
        Map<String, BoundValue> entries = new LinkedHashMap<>();
        map.forEach((key, value) -> entries.put(
                (String) key, convert(value, ConfigTypes.content(type), parameter, join(path, (String) key))));
        return BoundValue.all(entries);
    }

    private BoundValue fromEnvironment(Object placeholder, Type type, ConfigParameter parameter, String path) {
        if (!environment.isKnown()) {
            return BoundValue.deferred(placeholder);
        }
        String doc = parameter.doc().strip().replaceAll("\\.$", "");
        return environment
                .value(Placeholder.name(placeholder))
                .map(value -> convert(ConfigTree.copyOf(value), type, parameter, path))
                .orElseGet(() -> fail(new ConfigProblem.MissingKey(
                        path, doc + " (there are no data to take " + placeholder + " from)")));
    }

    private static Optional<String> defaultType(ConfigParameter parameter) {
        Object value = parameter.defaultValue().orElse(Map.of());
        Object type = value instanceof Map<?, ?> map ? map.get(TYPE) : value;
        return type instanceof String text ? Optional.of(text) : Optional.empty();
    }

    /** Binds a component: {@code {type: name, …}}, or just its name. */
    BoundValue bindComponent(String kind, Object raw, String path, Optional<String> defaultType) {
        boolean nameOnly = raw instanceof String;
        String typePath = nameOnly ? path : join(path, TYPE);
        Object plain = nameOnly ? Map.of(TYPE, raw) : ComponentSpecs.plain(raw);
        if (!(plain instanceof Map<?, ?> map)) {
            return fail(invalid(path, raw, expectation.component(kind)));
        }
        Object type = map.containsKey(TYPE) ? map.get(TYPE) : defaultType.orElse(null);
        if (type == null) {
            return fail(new ConfigProblem.MissingKey(typePath, expectation.component(kind)));
        }
        if (!(type instanceof String name)) {
            return fail(invalid(typePath, type, expectation.component(kind)));
        }
        return catalog.find(kind, name)
                .map(factory -> bindKeys(factory, map, path))
                .orElseGet(() -> fail(new ConfigProblem.UnknownComponent(typePath, kind, name, catalog.names(kind))));
    }

    private BoundValue bindKeys(ComponentFactory<?, ?> factory, Map<?, ?> given, String path) {
        // Before a preset is merged in, which has the present names.
        Map<String, Object> keys = withPresentNames(given, ConfigSchema.of(factory.configType()), path);
        keys.remove(TYPE);
        Map<String, Map<String, Object>> presets = factory.presets();
        List<String> alsoKnown = new ArrayList<>(List.of(TYPE));
        Map<String, Object> expanded = keys;
        if (!presets.isEmpty()) {
            alsoKnown.add(PRESET);
            Optional<Object> preset = Optional.ofNullable(keys.remove(PRESET));
            if (preset.isPresent() && !presets.containsKey(preset.get())) {
                String got = String.valueOf(preset.get());
                // The keys given are still checked, but what the preset would have given is not missed.
                problems.add(invalid(
                        join(path, PRESET),
                        preset.get(),
                        presetNames(factory.name(), presets.keySet()) + didYouMean(got, presets.keySet())));
                int before = problems.size();
                bindRecord(keys, factory.configType(), path, alsoKnown);
                problems.subList(before, problems.size()).removeIf(ConfigProblem.MissingKey.class::isInstance);
                return BoundValue.failed();
            }
            expanded = preset.map(name -> PresetMerger.merge(
                            factory.configType(),
                            ConfigTree.of(presets.get(name), Path.of("")).map(),
                            keys))
                    .orElse(keys);
        }
        BoundValue outcome = bindRecord(expanded, factory.configType(), path, alsoKnown);
        return outcome.toComponent(resolved -> new ComponentSpec(factory.name(), resolved, path));
    }

    private static String presetNames(String component, Set<String> names) {
        return names.size() <= MOST_PRESETS_LISTED
                ? "one of " + String.join(", ", names)
                : "one of its " + names.size() + " presets ('gmp describe " + component + "' lists them)";
    }

    private static String didYouMean(String got, java.util.Collection<String> known) {
        return Suggestions.nearest(got, known)
                .map(nearest -> "; did you mean '" + nearest + "'?")
                .orElse("");
    }

    private static ConfigProblem invalid(String path, Object got, String expected) {
        return new ConfigProblem.InvalidValue(path, Rendering.of(got), expected);
    }

    private BoundValue fail(ConfigProblem problem) {
        problems.add(problem);
        return BoundValue.failed();
    }

    private static String join(String path, String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
