package io.github.gmp.runtime.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gmp.api.math.Matrix;
import io.github.gmp.runtime.files.PlainJson;
import io.jhdf.HdfFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

class FeatureOutputTest {
    private static final Map<String, ?> PROVENANCE = Map.of("x", 1);

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
        try (FeatureSink sink = new ShardedFeatureWriter(folder.resolve("f.npz"), List.of("a", "b"), PROVENANCE, 5)) {
            addFrames(sink, 2, 2, 3, 9, 1);
            assertThat(files(folder)).noneMatch(name -> !name.startsWith("."));
            sink.commit(Map.of("structures", 5));
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
        try (FeatureSink sink = new ShardedFeatureWriter(folder.resolve("f.npz"), List.of("a", "b"), PROVENANCE, 5)) {
            addFrames(sink, 4, 4, 4);
        }
        assertThat(files(folder)).isEmpty();
    }

    @Test
    void hdf5HoldsTheSameAndIsTheSameEveryTime(@TempDir Path folder) throws IOException {
        for (String name : List.of("one.h5", "two.h5")) {
            try (FeatureSink sink = ArchiveWriter.Format.of(Path.of(name))
                    .open(folder.resolve(name), List.of("a", "größer Å"), PROVENANCE)) {
                addFrames(sink, 1, 2);
                sink.commit(Map.of("structures", 5));
            }
        }
        assertThat(files(folder)).containsExactly("one.h5", "two.h5");
        assertThat(folder.resolve("two.h5")).hasSameBinaryContentAs(folder.resolve("one.h5"));
        try (HdfFile file = new HdfFile(folder.resolve("one.h5"))) {
            assertThat(file.getDatasetByPath("features").getData()).isEqualTo(new double[][] {{0, 0}, {1, 1}, {1, 1}});
            assertThat(file.getDatasetByPath("frame").getData()).isEqualTo(new int[] {0, 1, 1});
            assertThat(file.getDatasetByPath("numbers").getData()).isEqualTo(new int[3]);
            assertThat(file.getDatasetByPath("labels").getData()).isEqualTo(new String[] {"a", "größer Å"});
            assertThat(file.getDatasetByPath("provenance").getData())
                    .isEqualTo(new String[] {"{\"structures\":5,\"x\":1}"});
        }
    }

    @Test
    void archivesHoldTheProvenance(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("f.npz");
        try (FeatureSink sink = ArchiveWriter.Format.of(file).open(file, List.of("a", "b"), PROVENANCE)) {
            addFrames(sink, 1);
            sink.commit(Map.of("structures", 1));
        }
        try (ZipFile zip = new ZipFile(file.toFile())) {
            byte[] bytes = zip.getInputStream(zip.getEntry("provenance.npy")).readAllBytes();
            assertThat(new String(bytes, 128, bytes.length - 128, Charset.forName("UTF-32LE")))
                    .isEqualTo("{\"structures\":1,\"x\":1}");
        }
    }

    @Test
    void shardsOfAnOlderOutputGoAndOtherFilesStay(@TempDir Path folder) throws IOException {
        Path base = folder.resolve("f.npz");
        try (FeatureSink sink = new ShardedFeatureWriter(base, List.of("a", "b"), PROVENANCE, 1)) {
            addFrames(sink, 1, 1, 1);
            sink.commit(Map.of());
        }
        Files.writeString(folder.resolve("f-00009.npz"), "mine");
        try (FeatureSink sink = new ShardedFeatureWriter(base, List.of("a", "b"), PROVENANCE, 2)) {
            addFrames(sink, 1, 1, 1);
            assertThat(files(folder)).contains("f-00000.npz", "f-00001.npz", "f-00002.npz", "f.json");
            sink.commit(Map.of());
        }
        assertThat(files(folder)).containsExactly("f-00000.npz", "f-00001.npz", "f-00009.npz", "f.json");
    }

    @Test
    void aFileThatIsNoIndexIsNotReplaced(@TempDir Path folder) throws IOException {
        Path index = folder.resolve("f.json");
        for (String content : List.of("{\"mine\": 1}", "no JSON")) {
            Files.writeString(index, content);
            assertThatThrownBy(
                            () -> new ShardedFeatureWriter(folder.resolve("f.npz"), List.of("a", "b"), PROVENANCE, 1))
                    .isInstanceOf(FileSystemException.class)
                    .hasMessage(index + ": exists, and is no index of shards; choose another name");
            assertThat(index).hasContent(content);
        }
    }

    @Test
    void anUnfinishedFileLeavesTheOldOneAlone(@TempDir Path folder) throws IOException {
        for (String name : List.of("f.npz", "f.h5")) {
            Path file = Files.writeString(folder.resolve(name), "old");
            try (FeatureSink sink = ArchiveWriter.Format.of(file).open(file, List.of("a", "b"), PROVENANCE)) {
                addFrames(sink, 1, 2);
            }
            assertThat(file).hasContent("old");
        }
        assertThat(files(folder)).containsExactly("f.h5", "f.npz");
    }
}
