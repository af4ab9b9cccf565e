package io.github.gmp.runtime.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gmp.api.descriptor.FittableDescriptor;
import io.github.gmp.api.error.DataException;
import io.github.gmp.api.potential.Potential;
import io.github.gmp.api.structure.AtomicStructure;
import io.github.gmp.experiments.ExperimentsTestHost;
import io.github.gmp.experiments.train.PreparedTraining;
import io.github.gmp.experiments.train.Train;
import io.github.gmp.experiments.train.TrainListener;
import io.github.gmp.experiments.train.TrainStart;
import io.github.gmp.fixtures.MorseMolecules;
import io.github.gmp.fixtures.SmallConfigurations;
import io.github.gmp.runtime.config.ConfigTree;
import io.github.gmp.runtime.files.RunDirectory;
import io.github.gmp.runtime.progress.Progress;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

class ModelFileTest {
    @TempDir
    static Path folder;

    private static Potential trained;
    private static Path model;

    @BeforeAll
    static void trainOnce() {
        MorseMolecules.write(MorseMolecules.frames(60, 8), "", folder.resolve("morse.extxyz"));
        AtomicReference<Potential> potential = new AtomicReference<>();
        model = train(folder, SmallConfigurations.GMP, SmallConfigurations.NETWORK, folder.resolve("run"), potential);
        trained = potential.get();
    }

    private static Path train(
            Path home,
            Map<String, Object> descriptor,
            Map<String, Object> regressor,
            Path output,
            AtomicReference<Potential> potential) {
        ConfigTree tree = ConfigTree.of(
                Map.of(
                        "name",
                        "morse",
                        "data",
                        Map.of("files", List.of("morse.extxyz")),
                        "descriptor",
                        descriptor,
                        "regressor",
                        regressor),
                home);
        Train run = ExperimentsTestHost.get(Train.class);
        PreparedTraining prepared = run.prepare(tree, Progress.silent());
        try (RunDirectory directory = RunDirectory.open(output)) {
            potential.set(run.train(
                            prepared,
                            directory,
                            run.open(prepared, directory, TrainStart.NEW),
                            1,
                            new TrainListener() {},
                            Progress.silent(),
                            () -> false)
                    .result()
                    .potential());
            return directory.file(Train.MODEL);
        }
    }

    @Test
    void predictsTheSameAfterLoadingBitForBit() {
        TrainedModel loaded = load(model);
        for (var frame : MorseMolecules.frames(10, 9)) {
            AtomicStructure structure = frame.structure();
            Potential.Evaluation before = trained.evaluate(structure);
            Potential.Evaluation after = loaded.potential().evaluate(structure);
            assertThat(after.energy()).isEqualTo(before.energy());
            assertThat(after.forces()).containsExactly(before.forces());
        }
    }

    @Test
    void keepsWhatTheDescriptorWasFittedTo() {
        AtomicReference<Potential> potential = new AtomicReference<>();
        Path file = train(
                folder,
                SmallConfigurations.GMP_CHANNELS,
                SmallConfigurations.NETWORK,
                folder.resolve("channels"),
                potential);
        Potential loaded = load(file).potential();
        assertThat(((FittableDescriptor) loaded.descriptor()).state())
                .isEqualTo(((FittableDescriptor) potential.get().descriptor()).state());
        AtomicStructure structure = MorseMolecules.frames(1, 9).get(0).structure();
        assertThat(loaded.evaluate(structure).energy())
                .isEqualTo(potential.get().evaluate(structure).energy());
        assertThat(loaded.evaluate(structure).forces())
                .containsExactly(potential.get().evaluate(structure).forces());
    }

    @Test
    void knowsWhereItComesFrom() {
        TrainedModel loaded = load(model);
        assertThat(loaded.provenance().plugins()).containsKeys("gmp-models", "gmp-probes");
        assertThat(loaded.provenance().dataHash()).matches("[0-9a-f]{64}");
        assertThat(loaded.provenance().configurationHash()).matches("[0-9a-f]{64}");
        assertThat(loaded.configuration()).containsEntry("name", "morse");
        assertThat(loaded.test()).isPresent();
        assertThat(loaded.featureRanges().minima())
                .hasSize(trained.descriptor().features().size());
    }

