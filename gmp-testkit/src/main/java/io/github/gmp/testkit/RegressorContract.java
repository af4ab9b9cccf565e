package io.github.gmp.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gmp.api.error.DataException;
import io.github.gmp.api.error.GmpException;
import io.github.gmp.api.math.Matrix;
import io.github.gmp.api.model.Checkpoints;
import io.github.gmp.api.model.EpochRecord;
import io.github.gmp.api.model.Regressor;
import io.github.gmp.api.model.RegressorEvaluation;
import io.github.gmp.api.model.RegressorTrainer;
import io.github.gmp.api.model.TrainingContext;
import io.github.gmp.api.model.TrainingLabel;
import io.github.gmp.api.model.TrainingResult;
import io.github.gmp.api.model.TrainingSet;
import io.github.gmp.api.parallel.TaskRunner;
import io.github.gmp.api.state.ModelState;
import io.github.gmp.api.structure.Element;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** What every regressor must pass. Training data are made here: molecules of H, C and O with random features and a smooth energy. */
public abstract class RegressorContract {
    private static final int FEATURES = 5;
    private static final double ENERGY_PER_PROTON = -2;
    private static final int[] ELEMENTS = {1, 6, 8};

    /** For the test class that extends this. */
    protected RegressorContract() {}

    /** Two threads, which start with the last task. */
    private static final TaskRunner TWO_THREADS = (tasks, task) -> {
        AtomicInteger left = new AtomicInteger(tasks);
        Runnable work = () -> {
            for (int index = left.decrementAndGet(); index >= 0; index = left.decrementAndGet()) {
                task.accept(index);
            }
        };
        CompletableFuture<Void> other = CompletableFuture.runAsync(work);
        work.run();
        other.join();
    };

    /** {@return the trainer under test, configured so that it trains in a second or two} */
    protected abstract RegressorTrainer trainer();

    /** {@return the seed of the training data} */
    protected long seed() {
        return 20210202;
    }

    @Test
    void learnsSomethingOfASmoothFunction() {
        Regressor regressor = fit(1, TaskRunner.sequential()).regressor();
        TrainingSet test = data(60, seed() + 2);
        double[] predicted = energies(regressor, test);
        double signal = 0;
        double error = 0;
        for (int s = 0; s < test.structures(); s++) {
            double composition = 0;
            for (int i = test.offsets()[s]; i < test.offsets()[s + 1]; i++) {
                composition += ENERGY_PER_PROTON * test.atomicNumbers()[i];
            }
            // An element bias alone would explain the composition: only the part that depends on the features counts.
            signal += Math.abs(test.energies()[s] - composition) / test.structures();
            error += Math.abs(test.energies()[s] - predicted[s]) / test.structures();
        }
        assertThat(error)
                .describedAs("test MAE against the mean size %s of the signal, seed %d", signal, seed())
                .isLessThan(0.3 * signal);
    }

    @Test
    void featureGradientMatchesFiniteDifferences() {
        Regressor regressor = fit(1, TaskRunner.sequential()).regressor();
        TrainingSet test = data(3, seed() + 3);
        Matrix gradient =
                regressor.evaluate(test.features(), test.atomicNumbers()).featureGradient();
        double largest = 0;
        for (double value : gradient.array()) {
            largest = Math.max(largest, Math.abs(value));
        }
        assertThat(largest).describedAs("largest derivative, seed %d", seed()).isGreaterThan(1e-4);
        for (int k = 0; k < gradient.array().length; k++) {
            int component = k;
            double numerical = FiniteDifferences.derivative(
                    h -> {
                        double[] moved = test.features().array().clone();
                        moved[component] += h;
                        Matrix features = Matrix.wrap(test.atoms(), FEATURES, moved);
                        return regressor.evaluate(features, test.atomicNumbers())
                                .atomicEnergies()[component / FEATURES];
                    },
                    1e-2);
            assertThat(Math.abs(gradient.array()[k] - numerical) / largest)
                    .describedAs(
                            "component %d: analytic %s, numerical %s, seed %d",
                            k, gradient.array()[k], numerical, seed())
                    .isLessThan(1e-7);
        }
    }

