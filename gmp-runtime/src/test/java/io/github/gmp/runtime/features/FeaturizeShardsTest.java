package io.github.gmp.runtime.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gmp.api.dataset.FramePlace;
import io.github.gmp.api.error.DataException;
import io.github.gmp.api.error.GmpException;
import io.github.gmp.api.plugin.ComponentSpec;
import io.github.gmp.api.task.Job;
import io.github.gmp.api.task.Task;
import io.github.gmp.api.task.Worker;
import io.github.gmp.fixtures.SmallConfigurations;
import io.github.gmp.runtime.RuntimeTestHost;
import io.github.gmp.runtime.config.ConfigTree;
import io.github.gmp.runtime.dataset.FrameRange;
import io.github.gmp.runtime.progress.Progress;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/** Shards that an executor computes are those of a run on threads, byte for byte. */
class FeaturizeShardsTest {
    private static final ComponentSpec LOCAL = new ComponentSpec("local", Map.of(), "executor");
    private static final int[] SIZES = {3, 1, 300, 5, 70, 2, 4, 4};

    @TempDir
    Path folder;

    private List<Path> inputs;

    @BeforeEach
    void writeInputs() throws IOException {
        Path plain = Files.writeString(folder.resolve("a.xyz"), structures(3));
        Path compressed = folder.resolve("b.xyz.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(compressed))) {
            out.write(structures(4).getBytes(StandardCharsets.UTF_8));
        }
        inputs = List.of(plain, compressed);
    }

    private static String structures(long seed) {
        StringBuilder text = new StringBuilder();
        Random random = new Random(seed);
        for (int size : SIZES) {
            text.append(size).append("\nProperties=species:S:1:pos:R:3\n");
            for (int atom = 0; atom < size; atom++) {
                text.append(atom % 3 == 0 ? 'O' : 'H');
                for (int axis = 0; axis < 3; axis++) {
                    text.append(' ').append(15 * random.nextDouble());
                }
                text.append('\n');
            }
        }
        return text.toString();
    }

    private FeaturizeRequest request(Path output, int threads) {
        return new FeaturizeRequest(inputs, output, Optional.of(80), threads, 0, 0);
    }

    private Featurize.Source source(Map<String, Object> descriptor) {
        ConfigTree tree = ConfigTree.of(Map.of("descriptor", descriptor), folder);
        return RuntimeTestHost.get(Featurize.class)
                .source(tree, request(folder.resolve("f.npz"), 1), Progress.silent(), () -> false);
    }

    private FeaturizeResult byExecutor(Map<String, Object> descriptor, Path output, int threads) {
        return RuntimeTestHost.get(FeaturizeShards.class)
                .run(source(descriptor), request(output, threads), LOCAL, Progress.silent(), () -> false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"f.npz", "f.h5"})
    void filesAreThoseOfARunOnThreads(String name) throws IOException {
        Path here = Files.createDirectory(folder.resolve("here"));
        Path there = Files.createDirectory(folder.resolve("there"));
        FeaturizeResult expected = RuntimeTestHost.get(Featurize.class)
                .run(source(SmallConfigurations.GMP), request(here.resolve(name), 2), Progress.silent(), () -> false);
        for (int threads : new int[] {1, 3}) {
            FeaturizeResult summary = byExecutor(SmallConfigurations.GMP, there.resolve(name), threads);
            assertThat(summary.frames()).isEqualTo(expected.frames()).isEqualTo(2L * SIZES.length);
            assertThat(summary.atoms()).isEqualTo(expected.atoms());
            assertThat(summary.features()).isEqualTo(8);
            assertThat(names(there)).isEqualTo(names(here)).hasSizeGreaterThan(6);
            for (String file : names(here)) {
                assertThat(Files.mismatch(here.resolve(file), there.resolve(file)))
                        .as(file)
                        .isEqualTo(-1);
            }
        }
    }

