package io.github.gmp.experiments.files;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;

import java.util.Map;

/** Plain data (text, numbers, booleans, lists, maps) as JSON text. */
public final class PlainJson {
    private static final ObjectMapper LINE = new ObjectMapper();
    private static final ObjectMapper PRETTY = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

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

    private static String write(ObjectMapper mapper, Map<String, ?> map) {
        try {
            return mapper.writeValueAsString(map);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not plain data", e);
        }
    }
}
