package io.github.gmp.experiments.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gmp.api.error.GmpException;
import io.github.gmp.api.math.Matrix;
import io.github.gmp.experiments.files.PlainJson;
import io.jhdf.HdfFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

class FeatureOutputTest {
    private static Matrix rows(int count, double value) {
        double[] values = new double[2 * count];
        Arrays.fill(values, value);
        return Matrix.wrap(count, 2, values);
    }

    private static void addFrames(FeatureSink sink, int... sizes) throws IOException {
        for (int frame = 0; frame < sizes.length; frame++) {
            sink.beginFrame(frame, sizes[frame]);
            sink.write(rows(sizes[frame], frame), new int[sizes[frame]]);
        }
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> list = Files.list(folder)) {
            return list.map(p -> p.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void shardsHaveWholeFramesAndAnIndex(@TempDir Path folder) throws IOException {
        try (FeatureSink sink = new ShardedFeatureWriter(folder.resolve("f.npz"), List.of("a", "b"), "{}", 5)) {
            addFrames(sink, 2, 2, 3, 9, 1);
            assertThat(files(folder)).noneMatch(name -> !name.startsWith("."));
            sink.commit();
        }
        assertThat(files(folder)).containsExactly("f-00000.npz", "f-00001.npz", "f-00002.npz", "f-00003.npz", "f.json");
        Map<?, ?> index = PlainJson.read(Files.readAllBytes(folder.resolve("f.json")));
        assertThat(index.get("features")).isEqualTo(2L);
        assertThat((List<?>) index.get("shards"))
                .isEqualTo(List.of(
                        Map.of("file", "f-00000.npz", "firstFrame", 0L, "frames", 2L, "atoms", 4L),
                        Map.of("file", "f-00001.npz", "firstFrame", 2L, "frames", 1L, "atoms", 3L),
                        Map.of("file", "f-00002.npz", "firstFrame", 3L, "frames", 1L, "atoms", 9L),
                        Map.of("file", "f-00003.npz", "firstFrame", 4L, "frames", 1L, "atoms", 1L)));
    }

    @Test
    void nothingIsLeftOfWhatWasNotCommitted(@TempDir Path folder) throws IOException {
        try (FeatureSink sink = new ShardedFeatureWriter(folder.resolve("f.npz"), List.of("a", "b"), "{}", 5)) {
            addFrames(sink, 4, 4, 4);
        }
        assertThat(files(folder)).isEmpty();
    }

    @Test
    void hdf5HoldsTheSameAndIsTheSameEveryTime(@TempDir Path folder) throws IOException {
        for (String name : List.of("one.h5", "two.h5")) {
            try (FeatureSink sink = ArchiveWriter.Format.of(Path.of(name))
                    .open(folder.resolve(name), List.of("a", "größer Å"), "{\"x\": 1}")) {
                addFrames(sink, 1, 2);
                sink.commit();
            }
        }
        assertThat(files(folder)).containsExactly("one.h5", "two.h5");
        assertThat(folder.resolve("two.h5")).hasSameBinaryContentAs(folder.resolve("one.h5"));
        try (HdfFile file = new HdfFile(folder.resolve("one.h5"))) {
            assertThat(file.getDatasetByPath("features").getData()).isEqualTo(new double[][] {{0, 0}, {1, 1}, {1, 1}});
            assertThat(file.getDatasetByPath("frame").getData()).isEqualTo(new int[] {0, 1, 1});
            assertThat(file.getDatasetByPath("numbers").getData()).isEqualTo(new int[3]);
            assertThat(file.getDatasetByPath("labels").getData()).isEqualTo(new String[] {"a", "größer Å"});
            assertThat(file.getDatasetByPath("provenance").getData()).isEqualTo(new String[] {"{\"x\": 1}"});
        }
    }

    @Test
    void anHdf5FileThatDoesNotFitIntoMemoryIsRefused(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("f.h5");
        try (FeatureSink sink = new Hdf5FeatureWriter(file, List.of("a", "b"), "{}", 1 << 20)) {
            addFrames(sink, 1000);
            assertThatThrownBy(() -> sink.beginFrame(1, 100_000))
                    .isInstanceOf(GmpException.class)
                    .hasMessage(file
                            + ": an HDF5 file of 101,000 atoms and more needs 1 MB in memory, 1 MB are allowed, half of the"
                            + " memory of the Java process: write several with --shard-atoms, write .npz, or give Java more"
                            + " memory (GMP_JAVA_OPTS=-Xmx…)");
        }
        assertThat(files(folder)).isEmpty();
    }

    @Test
    void rowsOfManyThreadsComeInOrder() throws Exception {
        List<Integer> firsts = Collections.synchronizedList(new ArrayList<>());
        OrderedRows ordered = new OrderedRows((first, rows) -> firsts.add(first), 2);
        ExecutorService pool = Executors.newFixedThreadPool(2);
        try {
            // Two threads, one of which brings every second block late.
            Future<?> even = pool.submit(() -> bring(ordered, 0));
            Future<?> odd = pool.submit(() -> bring(ordered, 3));
            even.get();
            odd.get();
        } finally {
            pool.shutdownNow();
        }
        List<Integer> expected = new ArrayList<>();
        for (int first = 0; first < 600; first += 3) {
            expected.add(first);
        }
        assertThat(firsts).isEqualTo(expected);
    }

    private static void bring(OrderedRows ordered, int start) {
        for (int first = start; first < 600; first += 6) {
            ordered.put(first, rows(3, first));
        }
    }

    @Test
    void aFailureOfTheReceiverReachesTheCaller() {
        OrderedRows ordered = new OrderedRows(
                (first, rows) -> {
                    throw new IOException("disk full");
                },
                1);
        assertThatThrownBy(() -> ordered.put(0, rows(1, 0)))
                .hasRootCauseInstanceOf(IOException.class)
                .hasRootCauseMessage("disk full");
    }
}
