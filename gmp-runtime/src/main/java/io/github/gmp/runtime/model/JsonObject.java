package io.github.gmp.runtime.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.gmp.api.error.DataException;
import io.github.gmp.runtime.files.PlainJson;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A JSON object whose values are taken with their expected types; anything else is bad data, named with its key. */
final class JsonObject {
    // Plain data only: no class is ever named by what is read.
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_LONG_FOR_INTS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private final Map<?, ?> values;
    private final String path;

    private JsonObject(Map<?, ?> values, String path) {
        this.values = values;
        this.path = path;
    }

    static JsonObject parse(byte[] json) {
        try {
            return new JsonObject(MAPPER.readValue(json, Map.class), "");
        } catch (IOException e) {
            throw new DataException("is not a JSON object: " + firstLine(e), e);
        }
    }

    static byte[] write(Map<String, Object> values) {
        try {
            return MAPPER.writeValueAsBytes(values);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not plain data: " + firstLine(e), e);
        }
    }

    /** @throws DataException if this is not the document of that kind, or of another version */
    void requireFormat(ArchiveKind kind, String format, long version) {
        if (!text("format").equals(format)) {
            throw new DataException("is not a GMP " + kind.noun() + ": its format is '" + text("format") + "'");
        }
        long found = whole("formatVersion");
        if (found != version) {
            throw new DataException("has " + kind.noun() + " format version " + found
                    + ", but this version of GMP reads version " + version);
        }
    }

    JsonObject object(String key) {
        return new JsonObject(map(key), path + key + ".");
    }

    boolean has(String key) {
        return values.get(key) != null;
    }

    /** {@return the object as plain data, keys checked to be text} */
    Map<String, Object> map(String key) {
        return PlainJson.named((Map<?, ?>) value(key, Map.class, "an object"));
    }

    Map<String, String> texts(String key) {
        Map<String, String> result = new LinkedHashMap<>();
        JsonObject object = object(key);
        map(key).keySet().forEach(name -> result.put(name, object.text(name)));
        return result;
    }

    String text(String key) {
        return value(key, String.class, "text");
    }

    long whole(String key) {
        return value(key, Long.class, "a whole number");
    }

    double number(String key) {
        return value(key, Number.class, "a number").doubleValue();
    }

    List<String> textList(String key) {
        List<String> result = new ArrayList<>();
        for (Object item : list(key)) {
            if (!(item instanceof String text)) {
                throw unexpected(key, "a list of text");
            }
            result.add(text);
        }
        return result;
    }

    double[] numbers(String key) {
        List<?> list = list(key);
        double[] result = new double[list.size()];
        for (int i = 0; i < result.length; i++) {
            if (!(list.get(i) instanceof Number number)) {
                throw unexpected(key, "a list of numbers");
            }
            result[i] = number.doubleValue();
        }
        return result;
    }

    private List<?> list(String key) {
        return value(key, List.class, "a list");
    }

    private <T> T value(String key, Class<T> type, String expected) {
        Object value = values.get(key);
        if (!type.isInstance(value)) {
            throw unexpected(key, expected);
        }
        return type.cast(value);
    }

    private DataException unexpected(String key, String expected) {
        return new DataException("'" + path + key + "' is absent or not " + expected);
    }

    private static String firstLine(IOException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
