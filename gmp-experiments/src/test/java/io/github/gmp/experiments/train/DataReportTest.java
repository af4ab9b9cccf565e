package io.github.gmp.experiments.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gmp.api.error.DataException;
import io.github.gmp.api.model.TrainingLabel;
import io.github.gmp.api.structure.AtomicStructure;
import io.github.gmp.api.structure.Cell;
import io.github.gmp.api.structure.Element;
import io.github.gmp.api.structure.LabeledStructure;
import io.github.gmp.api.structure.Source;
import io.github.gmp.fixtures.MorseMolecules;
import io.github.gmp.runtime.dataset.SplitDataset;
import io.github.gmp.runtime.json.Json;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is said about data before a training, literally. */
class DataReportTest {
    private static final Set<TrainingLabel> ENERGIES = Set.of(TrainingLabel.ENERGY);
    private static final Set<TrainingLabel> FORCES = Set.of(TrainingLabel.ENERGY, TrainingLabel.FORCES);
    private static final Set<TrainingLabel> STRESS = Set.of(TrainingLabel.ENERGY, TrainingLabel.STRESS);
    private static final List<LabeledStructure> FRAMES = MorseMolecules.frames(30, 3).stream()
            .map(frame -> frame.toBuilder().energy(-3115).build())
            .toList();

    @Test
    void soundDataGiveNoWarnings() {
        DataReport report = report(data(FRAMES), FORCES, true);
        assertThat(report.warnings()).isEmpty();
        assertThat(report.facts())
                .containsEntry("file", "morse.extxyz")
                .containsEntry("frames", "30")
                .containsEntry("forces", "from forces (30)")
                .containsEntry("trained on", "energies and forces");
        assertThat(report.setTable().text())
                .containsExactly(
                        "                                  structures with",
                        "set         structures  atoms  energy  forces  stress  elements",
                        "──────────  ──────────  ─────  ──────  ──────  ──────  ────────",
                        "training            20     80      20      20       0  H C O",
                        "validation           5     20       5       5       0  H C O",
                        "test                 5     20       5       5       0  H C O");
        assertThat(Json.plain(TrainMetrics.Data.of(report))).containsKeys("trainedOn", "warnings", "frames");
    }

    @Test
    void whatHappensToForcesIsSaidWhateverItIs() {
        assertThat(report(data(FRAMES), ENERGIES, true).trainedOn()).isEqualTo("energies; forces are compared only");
        assertThat(report(data(FRAMES), ENERGIES, false).trainedOn()).isEqualTo("energies; forces are not used");
        assertThat(report(data(without(FRAMES, 30)), ENERGIES, true).trainedOn())
                .isEqualTo("energies");
    }

    @Test
    void missingForcesAreCountedWhereTheyAreTrainedOn() {
        assertThat(report(data(without(FRAMES, 12)), FORCES, true).warnings())
                .containsExactly(
                        "12 of 30 frames have no forces, the others do",
                        "12 of 20 training structures have no forces; they are trained on with the labels that they have");
        assertThat(report(data(without(FRAMES, 22)), ENERGIES, true).warnings())
                .containsExactly("22 of 30 frames have no forces, the others do");
    }

    @Test
    void nothingIsTrainedWithoutTheLabelsThatWereAskedFor() {
        assertThatThrownBy(() -> report(data(without(FRAMES, 20)), FORCES, true))
                .isInstanceOf(DataException.class)
                .hasMessage("forceWeight is set, but none of the 20 training structures has forces (looked for forces,"
                        + " force, REF_forces, dft_forces); add them to the data, name where they are in data.format (e.g."
                        + " {type: extxyz, forcesKey: my_forces}), or remove forceWeight to train on energies alone");
        List<LabeledStructure> reversed = new ArrayList<>(without(FRAMES, 5));
        Collections.rotate(reversed, 20);
        assertThatThrownBy(() -> report(data(reversed), FORCES, true))
                .hasMessageStartingWith("forceWeight is set, but none of the 5 validation structures has forces");
        assertThatThrownBy(() -> report(data(FRAMES), STRESS, true))
                .isInstanceOf(DataException.class)
                .hasMessage(
                        "stressWeight is set, but none of the 20 training structures has a stress and a cell periodic"
                                + " along three axes; add them to the data, name where they are in data.format (e.g. {type: extxyz,"
                                + " stressKey: my_stress}), or remove stressWeight");
    }