    /** What another process does: everything it knows has been text. */
    @Test
    void aWorkerThatWasOpenedFromTextWritesTheSameShard() throws IOException {
        Featurize.Source source = source(SmallConfigurations.GMP_CHANNELS);
        FeaturizeRequest request = request(folder.resolve("f.npz"), 2);
        RuntimeTestHost.get(Featurize.class).run(source, request, Progress.silent(), () -> false);
        Job job = RuntimeTestHost.get(FeaturizeShards.class).job(source, request);
        assertThat(job.json()).contains("\"tensors\"");
        Worker worker = Worker.open(job, new Worker.Environment(folder, Optional.empty(), List.of()));
        Path target = folder.resolve("second.npz");
        FramePlace third = new FramePlace(3, bytesOf(0, 1), 1 + 2 + 3 + 2 + 1, 300);
        ShardTask shard = new ShardTask(target, 2, 1, 300, List.of(new FrameRange(inputs.get(0), third, 1)));
        assertThat(worker.run(new Task(1, shard.toJson()), () -> false)).isPresent();
        assertThat(Files.mismatch(target, folder.resolve("f-00001.npz"))).isEqualTo(-1);

        ShardTask other = new ShardTask(target, 2, 1, 299, shard.ranges());
        assertThatThrownBy(() -> worker.run(new Task(1, other.toJson()), () -> false))
                .isInstanceOf(DataException.class)
                .hasMessage(inputs.get(0)
                        + ": 1 structures with 300 atoms were read where the command had found 1 with 299;"
                        + " is it the same file here, and has it changed meanwhile?");
        assertThat(worker.run(new Task(1, shard.toJson()), () -> true)).isEmpty();
    }

    private long bytesOf(int... frames) throws IOException {
        List<String> lines = Files.readAllLines(inputs.get(0));
        int count = 0;
        for (int frame : frames) {
            count += 2 + SIZES[frame];
        }
        return lines.subList(0, count).stream()
                .mapToLong(line -> line.length() + 1L)
                .sum();
    }

    @Test
    void mistakesNameFileAndFrameAndLeaveNothingBehind() throws IOException {
        Path broken = folder.resolve("a.xyz");
        Files.writeString(broken, Files.readString(broken).replaceFirst("(?s)^(3\n.*?\n)O ", "$1Qq "));
        List<String> before = names(folder);
        assertThatThrownBy(() -> byExecutor(SmallConfigurations.GMP, folder.resolve("f.npz"), 2))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith(broken + ":3: frame 1, atom 1: ");
        assertThat(names(folder)).isEqualTo(before);
    }

    @Test
    void cancellingLeavesNothingBehind() throws IOException {
        List<String> before = names(folder);
        AtomicInteger asked = new AtomicInteger();
        assertThatThrownBy(() -> RuntimeTestHost.get(FeaturizeShards.class)
                        .run(
                                source(SmallConfigurations.GMP),
                                request(folder.resolve("f.npz"), 1),
                                LOCAL,
                                Progress.silent(),
                                () -> asked.incrementAndGet() > 2 * SIZES.length + 5))
                .isInstanceOf(CancellationException.class);
        assertThat(names(folder)).isEqualTo(before);
    }

    @Test
    void whatAnExecutorCannotDoIsTold() {
        FeaturizeRequest whole = new FeaturizeRequest(inputs, folder.resolve("f.npz"), Optional.empty(), 1, 0, 0);
        assertThatThrownBy(() -> run(whole))
                .isInstanceOf(GmpException.class)
                .hasMessage("--executor: executor 'local' writes shards; say how large they may be with --shard-atoms");
        FeaturizeRequest checked = new FeaturizeRequest(inputs, folder.resolve("f.npz"), Optional.of(80), 1, 5, 0);
        assertThatThrownBy(() -> run(checked))
                .isInstanceOf(GmpException.class)
                .hasMessage("--gradients-check: compares on threads of this process only, not with executor 'local'");
    }

    private void run(FeaturizeRequest request) {
        RuntimeTestHost.get(FeaturizeShards.class)
                .run(source(SmallConfigurations.GMP), request, LOCAL, Progress.silent(), () -> false);
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
