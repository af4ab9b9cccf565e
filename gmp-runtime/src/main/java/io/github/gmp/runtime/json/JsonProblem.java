package io.github.gmp.runtime.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;

import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What is wrong with a document, in words for users: which component, and what was expected there. */
final class JsonProblem {
    private JsonProblem() {}

    /**
     * {@return the problem}
     *
     * @param thrown what Jackson says
     */
    static String of(JsonProcessingException thrown) {
        Optional<StreamReadException> syntax = syntax(thrown);
        if (syntax.isPresent()) {
            return syntax(syntax.get());
        }
        String path = thrown instanceof JsonMappingException mapping ? path(mapping) : "";
        if (thrown instanceof UnrecognizedPropertyException unknown) {
            return "'" + path + "' is not known; known here: "
                    + new TreeSet<>(unknown.getKnownPropertyIds())
                            .stream().map(String::valueOf).collect(Collectors.joining(", "));
        }
        if (thrown instanceof ValueInstantiationException && thrown.getCause() != null) {
            String reason = String.valueOf(thrown.getCause().getMessage());
            return path.isEmpty() ? reason : "'" + path + "': " + reason;
        }
        String expected = expected(target(thrown));
        return path.isEmpty() ? "is not " + expected + " of JSON" : "'" + path + "' is absent or not " + expected;
    }

    private static Optional<StreamReadException> syntax(Throwable thrown) {
        return thrown instanceof InputCoercionException || thrown == null
                ? Optional.empty()
                : thrown instanceof StreamReadException read ? Optional.of(read) : syntax(thrown.getCause());
    }

    private static String syntax(StreamReadException thrown) {
        JsonLocation place = thrown.getLocation();
        String where = "line " + place.getLineNr() + ", column " + place.getColumnNr();
        return String.valueOf(thrown.getOriginalMessage()).startsWith("Duplicate")
                ? "a name that the object has already, before " + where
                : "is no JSON from " + where + " on";
    }

    private static Class<?> target(Throwable thrown) {
        if (thrown instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null) {
            return mismatch.getTargetType();
        }
        return thrown.getCause() instanceof InputCoercionException coercion ? coercion.getTargetType() : Object.class;
    }

    private static String path(JsonMappingException thrown) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference reference : thrown.getPath()) {
            if (reference.getFieldName() == null) {
                path.append('[').append(reference.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(reference.getFieldName());
            }
        }
        return path.toString();
    }

    private static String expected(Class<?> type) {
        if (type == String.class) {
            return "text";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (type == double.class || type == Double.class || type == Number.class) {
            return "a number";
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return "a whole number";
        }
        if (type.isArray() || Collection.class.isAssignableFrom(type)) {
            return "a list";
        }
        return type.isEnum()
                ? "one of "
                        + Arrays.stream(type.getEnumConstants())
                                .map(String::valueOf)
                                .collect(Collectors.joining(", "))
                : "an object";
    }
}
