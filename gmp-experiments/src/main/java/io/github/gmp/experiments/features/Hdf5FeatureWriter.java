package io.github.gmp.experiments.features;

import io.github.gmp.api.error.GmpException;
import io.github.gmp.api.math.Matrix;
import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Writes features as HDF5: the datasets {@code features}, {@code frame}, {@code numbers}, {@code labels} and {@code provenance} of a NumPy
 * archive ({@link NpzFeatureWriter}). The library writes a dataset as a whole, so the rows of a file are in memory until it is assembled;
 * files that would take more than half of it are refused, and shards keep them small.
 */
final class Hdf5FeatureWriter implements ArchiveWriter {
    private final Path target;
    private final List<String> labels;
    private final String provenance;
    private final long mostBytes;
    private final List<double[]> rows = new ArrayList<>();
    private final List<Integer> frames = new ArrayList<>();
    private final List<Integer> numbers = new ArrayList<>();
    private Optional<Path> assembled = Optional.empty();
    private int frame;

    /**
     * @param target the file to write, replaced if it exists
     * @param labels a label per feature
     * @param provenance what made the features, as JSON
     * @throws IOException if it is a folder
     */
    Hdf5FeatureWriter(Path target, List<String> labels, String provenance) throws IOException {
        this(target, labels, provenance, Runtime.getRuntime().maxMemory() / 2);
    }

    Hdf5FeatureWriter(Path target, List<String> labels, String provenance, long mostBytes) throws IOException {
        this.target = target;
        this.labels = List.copyOf(labels);
        this.provenance = provenance;
        this.mostBytes = mostBytes;
        if (Files.isDirectory(target)) {
            // Told now, not after hours of work.
            throw new FileSystemException(target.toString(), null, "is a folder; the name of a file was expected");
        }
    }

    @Override
    public void beginFrame(int number, int atoms) {
        long bytes = (rows.size() + (long) atoms) * labels.size() * Double.BYTES;
        if (bytes > mostBytes) {
            throw new GmpException(String.format(
                    Locale.ROOT,
                    "%s: an HDF5 file of %,d atoms and more needs %,d MB in memory, %,d MB are allowed, half of the memory"
                            + " of the Java process: write several with --shard-atoms, write .npz, or give Java more memory"
                            + " (GMP_JAVA_OPTS=-Xmx…)",
                    target,
                    rows.size() + atoms,
                    bytes >> 20,
                    mostBytes >> 20));
        }
        frame = number;
    }

    @Override
    public void write(Matrix features, int[] atomicNumbers) {
        for (int row = 0; row < features.rows(); row++) {
            rows.add(features.row(row));
            frames.add(frame);
            numbers.add(atomicNumbers[row]);
        }
    }

    @Override
    public void assemble() throws IOException {
        Path folder = Optional.ofNullable(target.toAbsolutePath().getParent()).orElseThrow();
        Path file = Files.createTempFile(folder, "." + target.getFileName() + ".", ".tmp");
        assembled = Optional.of(file);
        try (WritableHdfFile hdf = HdfFile.write(file)) {
            hdf.putDataset("features", rows.toArray(double[][]::new));
            hdf.putDataset("frame", ints(frames));
            hdf.putDataset("numbers", ints(numbers));
            hdf.putDataset("labels", labels.toArray(String[]::new));
            hdf.putDataset("provenance", new String[] {provenance});
        }
        rows.clear();
    }

    private static int[] ints(List<Integer> values) {
        int[] result = new int[values.size()];
        Arrays.setAll(result, values::get);
        return result;
    }

    @Override
    public void commit() throws IOException {
        if (assembled.isEmpty()) {
            assemble();
        }
        Files.move(
                assembled.orElseThrow(), target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        assembled = Optional.empty();
    }

    @Override
    public void close() throws IOException {
        if (assembled.isPresent()) {
            Files.deleteIfExists(assembled.get());
        }
    }
}
