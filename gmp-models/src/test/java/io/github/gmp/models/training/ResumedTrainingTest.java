package io.github.gmp.models.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gmp.api.error.DataException;
import io.github.gmp.api.math.Matrix;
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
import io.github.gmp.models.optimizer.OptimizerKind;
import io.github.gmp.models.optimizer.ScheduleKind;
import io.github.gmp.testkit.RecordedCheckpoints;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** A network training stopped after any of its epochs and gone on with ends with the bits of one that was not stopped. */
class ResumedTrainingTest {
    private static final Element[] WATER = {Element.H, Element.H, Element.O};
    private static final long SEED = 3;

    private static TrainingSet training;
    private static TrainingSet validation;

    @BeforeAll
    static void makeData() {
        SyntheticData data = new SyntheticData(3, 4, SyntheticData::smooth);
        training = LinearGeometry.addTo(data.structures(40, WATER), 5);
        validation = LinearGeometry.addTo(data.structures(12, WATER), 6);
    }

    /** What has a state of its own, each in some recipe. */
    enum Recipe {
        SNN_ADAM(false, configs -> configs.weightDecay = 0.01),
        SNN_SOAP(false, configs -> configs.optimizer = OptimizerKind.SOAP),
        HDNN_ADAM_AVERAGE(true, configs -> {
            configs.emaDecay = Optional.of(0.9);
            configs.schedule = ScheduleKind.STEP;
            configs.warmupEpochs = 2;
        }),
        SNN_SOAP_BATCH_NORM_AVERAGE(false, configs -> {
            configs.optimizer = OptimizerKind.SOAP;
            configs.batchNorm = true;
            configs.emaDecay = Optional.of(0.95);
        }),
        HDNN_PLATEAU(true, configs -> {
            configs.schedule = ScheduleKind.PLATEAU;
            // So high that training does not improve in every epoch.
            configs.learningRate = 0.3;
            configs.decayEpochs = 1;
            configs.clipNorm = Optional.of(1.0);
        }),
        SNN_ADAM_FORCES(false, configs -> {
            configs.forceWeight = Optional.of(1.0);
            configs.stressWeight = Optional.of(0.5);
        }),
        HDNN_SOAP_FORCES_AVERAGE(true, configs -> {
            configs.optimizer = OptimizerKind.SOAP;
            configs.forceWeight = Optional.of(1.0);
            configs.emaDecay = Optional.of(0.9);
        }),
        SNN_PATIENCE(false, configs -> {
            configs.learningRate = 0.5;
            configs.epochs = 60;
            configs.patience = Optional.of(2);
        });

        private final boolean perElement;
        private final NetworkConfigs configs = new NetworkConfigs();

        Recipe(boolean perElement, Consumer<NetworkConfigs> change) {
            this.perElement = perElement;
            configs.epochs = 9;
            change.accept(configs);
        }

        RegressorTrainer trainer() {
            return perElement ? configs.hdnn() : configs.snn();
        }
    }

    private static TrainingResult fit(
            Recipe recipe, long seed, Checkpoints checkpoints, Consumer<EpochRecord> onEpoch) {
        TrainingContext context = new TrainingContext(seed, TaskRunner.sequential(), onEpoch, () -> false, checkpoints);
        return recipe.trainer().fit(training, validation, context);
    }

    @ParameterizedTest
    @EnumSource
    void endsTheSame(Recipe recipe) {
        RecordedCheckpoints kept = RecordedCheckpoints.empty();
        TrainingResult whole = fit(recipe, SEED, kept, record -> {});
        List<ModelState> saved = kept.saved();
        assertThat(saved).hasSameSizeAs(whole.history()).hasSizeGreaterThan(2).doesNotHaveDuplicates();
        Resumption.assertEndsTheSame((checkpoints, onEpoch) -> fit(recipe, SEED, checkpoints, onEpoch), whole, saved);
    }

    @Test
    void plateauAndPatienceHaveSomethingToRemember() {
        TrainingResult plateau = fit(Recipe.HDNN_PLATEAU, SEED, Checkpoints.none(), record -> {});
        assertThat(plateau.history().stream().map(EpochRecord::learningRate).distinct())
                .hasSizeGreaterThan(1);
        TrainingResult patience = fit(Recipe.SNN_PATIENCE, SEED, Checkpoints.none(), record -> {});
        assertThat(patience.notes()).anyMatch(note -> note.startsWith("training stopped early after epoch "));
    }

    @Test
    void refusesStatesOfOtherTrainings() {
        ModelState state = firstState(Recipe.SNN_ADAM);
        refused(Recipe.SNN_ADAM, SEED + 1, state, "the stored training has the seed 3, expected 4");
        refused(
                Recipe.HDNN_PLATEAU,
                SEED,
                state,
                "tensor 'parameters' of the stored training is 1 x 229, expected 1 x 458");
        refused(
                Recipe.SNN_SOAP,
                SEED,
                state,
                "the stored training lacks the tensor 'optimizer.progress' (there are best-parameters, best-score, "
                        + "best-statistics, history, learning-rate.best, learning-rate.epochs-without-improvement and 6 more)");
        refused(
                Recipe.SNN_ADAM,
                SEED,
                fit(Recipe.SNN_ADAM, SEED, Checkpoints.none(), record -> {})
                        .regressor()
                        .state(),
                "the stored training is of type 'snn', expected 'network training'");
    }

    @Test
    void refusesNonsense() {
        refused(
                Recipe.SNN_ADAM,
                SEED,
                with("epoch", "10"),
                "attribute 'epoch' of the stored training: got 10, expected an integer from 1 to 9");
        refused(
                Recipe.SNN_ADAM,
                SEED,
                with("best-epoch", "2"),
                "attribute 'best-epoch' of the stored training: got 2, expected an integer from 1 to 1");
        refused(
                Recipe.SNN_ADAM,
                SEED,
                with("history", Matrix.zeros(2, 4)),
                "tensor 'history' of the stored training is 2 x 4, expected 1 x 4");
        refused(
                Recipe.SNN_ADAM,
                SEED,
                with("optimizer.powers", Matrix.wrap(1, 2, new double[] {Double.NaN, 0.5})),
                "tensor 'optimizer.powers' of the stored training contains NaN");
        refused(
                Recipe.SNN_ADAM,
                SEED,
                new ModelState(Map.of(), Map.of()),
                "the stored training lacks the attribute 'type' (there is none)");
    }

    private static ModelState firstState(Recipe recipe) {
        RecordedCheckpoints kept = RecordedCheckpoints.empty();
        fit(recipe, SEED, kept, record -> {});
        return kept.saved().get(0);
    }

    private static ModelState with(String attribute, String value) {
        ModelState state = firstState(Recipe.SNN_ADAM);
        Map<String, String> attributes = new TreeMap<>(state.attributes());
        assertThat(attributes.put(attribute, value)).isNotNull();
        return new ModelState(attributes, state.tensors());
    }

    private static ModelState with(String tensor, Matrix value) {
        ModelState state = firstState(Recipe.SNN_ADAM);
        Map<String, Matrix> tensors = new TreeMap<>(state.tensors());
        assertThat(tensors.put(tensor, value)).isNotNull();
        return new ModelState(state.attributes(), tensors);
    }

    private static void refused(Recipe recipe, long seed, ModelState state, String message) {
        assertThatThrownBy(() -> fit(recipe, seed, RecordedCheckpoints.from(state), record -> {}))
                .isInstanceOf(DataException.class)
                .hasMessage(message);
    }
}
