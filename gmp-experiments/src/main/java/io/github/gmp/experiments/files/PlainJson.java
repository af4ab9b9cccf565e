package io.github.gmp.experiments.files;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Plain data (text, numbers, booleans, lists, maps) as JSON text and back. */
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
     * @param map plain data
     * @return an indented text that ends with a line break
     */
    public static String text(Map<String, ?> map) {
        return write(PRETTY, map) + "\n";
    }

    /**
     * @param map plain data
     * @return one line, without a line break
     */
    public static String line(Map<String, ?> map) {
        return write(LINE, map);
    }

    /**
     * @param json the text of one JSON object, as UTF-8
     * @return the object; whole numbers are {@link Long}s
     * @throws IOException if it is anything else
     */
    public static Map<?, ?> read(byte[] json) throws IOException {
        return READER.readValue(json, Map.class);
    }

    /**
     * @param map plain data
     * @return the same as it would be read again: comparable with what was read
     */
    public static Map<String, Object> copy(Map<String, ?> map) {
        Map<String, Object> copy = new LinkedHashMap<>();
        try {
            read(line(map).getBytes(StandardCharsets.UTF_8)).forEach((key, value) -> copy.put((String) key, value));
        } catch (IOException e) {
            throw new IllegalArgumentException("not plain data", e);
        }
        return copy;
    }

    private static String write(ObjectMapper mapper, Map<String, ?> map) {
        try {
            return mapper.writeValueAsString(map);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not plain data", e);
        }
    }
}
