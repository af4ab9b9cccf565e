package io.github.gmp.runtime.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.module.SimpleModule;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;

/** Optional components of records: what is in them where there is something, and absent where there is nothing. */
final class OptionalComponents {
    /** The optional types, and what is in each of them as an {@link Optional}. */
    private static final Map<Class<?>, Function<Object, Optional<?>>> CONTENTS = Map.of(
            Optional.class, value -> (Optional<?>) value,
            OptionalDouble.class, value -> boxed((OptionalDouble) value),
            OptionalInt.class, value -> boxed((OptionalInt) value),
            OptionalLong.class, value -> boxed((OptionalLong) value));

    private OptionalComponents() {}

    /** {@return how Jackson writes and reads them} */
    static SimpleModule module() {
        SimpleModule module = new SimpleModule("gmp-optional");
        CONTENTS.keySet().forEach(type -> module.addSerializer(type, new Writer()));
        return module.addDeserializer(Optional.class, new Reader<>(Object.class, value -> value, Optional.empty()))
                .addDeserializer(
                        OptionalDouble.class,
                        new Reader<>(
                                double.class,
                                value -> value.map(number -> OptionalDouble.of((Double) number))
                                        .orElse(OptionalDouble.empty()),
                                Optional.empty()))
                .addDeserializer(
                        OptionalInt.class,
                        new Reader<>(
                                int.class,
                                value -> value.map(number -> OptionalInt.of((Integer) number))
                                        .orElse(OptionalInt.empty()),
                                Optional.empty()))
                .addDeserializer(
                        OptionalLong.class,
                        new Reader<>(
                                long.class,
                                value -> value.map(number -> OptionalLong.of((Long) number))
                                        .orElse(OptionalLong.empty()),
                                Optional.empty()));
    }

    private static Optional<?> boxed(OptionalDouble value) {
        return value.isPresent() ? Optional.of(value.getAsDouble()) : Optional.empty();
    }

    private static Optional<?> boxed(OptionalInt value) {
        return value.isPresent() ? Optional.of(value.getAsInt()) : Optional.empty();
    }

    private static Optional<?> boxed(OptionalLong value) {
        return value.isPresent() ? Optional.of(value.getAsLong()) : Optional.empty();
    }

    private static final class Writer extends JsonSerializer<Object> {
        @Override
        public boolean isEmpty(SerializerProvider provider, Object value) {
            return content(value).isEmpty();
        }

        @Override
        public void serialize(Object value, JsonGenerator generator, SerializerProvider provider) throws IOException {
            // An empty one that is no component of a record, but an item of a list.
            provider.defaultSerializeValue(content(value).orElse(null), generator);
        }

        private static Optional<?> content(Object value) {
            return CONTENTS.get(value.getClass()).apply(value);
        }
    }

    private static final class Reader<T> extends JsonDeserializer<T> implements ContextualDeserializer {
        private final Class<?> content;
        private final Function<Optional<?>, T> wrapped;
        private final Optional<JsonDeserializer<?>> reader;

        /**
         * @param content what is in it
         * @param wrapped puts it there
         * @param reader reads it, once it is known which component this is
         */
        Reader(Class<?> content, Function<Optional<?>, T> wrapped, Optional<JsonDeserializer<?>> reader) {
            this.content = content;
            this.wrapped = wrapped;
            this.reader = reader;
        }

        @Override
        public JsonDeserializer<?> createContextual(DeserializationContext context, BeanProperty property)
                throws JsonMappingException {
            JavaType type = property == null ? context.getContextualType() : property.getType();
            JavaType inside = type.containedTypeCount() == 1 ? type.containedType(0) : context.constructType(content);
            return new Reader<>(
                    inside.getRawClass(),
                    wrapped,
                    Optional.of(context.findContextualValueDeserializer(inside, property)));
        }

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return wrapped.apply(Optional.of(reader.orElseThrow().deserialize(parser, context)));
        }

        @Override
        public T getNullValue(DeserializationContext context) throws JsonMappingException {
            throw MismatchedInputException.from(context.getParser(), content, "null");
        }

        @Override
        public T getAbsentValue(DeserializationContext context) {
            return wrapped.apply(Optional.empty());
        }
    }
}
