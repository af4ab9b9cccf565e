package io.github.gmp.api.state;

import io.github.gmp.api.error.DataException;
import io.github.gmp.api.math.Matrix;
import io.github.gmp.api.structure.Element;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * All that a trained component (a regressor, the constants of a descriptor, a training that is not finished) is built again from, as plain
 * data: what a file stores. Vectors are matrices of one row. Written with {@link #builder()}, read with a {@link StateReader}.
 *
 * @param attributes small settings by name, as text
 * @param tensors numbers by name
 */
public record ModelState(Map<String, String> attributes, Map<String, Matrix> tensors) {
    /** Copies the maps, sorted by name. */
    public ModelState {
        attributes = Collections.unmodifiableMap(new TreeMap<>(attributes));
        tensors = Collections.unmodifiableMap(new TreeMap<>(tensors));
    }

    /** {@return a builder of a state in which there is nothing yet} */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * A state within this one, as {@link Builder#nested} put it there.
     *
     * @param prefix what the names of its attributes and tensors begin with here
     * @return the state, empty if no name begins so
     */
    public ModelState nested(String prefix) {
        return new ModelState(withPrefix(attributes, prefix), withPrefix(tensors, prefix));
    }

    private static <T> Map<String, T> withPrefix(Map<String, T> all, String prefix) {
        return all.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(prefix))
                .collect(Collectors.toMap(entry -> entry.getKey().substring(prefix.length()), Map.Entry::getValue));
    }

    /**
     * Reads this state with its type checked.
     *
     * @param what what it is the state of, as messages say it, e.g. {@code the stored regressor}
     * @param type the type that it should be of, see {@link Builder#type}
     * @return reads it
     * @throws DataException if it is of another type
     */
    public StateReader reader(String what, String type) {
        StateReader reader = reader(what);
        reader.requireType(type);
        return reader;
    }

    /**
     * {@return reads this state}
     *
     * @param what what it is the state of, as messages say it, e.g. {@code the stored descriptor}
     */
    public StateReader reader(String what) {
        return new StateReader(this, what);
    }

    /** Collects attributes and tensors. */
    public static final class Builder {
        private final Map<String, String> attributes = new TreeMap<>();
        private final Map<String, Matrix> tensors = new TreeMap<>();

        private Builder() {}

        /**
         * Says what it is the state of, so that another component refuses it.
         *
         * @param type name of the component, e.g. that of its factory
         * @return this
         */
        public Builder type(String type) {
            return text(StateReader.TYPE, type);
        }

        /**
         * {@return this}
         *
         * @param elements elements in ascending order, read by {@link StateReader#elements()}
         */
        public Builder elements(Collection<Element> elements) {
            return elements(StateReader.ELEMENTS, elements);
        }

        /**
         * {@return this}
         *
         * @param name name of an attribute
         * @param elements elements in ascending order
         */
        public Builder elements(String name, Collection<Element> elements) {
            return text(name, elements.stream().map(Element::symbol).collect(Collectors.joining(" ")));
        }

        /**
         * {@return this}
         *
         * @param name name of an attribute
         * @param value its value
         */
        public Builder text(String name, String value) {
            attributes.put(name, value);
            return this;
        }

        /**
         * {@return this}
         *
         * @param name name of an attribute
         * @param value its value
         */
        public Builder integer(String name, long value) {
            return text(name, Long.toString(value));
        }

        /**
         * {@return this}
         *
         * @param name name of an attribute
         * @param value its value
         */
        public Builder flag(String name, boolean value) {
            return text(name, Boolean.toString(value));
        }

        /**
         * {@return this}
         *
         * @param name name of an attribute
         * @param value its value, stored in lower-kebab-case
         */
        public Builder constant(String name, Enum<?> value) {
            return text(name, StateReader.text(value));
        }

        /**
         * {@return this}
         *
         * @param name name of a tensor
         * @param values a matrix
         */
        public Builder tensor(String name, Matrix values) {
            tensors.put(name, values);
            return this;
        }

        /**
         * {@return this}
         *
         * @param name name of a tensor
         * @param values its only row, copied
         */
        public Builder vector(String name, double... values) {
            return tensor(name, Matrix.wrap(1, values.length, values.clone()));
        }

        /**
         * {@return this}
         *
         * @param prefix what the names in it begin with from now on; no name that is not of it may begin so
         * @param state a state
         */
        public Builder nested(String prefix, ModelState state) {
            state.attributes().forEach((name, value) -> attributes.put(prefix + name, value));
            state.tensors().forEach((name, values) -> tensors.put(prefix + name, values));
            return this;
        }

        /** {@return the state} */
        public ModelState build() {
            return new ModelState(attributes, tensors);
        }
    }
}
