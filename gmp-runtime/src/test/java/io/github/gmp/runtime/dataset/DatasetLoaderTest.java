package io.github.gmp.runtime.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gmp.api.error.DataException;
import io.github.gmp.api.structure.AtomicStructure;
import io.github.gmp.api.structure.Element;
import io.github.gmp.api.structure.LabeledStructure;
import io.github.gmp.fixtures.MorseMolecules;
import io.github.gmp.runtime.RuntimeTestHost;
import io.github.gmp.runtime.files.NamedFile;
import io.github.gmp.runtime.progress.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

class DatasetLoaderTest {
    private static final SplitConfig SPLIT = new SplitConfig(Optional.empty(), 0.1, 0.1, 0, Optional.empty());

    @TempDir
    Path folder;

    @Test
    void readsFilesRelativeToTheConfiguration() {
        List<LabeledStructure> frames = MorseMolecules.frames(6, 1);
        MorseMolecules.write(frames, "", folder.resolve("a.extxyz"));
        Dataset dataset = load(config(List.of("a.extxyz"), Optional.empty(), Map.of()));
        assertThat(dataset.structures()).hasSize(6);
        assertThat(dataset.structures().get(3).structure().positions())
                .containsExactly(frames.get(3).structure().positions());
        assertThat(dataset.structures().get(3).forces().orElseThrow())
                .containsExactly(frames.get(3).forces().orElseThrow());
    }

    @Test
    void limitsExcludesAndSetsIsolatedAtomsApart() throws IOException {
        MorseMolecules.write(MorseMolecules.frames(3, 1), "config_type=bad", folder.resolve("a.extxyz"));
        MorseMolecules.write(MorseMolecules.frames(5, 2), "config_type=good", folder.resolve("b.extxyz"));
        Files.writeString(
                folder.resolve("atoms.extxyz"),
                "1\nProperties=species:S:1:pos:R:3 energy=-13.6 config_type=IsolatedAtom\nH 0 0 0\n");
        Dataset dataset = load(config(
                List.of("atoms.extxyz", "a.extxyz", "b.extxyz"),
                Optional.of(4),
                Map.of("config_type", List.of("bad"))));
        assertThat(dataset.structures())
                .hasSize(4)
                .allMatch(frame -> frame.info().get("config_type").equals("good"));
        assertThat(dataset.isolatedAtoms()).hasSize(1);
        assertThat(Splitter.split(dataset, new SplitConfig(Optional.empty(), 1, 1, 0, Optional.empty()))
                        .isolatedAtoms())
                .containsOnly(Map.entry(Element.H, -13.6));
    }

    @Test
    void takesValidationAndTestFilesWhole() {
        MorseMolecules.write(MorseMolecules.frames(6, 1), "", folder.resolve("train.extxyz"));
        MorseMolecules.write(MorseMolecules.frames(3, 2), "", folder.resolve("validation.extxyz"));
        MorseMolecules.write(MorseMolecules.frames(2, 3), "", folder.resolve("test.extxyz"));
        DataConfig config = new DataConfig(
                named(List.of("train.extxyz")),
                named(List.of("validation.extxyz")),
                named(List.of("test.extxyz")),
                Optional.empty(),
                Optional.of(5),
                SPLIT,
                Map.of());
        SplitDataset split = Splitter.split(load(config), SPLIT);
        assertThat(split.train()).hasSize(5);
        assertThat(split.validation()).hasSize(3);
        assertThat(split.test()).hasSize(2);
    }

    @Test
    void framesCanBeHeldOutForTheTestByTheirKeys() {
        MorseMolecules.write(MorseMolecules.frames(7, 1), "config_type=seen", folder.resolve("a.extxyz"));
        MorseMolecules.write(MorseMolecules.frames(4, 2), "config_type=unseen", folder.resolve("b.extxyz"));
        DataConfig config = new DataConfig(
                named(List.of("a.extxyz", "b.extxyz")),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                SPLIT,
                Map.of(),
                Map.of("config_type", List.of("unseen")));
        SplitDataset split =
                Splitter.split(load(config), new SplitConfig(Optional.empty(), 2, 0.1, 0, Optional.empty()));
        assertThat(split.train()).hasSize(5);
        assertThat(split.validation()).hasSize(2);
        assertThat(split.test())
                .hasSize(4)
                .allMatch(frame -> frame.info().get("config_type").equals("unseen"));
        assertThatThrownBy(() -> load(new DataConfig(
                        named(List.of("a.extxyz")),
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        SPLIT,
                        Map.of(),
                        Map.of("config_type", List.of("other")))))
                .isInstanceOf(DataException.class)
                .hasMessage("data.testWhere: no structure of a.extxyz has {config_type=[other]}");
    }

