package io.github.gmp.io.extxyz;

import io.github.gmp.api.dataset.DatasetFormat;
import io.github.gmp.api.dataset.FramePlace;
import io.github.gmp.api.dataset.StructureSink;
import io.github.gmp.api.error.DataException;
import io.github.gmp.api.plugin.ConfigException;
import io.github.gmp.api.structure.LabeledStructure;
import io.github.gmp.io.file.AtomicFile;
import io.github.gmp.io.file.Compression;
import io.github.gmp.io.text.LineReader;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Extended XYZ: per frame the number of atoms, a line of {@code key=value}, and one row per atom as {@code Properties} says. Reads ASE's
 * dialect, the libAtoms specification (github.com/libAtoms/extxyz) and plain XYZ; writes what all of them read.
 *
 * <p>What becomes of the content: {@code species}, {@code pos} (or {@code Z}, {@code numbers}, {@code atomic_numbers}), {@code Lattice}
 * (rows are the vectors) and {@code pbc} make the structure; labels are found under the names in {@link ExtxyzConfig}, and {@link
 * LabeledStructure#labelKeys()} says which were used. All other keys are kept as text in {@link LabeledStructure#info()}, the text of a
 * plain XYZ comment under {@code comment}. Columns of one number per atom (types R, I and L; true is 1, false 0) are kept as atom
 * properties; text columns and other columns of several numbers are not kept.
 * Every number that is read must be finite.
 */
public final class ExtxyzFormat implements DatasetFormat {
    private static final Set<String> SUFFIXES = Set.of("xyz", "extxyz", "exyz");
    /** Longer lines do not occur in such files; damaged ones must not fill the memory. */
    private static final int LONGEST_LINE = 1 << 24;

    private static final FramePlace BEGINNING = new FramePlace(1, 0, 1, 0);

    private final ExtxyzConfig config;

    /**
     * @param config which keys hold the labels
     * @throws ConfigException if a key is blank
     */
    public ExtxyzFormat(ExtxyzConfig config) {
        checkKey("energyKey", config.energyKey());
        checkKey("forcesKey", config.forcesKey());
        checkKey("stressKey", config.stressKey());
        this.config = config;
    }

    private static void checkKey(String name, Optional<String> key) {
        if (key.isPresent() && key.get().isBlank()) {
            throw ConfigException.invalid(name, "'" + key.get() + "'", "a name; leave the key out for the usual names");
        }
    }

    @Override
    public boolean claims(Path file) {
        String name = Compression.baseName(file);
        return name.indexOf('.') >= 0 && SUFFIXES.contains(name.substring(name.lastIndexOf('.') + 1));
    }

    @Override
    public Stream<LabeledStructure> read(Path file) throws IOException {
        ExtxyzFrameReader frames = reader(file, BEGINNING);
        return stream(frames, frames::next);
    }

    @Override
    public Stream<FramePlace> places(Path file) throws IOException {
        ExtxyzFrameReader frames = reader(file, BEGINNING);
        return stream(frames, frames::nextPlace);
    }

    /** Of a plain file, what is before is not read; a compressed one is decompressed up to there. */
    @Override
    public Stream<LabeledStructure> read(Path file, FramePlace first) throws IOException {
        ExtxyzFrameReader frames = reader(file, first);
        return stream(frames, frames::next);
    }

    private ExtxyzFrameReader reader(Path file, FramePlace first) throws IOException {
        InputStream text = open(file);
        try {
            text.skipNBytes(first.offset());
        } catch (IOException e) {
            text.close();
            throw new DataException(
                    file + ":" + first.line() + ": frame " + first.frame() + ": the file ends before it (" + e + ")",
                    e);
        }
        LineReader lines = new LineReader(text, LONGEST_LINE, first.line() - 1);
        return new ExtxyzFrameReader(lines, file.toString(), first.frame() - 1, config);
    }

    private static <T> Stream<T> stream(ExtxyzFrameReader reader, Supplier<Optional<T>> next) {
        return StreamSupport.stream(new Frames<>(next), false).onClose(reader::close);
    }

    private static InputStream open(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new IOException("cannot read " + file + ": it is a folder; a file was expected");
        }
        InputStream raw;
        try {
            raw = Files.newInputStream(file);
        } catch (NoSuchFileException e) {
            throw new IOException("cannot read " + file + ": there is no such file", e);
        } catch (AccessDeniedException e) {
            throw new IOException("cannot read " + file + ": permission denied", e);
        }
        try {
            return Compression.decompress(raw);
        } catch (IOException e) {
            raw.close();
            throw new DataException(file + ": the compressed data are damaged or end too early (" + e + ")", e);
        }
    }

    @Override
    public StructureSink write(Path file) throws IOException {
        return new ExtxyzSink(AtomicFile.create(file), file.toString());
    }

    /** Frame after frame; not splittable, as a text file is not. */
    private static final class Frames<T> extends Spliterators.AbstractSpliterator<T> {
        private final Supplier<Optional<T>> next;

        Frames(Supplier<Optional<T>> next) {
            super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL | Spliterator.IMMUTABLE);
            this.next = next;
        }

        @Override
        public boolean tryAdvance(Consumer<? super T> action) {
            Optional<T> frame = next.get();
            frame.ifPresent(action);
            return frame.isPresent();
        }
    }
}
