package io.github.gmp.models.input;

import io.github.gmp.api.error.DataException;
import io.github.gmp.api.math.Matrix;
import io.github.gmp.api.model.RegressorState;
import io.github.gmp.api.structure.Element;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads a {@link RegressorState} without trusting it: everything must be there, of the right shape, and finite. */
public final class StateReader {
    /** Name of the attribute with the type of the regressor. */
    public static final String TYPE = "type";

    /** Name of the attribute with the elements, symbols separated by blanks, ascending in atomic number. */
    public static final String ELEMENTS = "elements";

    private final RegressorState state;
    private final String what;

    private StateReader(RegressorState state, String what, String type) {
        this.state = state;
        this.what = what;
        String got = attribute(TYPE);
        if (!got.equals(type)) {
            throw new DataException(what + " is of type '" + got + "', expected '" + type + "'");
        }
    }

    /**
     * @param state the state
     * @param type the type that it should be of
     * @throws DataException if it is of another type
     */
    public StateReader(RegressorState state, String type) {
        this(state, "the stored regressor", type);
    }

    /**
     * {@return reads it}
     *
     * @param state the state of a training that is not finished
     * @param type the type that it should be of
     * @throws DataException if it is of another type
     */
    public static StateReader ofTraining(RegressorState state, String type) {
        return new StateReader(state, "the stored training", type);
    }

    /**
     * {@return its text}
     *
     * @param name name of an attribute
     * @throws DataException if it is missing
     */
    public String attribute(String name) {
        String value = state.attributes().get(name);
        if (value == null) {
            throw new DataException(what + " lacks the attribute '" + name + "'");
        }
        return value;
    }

    /**
     * {@return its value}
     *
     * @param name name of an attribute
     * @param smallest smallest allowed value
     * @param largest largest allowed value
     * @throws DataException if it is missing, no integer or out of range
     */
    public int integer(String name, int smallest, int largest) {
        String text = attribute(name);
        try {
            int value = Integer.parseInt(text);
            if (value >= smallest && value <= largest) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Falls through to the same message.
        }
        throw invalid(name, text, "an integer from " + smallest + " to " + largest);
    }

    /**
     * {@return its value}
     *
     * @param name name of an attribute
     * @throws DataException if it is missing or neither true nor false
     */
    public boolean flag(String name) {
        String text = attribute(name);
        if (!text.equals("true") && !text.equals("false")) {
            throw invalid(name, text, "true or false");
        }
        return Boolean.parseBoolean(text);
    }

    /**
     * {@return the constant}
     *
     * @param name name of an attribute that holds an enum constant in lower-kebab-case
     * @param constants the constants
     * @param <E> the enum
     * @throws DataException if it is missing or unknown
     */
    public <E extends Enum<E>> E constant(String name, E[] constants) {
        String text = attribute(name);
        Optional<E> found = Arrays.stream(constants)
                .filter(constant -> text(constant).equals(text))
                .findFirst();
        return found.orElseThrow(() -> invalid(
                name,
                text,
                "one of "
                        + String.join(
                                ", ",
                                Arrays.stream(constants).map(StateReader::text).toList())));
    }

    /**
     * {@return its text in attributes}
     *
     * @param constant an enum constant
     */
    public static String text(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** {@return the elements, ascending in atomic number, at least one} */
    public List<Element> elements() {
        String text = attribute(ELEMENTS);
        List<Element> elements = new ArrayList<>();
        for (String symbol : text.split(" ", -1)) {
            Element element = Element.of(symbol);
            if (!elements.isEmpty() && elements.get(elements.size() - 1).compareTo(element) >= 0) {
                throw invalid(ELEMENTS, text, "different element symbols, ascending in atomic number");
            }
            elements.add(element);
        }
        return elements;
    }

    /**
     * {@return whether the state has it}
     *
     * @param name name of a tensor
     */
    public boolean hasTensor(String name) {
        return state.tensors().containsKey(name);
    }

    /**
     * {@return a copy of its values, row-major}
     *
     * @param name name of a tensor
     * @param rows its number of rows
     * @param columns its number of columns
     * @throws DataException if it is missing, of another shape or not finite
     */
    public double[] tensor(String name, int rows, int columns) {
        Matrix tensor = state.tensors().get(name);
        if (tensor == null) {
            throw new DataException(what + " lacks the tensor '" + name + "'");
        }
        if (tensor.rows() != rows || tensor.columns() != columns) {
            throw new DataException("tensor '" + name + "' of " + what + " is " + tensor.rows() + " x "
                    + tensor.columns() + ", expected " + rows + " x " + columns);
        }
        double[] values = tensor.array().clone();
        for (double value : values) {
            if (!Double.isFinite(value)) {
                throw new DataException("tensor '" + name + "' of " + what + " contains " + value);
            }
        }
        return values;
    }

    private DataException invalid(String name, String got, String expected) {
        return new DataException("attribute '" + name + "' of " + what + ": got " + got + ", expected " + expected);
    }
}
