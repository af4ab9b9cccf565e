package io.github.gmp.runtime.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.gmp.api.descriptor.Descriptor;
import io.github.gmp.api.descriptor.FittableDescriptor;
import io.github.gmp.api.error.GmpException;
import io.github.gmp.api.math.Matrix;
import io.github.gmp.fixtures.SmallConfigurations;
import io.github.gmp.runtime.RuntimeTestHost;
import io.github.gmp.runtime.config.ConfigTree;
import io.github.gmp.runtime.files.Sha256;
import io.github.gmp.runtime.progress.Progress;
import io.github.gmp.runtime.progress.ProgressUnit;
import io.jhdf.HdfFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** Files of features are the same however the work is divided, and absent if anything goes wrong. */
class FeaturizeTest {
    private static final int[] SIZES = {3, 1, 200, 5, 70, 2};

    @TempDir
    Path folder;

    private Path input;

    @BeforeEach
    void writeInput() throws IOException {
        StringBuilder text = new StringBuilder();
        Random random = new Random(3);
        for (int size : SIZES) {
            text.append(size).append("\nProperties=species:S:1:pos:R:3\n");
            for (int atom = 0; atom < size; atom++) {
                text.append(atom % 3 == 0 ? 'O' : 'H');
                for (int axis = 0; axis < 3; axis++) {
                    text.append(' ').append(12 * random.nextDouble());
                }
                text.append('\n');
            }
        }
        input = Files.writeString(folder.resolve("input.xyz"), text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"f.npz", "f.h5"})
    void theFileDoesNotDependOnThreads(String name) throws IOException {
        for (int rows : new int[] {1, 7, 64, 1000}) {
            Path one = Files.move(
                    write(name, Optional.empty(), 1, rows), folder.resolve("one"), StandardCopyOption.REPLACE_EXISTING);
            for (int threads : new int[] {2, 4}) {
                assertThat(Files.mismatch(write(name, Optional.empty(), threads, rows), one))
                        .as(threads + " threads, blocks of " + rows)
                        .isEqualTo(-1);
            }
        }
    }

    @Test
    void shardsDoNotEither() throws IOException {
        write("f.npz", Optional.of(80), 1, 7);
        List<String> names = names();
        assertThat(names).containsExactly("f-00000.npz", "f-00001.npz", "f-00002.npz", "f.json", "input.xyz");
        Map<String, String> expected = hashes(names);
        for (int threads : new int[] {2, 4}) {
            write("f.npz", Optional.of(80), threads, 7);
            assertThat(hashes(names())).isEqualTo(expected);
        }
    }

    @Test
    void blocksOfABigStructureHaveTheFeaturesOfTheWhole() {
        double[][] whole = features(write("whole.h5", Optional.empty(), 1, 1000));
        double[][] blocks = features(write("blocks.h5", Optional.empty(), 2, 7));
        assertThat(blocks).hasDimensions(281, FeaturizerTest.GMP.features().size());
        for (int column = 0; column < whole[0].length; column++) {
            int c = column;
            double largest = Arrays.stream(whole)
                    .mapToDouble(row -> Math.abs(row[c]))
                    .max()
                    .orElseThrow();
            for (int row = 0; row < whole.length; row++) {
                // Not bit for bit: a block may meet the elements in another order.
                assertThat(blocks[row][c]).isCloseTo(whole[row][c], within(1e-13 * largest));
            }
        }
    }

    private static double[][] features(Path file) {
        try (HdfFile hdf = new HdfFile(file)) {
            return (double[][]) hdf.getDatasetByPath("features").getData();
        }
    }

    /** Channels are fitted to the input, the same for any number of threads. */
    @Test
    void aDescriptorThatTakesConstantsFromDataIsFittedToTheInput() throws IOException {
        ConfigTree tree = ConfigTree.of(Map.of("descriptor", SmallConfigurations.GMP_CHANNELS), folder);
        Featurize run = RuntimeTestHost.get(Featurize.class);
        List<byte[]> archives = new ArrayList<>();
        for (int threads : new int[] {1, 3}) {
            FeaturizeRequest request = request("f.h5", Optional.empty(), threads);
            Featurize.Source source = run.source(tree, request, Progress.silent(), () -> false);
            FittableDescriptor fitted = (FittableDescriptor) source.descriptor();
            assertThat(fitted.isFitted()).isTrue();
            run.run(source, request, Progress.silent(), () -> false);
            archives.add(Files.readAllBytes(folder.resolve("f.h5")));
            try (HdfFile hdf = new HdfFile(folder.resolve("f.h5"))) {
                String[] provenance =
                        (String[]) hdf.getDatasetByPath("provenance").getData();
                assertThat(provenance[0])
                        .containsPattern("\"descriptorState\": ?\"" + DescriptorFit.hash(fitted.state()));
            }
        }
        assertThat(archives.get(1)).isEqualTo(archives.get(0));
    }

