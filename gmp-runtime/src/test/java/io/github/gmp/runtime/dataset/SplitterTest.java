package io.github.gmp.runtime.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gmp.api.error.DataException;
import io.github.gmp.api.plugin.ConfigException;
import io.github.gmp.api.structure.Element;
import io.github.gmp.api.structure.LabeledStructure;
import io.github.gmp.fixtures.MorseMolecules;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

class SplitterTest {
    private static final List<LabeledStructure> FRAMES = MorseMolecules.frames(40, 1);

    @Test
    void dividesByFractions() {
        SplitDataset split = Splitter.split(dataset(FRAMES), shares(Optional.empty(), 0.1, 0.25, 3));
        assertThat(split.validation()).hasSize(4);
        assertThat(split.test()).hasSize(10);
        assertThat(split.train()).hasSize(26);
        Set<LabeledStructure> all = Collections.newSetFromMap(new IdentityHashMap<>());
        all.addAll(split.train());
        all.addAll(split.validation());
        all.addAll(split.test());
        assertThat(all).hasSize(40);
        assertThat(split.warnings()).isEmpty();
        assertThat(split.elements()).containsExactly(Element.H, Element.C, Element.O);
    }

    @Test
    void sameSeedSameSplitAndOtherSeedAnother() {
        SplitConfig config = shares(Optional.of(20.0), 5, 5, 7);
        assertThat(Splitter.split(dataset(FRAMES), config)).isEqualTo(Splitter.split(dataset(FRAMES), config));
        assertThat(frameNumbers(Splitter.split(dataset(FRAMES), shares(Optional.of(20.0), 5, 5, 8))
                        .test()))
                .isNotEqualTo(
                        frameNumbers(Splitter.split(dataset(FRAMES), config).test()));
    }

    @Test
    void smallerTrainingSetsAreTestedOnTheSameStructures() {
        SplitDataset large = Splitter.split(dataset(FRAMES), shares(Optional.of(30.0), 5, 5, 2));
        SplitDataset small = Splitter.split(dataset(FRAMES), shares(Optional.of(10.0), 5, 5, 2));
        assertThat(small.test()).isEqualTo(large.test());
        assertThat(small.validation()).isEqualTo(large.validation());
        assertThat(large.train()).containsAll(small.train());
    }

    @Test
    void groupsStayWhole() {
        List<LabeledStructure> grouped = new ArrayList<>();
        for (int f = 0; f < FRAMES.size(); f++) {
            grouped.add(FRAMES.get(f).toBuilder().info("run", "r" + f / 4).build());
        }
        SplitDataset split =
                Splitter.split(dataset(grouped), new SplitConfig(Optional.empty(), 10, 8, 5, Optional.of("run")));
        assertThat(split.test()).hasSize(8);
        assertThat(split.validation()).hasSize(8);
        assertThat(split.train()).hasSize(24);
        assertThat(groups(split.test()))
                .doesNotContainAnyElementsOf(groups(split.validation()))
                .doesNotContainAnyElementsOf(groups(split.train()));
        assertThat(split.warnings())
                .containsExactly("data.split.validation: 8 of 10 structures, because groups of equal 'run' stay whole");
    }

    @Test
    void namesTheFrameWithoutGroupKey() {
        List<LabeledStructure> frames = new ArrayList<>(FRAMES);
        frames.replaceAll(frame -> frame.toBuilder().info("run", "r").build());
        frames.set(2, FRAMES.get(2).toBuilder().info("config_type", "a").build());
        assertThatThrownBy(() -> Splitter.split(
                        dataset(frames), new SplitConfig(Optional.empty(), 0.1, 0, 5, Optional.of("run"))))
                .hasMessage("morse.extxyz, frame 3: has no key 'run', which data.split.group names (its keys:"
                        + " config_type)");
    }

    @Test
    void saysWhenMoreIsAskedForThanThereIs() {
        assertThatThrownBy(() -> Splitter.split(dataset(FRAMES), shares(Optional.of(30.0), 6, 5, 0)))
                .isInstanceOf(DataException.class)
                .hasMessage("data.split: asks for 30 training + 6 validation + 5 test = 41 structures, but there are 40"
                        + " (in morse.extxyz)");
    }

    @Test
    void saysWhenASetIsEmpty() {
        assertThatThrownBy(() -> Splitter.split(dataset(FRAMES.subList(0, 5)), shares(Optional.empty(), 0.1, 1, 0)))
                .hasMessage("data.split.validation: the set is empty: 0.1 of 5 structures is less than one; use more"
                        + " structures or a larger share");
        assertThatThrownBy(() -> Splitter.split(dataset(FRAMES), shares(Optional.empty(), 20, 20, 0)))
                .hasMessage("data.split.train: the set is empty: nothing is left of 40 structures; make the other sets"
                        + " smaller or use more structures");
    }

    @Test
    void refusesSharesThatAreNeitherCountNorFraction() {
        assertThatThrownBy(() -> Splitter.split(dataset(FRAMES), shares(Optional.of(2.5), 5, 5, 0)))
                .isInstanceOf(ConfigException.class)
                .hasMessage("data.split.train: got 2.5, expected a whole number from 1 on, or a fraction below 1");
    }

    @Test
    void namesTheFrameWithoutEnergyAndItsKeys() {
        LabeledStructure bare = LabeledStructure.builder(
                        FRAMES.get(0).structure(), FRAMES.get(0).source())
                .info("U0", "-3.0")
                .info("tag", "x")
                .build();
        assertThatThrownBy(() -> Splitter.split(dataset(List.of(bare)), shares(Optional.empty(), 0.1, 0.1, 0)))
                .isInstanceOf(DataException.class)
                .hasMessage("morse.extxyz, frame 1: has no energy (looked for energy, Energy, REF_energy, dft_energy,"
                        + " free_energy); the frame has the keys U0, tag. If one of them is the energy, name it in"
                        + " data.format, e.g. {type: extxyz, energyKey: my_energy}");
    }

    @Test
    void warnsOfStructuresInTwoSets() {
        Dataset dataset = new Dataset(
                FRAMES, FRAMES.subList(0, 3), MorseMolecules.frames(4, 9), List.of(), List.of("morse.extxyz"));
        assertThat(Splitter.split(dataset, shares(Optional.empty(), 0.1, 0.1, 0))
                        .warnings())
                .containsExactly("3 of 3 validation structures are also training structures, so errors look smaller"
                        + " than they are (first: morse.extxyz, frame 1 and morse.extxyz, frame 1)");
    }

    private static Dataset dataset(List<LabeledStructure> frames) {
        return new Dataset(frames, List.of(), List.of(), List.of(), List.of("morse.extxyz"));
    }

    private static SplitConfig shares(Optional<Double> train, double validation, double test, long seed) {
        return new SplitConfig(train, validation, test, seed, Optional.empty());
    }

    private static List<Long> frameNumbers(List<LabeledStructure> frames) {
        return frames.stream().map(frame -> frame.source().frame()).toList();
    }

    private static Set<String> groups(List<LabeledStructure> frames) {
        return frames.stream().map(frame -> frame.info().get("run")).collect(Collectors.toSet());
    }
}
