package io.github.gmp.density;

import io.github.gmp.api.error.DataException;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The lines of a table in plain text, one after the other, with their numbers for messages. Empty lines and those after {@code #} are left out. */
final class TableLines {
    private static final Pattern NUMBER = Pattern.compile("[-+]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][-+]?[0-9]+)?");

    private final Path file;
    private final List<String> lines;
    private int next;

    /**
     * @param file a file
     * @throws DataException if it cannot be read
     */
    TableLines(Path file) {
        this.file = file;
        lines = new String(TableFile.bytes(file), StandardCharsets.UTF_8)
                .lines()
                .toList();
    }

    /** {@return the next line that says something, without blanks around it; empty at the end} */
    Optional<String> next() {
        while (next < lines.size()) {
            String line = lines.get(next++).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                return Optional.of(line);
            }
        }
        return Optional.empty();
    }

    /**
     * Reads the line that {@link #next()} gave last as a Gaussian.
     *
     * @param line the line
     * @param into receives B in e/Å³ and β in Å⁻²
     * @throws DataException if it is not two numbers, B finite and β positive
     */
    void addGaussian(String line, GaussianRows into) {
        String[] words = line.split("\\s+");
        if (words.length != 2
                || !NUMBER.matcher(words[0]).matches()
                || !NUMBER.matcher(words[1]).matches()) {
            throw problem("two numbers 'B beta' were expected, got '" + shortened(line) + "'");
        }
        double amplitude = Double.parseDouble(words[0]);
        double exponent = Double.parseDouble(words[1]);
        if (!Double.isFinite(amplitude)) {
            throw problem("B must be finite, got " + words[0]);
        }
        if (!(exponent > 0) || !Double.isFinite(exponent)) {
            throw problem("beta must be positive and finite, got " + words[1]);
        }
        into.add(amplitude, exponent);
    }

    /**
     * {@return an exception that says where}
     *
     * @param what what is wrong with the line that {@link #next()} gave last
     */
    DataException problem(String what) {
        return new DataException("density table " + file + ":" + Math.max(1, next) + ": " + what);
    }

    static String shortened(String text) {
        return text.length() > 60 ? text.substring(0, 60) + "..." : text;
    }
}
