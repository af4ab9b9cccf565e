package io.github.gmp.api.state;

import io.github.gmp.api.error.DataException;
import io.github.gmp.api.math.Matrix;
import io.github.gmp.api.structure.Element;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Reads a {@link ModelState} without trusting it: everything must be there, of the right shape, and finite. Its exceptions say what is missing
 * or does not fit, of what, and what was there instead.
 */
public final class StateReader {
    /** Name of the attribute with the type of the component, see {@link ModelState.Builder#type}. */
    static final String TYPE = "type";

    /** Name of the attribute with the elements, symbols separated by blanks, ascending in atomic number. */
    static final String ELEMENTS = "elements";

    /** Names that a message lists of what is there. */
    private static final int MOST_LISTED = 6;

    private final ModelState state;
    private final String what;

    StateReader(ModelState state, String what) {
        this.state = state;
        this.what = what;
    }

    void requireType(String type) {
        String got = text(TYPE);
        if (!got.equals(type)) {
            throw new DataException(what + " is of type '" + got + "', expected '" + type + "'");
        }
    }

    /**
     * @param name name of an attribute
     * @throws DataException if it is missing
     */
    public String text(String name) {
        String value = state.attributes().get(name);
        if (value == null) {
            throw missing("attribute", name, state.attributes().keySet());
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
        String text = text(name);
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
        String text = text(name);
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
        String text = text(name);
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

    /** The text of an enum constant in attributes. */
    static String text(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * @return the elements of {@link ModelState.Builder#elements(Collection)}, ascending in atomic number, at least one
     * @throws DataException if they are missing or no such list
     */
    public List<Element> elements() {
        return elements(ELEMENTS);
    }

    /**
     * @param name name of an attribute
     * @return its elements, ascending in atomic number, at least one
     * @throws DataException if it is missing or no such list
     */
    public List<Element> elements(String name) {
        String text = text(name);
        List<Element> elements = new ArrayList<>();
        for (String symbol : text.split(" ", -1)) {
            Optional<Element> element = Arrays.stream(Element.values())
                    .filter(candidate -> candidate.symbol().equals(symbol))
                    .findFirst();
            boolean ascending = element.isPresent()
                    && (elements.isEmpty() || elements.get(elements.size() - 1).compareTo(element.get()) < 0);
            if (!ascending) {
                throw invalid(name, text, "different element symbols, ascending in atomic number");
            }
            elements.add(element.get());
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
            throw missing("tensor", name, state.tensors().keySet());
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

    private DataException missing(String kind, String name, Collection<String> there) {
        String listed = there.stream().limit(MOST_LISTED).collect(Collectors.joining(", "));
        String rest = there.size() > MOST_LISTED ? " and " + (there.size() - MOST_LISTED) + " more" : "";
        return new DataException(what + " lacks the " + kind + " '" + name + "' ("
                + (there.isEmpty() ? "there is none" : "there are " + listed + rest) + ")");
    }

    private DataException invalid(String name, String got, String expected) {
        return new DataException("attribute '" + name + "' of " + what + ": got " + got + ", expected " + expected);
    }
}
