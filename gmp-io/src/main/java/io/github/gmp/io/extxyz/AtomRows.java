package io.github.gmp.io.extxyz;

import io.github.gmp.api.error.DataException;
import io.github.gmp.api.structure.AtomicStructure;
import io.github.gmp.api.structure.Cell;
import io.github.gmp.api.structure.Element;
import io.github.gmp.io.extxyz.ColumnLayout.Column;
import io.github.gmp.io.text.DecimalParser;
import io.github.gmp.io.text.LineReader;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Collects the rows of one frame. */
final class AtomRows {
    private enum Role {
        SKIPPED,
        SPECIES,
        ATOMIC_NUMBER,
        POSITION,
        FORCE,
        PROPERTY
    }

    /** What one field of a row is; component is 0 … 2 for vectors. */
    private record Field(Role role, Column column, int component, GrowingColumn values) {}

    private static final int ASCII = 128;
    /** Symbols by their one or two ASCII characters, so that no text is made per atom. */
    private static final Element[] BY_CHARACTERS = byCharacters();

    private final FilePosition frame;
    private final ColumnLayout layout;
    private final List<Field> fields = new ArrayList<>();
    private final List<Element> elements = new ArrayList<>();
    private final GrowingColumn positions = new GrowingColumn();
    private final GrowingColumn forces = new GrowingColumn();
    private final Map<String, GrowingColumn> properties = new LinkedHashMap<>();

    /**
     * @param header the comment line
     * @param forcesColumn name of the column of forces, if there is one
     */
    AtomRows(FrameHeader header, Optional<String> forcesColumn) {
        frame = header.place();
        layout = header.layout();
        for (Column column : layout.columns()) {
            Role role = role(column, forcesColumn);
            GrowingColumn values =
                    switch (role) {
                        case POSITION -> positions;
                        case FORCE -> forces;
                        default -> new GrowingColumn();
                    };
            if (role == Role.PROPERTY) {
                properties.put(column.name(), values);
            }
            for (int component = 0; component < column.fields(); component++) {
                fields.add(new Field(role, column, component, values));
            }
        }
    }

    private Role role(Column column, Optional<String> forcesColumn) {
        if (forcesColumn.filter(column.name()::equals).isPresent()) {
            if (column.fields() != 3 || column.type() != 'R' && column.type() != 'I') {
                throw frame.problem("the column of forces is " + column + "; " + column.name() + ":R:3 was expected");
            }
            return Role.FORCE;
        }
        if (column.is(ColumnLayout.POSITIONS, 3)) {
            return Role.POSITION;
        }
        if (column.is(ColumnLayout.SPECIES, 1)) {
            return Role.SPECIES;
        }
        if (column.fields() != 1) {
            return Role.SKIPPED;
        }
        if (ColumnLayout.NUMBERS.contains(column.name())) {
            return Role.ATOMIC_NUMBER;
        }
        return column.type() == 'S' ? Role.SKIPPED : Role.PROPERTY;
    }

    /**
     * @param line the row of the next atom
     * @param number number of its line
     */
    void add(LineReader line, long number) {
        FilePosition place = frame.atLine(number);
        int atom = elements.size();
        int at = line.skipBlanks(line.start());
        for (int f = 0; f < fields.size(); f++) {
            if (at == line.end()) {
                throw wrongCount(line, place, atom, f);
            }
            int end = line.skipWord(at);
            read(fields.get(f), line, at, end, place, atom);
            at = line.skipBlanks(end);
        }
        if (at < line.end() && !layout.extraIgnored()) {
            int count = fields.size();
            while (at < line.end()) {
                count++;
                at = line.skipBlanks(line.skipWord(at));
            }
            throw wrongCount(line, place, atom, count);
        }
    }

    private DataException wrongCount(LineReader line, FilePosition place, int atom, int count) {
        String hint = count == 1 && line.text().strip().chars().allMatch(Character::isDigit)
                ? "; this looks like the beginning of the next frame: is the number of atoms of this frame too large?"
                : "";
        return place.problemOfAtom(
                atom,
                "the row has " + count + (count == 1 ? " field" : " fields") + "; " + fields.size() + " were expected ("
                        + layout + ")" + hint);
    }

