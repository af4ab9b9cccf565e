package io.github.gmp.io.extxyz;

import io.github.gmp.api.error.Suggestions;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The columns of the rows of a frame, as {@code Properties=species:S:1:pos:R:3} says.
 *
 * @param columns the columns
 * @param extraIgnored whether a row may have more columns, which are not read (plain XYZ)
 */
record ColumnLayout(List<Column> columns, boolean extraIgnored) {
    static final String SPECIES = "species";
    static final String POSITIONS = "pos";
    /** Names of a column of atomic numbers. */
    static final List<String> NUMBERS = List.of("Z", "numbers", "atomic_numbers");

    private static final int MOST_FIELDS = 10_000;

    /**
     * @param name name of the column
     * @param type S text, I whole number, R number, L logical
     * @param fields how many fields of a row it takes
     */
    record Column(String name, char type, int fields) {
        boolean is(String otherName, int otherFields) {
            return name.equals(otherName) && fields == otherFields;
        }

        @Override
        public String toString() {
            return name + ":" + type + ":" + fields;
        }
    }

    /**
     * {@return symbol and position}
     *
     * @param extraIgnored whether a row may have more columns
     */
    static ColumnLayout plain(boolean extraIgnored) {
        return new ColumnLayout(List.of(new Column(SPECIES, 'S', 1), new Column(POSITIONS, 'R', 3)), extraIgnored);
    }

    /**
     * {@return the layout}
     *
     * @param text the value of {@code Properties}
     * @throws CommentSyntaxException if it is malformed or lacks elements or positions
     */
    static ColumnLayout parse(String text) throws CommentSyntaxException {
        String[] parts = text.split(":", -1);
        if (parts.length % 3 != 0) {
            throw bad(text, "triples name:type:count such as species:S:1:pos:R:3 were expected");
        }
        List<Column> columns = new ArrayList<>();
        Set<String> names = new HashSet<>();
        int fields = 0;
        for (int i = 0; i < parts.length; i += 3) {
            Column column = column(text, parts[i].strip(), parts[i + 1].strip(), parts[i + 2].strip());
            if (!names.add(column.name())) {
                throw bad(text, "the column '" + column.name() + "' is given twice");
            }
            fields += column.fields();
            columns.add(column);
        }
        if (fields > MOST_FIELDS) {
            throw bad(text, fields + " fields per row; at most " + MOST_FIELDS + " are possible");
        }
        ColumnLayout layout = new ColumnLayout(List.copyOf(columns), false);
        layout.require(text, POSITIONS, names, layout.columns().stream().anyMatch(c -> c.is(POSITIONS, 3)), "pos:R:3");
        boolean elements = layout.columns().stream()
                .anyMatch(c -> c.is(SPECIES, 1) || NUMBERS.contains(c.name()) && c.fields() == 1);
        layout.require(text, SPECIES, names, elements, "species:S:1");
        return layout;
    }

    private static Column column(String text, String name, String type, String count) throws CommentSyntaxException {
        if (name.isEmpty()) {
            throw bad(text, "a column without a name");
        }
        if (type.length() != 1 || "SRIL".indexOf(type.charAt(0)) < 0) {
            throw bad(text, "the type of '" + name + "' is '" + type + "'; S, R, I or L was expected");
        }
        int fields;
        try {
            fields = Integer.parseInt(count);
        } catch (NumberFormatException e) {
            fields = 0;
        }
        if (fields < 1 || fields > MOST_FIELDS) {
            throw bad(text, "the count of '" + name + "' is '" + count + "'; a positive whole number was expected");
        }
        return new Column(name, type.charAt(0), fields);
    }

    private void require(String text, String name, Set<String> names, boolean present, String expected)
            throws CommentSyntaxException {
        if (present) {
            return;
        }
        Optional<String> nearest = Suggestions.nearest(name, names);
        throw bad(
                text,
                expected + " was expected among the columns"
                        + nearest.filter(n -> !n.equals(name))
                                .map(n -> "; is '" + n + "' a misspelling of '" + name + "'?")
                                .orElse(""));
    }

    private static CommentSyntaxException bad(String text, String message) {
        return new CommentSyntaxException("Properties=" + text + ": " + message);
    }

    /** {@return the number of fields of a row} */
    int fields() {
        return columns.stream().mapToInt(Column::fields).sum();
    }

    @Override
    public String toString() {
        return columns.stream().map(Column::toString).collect(Collectors.joining(":"));
    }
}
