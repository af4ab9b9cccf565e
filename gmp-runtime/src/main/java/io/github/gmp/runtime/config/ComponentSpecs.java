package io.github.gmp.runtime.config;

import io.github.gmp.api.plugin.ComponentSpec;
import io.github.gmp.runtime.files.NamedFile;
import io.github.gmp.runtime.files.Sha256;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Component specifications as plain data, as canonical JSON and as hashes. */
public final class ComponentSpecs {
    private ComponentSpecs() {}

    /**
     * {@return its keys and its {@code type} as plain data, nested components likewise, keys sorted}
     *
     * @param spec a component
     */
    public static Map<String, Object> toMap(ComponentSpec spec) {
        Map<String, Object> map = sorted(spec.keys());
        map.put("type", spec.type());
        return Collections.unmodifiableMap(map);
    }

    /**
     * {@return the same with these as maps, keys sorted}
     *
     * @param value plain data with {@link ComponentSpec}s inside
     */
    static Object plain(Object value) {
        if (value instanceof ComponentSpec spec) {
            return toMap(spec);
        }
        if (value instanceof Map<?, ?> map) {
            return Collections.unmodifiableMap(sorted(map));
        }
        if (value instanceof Collection<?> collection) {
            List<Object> list = new ArrayList<>(collection.size());
            collection.forEach(item -> list.add(plain(item)));
            return Collections.unmodifiableList(list);
        }
        return value;
    }

    /**
     * {@return SHA-256 of its canonical JSON, in hexadecimal; where it stands in a configuration does not matter}
     *
     * @param spec a resolved component
     */
    public static String hash(ComponentSpec spec) {
        return hashOf(spec);
    }

    /**
     * {@return SHA-256 of its canonical JSON, in hexadecimal}
     *
     * @param value plain data
     */
    public static String hashOf(Object value) {
        return Sha256.hex(canonicalJson(value).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * JSON that is the same for the same data: keys sorted, no blanks, shortest decimal numbers that read back exactly.
     *
     * @param value plain data; {@link ComponentSpec}s count as their map, {@link NamedFile}s as their name
     * @return the text
     * @throws IllegalArgumentException if a value is not plain data or a number is not finite
     */
    public static String canonicalJson(Object value) {
        StringBuilder json = new StringBuilder();
        write(plain(value), json);
        return json.toString();
    }

    private static Map<String, Object> sorted(Map<?, ?> map) {
        Map<String, Object> sorted = new TreeMap<>();
        map.forEach((key, value) -> sorted.put((String) key, plain(value)));
        return sorted;
    }

    private static void write(Object value, StringBuilder json) {
        if (value instanceof Map<?, ?> map) {
            json.append('{');
            String separator = "";
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                json.append(separator);
                writeText((String) entry.getKey(), json);
                json.append(':');
                write(entry.getValue(), json);
                separator = ",";
            }
            json.append('}');
        } else if (value instanceof List<?> list) {
            json.append('[');
            String separator = "";
            for (Object item : list) {
                json.append(separator);
                write(item, json);
                separator = ",";
            }
            json.append(']');
        } else if (value instanceof String text) {
            writeText(text, json);
        } else if (value instanceof NamedFile file) {
            writeText(file.name(), json);
        } else if (value instanceof Double number && Double.isFinite(number)) {
            // Adding zero makes −0.0 and 0.0 the same.
            json.append(number + 0.0);
        } else if (value instanceof Long || value instanceof Integer || value instanceof Boolean) {
            json.append(value);
        } else {
            throw new IllegalArgumentException("neither plain data nor a finite number: " + value);
        }
    }

    private static void writeText(String text, StringBuilder json) {
        json.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < 0x20) {
                json.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                json.append(c);
            }
        }
        json.append('"');
    }
}
