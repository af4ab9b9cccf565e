package io.github.gmp.runtime.config;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes plain data as YAML: maps in lines of their own, lists of simple values in one line. Reads back as the same data. */
final class YamlWriter {
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}0-9_./$+][\\p{L}0-9_./$+\\- ]*");
    private static final Set<String> YAML_1_1_BOOLEANS = Set.of("yes", "no", "on", "off");

    private final StringBuilder text = new StringBuilder();

    private YamlWriter() {}

    /**
     * {@return YAML, ending with a line break}
     *
     * @param map plain data
     */
    static String write(Map<String, ?> map) {
        YamlWriter writer = new YamlWriter();
        writer.map(map, 0, false);
        return writer.text.toString();
    }

    /**
     * {@return YAML in one line}
     *
     * @param value plain data
     */
    static String flow(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> scalar(entry.getKey()) + ": " + flow(entry.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (value instanceof List<?> list) {
            return list.stream().map(YamlWriter::flow).collect(Collectors.joining(", ", "[", "]"));
        }
        return scalar(value);
    }

    private void map(Map<?, ?> map, int indent, boolean firstOnSameLine) {
        boolean first = firstOnSameLine;
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            if (!first) {
                text.append(" ".repeat(indent));
            }
            first = false;
            text.append(scalar(entry.getKey())).append(':');
            Object value = entry.getValue();
            if (value instanceof Map<?, ?> nested && !isShort(nested)) {
                text.append('\n');
                map(nested, indent + 2, false);
            } else if (value instanceof List<?> list && list.stream().anyMatch(YamlWriter::isCollection)) {
                text.append('\n');
                list(list, indent + 2);
            } else {
                text.append(' ').append(flow(value)).append('\n');
            }
        }
    }

    private void list(List<?> list, int indent) {
        for (Object item : list) {
            text.append(" ".repeat(indent)).append("- ");
            if (item instanceof Map<?, ?> nested && !isShort(nested)) {
                map(nested, indent + 2, true);
            } else {
                text.append(flow(item)).append('\n');
            }
        }
    }

    /** A map that reads best in one line, e.g. {@code {type: hard, radius: 6.0}}. */
    private static boolean isShort(Map<?, ?> map) {
        return map.values().stream().noneMatch(value -> value instanceof Map)
                && flow(map).length() <= 80;
    }

    private static boolean isCollection(Object value) {
        return value instanceof Map || value instanceof List;
    }

    private static String scalar(Object value) {
        if (value instanceof Double number) {
            return decimal(number);
        }
        if (value instanceof Number || value instanceof Boolean) {
            return value.toString();
        }
        String string = value.toString();
        boolean plain = PLAIN.matcher(string).matches()
                && !string.endsWith(" ")
                && !YamlScalars.isNothing(string)
                && YamlScalars.valueOf(string) instanceof String
                && !YAML_1_1_BOOLEANS.contains(string.toLowerCase(java.util.Locale.ROOT));
        return plain ? string : quoted(string);
    }

    private static String decimal(double number) {
        if (Double.isNaN(number)) {
            return ".nan";
        }
        if (Double.isInfinite(number)) {
            return number > 0 ? ".inf" : "-.inf";
        }
        return Double.toString(number);
    }

    private static String quoted(String string) {
        boolean printable = string.chars().noneMatch(c -> Character.isISOControl(c) || Character.isSurrogate((char) c));
        if (printable) {
            return "'" + string.replace("'", "''") + "'";
        }
        StringBuilder result = new StringBuilder("\"");
        string.chars().forEach(c -> {
            if (c == '"' || c == '\\') {
                result.append('\\').append((char) c);
            } else if (Character.isISOControl(c)) {
                result.append(String.format(java.util.Locale.ROOT, "\\u%04x", c));
            } else {
                result.append((char) c);
            }
        });
        return result.append('"').toString();
    }
}
