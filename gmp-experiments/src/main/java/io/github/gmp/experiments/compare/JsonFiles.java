package io.github.gmp.experiments.compare;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.util.Map;

/** Plain data as JSON text and back. */
final class JsonFiles {
    // Maps, lists, text and numbers only: nothing read ever names a class.
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_LONG_FOR_INTS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private JsonFiles() {}

    static String write(Map<String, Object> map) {
        try {
            return MAPPER.writeValueAsString(map) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not plain data", e);
        }
    }

    static Map<?, ?> read(byte[] json) throws IOException {
        return MAPPER.readValue(json, Map.class);
    }
}
