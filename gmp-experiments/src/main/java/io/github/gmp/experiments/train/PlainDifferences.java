package io.github.gmp.experiments.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Where two trees of plain data differ. */
final class PlainDifferences {
    private static final int LONGEST = 120;

    private PlainDifferences() {}

    /**
     * {@return a line for every key with another value, e.g. {@code regressor.epochs: was 100, now 200}; in the order of the keys}
     *
     * @param before plain data
     * @param now plain data
     */
    static List<String> between(Map<?, ?> before, Map<?, ?> now) {
        List<String> lines = new ArrayList<>();
        collect("", before, now, lines);
        return lines;
    }

    private static void collect(String path, Map<?, ?> before, Map<?, ?> now, List<String> lines) {
        TreeSet<String> keys = new TreeSet<>();
        before.keySet().forEach(key -> keys.add((String) key));
        now.keySet().forEach(key -> keys.add((String) key));
        for (String key : keys) {
            Optional<Object> old = Optional.ofNullable(before.get(key));
            Optional<Object> current = Optional.ofNullable(now.get(key));
            if (old.orElse("") instanceof Map<?, ?> oldMap && current.orElse("") instanceof Map<?, ?> currentMap) {
                collect(path + key + ".", oldMap, currentMap, lines);
            } else if (!old.equals(current)) {
                lines.add(path + key + ": was " + shown(old) + ", now " + shown(current));
            }
        }
    }

    private static String shown(Optional<Object> value) {
        String text = value.map(Object::toString).orElse("absent");
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }
}