    @Test
    void progressReachesTheEndOfTheInput() {
        AtomicLong done = new AtomicLong();
        AtomicLong total = new AtomicLong();
        Progress counting = new Progress() {
            @Override
            public void start(String task, long steps, ProgressUnit unit) {
                total.set(steps);
            }

            @Override
            public void advance(long steps) {
                done.addAndGet(steps);
            }

            @Override
            public void note(String extra) {
                assertThat(extra).matches("[0-9,]+ structures/s|[0-9,]+ atoms, [0-9,]+ atoms/s");
            }

            @Override
            public void finish() {}
        };
        run(FeaturizerTest.GMP, request("f.npz", Optional.empty(), 2), 7, counting, () -> false);
        assertThat(total.get()).isEqualTo(input.toFile().length());
        assertThat(done).hasValue(total.get());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void theFirstFeatureThatIsNotFiniteIsNamedAlsoInABlockOfABigStructure(int threads) throws IOException {
        Descriptor flawed = new FlawedDescriptor(
                FeaturizerTest.GMP,
                features -> {
                    double[] values = features.array().clone();
                    if (features.rows() == 7) {
                        values[2 * features.columns() + 1] = Double.NaN;
                    }
                    return Matrix.wrap(features.rows(), features.columns(), values);
                },
                1);
        Files.writeString(folder.resolve("f.npz"), "old");
        assertThatThrownBy(() ->
                        run(flawed, request("f.npz", Optional.empty(), threads), 7, Progress.silent(), () -> false))
                .isInstanceOf(GmpException.class)
                .hasMessage(input + ", frame 3: atom 3 (H): feature '"
                        + FeaturizerTest.GMP.features().get(1) + "' is NaN; a finite number was expected");
        assertThat(names()).containsExactly("f.npz", "input.xyz");
        assertThat(folder.resolve("f.npz")).hasContent("old");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void outOfMemoryNamesTheStructure(int threads) throws IOException {
        Descriptor greedy = new FlawedDescriptor(
                FeaturizerTest.GMP,
                features -> {
                    throw new OutOfMemoryError("Java heap space");
                },
                1);
        assertThatThrownBy(() ->
                        run(greedy, request("f.h5", Optional.empty(), threads), 1000, Progress.silent(), () -> false))
                .isInstanceOf(GmpException.class)
                .hasMessage(input + ", frame 1: out of memory while computing the features of 3 atoms; allow Java more"
                        + " with the environment variable GMP_JAVA_OPTS, e.g. -Xmx8g");
        assertThat(names()).containsExactly("input.xyz");
    }

    @ParameterizedTest
    @ValueSource(strings = {"f.npz", "f.h5"})
    void cancellingLeavesNothing(String name) throws IOException {
        for (int asked : new int[] {0, 1, 5, 20}) {
            AtomicLong left = new AtomicLong(asked);
            assertThatThrownBy(() -> run(
                            FeaturizerTest.GMP,
                            request(name, Optional.of(10), 2),
                            7,
                            Progress.silent(),
                            () -> left.getAndDecrement() <= 0))
                    .isInstanceOf(CancellationException.class);
            assertThat(names()).containsExactly("input.xyz");
        }
    }

    private Path write(String name, Optional<Integer> shardAtoms, int threads, int rows) {
        run(FeaturizerTest.GMP, request(name, shardAtoms, threads), rows, Progress.silent(), () -> false);
        return folder.resolve(name);
    }

    private FeaturizeRequest request(String name, Optional<Integer> shardAtoms, int threads) {
        return new FeaturizeRequest(List.of(input), folder.resolve(name), shardAtoms, threads, 0, 0);
    }

    private static void run(
            Descriptor descriptor, FeaturizeRequest request, int rows, Progress progress, BooleanSupplier cancelled) {
        RuntimeTestHost.get(Featurize.class).write(descriptor, request, Map.of("x", 1), rows, progress, cancelled);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private Map<String, String> hashes(List<String> names) throws IOException {
        Map<String, String> hashes = new TreeMap<>();
        for (String name : names) {
            hashes.put(name, Sha256.hex(Files.readAllBytes(folder.resolve(name))));
        }
        return hashes;
    }
}