    @Test
    void eachAtomCountsForItself() {
        Regressor regressor = fit(1, TaskRunner.sequential()).regressor();
        TrainingSet test = data(4, seed() + 4);
        double[] together =
                regressor.evaluate(test.features(), test.atomicNumbers()).atomicEnergies();
        for (int i = 0; i < test.atoms(); i++) {
            Matrix row = Matrix.wrap(1, FEATURES, test.features().row(i));
            RegressorEvaluation alone = regressor.evaluate(row, new int[] {test.atomicNumbers()[i]});
            assertThat(alone.atomicEnergies()[0]).isCloseTo(together[i], org.assertj.core.data.Offset.offset(1e-10));
        }
    }

    @Test
    void sameSeedSameBitsForAnyNumberOfThreads() {
        ModelState first = fit(7, TaskRunner.sequential()).regressor().state();
        ModelState second = fit(7, TWO_THREADS).regressor().state();
        assertThat(second.attributes()).isEqualTo(first.attributes());
        assertThat(second.tensors()).isEqualTo(first.tensors());
    }

    @Test
    void aRestoredRegressorIsTheSameToTheBit() {
        RegressorTrainer trainer = trainer();
        Regressor regressor = fit(3, TaskRunner.sequential()).regressor();
        Regressor restored = trainer.restore(regressor.state());
        TrainingSet test = data(5, seed() + 5);
        RegressorEvaluation expected = regressor.evaluate(test.features(), test.atomicNumbers());
        RegressorEvaluation actual = restored.evaluate(test.features(), test.atomicNumbers());
        assertThat(actual.atomicEnergies()).containsExactly(expected.atomicEnergies());
        assertThat(actual.featureGradient()).isEqualTo(expected.featureGradient());
        assertThat(restored.parameterCount()).isEqualTo(regressor.parameterCount());
        assertThat(restored.elements()).isEqualTo(regressor.elements());
        assertThat(restored.featureCount()).isEqualTo(FEATURES);
    }

    @Test
    void aStateOfSomethingElseIsRefused() {
        ModelState foreign = new ModelState(Map.of("who", "someone else"), Map.of());
        assertThatThrownBy(() -> trainer().restore(foreign)).isInstanceOf(GmpException.class);
    }

    @Test
    void aStateThatIsNotWholeIsRefusedByTheNameOfWhatIsWrong() {
        RegressorTrainer trainer = trainer();
        ModelState state = fit(1, TaskRunner.sequential()).regressor().state();
        BrokenStates.assertRefused(state, trainer::restore);
    }

