package io.github.gmp.runtime.features;

import io.github.gmp.api.math.Matrix;
import io.github.gmp.runtime.files.OutputPlace;
import io.github.gmp.runtime.files.PlainJson;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Writes one file of features. Rows go to temporary files beside it as they come, since their number is known at the end only; the file
 * appears whole on {@link #commit} or not at all.
 */
abstract class ArchiveWriter implements FeatureSink {
    private final OutputPlace place;
    private final List<String> labels;
    private final Map<String, ?> provenance;
    private final TemporaryFiles temporaryFiles;
    private final FeatureSpool spool;
    private Optional<Path> assembled = Optional.empty();
    private int frame;

    /** The formats, by the end of the file name. */
    enum Format {
        /** A NumPy archive. */
        NPZ(".npz"),
        /** HDF5. */
        HDF5(".h5");

        private static final String LONG_HDF5 = ".hdf5";

        private final String ending;

        Format(String ending) {
            this.ending = ending;
        }

        /**
         * {@return HDF5 for names that end with .h5 or .hdf5, otherwise a NumPy archive}
         *
         * @param file a file
         */
        static Format of(Path file) {
            String name = file.toString().toLowerCase(Locale.ROOT);
            return name.endsWith(HDF5.ending) || name.endsWith(LONG_HDF5) ? HDF5 : NPZ;
        }

        ArchiveWriter open(Path file, List<String> labels, Map<String, ?> provenance) throws IOException {
            return this == HDF5
                    ? new Hdf5FeatureWriter(file, labels, provenance)
                    : new NpzFeatureWriter(file, labels, provenance);
        }
    }

    /**
     * @param target the file to write, replaced if it exists
     * @param labels a label per feature
     * @param provenance what made the features, plain data
     * @throws IOException if it is something else than a file, or its folder cannot be written to
     */
    ArchiveWriter(Path target, List<String> labels, Map<String, ?> provenance) throws IOException {
        this.labels = List.copyOf(labels);
        this.provenance = Map.copyOf(provenance);
        if (Files.isDirectory(target)) {
            // Told now, not after hours of work.
            throw new FileSystemException(target.toString(), null, "is a folder; the name of a file was expected");
        }
        place = OutputPlace.of(target);
        temporaryFiles = new TemporaryFiles(place);
        try {
            spool = new FeatureSpool(temporaryFiles);
        } catch (IOException e) {
            temporaryFiles.close();
            throw e;
        }
    }

    /**
     * @param file where to
     * @param rows the arrays with a row per atom; their files may be deleted once they are copied
     * @param labels a label per feature
     * @param json the provenance
     * @throws IOException if it cannot be written
     */
    abstract void assemble(Path file, FeatureSpool rows, List<String> labels, String json) throws IOException;

    @Override
    public void beginFrame(int number, int atoms) {
        frame = number;
    }

    @Override
    public void write(Matrix features, int[] atomicNumbers) throws IOException {
        spool.write(frame, features, atomicNumbers);
    }

    /**
     * Assembles the file beside its place, with the provenance as it is known; nothing can be appended afterwards.
     *
     * @param input what was read, as far as it is known
     * @throws IOException if it cannot
     */
    void assemble(Map<String, ?> input) throws IOException {
        spool.close();
        Map<String, Object> facts = new TreeMap<>(provenance);
        facts.putAll(input);
        Path file = temporaryFiles.create("assembled");
        assemble(file, spool, labels, PlainJson.line(facts));
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        assembled = Optional.of(file);
    }

    /** Assembles the file, if that has not been done, and puts it in place, atomically. */
    @Override
    public void commit(Map<String, ?> input) throws IOException {
        if (assembled.isEmpty()) {
            assemble(input);
        }
        place.put(assembled.orElseThrow());
    }

    @Override
    public void close() throws IOException {
        try (temporaryFiles;
                spool) {
            // Streams first, then their files.
        }
    }
}
