package io.github.gmp.runtime.features;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.exceptions.HdfWritingException;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Writes features as HDF5: the datasets {@code features}, {@code frame}, {@code numbers}, {@code labels} and {@code provenance} of a NumPy
 * archive ({@link NpzFeatureWriter}), each in one piece, so that readers can map them.
 */
final class Hdf5FeatureWriter extends ArchiveWriter {
    Hdf5FeatureWriter(Path target, List<String> labels, Map<String, ?> provenance) throws IOException {
        super(target, labels, provenance);
    }

    @Override
    void assemble(Path file, FeatureSpool spool, List<String> labels, String json) throws IOException {
        long rows = spool.rows();
        try (WritableHdfFile hdf = HdfFile.write(file)) {
            put(hdf, "features", new double[1][1], spool.features(), rows, labels.size());
            put(hdf, "frame", new int[1], spool.frames(), rows);
            put(hdf, "numbers", new int[1], spool.numbers(), rows);
            hdf.putDataset("labels", labels.toArray(String[]::new));
            hdf.putDataset("provenance", new String[] {json});
        } catch (HdfWritingException e) {
            throw e.getCause() instanceof IOException cause ? cause : new IOException(e.getMessage(), e);
        }
    }

    private static void put(WritableHdfFile hdf, String name, Object prototype, Path body, long... shape) {
        hdf.putDataset(name, new SpooledDataset(prototype, name, hdf, body, shape));
    }
}