    @Test
    void unknownElementsAndWrongShapesAreRefused() {
        Regressor regressor = fit(1, TaskRunner.sequential()).regressor();
        assertThat(regressor.elements()).containsExactlyInAnyOrder(Element.H, Element.C, Element.O);
        Matrix one = Matrix.zeros(1, FEATURES);
        assertThatThrownBy(() -> regressor.evaluate(one, new int[] {9}))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("F");
        Matrix wide = Matrix.zeros(1, FEATURES + 1);
        assertThatThrownBy(() -> regressor.evaluate(wide, new int[] {1})).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everyEpochIsToldAndCancelStops() {
        List<EpochRecord> told = new ArrayList<>();
        TrainingSet training = data(120, seed());
        TrainingSet validation = data(40, seed() + 1);
        TrainingResult result = trainer()
                .fit(
                        training,
                        validation,
                        new TrainingContext(
                                1, TaskRunner.sequential(), told::add, () -> told.size() >= 2, Checkpoints.none()));
        assertThat(result.history()).isEqualTo(told).hasSizeLessThanOrEqualTo(2);
        assertThat(trainer().epochs().orElse(0))
                .as("the number of epochs is there where epochs are told of, and only there")
                .isGreaterThanOrEqualTo(told.size())
                .matches(epochs -> (epochs > 0) == !told.isEmpty());
        assertThat(trainer().labels()).contains(TrainingLabel.ENERGY);
        assertThat(result.regressor().parameterCount()).isPositive();
        assertThat(result.regressor().operationsPerAtom()).isPositive();
    }

    @Test
    void theCostBeforeTheTrainingIsThatAfterIt() {
        double after = fit(1, TaskRunner.sequential()).regressor().operationsPerAtom();
        assertThat(trainer().operationsPerAtom(FEATURES).orElse(after))
                .as("the cost before the training, where it is known")
                .isEqualTo(after);
    }

    /** Trainers that solve in one step keep no checkpoints, and this says nothing about them. */
    @Test
    void aTrainingThatGoesOnFromACheckpointEndsLikeOneThatWasNotStopped() {
        RecordedCheckpoints kept = RecordedCheckpoints.empty();
        TrainingResult whole = fit(kept, record -> {});
        List<ModelState> saved = kept.saved();
        assertThat(saved)
                .as("one checkpoint after every epoch, or none")
                .satisfiesAnyOf(states -> assertThat(states).isEmpty(), states -> assertThat(states)
                        .hasSameSizeAs(whole.history()));
        for (int epoch : new int[] {1, saved.size() / 2, saved.size()}) {
            if (epoch < 1 || epoch > saved.size()) {
                continue;
            }
            List<EpochRecord> told = new ArrayList<>();
            RecordedCheckpoints rest = RecordedCheckpoints.from(saved.get(epoch - 1));
            TrainingResult resumed = fit(rest, told::add);
            assertThat(resumed.regressor().state())
                    .as("resumed after epoch %d", epoch)
                    .isEqualTo(whole.regressor().state());
            assertThat(resumed.history()).isEqualTo(whole.history()).isEqualTo(told);
            assertThat(resumed.notes()).isEqualTo(whole.notes());
            assertThat(rest.saved()).isEqualTo(saved.subList(epoch, saved.size()));
        }
    }

    @Test
    void theTrainingDataAreNotChanged() {
        TrainingSet training = data(120, seed());
        double[] features = training.features().array().clone();
        double[] energies = training.energies().clone();
        trainer().fit(training, data(40, seed() + 1), TrainingContext.silent(1));
        assertThat(training.features().array()).containsExactly(features);
        assertThat(training.energies()).containsExactly(energies);
    }

    private TrainingResult fit(long trainingSeed, TaskRunner runner) {
        TrainingContext context =
                new TrainingContext(trainingSeed, runner, record -> {}, () -> false, Checkpoints.none());
        return trainer().fit(data(120, seed()), data(40, seed() + 1), context);
    }

    private TrainingResult fit(Checkpoints checkpoints, Consumer<EpochRecord> onEpoch) {
        TrainingContext context = new TrainingContext(5, TaskRunner.sequential(), onEpoch, () -> false, checkpoints);
        return trainer().fit(data(120, seed()), data(40, seed() + 1), context);
    }

    private static double[] energies(Regressor regressor, TrainingSet set) {
        double[] atomic =
                regressor.evaluate(set.features(), set.atomicNumbers()).atomicEnergies();
        double[] result = new double[set.structures()];
        for (int s = 0; s < result.length; s++) {
            for (int i = set.offsets()[s]; i < set.offsets()[s + 1]; i++) {
                result[s] += atomic[i];
            }
        }
        return result;
    }

    private static TrainingSet data(int structures, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] offsets = new int[structures + 1];
        for (int s = 0; s < structures; s++) {
            offsets[s + 1] = offsets[s] + 3 + random.nextInt(3);
        }
        int atoms = offsets[structures];
        double[] features = random.doubles((long) atoms * FEATURES, -1, 1).toArray();
        int[] numbers = new int[atoms];
        double[] energies = new double[structures];
        for (int s = 0; s < structures; s++) {
            for (int i = offsets[s]; i < offsets[s + 1]; i++) {
                numbers[i] = ELEMENTS[(i - offsets[s]) % ELEMENTS.length];
                double x = features[i * FEATURES];
                double y = features[i * FEATURES + 1];
                // Mostly linear, so that a linear regressor passes as well.
                energies[s] += ENERGY_PER_PROTON * numbers[i] + 1.5 * x - 0.8 * y + 0.2 * x * y;
            }
        }
        return new TrainingSet(Matrix.wrap(atoms, FEATURES, features), numbers, offsets, energies);
    }
}
