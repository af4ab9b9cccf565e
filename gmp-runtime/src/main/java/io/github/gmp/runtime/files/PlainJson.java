package io.github.gmp.runtime.files;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Plain data (text, numbers, booleans, files, which are written by their names, lists, maps) as JSON text and back. */
public final class PlainJson {
    private static final ObjectMapper LINE = new ObjectMapper();
    private static final ObjectMapper PRETTY = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    // Maps, lists, text and numbers only: nothing read ever names a class.
    private static final ObjectMapper READER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_LONG_FOR_INTS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private PlainJson() {}

    /**
     * {@return an indented text that ends with a line break}
     *
     * @param map plain data
     */
    public static String text(Map<String, ?> map) {
        return write(PRETTY, map) + "\n";
    }

    /**
     * {@return one line, without a line break}
     *
     * @param map plain data
     */
    public static String line(Map<String, ?> map) {
        return write(LINE, map);
    }

    /**
     * {@return the object; whole numbers are {@link Long}s}
     *
     * @param json the text of one JSON object, as UTF-8
     * @throws IOException if it is anything else
     */
    public static Map<?, ?> read(byte[] json) throws IOException {
        return READER.readValue(json, Map.class);
    }

    /**
     * {@return the object; whole numbers are {@link Long}s}
     *
     * @param json the text of one JSON object
     * @throws IOException if it is anything else
     */
    public static Map<?, ?> read(String json) throws IOException {
        return read(json.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * {@return the same with keys that are known to be text, in their order}
     *
     * @param object an object that was read
     */
    public static Map<String, Object> named(Map<?, ?> object) {
        Map<String, Object> named = new LinkedHashMap<>();
        object.forEach((key, value) -> named.put(String.valueOf(key), value));
        return named;
    }

    /**
     * {@return the same as it would be read again: comparable with what was read}
     *
     * @param map plain data
     */
    public static Map<String, Object> copy(Map<String, ?> map) {
        try {
            return named(read(line(map)));
        } catch (IOException e) {
            throw new IllegalArgumentException("not plain data", e);
        }
    }

    private static String write(ObjectMapper mapper, Map<String, ?> map) {
        try {
            return mapper.writeValueAsString(map);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not plain data", e);
        }
    }
}
