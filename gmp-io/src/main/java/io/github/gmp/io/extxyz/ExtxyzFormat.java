package io.github.gmp.io.extxyz;

import io.github.gmp.api.dataset.DatasetFormat;
import io.github.gmp.api.dataset.FramePlace;
import io.github.gmp.api.dataset.NamedInput;
import io.github.gmp.api.dataset.StructureSink;
import io.github.gmp.api.error.DataException;
import io.github.gmp.api.plugin.ConfigException;
import io.github.gmp.api.structure.LabeledStructure;
import io.github.gmp.io.text.LineReader;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
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
    public boolean claims(String name) {
        int dot = name.lastIndexOf('.');
        return dot >= 0 && SUFFIXES.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT));
    }

    @Override
    public Stream<LabeledStructure> read(NamedInput input) throws IOException {
        ExtxyzFrameReader frames = reader(input, BEGINNING);
        return stream(frames, frames::next);
    }

    @Override
    public Stream<FramePlace> places(NamedInput input) throws IOException {
        ExtxyzFrameReader frames = reader(input, BEGINNING);
        return stream(frames, frames::nextPlace);
    }

    /** Of a plain file, what is before is not read; a compressed one is decompressed up to there. */
    @Override
    public Stream<LabeledStructure> read(NamedInput input, FramePlace first) throws IOException {
        ExtxyzFrameReader frames = reader(input, first);
        return stream(frames, frames::next);
    }

    private ExtxyzFrameReader reader(NamedInput input, FramePlace first) throws IOException {
        InputStream text = input.open();
        try {
            text.skipNBytes(first.offset());
        } catch (IOException e) {
            text.close();
            throw new DataException(
                    input.name() + ":" + first.line() + ": frame " + first.frame() + ": the file ends before it (" + e
                            + ")",
                    e);
        }
        LineReader lines = new LineReader(text, LONGEST_LINE, first.line() - 1);
        return new ExtxyzFrameReader(lines, input.name(), first.frame() - 1, config);
    }

    private static <T> Stream<T> stream(ExtxyzFrameReader reader, Supplier<Optional<T>> next) {
        return StreamSupport.stream(new Frames<>(next), false).onClose(reader::close);
    }

    /** The text of the whole frame first: a frame that is refused leaves nothing behind. */
    @Override
    public StructureSink write(OutputStream out) {
        return frame -> out.write(FrameWriter.text(frame).getBytes(StandardCharsets.UTF_8));
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
