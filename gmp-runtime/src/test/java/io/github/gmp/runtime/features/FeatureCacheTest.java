package io.github.gmp.runtime.features;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gmp.api.descriptor.Descriptor;
import io.github.gmp.api.descriptor.DescriptorEvaluation;
import io.github.gmp.api.descriptor.DescriptorProperty;
import io.github.gmp.api.descriptor.FittableDescriptor;
import io.github.gmp.api.descriptor.GeometryVector;
import io.github.gmp.api.math.Matrix;
import io.github.gmp.api.neighbor.NeighborList;
import io.github.gmp.api.plugin.ComponentSpec;
import io.github.gmp.api.structure.AtomicStructure;
import io.github.gmp.api.structure.Cell;
import io.github.gmp.api.structure.Element;
import io.github.gmp.api.structure.LabeledStructure;
import io.github.gmp.api.structure.Source;
import io.github.gmp.fixtures.SmallConfigurations;
import io.github.gmp.runtime.RuntimeTestHost;
import io.github.gmp.runtime.features.FeatureCache.Location;
import io.github.gmp.runtime.files.NamedFile;
import io.github.gmp.runtime.parallel.IndexedTasks;
import io.github.gmp.runtime.plugin.ComponentRegistry;
import io.github.gmp.runtime.progress.Progress;
import org.junit.jupiter.api.BeforeEach;
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
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

class FeatureCacheTest {
    private static final ComponentSpec SPEC = new ComponentSpec("sums", Map.of("factor", 1.5), "descriptor");

    @TempDir
    Path folder;

    private final AtomicInteger computed = new AtomicInteger();
    private final List<String> notes = Collections.synchronizedList(new ArrayList<>());
    private List<LabeledStructure> structures = List.of();

    /** Two features per atom: coordinates scaled by a factor. */
    private record Sums(double factor) implements Descriptor {
        @Override
        public double cutoff() {
            return 3;
        }

        @Override
        public List<String> features() {
            return List.of("xy", "z");
        }

        @Override
        public Set<DescriptorProperty> properties() {
            return Set.of();
        }

        @Override
        public double operationsPerAtom(double neighbors, int elements) {
            return 3;
        }

        @Override
        public DescriptorEvaluation evaluate(AtomicStructure structure, NeighborList neighbors) {
            double[] values = new double[2 * neighbors.centers()];
            for (int row = 0; row < neighbors.centers(); row++) {
                int i = neighbors.firstCenter() + row;
                values[2 * row] = factor * (structure.position(i, 0) + structure.position(i, 1));
                values[2 * row + 1] = factor * structure.position(i, 2);
            }
            Matrix features = Matrix.wrap(neighbors.centers(), 2, values);
            return new DescriptorEvaluation() {
                @Override
                public Matrix features() {
                    return features;
                }

                @Override
                public GeometryVector pullback(Matrix featureGradient) {
                    throw new UnsupportedOperationException("not needed here");
                }

                @Override
                public Matrix pushforward(GeometryVector tangent) {
                    throw new UnsupportedOperationException("not needed here");
                }
            };
        }
    }

    @BeforeEach
    void makeStructures() {
        SplittableRandom random = new SplittableRandom(3);
        List<LabeledStructure> list = new ArrayList<>();
        for (int s = 0; s < 9; s++) {
            int atoms = 2 + s % 3;
            Element[] elements = new Element[atoms];
            Arrays.fill(elements, Element.O);
            double[] positions = random.doubles(3L * atoms, -2, 2).toArray();
            list.add(LabeledStructure.builder(
                            new AtomicStructure(elements, positions, Cell.none()), new Source("test", s + 1))
                    .build());
        }
        structures = list;
    }

    private FeatureCache cache(String version) {
        Featurizer featurizer = new Featurizer();
        FeatureProvider counting = (spec, descriptor, frames, threads, progress) -> {
            computed.incrementAndGet();
            return featurizer.features(spec, descriptor, frames, threads, progress);
        };
        return new FeatureCache(
                counting, new Location(folder.resolve("cache"), true), Map.of("sums", version), notes::add);
    }

    private FeatureSet ask(FeatureCache cache, ComponentSpec spec) {
        return cache.features(spec, new Sums(1.5), structures, 2, Progress.silent());
    }

