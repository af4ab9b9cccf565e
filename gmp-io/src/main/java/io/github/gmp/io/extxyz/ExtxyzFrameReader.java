package io.github.gmp.io.extxyz;

import io.github.gmp.api.dataset.FramePlace;
import io.github.gmp.api.error.DataException;
import io.github.gmp.api.structure.LabeledStructure;
import io.github.gmp.api.structure.Source;
import io.github.gmp.io.text.LineReader;
import io.github.gmp.io.text.LineTooLongException;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/** Reads the frames of one file, one after the other. */
final class ExtxyzFrameReader implements Closeable {
    /** The three coordinates of all atoms must fit into one array. */
    private static final int MOST_ATOMS = (Integer.MAX_VALUE - 8) / 3;

    private static final int LONGEST_QUOTE = 60;

    private final LineReader lines;
    private final String file;
    private final FrameLabels labels;
    private long frame;
    private String previousFrame = "";

    /**
     * @param lines the file, or the rest of it from a frame on
     * @param file its name, for messages
     * @param framesBefore number of frames of the file before these lines
     * @param config which keys hold the labels
     */
    ExtxyzFrameReader(LineReader lines, String file, long framesBefore, ExtxyzConfig config) {
        this.lines = lines;
        this.file = file;
        this.frame = framesBefore;
        this.labels = new FrameLabels(config);
    }

    /**
     * {@return the next frame, empty at the end of the file}
     *
     * @throws DataException if the file is malformed
     */
    Optional<LabeledStructure> next() {
        return next(this::read);
    }

    /**
     * {@return the place of the next frame, whose content is passed over; empty at the end of the file}
     *
     * @throws DataException if there is something else than a frame
     */
    Optional<FramePlace> nextPlace() {
        return next(this::pass);
    }

    /** What is done with a frame whose first line has been read. */
    @FunctionalInterface
    private interface Reading<T> {
        T frame() throws IOException;
    }

    private <T> Optional<T> next(Reading<T> reading) {
        frame++;
        try {
            return findFrame() ? Optional.of(reading.frame()) : Optional.empty();
        } catch (LineTooLongException e) {
            throw new FilePosition(file, e.line(), frame).problem(e.getMessage() + "; this is not an XYZ file", e);
        } catch (IOException e) {
            String cause = e.getMessage() == null ? e.toString() : e.getMessage();
            throw here(lines.number() + 1)
                    .problem("the file cannot be read on; it is truncated or damaged (" + cause + ")", e);
        }
    }

    private FilePosition here(long line) {
        return new FilePosition(file, line, frame);
    }

    /** Blank lines are allowed at the end of the file and, as some programs write them, between frames. */
    private boolean findFrame() throws IOException {
        boolean found = lines.next();
        while (found && lines.isBlank()) {
            found = lines.next();
        }
        if (!found && frame == 1) {
            throw new DataException(file + ":1: the file is empty; a number of atoms was expected");
        }
        return found;
    }

    /** A frame that is cut off is a place too: whoever reads it tells what is missing. */
    private FramePlace pass() throws IOException {
        FramePlace place = new FramePlace(frame, lines.offset(), lines.number(), numberOfAtoms());
        long last = place.line() + 1 + place.atoms();
        while (lines.number() < last && lines.next()) {
            // The content does not matter here.
        }
        suspect(place.line());
        return place;
    }

    private void suspect(long firstLine) {
        previousFrame = "; is the number of atoms of frame " + frame + " (line " + firstLine + ") too small?";
    }

    private LabeledStructure read() throws IOException {
        long firstLine = lines.number();
        int atoms = numberOfAtoms();
        if (!lines.next()) {
            throw here(lines.number() + 1).problem("the file ends before the comment line; it is truncated");
        }
        FrameHeader header = FrameHeader.parse(lines.text(), here(lines.number()));
        Optional<String> forcesColumn = labels.forcesColumn(header);
        AtomRows rows = new AtomRows(header, forcesColumn);
        while (rows.size() < atoms) {
            if (!lines.next()) {
                throw here(lines.number() + 1)
                        .problem("the file ends after " + rows.size() + " of " + atoms
                                + " atoms; it is truncated, or the number of atoms in line " + firstLine
                                + " is wrong");
            }
            rows.add(lines, lines.number());
        }
        LabeledStructure.Builder result =
                LabeledStructure.builder(rows.structure(header.cell()), new Source(file, frame));
        labels.addTo(header, result);
        forcesColumn.ifPresent(column -> {
            result.forces(rows.forces());
            result.labelKey(LabelNames.FORCES, column);
        });
        suspect(firstLine);
        return result.build();
    }

    private int numberOfAtoms() {
        String text = lines.text().strip();
        long atoms;
        try {
            atoms = Long.parseLong(text);
        } catch (NumberFormatException e) {
            String printable = text.replaceAll("\\p{Cntrl}", "?");
            String quote = text.length() > LONGEST_QUOTE ? printable.substring(0, LONGEST_QUOTE) + "..." : printable;
            throw here(lines.number()).problem("the number of atoms was expected, got '" + quote + "'" + previousFrame);
        }
        if (atoms < 0 || atoms > MOST_ATOMS) {
            throw here(lines.number())
                    .problem("the number of atoms is " + atoms + "; 0 to " + MOST_ATOMS + " is possible");
        }
        return (int) atoms;
    }

    @Override
    public void close() {
        try {
            lines.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close " + file, e);
        }
    }
}