    private void read(Field field, LineReader line, int from, int to, FilePosition place, int atom) {
        switch (field.role()) {
            case SPECIES -> addElement(species(line, from, to, place, atom), place, atom);
            case ATOMIC_NUMBER -> addElement(atomicNumber(line, from, to, place, atom), place, atom);
            case SKIPPED -> {}
            default -> field.values().add(number(field, line, from, to, place, atom));
        }
    }

    private void addElement(Element element, FilePosition place, int atom) {
        if (elements.size() == atom) {
            elements.add(element);
        } else if (elements.get(atom) != element) {
            throw place.problemOfAtom(
                    atom,
                    "the columns of the element contradict each other: " + elements.get(atom) + " and " + element);
        }
    }

    private static Element species(LineReader line, int from, int to, FilePosition place, int atom) {
        byte[] bytes = line.bytes();
        if (to - from <= 2 && bytes[from] > 0 && bytes[to - 1] > 0) {
            Element known = BY_CHARACTERS[key(bytes[from], to - from == 2 ? bytes[from + 1] : 0)];
            if (known != null) {
                return known;
            }
        }
        if (bytes[from] >= '0' && bytes[from] <= '9') {
            return atomicNumber(line, from, to, place, atom);
        }
        try {
            return Element.of(line.text(from, to));
        } catch (DataException e) {
            throw place.problemOfAtom(atom, e.getMessage());
        }
    }

    private static Element atomicNumber(LineReader line, int from, int to, FilePosition place, int atom) {
        String text = line.text(from, to);
        try {
            return Element.of(Integer.parseInt(text));
        } catch (NumberFormatException e) {
            throw place.problemOfAtom(atom, "the element is '" + text + "'; an atomic number was expected");
        } catch (DataException e) {
            throw place.problemOfAtom(atom, e.getMessage());
        }
    }

    private static double number(Field field, LineReader line, int from, int to, FilePosition place, int atom) {
        double value;
        try {
            value = switch (field.column().type()) {
                case 'L' -> Logicals.parse(line.text(from, to)).orElseThrow(NumberFormatException::new) ? 1 : 0;
                case 'I' -> Long.parseLong(line.text(from, to));
                default -> DecimalParser.parse(line.bytes(), from, to);
            };
        } catch (NumberFormatException e) {
            throw place.problemOfAtom(
                    atom, name(field) + " is '" + line.text(from, to) + "'; " + expected(field) + " was expected");
        }
        if (!Double.isFinite(value)) {
            throw place.problemOfAtom(
                    atom, name(field) + " is '" + line.text(from, to) + "'; a finite number was expected");
        }
        return value;
    }

    private static String name(Field field) {
        return switch (field.role()) {
            case POSITION -> "position " + "xyz".charAt(field.component());
            case FORCE -> "force " + "xyz".charAt(field.component());
            default -> "column '" + field.column().name() + "'";
        };
    }

    private static String expected(Field field) {
        return switch (field.column().type()) {
            case 'L' -> "T or F";
            case 'I' -> "a whole number";
            default -> "a number (with a decimal point)";
        };
    }

    /** {@return the number of rows so far} */
    int size() {
        return elements.size();
    }

    AtomicStructure structure(Cell cell) {
        Map<String, double[]> columns = new LinkedHashMap<>();
        properties.forEach((name, values) -> columns.put(name, values.toArray()));
        return new AtomicStructure(elements.toArray(Element[]::new), positions.toArray(), cell, columns);
    }

    double[] forces() {
        return forces.toArray();
    }

    private static int key(int first, int second) {
        return ASCII * first + second;
    }

    private static Element[] byCharacters() {
        Element[] table = new Element[ASCII * ASCII];
        for (Element element : Element.values()) {
            String symbol = element.symbol();
            table[key(symbol.charAt(0), symbol.length() == 2 ? symbol.charAt(1) : 0)] = element;
        }
        return table;
    }
}
