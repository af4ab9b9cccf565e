package io.github.gmp.io.extxyz;

import io.github.gmp.api.structure.AtomicStructure;
import io.github.gmp.api.structure.Cell;
import io.github.gmp.api.structure.LabeledStructure;
import io.github.gmp.io.text.ShortestDecimal;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The text of a frame, in the form that ASE and the libAtoms parsers read: old-style {@code Lattice="…"} and {@code pbc="…"}, stress as 9
 * numbers, atom properties as columns of type I where all values are whole numbers and R otherwise. Numbers have the fewest digits that
 * read back to the same value.
 *
 * <p>Text of {@link LabeledStructure#info()} is quoted where necessary; line breaks other than {@code \n} become {@code \n}, as the
 * format has no escape for them. An info key that readers would take for a label that the frame does not have, or for one of the
 * special keys, is written with {@code other_} before it.
 */
final class FrameWriter {
    private static final Pattern BARE = Pattern.compile("[A-Za-z0-9_.+\\-:/@%#;!?*&|~^$<>()]+");
    private static final Pattern NUMBER_ARRAY = Pattern.compile("\\[[-+0-9.eE, \\[\\]]*\\]");
    private static final Set<String> SPECIAL = Set.of("lattice", "pbc", "properties");

    private final LabeledStructure frame;
    private final AtomicStructure structure;
    private final StringBuilder out = new StringBuilder();

    private FrameWriter(LabeledStructure frame) {
        this.frame = frame;
        this.structure = frame.structure();
    }

    /**
     * {@return its text, ending with a line feed}
     *
     * @param frame a frame
     * @throws IllegalArgumentException if it holds a value that is not finite or a column name that cannot be written
     */
    static String text(LabeledStructure frame) {
        FrameWriter writer = new FrameWriter(frame);
        writer.appendHeader();
        writer.appendRows();
        return writer.out.toString();
    }

    private void appendHeader() {
        out.append(structure.size()).append('\n');
        Cell cell = structure.cell();
        if (!cell.isEmpty()) {
            out.append("Lattice=\"");
            appendNumbers("the cell", cell.rows());
            out.append("\" ");
        }
        out.append("Properties=");
        appendText(properties());
        frame.energy().ifPresent(energy -> {
            out.append(" energy=");
            append("the energy", energy);
        });
        frame.stress().ifPresent(stress -> {
            out.append(" stress=\"");
            appendNumbers("the stress", stress);
            out.append('"');
        });
        appendInfo();
        out.append(" pbc=\"");
        for (int v = 0; v < 3; v++) {
            out.append(v == 0 ? "" : " ").append(cell.periodic(v) ? 'T' : 'F');
        }
        out.append("\"\n");
    }

    private String properties() {
        StringBuilder text = new StringBuilder("species:S:1:pos:R:3");
        if (frame.forces().isPresent()) {
            text.append(":forces:R:3");
        }
        for (String name : structure.atomPropertyNames()) {
            boolean reserved = name.equals(ColumnLayout.SPECIES)
                    || name.equals(ColumnLayout.POSITIONS)
                    || ColumnLayout.NUMBERS.contains(name)
                    || LabelNames.FORCES_COLUMNS.contains(name);
            if (reserved || name.isBlank() || !name.equals(name.strip()) || name.contains(":")) {
                throw new IllegalArgumentException("the atom property '" + name
                        + "' cannot be written as a column: the name is reserved, blank or contains ':'");
            }
            text.append(':').append(name).append(isWhole(values(name)) ? ":I:1" : ":R:1");
        }
        return text.toString();
    }

    private double[] values(String property) {
        return structure.atomProperty(property).orElseThrow();
    }

    /** Whole numbers that fit the 32 bits of other readers; the negative zero would lose its sign. */
    private static boolean isWhole(double[] values) {
        for (double value : values) {
            if (Double.doubleToRawLongBits(value) != Double.doubleToRawLongBits((int) value)) {
                return false;
            }
        }
        return true;
    }

    private void appendInfo() {
        Set<String> used = new HashSet<>(frame.info().keySet());
        for (Map.Entry<String, String> entry : frame.info().entrySet()) {
            String key = entry.getKey();
            if (isMisleading(key)) {
                do {
                    key = "other_" + key;
                } while (!used.add(key));
            }
            out.append(' ');
            appendText(key);
            out.append('=');
            appendValue(entry.getValue());
        }
    }

    private boolean isMisleading(String key) {
        boolean energy = LabelNames.ENERGY_KEYS.contains(key);
        boolean stress = LabelNames.STRESS_KEYS.contains(key) || LabelNames.VIRIAL_KEYS.contains(key);
        return SPECIAL.contains(key.toLowerCase(Locale.ROOT))
                || energy && (frame.energy().isEmpty() || key.equals("energy"))
                || stress && (frame.stress().isEmpty() || !agreesByName(key));
    }

    /** Beside a stress that is written, the reader compares virials with it; only other stresses are left alone. */
    private static boolean agreesByName(String key) {
        return !key.equals("stress") && !LabelNames.isVirial(key);
    }

    private void appendValue(String value) {
        if (NUMBER_ARRAY.matcher(value).matches() && isBalanced(value)) {
            out.append(value);
        } else {
            appendText(value);
        }
    }

    private static boolean isBalanced(String value) {
        int depth = 0;
        for (int i = 0; i < value.length(); i++) {
            depth += value.charAt(i) == '[' ? 1 : value.charAt(i) == ']' ? -1 : 0;
            if (depth == 0 && i < value.length() - 1) {
                return false;
            }
        }
        return depth == 0;
    }

    private void appendText(String text) {
        if (BARE.matcher(text).matches()) {
            out.append(text);
            return;
        }
        out.append('"');
        String lineFeeds = text.replace("\r\n", "\n").replace('\r', '\n');
        for (int i = 0; i < lineFeeds.length(); i++) {
            char c = lineFeeds.charAt(i);
            switch (c) {
                case '\n' -> out.append("\\n");
                case '"', '\\' -> out.append('\\').append(c);
                default -> out.append(c);
            }
        }
        out.append('"');
    }

    private void appendRows() {
        double[] positions = structure.positions();
        List<double[]> forces = frame.forces().stream().toList();
        List<double[]> columns =
                structure.atomPropertyNames().stream().map(this::values).toList();
        List<Boolean> whole = columns.stream().map(FrameWriter::isWhole).toList();
        for (int atom = 0; atom < structure.size(); atom++) {
            out.append(structure.element(atom).symbol());
            appendVector("position", positions, atom);
            for (double[] vectors : forces) {
                appendVector("force", vectors, atom);
            }
            for (int c = 0; c < columns.size(); c++) {
                out.append(' ');
                double value = columns.get(c)[atom];
                if (whole.get(c)) {
                    out.append((int) value);
                } else {
                    append("an atom property of atom " + (atom + 1), value);
                }
            }
            out.append('\n');
        }
    }

    private void appendVector(String what, double[] vectors, int atom) {
        for (int a = 0; a < 3; a++) {
            out.append(' ');
            double value = vectors[3 * atom + a];
            if (!Double.isFinite(value)) {
                throw notFinite("the " + what + " of atom " + (atom + 1), value);
            }
            ShortestDecimal.append(out, value);
        }
    }

    private void appendNumbers(String what, double[] values) {
        for (int i = 0; i < values.length; i++) {
            out.append(i == 0 ? "" : " ");
            append(what, values[i]);
        }
    }

    private void append(String what, double value) {
        if (!Double.isFinite(value)) {
            throw notFinite(what, value);
        }
        ShortestDecimal.append(out, value);
    }

    private IllegalArgumentException notFinite(String what, double value) {
        return new IllegalArgumentException(
                frame.source() + ": " + what + " is " + value + "; only finite numbers are written");
    }
}
