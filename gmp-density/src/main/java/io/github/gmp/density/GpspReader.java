package io.github.gmp.density;

import io.github.gmp.api.error.DataException;
import io.github.gmp.api.multipole.density.GaussianMixture;
import io.github.gmp.api.structure.Element;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the tables of GMPFeaturizer, {@code .gpsp}: after comments ({@code # …}) and, optionally, {@code ! N elements}, a block per element: a
 * line of asterisks, a line {@code SYMBOL Z K} and K lines {@code B beta} (e/Å³, Å⁻²). A block {@code X 0 K}, an empty site, is left out.
 */
final class GpspReader {
    static final String ENDING = ".gpsp";
    private static final Pattern COUNT = Pattern.compile("!\\s*([0-9]{1,9})\\s+elements");
    private static final Pattern HEADER = Pattern.compile("(\\S+)\\s+([0-9]{1,9})\\s+([0-9]{1,9})");
    private static final String SEPARATOR = "*";
    private static final String EMPTY_SITE = "X";

    private final Path file;
    private final TableLines lines;
    private final Map<Element, GaussianMixture> densities = new EnumMap<>(Element.class);
    private Optional<Integer> announced = Optional.empty();
    private int blocks;

    private GpspReader(Path file) {
        this.file = file;
        this.lines = new TableLines(file);
    }

    /**
     * {@return the table}
     *
     * @param file a file
     * @throws DataException if the file cannot be read or is malformed
     */
    static GaussianTable read(Path file) {
        return new GpspReader(file).table();
    }

    private GaussianTable table() {
        for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
            String text = line.get();
            Matcher count = COUNT.matcher(text);
            if (text.startsWith(SEPARATOR)) {
                readBlock();
            } else if (count.matches() && blocks == 0 && announced.isEmpty()) {
                announced = Optional.of(Integer.valueOf(count.group(1)));
            } else {
                throw lines.problem("a line of asterisks before the next element was expected, got '"
                        + TableLines.shortened(text) + "'");
            }
        }
        if (densities.isEmpty()) {
            throw lines.problem("blocks of '****', 'SYMBOL Z K' and K lines 'B beta' were expected, got none");
        }
        if (announced.isPresent() && announced.get() != blocks) {
            throw lines.problem("the file says that it has " + announced.get() + " elements, but it has " + blocks);
        }
        return new GaussianTable(file.toString(), densities);
    }

    private void readBlock() {
        blocks++;
        String text = lines.next().orElseThrow(() -> lines.problem("the file ends after a line of asterisks"));
        Matcher header = HEADER.matcher(text);
        if (!header.matches()) {
            throw lines.problem("'SYMBOL Z K', e.g. 'C 6 4', was expected, got '" + TableLines.shortened(text) + "'");
        }
        String symbol = header.group(1);
        int atomicNumber = Integer.parseInt(header.group(2));
        int count = Integer.parseInt(header.group(3));
        boolean empty = symbol.equals(EMPTY_SITE) && atomicNumber == 0;
        Optional<Element> element = empty ? Optional.empty() : Optional.of(element(symbol, atomicNumber));
        GaussianRows rows = new GaussianRows();
        for (int k = 0; k < count; k++) {
            int found = k;
            String row = lines.next()
                    .orElseThrow(() -> lines.problem(
                            "the file ends after " + found + " of the " + count + " Gaussians of " + symbol));
            lines.addGaussian(row, rows);
        }
        if (count == 0) {
            throw lines.problem(symbol + " has no Gaussians; one or more were expected");
        }
        element.ifPresent(known -> densities.put(known, rows.mixture()));
    }

    private Element element(String symbol, int atomicNumber) {
        Element element;
        try {
            element = Element.of(symbol);
        } catch (DataException e) {
            throw lines.problem(e.getMessage());
        }
        if (element.atomicNumber() != atomicNumber) {
            throw lines.problem(
                    symbol + " has the atomic number " + element.atomicNumber() + ", the file says " + atomicNumber);
        }
        if (densities.containsKey(element)) {
            throw lines.problem(symbol + " is given twice");
        }
        return element;
    }
}