    @Test
    void aSecondSaveIsTheSameFile() throws IOException {
        Path again = folder.resolve("again.gmp");
        ExperimentsTestHost.get(ModelFile.class).save(load(model), again);
        assertThat(Files.readAllBytes(again)).isEqualTo(Files.readAllBytes(model));
    }

    @Test
    void findsAUsersDensityTableWhereItWasOrBesideTheModel() throws IOException {
        Path home = Files.createDirectory(folder.resolve("home"));
        Path table = home.resolve("table.json");
        try (InputStream in = ModelFileTest.class.getResourceAsStream("/io/github/gmp/density/paper.json")) {
            Files.copy(in, table);
        }
        Map<String, Object> descriptor = new HashMap<>(SmallConfigurations.GMP);
        descriptor.put("density", Map.of("type", "gaussian-table", "file", "table.json"));
        MorseMolecules.write(MorseMolecules.frames(30, 8), "", home.resolve("morse.extxyz"));
        Path saved = train(
                home, descriptor, SmallConfigurations.RIDGE, folder.resolve("run-with-table"), new AtomicReference<>());
        double energy = load(saved)
                .potential()
                .energy(MorseMolecules.frames(1, 9).get(0).structure());
        Path beside = saved.resolveSibling("table.json");
        Files.move(table, beside);
        assertThat(load(saved)
                        .potential()
                        .energy(MorseMolecules.frames(1, 9).get(0).structure()))
                .isEqualTo(energy);
        Files.delete(beside);
        assertThatThrownBy(() -> load(saved))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith(saved + ": ")
                .hasMessageContaining("table.json");
    }

    @Test
    void refusesDamage() throws IOException {
        byte[] bytes = Files.readAllBytes(model);
        refused(
                "short.gmp",
                Arrays.copyOf(bytes, bytes.length / 2),
                "is not a GMP model, or damaged: not a complete zip" + " archive (zip END header not found)");
        refused(
                "text.gmp",
                "hello".getBytes(StandardCharsets.US_ASCII),
                "is not a GMP model, or damaged: not a complete" + " zip archive (zip END header not found)");
        refused(
                "empty.gmp",
                new byte[0],
                "is not a GMP model, or damaged: not a complete zip archive (zip file is empty)");
        assertThatThrownBy(() -> load(folder.resolve("none.gmp")))
                .hasMessage(folder.resolve("none.gmp") + ": no such file");
        assertThatThrownBy(() -> load(folder)).hasMessage(folder + ": is a folder; a model file was expected");
    }

    @Test
    void refusesWhateverDoesNotMatchItsChecksum() throws IOException {
        refused(
                "changed.gmp",
                rewritten(entries -> {
                    byte[] tensor = entries.get("tensors/0.npy").clone();
                    tensor[tensor.length - 1] ^= 1;
                    entries.put("tensors/0.npy", tensor);
                    return entries;
                }),
                "is damaged or was changed: its content does not match its checksum");
    }

    @Test
    void refusesEntriesThatDoNotBelong() throws IOException {
        for (String name : List.of("../evil.txt", "/etc/passwd", "tensors/../x.npy", "tensors/999999.npy", "x.class")) {
            refused(
                    "entry.gmp",
                    rewritten(entries -> {
                        entries.put(name, new byte[] {1});
                        return entries;
                    }),
                    "is not a GMP model: unexpected entry '" + name + "'");
        }
        refused(
                "missing.gmp",
                rewritten(entries -> {
                    entries.remove("model.json");
                    return entries;
                }),
                "is not a GMP model: it has no entry 'model.json'");
        assertThat(folder.getParent().resolve("evil.txt")).doesNotExist();
    }

