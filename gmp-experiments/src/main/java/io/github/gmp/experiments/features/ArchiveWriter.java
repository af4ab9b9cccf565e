package io.github.gmp.experiments.features;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Writes one file of features. */
interface ArchiveWriter extends FeatureSink {
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
         * @param file a file
         * @return HDF5 for names that end with .h5 or .hdf5, otherwise a NumPy archive
         */
        static Format of(Path file) {
            String name = file.toString().toLowerCase(Locale.ROOT);
            return name.endsWith(HDF5.ending) || name.endsWith(LONG_HDF5) ? HDF5 : NPZ;
        }

        ArchiveWriter open(Path file, List<String> labels, String provenance) throws IOException {
            return this == HDF5
                    ? new Hdf5FeatureWriter(file, labels, provenance)
                    : new NpzFeatureWriter(file, labels, provenance);
        }
    }

    /**
     * Assembles the file beside its place; nothing can be appended afterwards.
     *
     * @throws IOException if it cannot
     */
    void assemble() throws IOException;
}