    @Test
    void aMissingTestSetAndUnseenElementsAreSaid() {
        LabeledStructure sulfur = LabeledStructure.builder(
                        new AtomicStructure(
                                new Element[] {Element.S, Element.H}, new double[] {0, 0, 0, 1.34, 0, 0}, Cell.none()),
                        new Source("s.xyz", 1))
                .energy(-10000)
                .build();
        SplitDataset withSulfur = split(FRAMES.subList(0, 20), FRAMES.subList(20, 25), List.of(sulfur));
        assertThat(report(withSulfur, ENERGIES, true).warnings())
                .containsExactly(
                        "1 of 26 frames have no forces, the others do",
                        "the training set has no structure with S, the test set has");
        assertThat(report(split(FRAMES.subList(0, 20), FRAMES.subList(20, 25), List.of()), ENERGIES, true)
                        .warnings())
                .containsExactly(
                        "there is no test set: the validation set chooses the weights, so its errors look smaller than those"
                                + " on new structures");
    }

    @Test
    void warningsOfTheSplitAndIsolatedAtomsAreKept() {
        SplitDataset data = data(FRAMES);
        SplitDataset isolated = new SplitDataset(
                data.train(),
                data.validation(),
                data.test(),
                Map.of(Element.O, -2000.0, Element.H, -13.6),
                "",
                List.of());
        assertThat(report(isolated, ENERGIES, true).facts()).containsEntry("isolated atoms", "H O (in no set)");
        SplitDataset warned = new SplitDataset(
                data.train(), data.validation(), data.test(), Map.of(), "", List.of("3 of 5 are also training"));
        assertThat(report(warned, ENERGIES, true).warnings()).containsExactly("3 of 5 are also training");
    }

    @Test
    void moreFeaturesThanLabelsAreWarnedOf() {
        DataReport energies = report(data(FRAMES), ENERGIES, true);
        assertThat(energies.fewerSamplesThan(20)).isEmpty();
        assertThat(energies.fewerSamplesThan(21))
                .contains("21 features, but only 20 energies to train on: nothing but regularization and early stopping"
                        + " keeps it from overfitting");
        DataReport forces = report(data(FRAMES), FORCES, true);
        assertThat(forces.fewerSamplesThan(260)).isEmpty();
        assertThat(forces.fewerSamplesThan(261))
                .contains(
                        "261 features, but only 260 energies and components of forces to train on: nothing but regularization and"
                                + " early stopping keeps it from overfitting");
    }

    private static DataReport report(SplitDataset data, Set<TrainingLabel> labels, boolean compared) {
        return DataReport.of(data, List.of("morse.extxyz"), labels, compared);
    }

    private static SplitDataset data(List<LabeledStructure> frames) {
        return split(frames.subList(0, 20), frames.subList(20, 25), frames.subList(25, 30));
    }

    private static SplitDataset split(
            List<LabeledStructure> train, List<LabeledStructure> validation, List<LabeledStructure> test) {
        return new SplitDataset(train, validation, test, Map.of(), "", List.of());
    }

    /** The first so many without forces. */
    private static List<LabeledStructure> without(List<LabeledStructure> frames, int count) {
        List<LabeledStructure> result = new ArrayList<>(frames);
        for (int f = 0; f < count; f++) {
            LabeledStructure frame = frames.get(f);
            result.set(
                    f,
                    LabeledStructure.builder(frame.structure(), frame.source())
                            .energy(frame.energy().getAsDouble())
                            .build());
        }
        return result;
    }
}