    @Test
    void refusesADocumentThatIsTooLarge() throws IOException {
        // 80 MB of blanks deflate to 80 kB.
        byte[] blanks = new byte[80 << 20];
        Arrays.fill(blanks, (byte) ' ');
        refused(
                "bomb.gmp",
                rewritten(entries -> {
                    entries.put("model.json", blanks);
                    return entries;
                }),
                "entry 'model.json' is too large: more than 67108864 bytes");
    }

    @Test
    void refusesOtherFormatsAndVersions() throws IOException {
        withDocument(
                "\"formatVersion\" : 1",
                "\"formatVersion\" : 2",
                "has model format version 2, but this version of GMP reads version 1");
        withDocument(
                "\"format\" : \"gmp-model\"", "\"format\" : \"other\"", "is not a GMP model: its format is 'other'");
        withDocument(
                "\"formatVersion\" : 1",
                "\"formatVersion\" : \"x\"",
                "'formatVersion' is absent or not a whole number");
    }

    @Test
    void makesComponentsThroughTheRegistryOnly() throws IOException {
        Path file = resigned("\"type\" : \"snn\"", "\"type\" : \"java.lang.ProcessBuilder\"");
        assertThatThrownBy(() -> load(file))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("its regressor cannot be made here (plugins when it was trained: {")
                .hasMessageContaining("unknown regressor 'java.lang.ProcessBuilder'");
    }

    /** A key of the training that was renamed or removed since must not be in the way of what was trained. */
    @Test
    void readsARegressorWhoseRecipeIsNotKnownAnyMore() throws IOException {
        TrainedModel other = load(resigned("\"learningRate\" :", "\"speedOfLearning\" :"));
        assertThat(other.regressor().keys()).containsKey("speedOfLearning").doesNotContainKey("learningRate");
        assertThat(other.potential().regressor().state())
                .isEqualTo(load(model).potential().regressor().state());
    }

    @Test
    void refusesAStateThatDoesNotFit() throws IOException {
        assertThatThrownBy(() -> load(resigned("tensors/0.npy", "tensors/77.npy")))
                .isInstanceOf(DataException.class)
                .hasMessageMatching("(?s).*resigned.gmp: tensor '.*' is absent");
        assertThatThrownBy(() -> load(resigned("\"sigmas\" : [ 0.4, 1.0 ]", "\"sigmas\" : [ 0.4, 1.1 ]")))
                .hasMessageContaining("features that its descriptor no longer makes: now");
    }

    private static void withDocument(String old, String replacement, String message) throws IOException {
        Path file = resigned(old, replacement);
        assertThatThrownBy(() -> load(file)).isInstanceOf(DataException.class).hasMessage(file + ": " + message);
    }

    /** A model with a changed document and a checksum that fits: what only its author can make. */
    private static Path resigned(String old, String replacement) throws IOException {
        Map<String, byte[]> entries = entries();
        entries.remove("SHA-256");
        String document = new String(entries.get("model.json"), StandardCharsets.UTF_8);
        assertThat(document).contains(old);
        entries.put("model.json", document.replace(old, replacement).getBytes(StandardCharsets.UTF_8));
        Path file = folder.resolve("resigned.gmp");
        new StateArchive(ArchiveKind.MODEL, entries).write(file);
        return file;
    }

    private static void refused(String name, byte[] content, String message) throws IOException {
        Path file = Files.write(folder.resolve(name), content);
        assertThatThrownBy(() -> load(file)).isInstanceOf(DataException.class).hasMessage(file + ": " + message);
    }

    private static byte[] rewritten(UnaryOperator<Map<String, byte[]>> change) throws IOException {
        Path file = folder.resolve("rewritten.zip");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> entry : change.apply(entries()).entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
        return Files.readAllBytes(file);
    }

    private static Map<String, byte[]> entries() throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(model.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                entries.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        }
        return entries;
    }

    private static TrainedModel load(Path file) {
        return ExperimentsTestHost.get(ModelFile.class).load(file);
    }
}
