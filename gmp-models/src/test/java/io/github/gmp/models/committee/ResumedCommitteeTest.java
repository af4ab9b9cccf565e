package io.github.gmp.models.committee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gmp.api.error.DataException;
import io.github.gmp.api.model.Checkpoints;
import io.github.gmp.api.model.EpochRecord;
import io.github.gmp.api.model.RegressorTrainer;
import io.github.gmp.api.model.TrainingContext;
import io.github.gmp.api.model.TrainingResult;
import io.github.gmp.api.model.TrainingSet;
import io.github.gmp.api.parallel.TaskRunner;
import io.github.gmp.api.state.ModelState;
import io.github.gmp.api.structure.Element;
import io.github.gmp.models.LinearGeometry;
import io.github.gmp.models.Resumption;
import io.github.gmp.models.SyntheticData;
import io.github.gmp.models.training.NetworkConfigs;
import io.github.gmp.testkit.RecordedCheckpoints;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** A committee stopped in any of its members and gone on with ends with the bits of one that was not stopped. */
class ResumedCommitteeTest {
    private static final Element[] WATER = {Element.H, Element.H, Element.O};
    private static final int MEMBERS = 4;
    private static final int EPOCHS = 3;
    private static final long SEED = 3;

    private static final TrainingSet TRAINING = water(30);
    private static final TrainingSet VALIDATION = water(10);

    private static TrainingSet water(int structures) {
        TrainingSet set = new SyntheticData(3, 4, SyntheticData::smooth).structures(structures, WATER);
        // A feature that is dropped: a note that is to be remembered.
        return LinearGeometry.addTo(SyntheticData.withFeature(set, 2, 0.5), structures);
    }

    private static RegressorTrainer committee(boolean bootstrap, Optional<Double> forceWeight) {
        return new CommitteeTrainer(MEMBERS, bootstrap, NetworkConfigs.snn(EPOCHS, forceWeight));
    }

    private static TrainingResult fit(
            RegressorTrainer trainer, long seed, Checkpoints checkpoints, Consumer<EpochRecord> onEpoch) {
        TrainingContext context = new TrainingContext(seed, TaskRunner.sequential(), onEpoch, () -> false, checkpoints);
        return trainer.fit(TRAINING, VALIDATION, context);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void endsTheSame(boolean bootstrapAndForces) {
        RegressorTrainer trainer =
                committee(bootstrapAndForces, bootstrapAndForces ? Optional.of(1.0) : Optional.empty());
        RecordedCheckpoints kept = RecordedCheckpoints.empty();
        TrainingResult whole = fit(trainer, SEED, kept, record -> {});
        List<ModelState> saved = kept.saved();
        assertThat(saved).hasSize(MEMBERS * EPOCHS).doesNotHaveDuplicates();
        assertThat(whole.notes()).anyMatch(note -> note.startsWith("dropped 1 feature without variation"));
        Resumption.assertEndsTheSame((checkpoints, onEpoch) -> fit(trainer, SEED, checkpoints, onEpoch), whole, saved);
    }

    /** Checkpoints say the epoch as the listener is told it. */
    @Test
    void epochsOfCheckpointsAreCountedThrough() {
        List<Integer> epochs = new ArrayList<>();
        Checkpoints checkpoints = new Checkpoints() {
            @Override
            public <T> Optional<T> latest(Function<ModelState, T> reader) {
                return Optional.empty();
            }

            @Override
            public void save(int epoch, Supplier<ModelState> state) {
                epochs.add(epoch);
            }
        };
        TrainingResult result = fit(committee(false, Optional.empty()), SEED, checkpoints, record -> {});
        assertThat(epochs)
                .isEqualTo(result.history().stream().map(EpochRecord::epoch).toList())
                .hasSize(MEMBERS * EPOCHS);
    }

    /** Committees of ridge regressions take no epochs and keep nothing. */
    @Test
    void membersThatAreSolvedInOneStepKeepNothing() {
        RecordedCheckpoints kept = RecordedCheckpoints.empty();
        fit(new CommitteeTrainer(2, true, CommitteeTrainerTest.ridge()), SEED, kept, record -> {});
        assertThat(kept.saved()).isEmpty();
    }

    @Test
    void refusesStatesOfOtherTrainings() {
        RegressorTrainer trainer = committee(false, Optional.empty());
        RecordedCheckpoints kept = RecordedCheckpoints.empty();
        fit(trainer, SEED, kept, record -> {});
        ModelState third = kept.saved().get(2 * EPOCHS);
        refused(trainer, SEED + 1, third, "the stored training has the seed 3, expected 4");
        refused(
                new CommitteeTrainer(2, false, NetworkConfigs.snn(EPOCHS, Optional.empty())),
                SEED,
                third,
                "attribute 'done' of the stored training: got 2, expected an integer from 0 to 1");
        refused(
                new CommitteeTrainer(MEMBERS, false, CommitteeTrainerTest.ridge()),
                SEED,
                third,
                "the stored regressor is of type 'snn', expected 'ridge'");
        Map<String, String> attributes = new TreeMap<>(third.attributes());
        assertThat(attributes.remove("current.seed")).isNotNull();
        refused(
                trainer,
                SEED,
                new ModelState(attributes, third.tensors()),
                "the stored training lacks the attribute 'seed' (there are best-epoch, epoch, type)");
        refused(
                NetworkConfigs.snn(EPOCHS, Optional.empty()),
                SEED,
                third,
                "the stored training is of type 'committee training', expected 'network training'");
    }

    private static void refused(RegressorTrainer trainer, long seed, ModelState state, String message) {
        assertThatThrownBy(() -> fit(trainer, seed, RecordedCheckpoints.from(state), record -> {}))
                .isInstanceOf(DataException.class)
                .hasMessage(message);
    }
}
