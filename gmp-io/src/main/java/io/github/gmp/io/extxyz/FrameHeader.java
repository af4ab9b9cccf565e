package io.github.gmp.io.extxyz;

import io.github.gmp.api.error.DataException;
import io.github.gmp.api.structure.Cell;
import io.github.gmp.io.text.DecimalParser;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What the comment line of a frame says: cell, columns, and the other keys with their text. */
final class FrameHeader {
    private static final String LATTICE = "lattice";
    private static final String PBC = "pbc";
    private static final String PROPERTIES = "properties";
    /** The key under which free text is kept. */
    private static final String COMMENT = "comment";

    private final FilePosition place;
    private final Cell cell;
    private final ColumnLayout layout;
    private final Map<String, String> keys;

    private FrameHeader(FilePosition place, Cell cell, ColumnLayout layout, Map<String, String> keys) {
        this.place = place;
        this.cell = cell;
        this.layout = layout;
        this.keys = keys;
    }

    /**
     * {@return what it says}
     *
     * @param line a comment line
     * @param place where it stands
     */
    static FrameHeader parse(String line, FilePosition place) {
        try {
            Optional<Map<String, String>> parsed = CommentParser.mentions(line, PROPERTIES)
                    ? Optional.of(CommentParser.parse(line))
                    : CommentParser.parseOptional(line);
            if (parsed.isEmpty()) {
                String text = line.strip();
                Map<String, String> info = text.isEmpty() ? Map.of() : Map.of(COMMENT, text);
                return new FrameHeader(place, Cell.none(), ColumnLayout.plain(true), info);
            }
            Map<String, String> keys = new LinkedHashMap<>(parsed.get());
            Optional<String> properties = take(keys, PROPERTIES);
            Optional<String> lattice = take(keys, LATTICE);
            Optional<String> pbc = take(keys, PBC);
            ColumnLayout layout =
                    properties.isPresent() ? ColumnLayout.parse(properties.get()) : ColumnLayout.plain(false);
            return new FrameHeader(place, cell(lattice, pbc, place), layout, keys);
        } catch (CommentSyntaxException e) {
            throw place.problem(e.getMessage(), e);
        }
    }

    /** The special keys are recognized in any case; some programs write lattice=, PBC=. */
    private static Optional<String> take(Map<String, String> keys, String lowerCaseName) throws CommentSyntaxException {
        Optional<String> value = Optional.empty();
        for (String key : keys.keySet().toArray(String[]::new)) {
            if (key.toLowerCase(Locale.ROOT).equals(lowerCaseName)) {
                if (value.isPresent()) {
                    throw new CommentSyntaxException("the key '" + key + "' is given twice; once was expected");
                }
                value = Optional.ofNullable(keys.remove(key));
            }
        }
        return value;
    }

    private static Cell cell(Optional<String> lattice, Optional<String> pbc, FilePosition place) {
        boolean[] periodic = pbc.map(text -> periodic(text, place))
                .orElse(new boolean[] {lattice.isPresent(), lattice.isPresent(), lattice.isPresent()});
        if (lattice.isEmpty()) {
            if (periodic[0] || periodic[1] || periodic[2]) {
                throw place.problem("pbc is '" + pbc.orElse("") + "' but there is no Lattice;"
                        + " Lattice=\"ax ay az bx by bz cx cy cz\" or pbc=\"F F F\" was expected");
            }
            return Cell.none();
        }
        double[] rows = numbers("Lattice", lattice.get(), place);
        if (rows.length != 9) {
            throw place.problem("Lattice has " + rows.length + " numbers (" + lattice.get()
                    + "); the 9 of ax ay az bx by bz cx cy cz were expected");
        }
        try {
            return Cell.of(rows, periodic[0], periodic[1], periodic[2]);
        } catch (DataException e) {
            throw place.problem(e.getMessage(), e);
        }
    }

    private static boolean[] periodic(String text, FilePosition place) {
        String[] words = words(text);
        boolean[] values = new boolean[3];
        if (words.length != 3 && words.length != 1) {
            throw place.problem("pbc is '" + text + "'; three of T and F were expected");
        }
        for (int i = 0; i < 3; i++) {
            String word = words[words.length == 1 ? 0 : i];
            values[i] = Logicals.parse(word)
                    .orElseThrow(() -> place.problem("pbc is '" + text + "'; three of T and F were expected"));
        }
        return values;
    }

    /**
     * {@return the numbers, all finite}
     *
     * @param name name of the key, for messages
     * @param text numbers, in any of the forms of arrays
     * @param place where, for messages
     */
    static double[] numbers(String name, String text, FilePosition place) {
        String[] words = words(text);
        double[] values = new double[words.length];
        for (int i = 0; i < words.length; i++) {
            try {
                values[i] = DecimalParser.parse(words[i]);
            } catch (NumberFormatException e) {
                throw place.problem(name + " has '" + words[i] + "'; a number (with a decimal point) was expected", e);
            }
            if (!Double.isFinite(values[i])) {
                throw place.problem(name + " has '" + words[i] + "'; a finite number was expected");
            }
        }
        return values;
    }

    private static String[] words(String text) {
        String plain = text.replaceAll("[\\[\\]{},\\s]+", " ").strip();
        return plain.isEmpty() ? new String[0] : plain.split(" ");
    }

    FilePosition place() {
        return place;
    }

    Cell cell() {
        return cell;
    }

    ColumnLayout layout() {
        return layout;
    }

    /** {@return all keys but the special ones, with their text} */
    Map<String, String> keys() {
        return keys;
    }
}
