package io.github.gmp.runtime.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gmp.api.descriptor.DescriptorEvaluation;
import io.github.gmp.api.error.DataException;
import io.github.gmp.api.model.Checkpoints;
import io.github.gmp.api.model.RegressorEvaluation;
import io.github.gmp.api.potential.Potential;
import io.github.gmp.api.structure.AtomicStructure;
import io.github.gmp.api.structure.Cell;
import io.github.gmp.api.structure.Element;
import io.github.gmp.api.structure.LabeledStructure;
import io.github.gmp.api.structure.Source;
import io.github.gmp.experiments.ExperimentsTestHost;
import io.github.gmp.experiments.trial.EpochListener;
import io.github.gmp.experiments.trial.TrialRequest;
import io.github.gmp.experiments.trial.TrialRunner;
import io.github.gmp.fixtures.MorseMolecules;
import io.github.gmp.fixtures.SmallConfigurations;
import io.github.gmp.runtime.dataset.Dataset;
import io.github.gmp.runtime.dataset.SplitConfig;
import io.github.gmp.runtime.dataset.Splitter;
import io.github.gmp.runtime.progress.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

class PredictionsTest {
    private static final Map<String, Object> BP = Map.of(
            "type", "behler-parrinello",
            "g2", Map.of("etas", List.of(0.5, 4.0), "shifts", List.of(0.0)),
            "g4", Map.of("etas", List.of(0.1), "zetas", List.of(1), "lambdas", List.of(-1, 1)),
            "cutoff", Map.of("type", "cosine", "radius", 5.0));

    static List<Potential> potentials() {
        return List.of(potential(SmallConfigurations.GMP), potential(BP));
    }

    private static Potential potential(Map<String, Object> descriptor) {
        return ExperimentsTestHost.get(TrialRunner.class)
                .run(new TrialRequest(
                        ExperimentsTestHost.spec("descriptor", descriptor),
                        ExperimentsTestHost.spec("regressor", SmallConfigurations.RIDGE),
                        Splitter.split(
                                new Dataset(
                                        MorseMolecules.frames(40, 6),
                                        List.of(),
                                        List.of(),
                                        List.of(),
                                        List.of("morse.extxyz")),
                                new SplitConfig(Optional.of(30.0), 5, 5, 1, Optional.empty())),
                        3,
                        1,
                        EpochListener.none(),
                        () -> false,
                        false,
                        Checkpoints.none()))
                .potential();
    }

    /** Shaken atoms on a lattice, in a cell. */
    private static LabeledStructure frame(int atoms, int number) {
        SplittableRandom random = new SplittableRandom(number);
        Element[] kinds = {Element.O, Element.C, Element.H};
        Element[] elements = new Element[atoms];
        double[] positions = new double[3 * atoms];
        for (int i = 0; i < atoms; i++) {
            // The order of atoms has nothing to do with their places.
            int site = (int) (i * 7919L % atoms);
            elements[i] = kinds[random.nextInt(3)];
            int[] indices = {site % 8, site / 8 % 8, site / 64};
            for (int a = 0; a < 3; a++) {
                positions[3 * i + a] = 2.3 * indices[a] + random.nextDouble(-0.3, 0.3);
            }
        }
        double height = 2.3 * ((atoms + 63) / 64);
        Cell cell = Cell.of(new double[] {18.4, 0, 0, 0, 18.4, 0, 0, 0, height}, true, true, true);
        return LabeledStructure.builder(new AtomicStructure(elements, positions, cell), new Source("big.xyz", number))
                .build();
    }