    @Test
    void hashDependsOnContentsOnly() {
        List<LabeledStructure> frames = MorseMolecules.frames(4, 1);
        MorseMolecules.write(frames, "", folder.resolve("a.extxyz"));
        MorseMolecules.write(frames, "tag=x", folder.resolve("b.extxyz"));
        MorseMolecules.write(MorseMolecules.frames(4, 2), "", folder.resolve("c.extxyz"));
        String hash =
                load(config(List.of("a.extxyz"), Optional.empty(), Map.of())).hash();
        assertThat(hash).matches("[0-9a-f]{64}");
        assertThat(load(config(List.of("b.extxyz"), Optional.empty(), Map.of())).hash())
                .isEqualTo(hash);
        assertThat(load(config(List.of("c.extxyz"), Optional.empty(), Map.of())).hash())
                .isNotEqualTo(hash);
        assertThat(load(config(List.of("a.extxyz"), Optional.of(3), Map.of())).hash())
                .isNotEqualTo(hash);
    }

    @Test
    void hashSeesEveryLabel() {
        LabeledStructure frame = MorseMolecules.frames(1, 1).get(0);
        String hash = DatasetHash.of(List.of(List.of(frame)));
        double energy = frame.energy().getAsDouble();
        double[] forces = frame.forces().orElseThrow();
        forces[5] = Math.nextUp(forces[5]);
        assertThat(DatasetHash.of(List.of(
                        List.of(frame.toBuilder().energy(Math.nextUp(energy)).build()))))
                .isNotEqualTo(hash);
        assertThat(DatasetHash.of(
                        List.of(List.of(frame.toBuilder().forces(forces).build()))))
                .isNotEqualTo(hash);
        assertThat(DatasetHash.of(List.of(List.of(frame), List.of()))).isNotEqualTo(hash);
    }

    @Test
    void hashSeesColumnsWhateverTheirOrder() {
        AtomicStructure structure = MorseMolecules.frames(1, 1).get(0).structure();
        double[] charges = {0, 1, 0, 0};
        double[] moments = {0, 0, 2, 0};
        Map<String, double[]> columns = new LinkedHashMap<>();
        columns.put("charge", charges);
        columns.put("moment", moments);
        Map<String, double[]> otherWayRound = new LinkedHashMap<>();
        otherWayRound.put("moment", moments);
        otherWayRound.put("charge", charges);
        String hash = DatasetHash.of(with(structure, columns));

        assertThat(DatasetHash.of(with(structure, otherWayRound))).isEqualTo(hash);
        assertThat(DatasetHash.of(structure)).isNotEqualTo(hash);
        assertThat(DatasetHash.of(with(structure, Map.of("charge", moments, "moment", charges))))
                .isNotEqualTo(hash);
        assertThat(DatasetHash.of(with(structure, Map.of("charge", charges, "moments", moments))))
                .isNotEqualTo(hash);
    }

    private static AtomicStructure with(AtomicStructure structure, Map<String, double[]> columns) {
        Element[] elements = IntStream.range(0, structure.size())
                .mapToObj(structure::element)
                .toArray(Element[]::new);
        return new AtomicStructure(elements, structure.positions(), structure.cell(), columns);
    }

    @Test
    void suggestsTheNameOfAMissingFile() {
        MorseMolecules.write(MorseMolecules.frames(1, 1), "", folder.resolve("water.extxyz"));
        assertThatThrownBy(() -> load(config(List.of("watre.extxyz"), Optional.empty(), Map.of())))
                .isInstanceOf(DataException.class)
                .hasMessage(folder.resolve("watre.extxyz") + ": no such file; did you mean 'water.extxyz'?");
        assertThatThrownBy(() -> load(config(List.of("data/water.extxyz"), Optional.empty(), Map.of())))
                .hasMessage(folder.resolve("data/water.extxyz") + ": no such file; the folder " + folder.resolve("data")
                        + " does not exist either");
    }

    @Test
    void listsTheFormatsThereAre() throws IOException {
        Files.writeString(folder.resolve("a.foo"), "x");
        assertThatThrownBy(() -> load(config(List.of("a.foo"), Optional.empty(), Map.of())))
                .hasMessage(folder.resolve("a.foo") + ": no format of structures goes by this file name (known formats:"
                        + " extxyz); rename the file, or name its format in data.format");
    }

    @Test
    void saysWhenNothingIsLeft() {
        MorseMolecules.write(MorseMolecules.frames(2, 1), "config_type=a", folder.resolve("a.extxyz"));
        assertThatThrownBy(
                        () -> load(config(List.of("a.extxyz"), Optional.empty(), Map.of("config_type", List.of("a")))))
                .hasMessage("a.extxyz: no structures are left after data.exclude");
    }

    @Test
    void refusesNotANumber() throws IOException {
        Files.writeString(folder.resolve("nan.extxyz"), "1\nProperties=species:S:1:pos:R:3 energy=NaN\nH 0 0 0\n");
        assertThatThrownBy(() -> load(config(List.of("nan.extxyz"), Optional.empty(), Map.of())))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("nan.extxyz")
                .hasMessageContaining("NaN")
                .hasMessageContaining("finite");
    }

    private Dataset load(DataConfig config) {
        return RuntimeTestHost.get(DatasetLoader.class).load(config, Progress.silent());
    }

    private List<NamedFile> named(List<String> files) {
        return files.stream().map(file -> NamedFile.in(folder, file)).toList();
    }

    private DataConfig config(List<String> files, Optional<Integer> limit, Map<String, List<String>> exclude) {
        return new DataConfig(named(files), List.of(), List.of(), Optional.empty(), limit, SPLIT, exclude);
    }
}
