package io.github.gmp.runtime.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.github.gmp.api.error.DataException;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Records as JSON objects and back, component by component, in the order in which the record declares them. Components that are {@link
 * Optional}, {@link OptionalDouble}, {@link OptionalInt} or {@link OptionalLong} are left out where they are empty; all others must be there.
 * Reading is strict: nothing unknown, missing, null, given twice or of another type passes, and a text is no number. Numbers that are not
 * finite are texts, {@code "NaN"} and {@code "Infinity"}. No class is ever named by what is read. Thread-safe.
 */
public final class Json {
    private static final String VERSION = "version";

    private static final JsonInclude.Value OMITTED_IF_EMPTY =
            JsonInclude.Value.construct(JsonInclude.Include.NON_EMPTY, JsonInclude.Include.ALWAYS);
    private static final JsonMapper MAPPER = mapper();
    private static final ObjectWriter LINE = MAPPER.writer();
    private static final ObjectWriter TEXT = MAPPER.writerWithDefaultPrettyPrinter();
    private static final ObjectReader PLAIN = MAPPER.readerForMapOf(Object.class);

    private Json() {}

    private static JsonMapper mapper() {
        return JsonMapper.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                        // What is missing counts as null here.
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                        DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
                        DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS,
                        DeserializationFeature.USE_LONG_FOR_INTS)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                // A method isFinite() is no component.
                .disable(MapperFeature.AUTO_DETECT_IS_GETTERS, MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .withCoercionConfig(LogicalType.Textual, config -> config.setCoercion(
                                CoercionInputShape.Integer, CoercionAction.Fail)
                        .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                        .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
                .withConfigOverride(
                        List.class, config -> config.setSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL)))
                .withConfigOverride(Optional.class, config -> config.setInclude(OMITTED_IF_EMPTY))
                .withConfigOverride(OptionalDouble.class, config -> config.setInclude(OMITTED_IF_EMPTY))
                .withConfigOverride(OptionalInt.class, config -> config.setInclude(OMITTED_IF_EMPTY))
                .withConfigOverride(OptionalLong.class, config -> config.setInclude(OMITTED_IF_EMPTY))
                .addModule(OptionalComponents.module())
                .build();
    }

    /**
     * {@return an indented text that ends with a line break}
     *
     * @param document a record, or plain data
     */
    public static String text(Object document) {
        return write(TEXT, document) + "\n";
    }

    /**
     * {@return one line, without a line break}
     *
     * @param document a record, or plain data
     */
    public static String line(Object document) {
        return write(LINE, document);
    }

    /**
     * {@return the same as text, numbers, booleans, lists and maps: as it would be read again, whole numbers as {@link Long}s}
     *
     * @param document a record, or plain data
     */
    public static Map<String, Object> plain(Object document) {
        try {
            return PLAIN.readValue(write(LINE, document));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no object of JSON: " + document.getClass(), e);
        }
    }

    /**
     * {@return the document}
     *
     * @param type the record that says what is in it
     * @param text one JSON object
     * @param origin where it is from, for messages: a file, perhaps with the number of a line
     * @param <T> the record
     * @throws DataException if it is anything else
     */
    public static <T> T read(Class<T> type, String text, String origin) {
        try {
            T document = MAPPER.readValue(text, type);
            if (document == null) {
                throw new DataException(origin + ": is not an object of JSON");
            }
            return document;
        } catch (JsonProcessingException e) {
            throw new DataException(origin + ": " + JsonProblem.of(e), e);
        }
    }

    /**
     * {@return the document; empty if the text is anything else, in whatever way}
     *
     * @param type the record that says what is in it
     * @param text a text
     * @param <T> the record
     */
    public static <T> Optional<T> find(Class<T> type, String text) {
        try {
            // Null is what a JSON null becomes.
            return Optional.ofNullable(MAPPER.readValue(text, type));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /**
     * {@return a document whose names are not known beforehand, as text, numbers, booleans, lists and maps, whole numbers as {@link Long}s;
     * empty if the text is anything else}
     *
     * @param text a text
     */
    public static Optional<Map<String, Object>> findPlain(String text) {
        try {
            return Optional.ofNullable(PLAIN.readValue(text));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /**
     * {@return the number of the version that a document says it is of, whatever else is in it; empty if it says none}
     *
     * @param text a text
     */
    public static OptionalLong version(String text) {
        try (JsonParser parser = MAPPER.createParser(text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return OptionalLong.empty();
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean found = parser.currentName().equals(VERSION);
                if (parser.nextToken() == JsonToken.VALUE_NUMBER_INT && found) {
                    return OptionalLong.of(parser.getLongValue());
                }
                parser.skipChildren();
            }
            return OptionalLong.empty();
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }

    private static String write(ObjectWriter writer, Object document) {
        try {
            return writer.writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("neither a record nor plain data: " + document.getClass(), e);
        }
    }
}