    @ParameterizedTest
    @MethodSource("potentials")
    void aBigStructureIsSharedByThreadsAndGivesTheSameBits(Potential potential) {
        List<LabeledStructure> frames = List.of(frame(600, 1));
        assertThat(Predictions.isFasterOverCenters(frames, 2)).isTrue();
        Potential.Evaluation one =
                Predictions.evaluate(potential, frames, 1, Progress.silent()).get(0);
        for (int threads : new int[] {2, 4}) {
            Potential.Evaluation several = Predictions.evaluate(potential, frames, threads, Progress.silent())
                    .get(0);
            assertThat(several.atomicEnergies()).containsExactly(one.atomicEnergies());
            assertThat(several.forces()).containsExactly(one.forces());
            assertThat(several.stress().orElseThrow())
                    .containsExactly(one.stress().orElseThrow());
        }
    }

    @ParameterizedTest
    @MethodSource("potentials")
    void blocksOfABigStructureAddUpToTheDirectEvaluation(Potential potential) {
        AtomicStructure structure = frame(600, 1).structure();
        DescriptorEvaluation features = potential.descriptor().evaluate(structure);
        RegressorEvaluation energies = potential.regressor().evaluate(features.features(), structure.atomicNumbers());
        Potential.Evaluation blocks = potential.evaluate(structure);
        assertNear(blocks.atomicEnergies(), energies.atomicEnergies());
        assertNear(
                blocks.gradient().orElseThrow().positions(),
                features.pullback(energies.featureGradient()).positions());
        assertNear(
                blocks.gradient().orElseThrow().strain(),
                features.pullback(energies.featureGradient()).strain());
    }

    private static void assertNear(double[] actual, double[] expected) {
        double largest = Arrays.stream(expected).map(Math::abs).max().orElseThrow();
        assertThat(actual).hasSameSizeAs(expected);
        for (int c = 0; c < expected.length; c++) {
            assertThat(Math.abs(actual[c] - expected[c])).isLessThanOrEqualTo(1e-12 * largest);
        }
    }

    @Test
    void ofTwoBadFramesTheFirstIsNamedHoweverThreadsAreUsed() {
        Potential potential = potential(SmallConfigurations.GMP);
        LabeledStructure good = frame(600, 1);
        List<LabeledStructure> frames = List.of(good, withSulfur(good, 2), withSulfur(good, 3));
        for (int threads : new int[] {1, 2, 4}) {
            assertThatThrownBy(() -> Predictions.evaluate(potential, frames, threads, Progress.silent()))
                    .isInstanceOf(DataException.class)
                    .hasMessageStartingWith("big.xyz, frame 2: the regressor was not trained on element S");
        }
    }

    private static LabeledStructure withSulfur(LabeledStructure frame, int number) {
        AtomicStructure structure = frame.structure();
        Element[] elements = new Element[structure.size()];
        for (int i = 0; i < elements.length; i++) {
            elements[i] = i == 400 ? Element.S : structure.element(i);
        }
        AtomicStructure changed = new AtomicStructure(elements, structure.positions(), structure.cell());
        return LabeledStructure.builder(changed, new Source("big.xyz", number)).build();
    }

    @ParameterizedTest
    @CsvSource({
        "1, 100000, 2, true",
        "1, 256, 2, false",
        "1, 100000, 1, false",
        "64, 200, 2, false",
        "3, 5000, 2, true",
        "10, 1000, 16, false"
    })
    void threadsGoOverCentersWhereStructuresAreFewOrBig(int count, int atoms, int threads, boolean overCenters) {
        LabeledStructure frame = frame(atoms, 1);
        List<LabeledStructure> frames = new ArrayList<>();
        for (int s = 0; s < count; s++) {
            frames.add(frame);
        }
        assertThat(Predictions.isFasterOverCenters(frames, threads)).isEqualTo(overCenters);
    }

    @Test
    void oneBigStructureAmongSmallOnesIsNotLeftToOneThread() {
        List<LabeledStructure> frames = new ArrayList<>(List.of(frame(9000, 1)));
        for (int s = 0; s < 20; s++) {
            frames.add(frame(30, s));
        }
        assertThat(Predictions.isFasterOverCenters(frames, 2)).isTrue();
    }
}
