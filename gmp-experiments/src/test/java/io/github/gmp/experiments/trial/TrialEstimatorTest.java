package io.github.gmp.experiments.trial;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gmp.api.model.Checkpoints;
import io.github.gmp.api.structure.LabeledStructure;
import io.github.gmp.experiments.ExperimentsTestHost;
import io.github.gmp.fixtures.MorseMolecules;
import io.github.gmp.fixtures.SmallConfigurations;
import io.github.gmp.runtime.dataset.SplitDataset;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

class TrialEstimatorTest {
    private static final Map<String, Object> FORCES =
            Map.of("type", "snn", "nodes", 8, "epochs", 40, "batchNorm", false, "forceWeight", 2.0);

    @Test
    void memoryIsCountedAndTimesAreMeasured() {
        TrialEstimator.Preview preview =
                ExperimentsTestHost.get(TrialEstimator.class).preview(request(SmallConfigurations.GMP, FORCES));
        assertThat(preview.structures()).isEqualTo(40);
        assertThat(preview.features().constant()).isEmpty();
        TrialEstimate estimate = preview.estimate();
        assertThat(estimate.features()).isEqualTo(8);
        assertThat(estimate.atoms()).isEqualTo(4 * 60);
        assertThat(estimate.featureBytes()).isEqualTo(8L * 4 * 60 * 8);
        // All atoms see the three others: 4 * 3 pairs in each of 50 structures.
        assertThat(estimate.geometryBytes()).contains(GeometryMemory.bytes(4 * 50, 4 * 3 * 50, 8));
        assertThat(estimate.featurizeSeconds()).isPositive();
        assertThat(estimate.epochs()).hasValue(40);
        assertThat(estimate.sampleFit().orElseThrow().structures()).isEqualTo(40);
        assertThat(estimate.sampleFit().orElseThrow().seconds()).isPositive();
    }

    @Test
    void descriptorsThatAreFittedAndRegressorsWithoutEpochsAreEstimatedToo() {
        TrialEstimate estimate = ExperimentsTestHost.get(TrialEstimator.class)
                .preview(request(SmallConfigurations.GMP_CHANNELS, SmallConfigurations.RIDGE))
                .estimate();
        assertThat(estimate.features()).isEqualTo(18);
        assertThat(estimate.geometryBytes()).isEmpty();
        assertThat(estimate.epochs()).isEmpty();
        assertThat(estimate.facts().get("time of training"))
                .matches("at most about \\S+ s, solved in one step \\(by 40 structures\\)");
    }

    @Test
    void theTextsSayWhatIsMeasuredAndWhatIsNot() {
        TrialEstimate measured = new TrialEstimate(
                50,
                37_800,
                Optional.of(3_000_000_000L),
                1_500_000_000,
                4_000_000_000L,
                12.4,
                31e-6,
                2688,
                2,
                OptionalInt.of(60),
                Optional.of(new TrialEstimate.SampleFit(128, 1.44)));
        assertThat(measured.facts())
                .containsEntry(
                        "memory",
                        "features 15 MB; neighbor lists and moments about 3,000 MB, of which 1,500 MB (50 %) are kept from"
                                + " epoch to epoch and the rest computed in each; Java may use 4,000 MB")
                .containsEntry(
                        "time of features",
                        "about 12 s: 37,800 atoms, 2 threads, 31.0 µs per atom and thread (measured on 2,688 atoms)")
                .containsEntry(
                        "time of training",
                        "about 86 s: up to 60 epochs of about 1.4 s (measured by training on 128 structures)");
        TrialEstimate before = new TrialEstimate(
                50,
                37_800,
                Optional.empty(),
                1_500_000_000,
                4_000_000_000L,
                0.05,
                31e-6,
                2688,
                2,
                OptionalInt.of(60),
                Optional.empty());
        assertThat(before.facts())
                .containsEntry("memory", "features 15 MB; Java may use 4,000 MB")
                .containsEntry(
                        "time of training",
                        "up to 60 epochs; what is left is shown from the first one on (--dry-run estimates it)");
    }

    private static TrialRequest request(Map<String, Object> descriptor, Map<String, Object> regressor) {
        List<LabeledStructure> frames = MorseMolecules.frames(60, 5);
        return new TrialRequest(
                ExperimentsTestHost.spec("descriptor", descriptor),
                ExperimentsTestHost.spec("regressor", regressor),
                new SplitDataset(
                        frames.subList(0, 40), frames.subList(40, 50), frames.subList(50, 60), Map.of(), "", List.of()),
                1,
                1,
                EpochListener.none(),
                () -> false,
                true,
                Checkpoints.none());
    }
}