    private Path onlyFile() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("cache"))) {
            return files.reduce((a, b) -> {
                        throw new AssertionError("more than one file: " + a + ", " + b);
                    })
                    .orElseThrow();
        }
    }

    private void requireSame(FeatureSet got, FeatureSet expected) {
        assertThat(got.features()).isEqualTo(expected.features());
        assertThat(got.atomicNumbers()).isEqualTo(expected.atomicNumbers());
        assertThat(got.offsets()).isEqualTo(expected.offsets());
    }

    @Test
    void aLaterRunReadsTheSameBitsAndComputesNothing() {
        FeatureSet first = ask(cache("1"), SPEC);
        FeatureSet second = ask(cache("1"), SPEC);
        requireSame(second, first);
        assertThat(computed).hasValue(1);
        assertThat(notes).isEmpty();
    }

    @Test
    void otherConfigurationVersionOrStructuresAreOtherFeatures() {
        ask(cache("1"), SPEC);
        ask(cache("2"), SPEC);
        assertThat(computed).hasValue(2);
        ask(cache("1"), new ComponentSpec("sums", Map.of("factor", 2.5), "descriptor"));
        assertThat(computed).hasValue(3);
        LabeledStructure moved = structures.get(4);
        double[] positions = moved.structure().positions();
        positions[0] = Math.nextUp(positions[0]);
        structures = new ArrayList<>(structures);
        structures.set(
                4,
                LabeledStructure.builder(moved.structure().withPositions(positions), moved.source())
                        .build());
        ask(cache("1"), SPEC);
        assertThat(computed).hasValue(4);
    }

    @Test
    void aDescriptorFittedToOtherDataMakesOtherFeatures() {
        FittableDescriptor configured = (FittableDescriptor) RuntimeTestHost.get(ComponentRegistry.class)
                .create(Descriptor.KIND, RuntimeTestHost.spec("descriptor", SmallConfigurations.GMP_CHANNELS));
        ComponentSpec spec = RuntimeTestHost.spec("descriptor", SmallConfigurations.GMP_CHANNELS);
        FittableDescriptor other = (FittableDescriptor) DescriptorFit.fitted(configured, structures.subList(0, 5), 1);
        for (int runs = 1; runs <= 2; runs++) {
            for (FittableDescriptor fitted :
                    List.of((FittableDescriptor) DescriptorFit.fitted(configured, structures, 1), other)) {
                FeatureSet got = cache("1").features(spec, fitted, structures, 1, Progress.silent());
                assertThat(got.features().row(0))
                        .containsExactly(
                                Featurizer.evaluate(fitted, structures.get(0)).row(0));
            }
        }
        assertThat(computed).hasValue(2);
    }

    @Test
    void aFileThatTheConfigurationNamesCountsWithItsContents() throws IOException {
        Path table = folder.resolve("table.json");
        ComponentSpec spec =
                new ComponentSpec("sums", Map.of("table", NamedFile.in(folder, "table.json")), "descriptor");
        Files.writeString(table, "1");
        ask(cache("1"), spec);
        ask(cache("1"), spec);
        assertThat(computed).hasValue(1);
        Files.writeString(table, "2");
        ask(cache("1"), spec);
        assertThat(computed).hasValue(2);
    }

    @Test
    void aFlippedBitAnywhereIsFoundAndMended() throws IOException {
        FeatureSet good = ask(cache("1"), SPEC);
        Path file = onlyFile();
        byte[] bytes = Files.readAllBytes(file);
        int runs = 1;
        for (int position : new int[] {0, 10, 45, 60, bytes.length - 1}) {
            byte[] damaged = bytes.clone();
            damaged[position] ^= 4;
            Files.write(file, damaged);
            requireSame(ask(cache("1"), SPEC), good);
            assertThat(computed).as("byte %d", position).hasValue(++runs);
            assertThat(Files.readAllBytes(file)).isEqualTo(bytes);
        }
        assertThat(notes)
                .contains(
                        "feature cache: " + file + " its checksum does not match; the features were computed again",
                        "feature cache: " + file
                                + " its header is not that of these features; the features were computed again");
    }

    @Test
    void aTruncatedFileIsFoundAndMended() throws IOException {
        FeatureSet good = ask(cache("1"), SPEC);
        Path file = onlyFile();
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, 70));
        requireSame(ask(cache("1"), SPEC), good);
        assertThat(notes)
                .containsExactly("feature cache: " + file + " has 70 bytes, expected " + bytes.length
                        + "; the features were computed again");
    }

    @Test
    void featuresOfAnotherCodeVersionAreNotBelieved() throws IOException {
        ask(cache("1"), SPEC);
        // The same configuration and version number, but the code now computes something else.
        Sums changed = new Sums(Math.nextUp(1.5));
        FeatureSet got = cache("1").features(SPEC, changed, structures, 1, Progress.silent());
        requireSame(got, new Featurizer().featurize(changed, structures, 1, Progress.silent()));
        assertThat(computed).hasValue(2);
        assertThat(notes)
                .containsExactly("feature cache: " + onlyFile()
                        + " was made by another version of the descriptor; the features were computed again");
    }

    @Test
    void deletedFilesAreMadeAgain() throws IOException {
        FeatureCache cache = cache("1");
        ask(cache, SPEC);
        Files.delete(onlyFile());
        Files.delete(folder.resolve("cache"));
        ask(cache, SPEC);
        assertThat(computed).as("still in memory").hasValue(1);
        ask(cache("1"), SPEC);
        assertThat(computed).hasValue(2);
        assertThat(onlyFile()).exists();
        assertThat(notes).isEmpty();
    }

    @Test
    void aFolderThatCannotBeWrittenToCostsTimeOnly() throws IOException {
        Files.writeString(folder.resolve("cache"), "a file where the folder should be");
        FeatureSet set = ask(cache("1"), SPEC);
        assertThat(set.structures()).isEqualTo(9);
        assertThat(notes).anySatisfy(note -> assertThat(note)
                .isEqualTo("feature cache: cannot write to " + folder.resolve("cache")
                        + "; the features will be computed again next time"));
    }

    @Test
    void manyThreadsAskingForTheSameComputeItOnce() {
        FeatureCache cache = cache("1");
        IndexedTasks.run(16, 8, i -> ask(cache, SPEC));
        assertThat(computed).hasValue(1);
    }
}
