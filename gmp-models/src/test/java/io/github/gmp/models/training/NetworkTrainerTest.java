package io.github.gmp.models.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.gmp.api.error.DataException;
import io.github.gmp.api.error.GmpException;
import io.github.gmp.api.math.Matrix;
import io.github.gmp.api.model.Checkpoints;
import io.github.gmp.api.model.EpochRecord;
import io.github.gmp.api.model.Regressor;
import io.github.gmp.api.model.RegressorTrainer;
import io.github.gmp.api.model.TrainingContext;
import io.github.gmp.api.model.TrainingResult;
import io.github.gmp.api.model.TrainingSet;
import io.github.gmp.api.parallel.TaskRunner;
import io.github.gmp.api.state.ModelState;
import io.github.gmp.api.structure.Element;
import io.github.gmp.models.SyntheticData;
import io.github.gmp.models.optimizer.OptimizerKind;
import io.github.gmp.models.optimizer.ScheduleKind;
import io.github.gmp.toolkit.scaling.BiasKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class NetworkTrainerTest {
    private static final Element[] WATER = {Element.H, Element.H, Element.O};

    private static SyntheticData data(long seed) {
        return new SyntheticData(seed, 4, SyntheticData::smooth)
                .bias(Element.H, -13.6)
                .bias(Element.O, -2041.3);
    }

    private static double finalMae(TrainingResult result, TrainingSet test) {
        double[] atomic = result.regressor()
                .evaluate(test.features(), test.atomicNumbers())
                .atomicEnergies();
        double sum = 0;
        for (int s = 0; s < test.structures(); s++) {
            double energy = 0;
            for (int atom = test.offsets()[s]; atom < test.offsets()[s + 1]; atom++) {
                energy += atomic[atom];
            }
            sum += Math.abs(energy - test.energies()[s]);
        }
        return sum / test.structures();
    }

    /** Two elements with different energies as functions of the same features: only one network per element can tell them apart. */
    @Test
    void hdnnLearnsTwoElementsAndSnnCannot() {
        SyntheticData data = data(1);
        TrainingSet training = data.structures(500, WATER);
        TrainingSet validation = data.structures(60, WATER);
        TrainingSet test = data.structures(200, WATER);
        double spread = SyntheticData.standardDeviation(test.energies());
        NetworkConfigs configs = new NetworkConfigs();
        configs.nodes = 16;
        configs.epochs = 120;

        double perElement = finalMae(configs.hdnn().fit(training, validation, TrainingContext.silent(1)), test);
        double shared = finalMae(configs.snn().fit(training, validation, TrainingContext.silent(1)), test);

        assertThat(perElement).isLessThan(0.1 * spread);
        assertThat(shared).isGreaterThan(0.3 * spread);
    }

    @Test
    void structuresOfDifferentSizeShareOneScale() {
        SyntheticData data = new SyntheticData(2, 4, (element, f, start) -> SyntheticData.smooth(Element.H, f, start))
                .bias(Element.C, -1000.0)
                .bias(Element.H, -13.6);
        List<Element[]> compositions = new ArrayList<>();
        for (int s = 0; s < 400; s++) {
            Element[] atoms = new Element[2 + s % 5];
            Arrays.fill(atoms, Element.H);
            atoms[0] = Element.C;
            compositions.add(atoms);
        }
        TrainingSet training = data.structures(compositions);
        TrainingSet validation = data.structures(compositions.subList(0, 60));
        NetworkConfigs configs = new NetworkConfigs();
        configs.lossPerAtom = true;
        configs.epochs = 100;

        TrainingResult result = configs.snn().fit(training, validation, TrainingContext.silent(1));

        // Energies themselves differ by 1,000 eV; what is left after the biases has a deviation near 0.5 eV.
        assertThat(result.notes()).isEmpty();
        assertThat(finalMae(result, validation)).isLessThan(0.06);
    }

    @Test
    void reportsRankDeficientBiasAndDroppedFeatures() {
        SyntheticData data = data(3);
        TrainingSet training = SyntheticData.withFeature(data.structures(40, WATER), 3, 0.7);
        TrainingSet validation = data.structures(10, WATER);
        NetworkConfigs configs = new NetworkConfigs();
        configs.epochs = 2;

        TrainingResult shared = configs.snn().fit(training, validation, TrainingContext.silent(1));
        TrainingResult perElement = configs.hdnn().fit(training, validation, TrainingContext.silent(1));

        assertThat(shared.notes())
                .containsExactly(
                        "the compositions of the training set determine only 1 of the 2 element biases (H, O): the smallest that "
                                + "fit were taken. Energies of compositions that are no combination of those in the training "
                                + "set are off by a constant",
                        "dropped 1 feature without variation in the training set: 3");
        assertThat(perElement.notes())
                .contains(
                        "dropped 1 feature of element H without variation in the training set: 3",
                        "dropped 1 feature of element O without variation in the training set: 3");
    }

    /** A dropped feature may vary later: it has no influence. */
    @Test
    void aDroppedFeatureHasNoInfluence() {
        SyntheticData data = data(4);
        TrainingSet training = SyntheticData.withFeature(data.structures(40, WATER), 3, 0.7);
        TrainingSet validation = data.structures(10, WATER);
        NetworkConfigs configs = new NetworkConfigs();
        configs.epochs = 2;
        Regressor regressor = configs.snn()
                .fit(training, validation, TrainingContext.silent(1))
                .regressor();
        TrainingSet moved = SyntheticData.withFeature(validation, 3, -5.0);

        assertThat(regressor.evaluate(moved.features(), moved.atomicNumbers()).atomicEnergies())
                .containsExactly(regressor
                        .evaluate(validation.features(), validation.atomicNumbers())
                        .atomicEnergies());
        Matrix gradient =
                regressor.evaluate(moved.features(), moved.atomicNumbers()).featureGradient();
        assertThat(gradient.get(0, 3)).isZero();
        assertThat(gradient.get(0, 0)).isNotZero();
    }

    @Test
    void keepsTheWeightsThatValidatedBest() {
        SyntheticData data = data(5);
        TrainingSet training = data.structures(30, WATER);
        TrainingSet validation = data.structures(30, WATER);
        NetworkConfigs configs = new NetworkConfigs();
        configs.schedule = ScheduleKind.CONSTANT;
        configs.learningRate = 0.05;
        configs.epochs = 80;

        TrainingResult result = configs.snn().fit(training, validation, TrainingContext.silent(1));

        EpochRecord best = result.history().stream()
                .min(Comparator.comparingDouble(EpochRecord::validationMae))
                .orElseThrow();
        assertThat(best.epoch()).as("the best epoch is not the last").isLessThan(80);
        assertThat(finalMae(result, validation)).isCloseTo(best.validationMae(), within(1e-9));
    }

    @ParameterizedTest
    @EnumSource(OptimizerKind.class)
    void everyOptimizerLearns(OptimizerKind optimizer) {
        SyntheticData data = data(16);
        TrainingSet training = data.structures(200, WATER);
        TrainingSet test = data.structures(100, WATER);
        NetworkConfigs configs = new NetworkConfigs();
        configs.optimizer = optimizer;
        configs.emaDecay = Optional.of(0.9);

        TrainingResult result = configs.hdnn().fit(training, test, TrainingContext.silent(1));

        assertThat(finalMae(result, test)).isLessThan(0.2 * SyntheticData.standardDeviation(test.energies()));
        assertThat(configs.hdnn()
                        .fit(training, test, TrainingContext.silent(1))
                        .regressor()
                        .state())
                .isEqualTo(result.regressor().state());
    }

    /** A bound that no gradient reaches changes nothing; one that all of them reach leaves directions, which Adam sees otherwise. */
    @Test
    void gradientsAreClipped() {
        TrainingSet set = data(17).structures(20, WATER);
        NetworkConfigs configs = new NetworkConfigs();
        configs.epochs = 5;
        ModelState free = configs.snn()
                .fit(set, set, TrainingContext.silent(1))
                .regressor()
                .state();
        configs.clipNorm = Optional.of(1e6);
        assertThat(configs.snn()
                        .fit(set, set, TrainingContext.silent(1))
                        .regressor()
                        .state())
                .isEqualTo(free);
        configs.clipNorm = Optional.of(1e-3);
        assertThat(configs.snn()
                        .fit(set, set, TrainingContext.silent(1))
                        .regressor()
                        .state())
                .isNotEqualTo(free);
    }

    @Test
    void patienceStopsEarlyAndSaysSo() {
        SyntheticData data = data(6);
        NetworkConfigs configs = new NetworkConfigs();
        configs.schedule = ScheduleKind.CONSTANT;
        configs.learningRate = 0.05;
        configs.epochs = 1000;
        configs.patience = Optional.of(5);

        TrainingResult result =
                configs.snn().fit(data.structures(20, WATER), data.structures(20, WATER), TrainingContext.silent(1));

        int last = result.history().size();
        assertThat(last).isLessThan(1000);
        assertThat(result.notes())
                .contains("training stopped early after epoch " + last + ": no better validation error since epoch "
                        + (last - 5));
    }

    @Test
    void cancellingKeepsTheBestWeights() {
        SyntheticData data = data(7);
        List<EpochRecord> told = new ArrayList<>();
        TrainingContext context =
                new TrainingContext(1, TaskRunner.sequential(), told::add, () -> told.size() == 3, Checkpoints.none());

        TrainingResult result =
                new NetworkConfigs().snn().fit(data.structures(40, WATER), data.structures(20, WATER), context);

        assertThat(result.history()).hasSize(3).isEqualTo(told);
        assertThat(result.notes()).anyMatch(note -> note.startsWith("training was cancelled after epoch 3 of 60; "));
    }

    /** Energies so large that squared errors overflow: the first batch is lost already. */
    @Test
    void divergenceInTheFirstEpochIsAnError() {
        SyntheticData data = new SyntheticData(8, 4, (element, f, start) -> 1e200 * f[start]);
        NetworkConfigs configs = new NetworkConfigs();
        configs.loss = Loss.MSE;
        TrainingSet set = data.structures(20, WATER);

        assertThatThrownBy(() -> configs.snn().fit(set, set, TrainingContext.silent(1)))
                .isInstanceOf(GmpException.class)
                .hasMessage(
                        "training diverged: the loss became infinite or not a number in epoch 1 (learningRate 0.01); use a "
                                + "lower learningRate or featureScaling: standard");
    }

    /** A warm-up to an absurd rate: fine in the first epoch, overflow later. */
    @Test
    void laterDivergenceKeepsTheBestWeights() {
        SyntheticData data = new SyntheticData(9, 4, (element, f, start) -> 1e150 * f[start]);
        NetworkConfigs configs = new NetworkConfigs();
        configs.loss = Loss.MSE;
        configs.layers = 1;
        configs.learningRate = 1.0;
        configs.weightDecay = 0.99;
        configs.epochs = 60;
        TrainingSet training = data.structures(16, WATER);
        List<EpochRecord> told = new ArrayList<>();
        // A listener that spoils the features after two epochs, to diverge at a known time.
        TrainingContext context = new TrainingContext(
                1,
                TaskRunner.sequential(),
                record -> {
                    told.add(record);
                    if (record.epoch() == 2) {
                        training.features().array()[0] = Double.NaN;
                    }
                },
                () -> false,
                Checkpoints.none());

        TrainingResult result = configs.snn().fit(training, data.structures(10, WATER), context);

        assertThat(result.history()).hasSize(2);
        assertThat(result.notes())
                .anyMatch(note -> note.matches("training diverged: the loss became infinite or not a number in epoch 3 "
                        + "\\(learningRate 1.0\\); the weights of epoch [12] were kept"));
        assertThat(finalMae(result, data.structures(5, WATER))).isFinite();
    }

    @Test
    void refusesDataItCannotTrainOn() {
        SyntheticData data = data(10);
        TrainingSet good = data.structures(4, WATER);
        TrainingSet empty = data.structures(0, WATER);
        RegressorTrainer trainer = new NetworkConfigs().snn();
        TrainingContext context = TrainingContext.silent(1);

        assertThatThrownBy(() -> trainer.fit(empty, good, context))
                .isInstanceOf(DataException.class)
                .hasMessage("the training set is empty: at least one structure is needed");
        assertThatThrownBy(() -> trainer.fit(good, empty, context))
                .isInstanceOf(DataException.class)
                .hasMessage("the validation set is empty: at least one structure is needed");
        TrainingSet spoiled = SyntheticData.withValue(good, 7, 2, Double.NaN);
        assertThatThrownBy(() -> trainer.fit(good, spoiled, context))
                .isInstanceOf(DataException.class)
                .hasMessage(
                        "feature 2 of atom 1 in structure 2 of the validation set is NaN, a finite number is needed");
        TrainingSet fluorine = data.structures(2, Element.H, Element.F);
        assertThatThrownBy(() -> trainer.fit(good, fluorine, context))
                .isInstanceOf(DataException.class)
                .hasMessage("element F occurs in the validation set but not in the training set");
        TrainingSet unlabeled = new TrainingSet(
                good.features(), good.atomicNumbers(), good.offsets(), new double[] {0, 1, Double.NaN, 2});
        assertThatThrownBy(() -> trainer.fit(unlabeled, good, context))
                .isInstanceOf(DataException.class)
                .hasMessage("the energy of structure 2 of the training set is NaN, a finite number is needed");
        TrainingSet narrow = new SyntheticData(1, 3, SyntheticData::smooth).structures(4, WATER);
        assertThatThrownBy(() -> trainer.fit(good, narrow, context))
                .isInstanceOf(DataException.class)
                .hasMessage("the validation set has 3 features per atom, the training set 4");
    }

    @Test
    void oneStructureIsEnough() {
        TrainingSet one = data(11).structures(1, WATER);

        TrainingResult result = new NetworkConfigs().snn().fit(one, one, TrainingContext.silent(1));

        assertThat(finalMae(result, one)).isLessThan(0.05);
    }

    /** The paper's transfer test: features tell elements apart by their density, so a shared network can be asked about a new one. */
    @Test
    void aSharedNetworkPredictsElementsWhoseBiasIsGiven() {
        TrainingSet set = data(12).structures(4, WATER);
        NetworkConfigs configs = new NetworkConfigs();
        configs.epochs = 2;
        configs.bias = BiasKind.GIVEN;
        configs.biases = Map.of("H", -13.6, "O", -2041.3, "F", -2700.0);
        RegressorTrainer trainer = configs.snn();
        Regressor regressor = trainer.fit(set, set, TrainingContext.silent(1)).regressor();
        Matrix features = Matrix.wrap(2, 4, new double[] {0.1, 0.2, 0.3, 0.4, 0.1, 0.2, 0.3, 0.4});

        double[] energies = regressor.evaluate(features, new int[] {8, 9}).atomicEnergies();

        assertThat(regressor.elements()).containsExactly(Element.H, Element.O, Element.F);
        assertThat(energies[1] - energies[0]).isCloseTo(-2700.0 + 2041.3, within(1e-9));
        assertThat(trainer.restore(regressor.state())
                        .evaluate(features, new int[] {8, 9})
                        .atomicEnergies())
                .containsExactly(energies);
        assertThat(configs.hdnn()
                        .fit(set, set, TrainingContext.silent(1))
                        .regressor()
                        .elements())
                .containsExactly(Element.H, Element.O);
    }

    @Test
    void anElementThatIsUnknownIsRefusedByName() {
        TrainingSet set = data(12).structures(4, WATER);
        Regressor regressor = new NetworkConfigs()
                .hdnn()
                .fit(set, set, TrainingContext.silent(1))
                .regressor();

        assertThatThrownBy(() -> regressor.evaluate(Matrix.zeros(1, 4), new int[] {9}))
                .isInstanceOf(DataException.class)
                .hasMessage("the regressor was not trained on element F (trained on H, O)");
        assertThat(regressor.elements()).containsExactly(Element.H, Element.O);
    }

    @Test
    void isolatedAtomsOfTheTrainingSetSetTheBias() {
        SyntheticData data = data(13);
        List<Element[]> compositions =
                List.of(WATER, WATER, WATER, new Element[] {Element.H}, new Element[] {Element.O});
        TrainingSet training = data.structures(compositions);
        NetworkConfigs configs = new NetworkConfigs();
        configs.bias = BiasKind.ISOLATED;
        configs.biases = Map.of("O", -2000.0);
        configs.epochs = 1;

        Matrix bias = configs.snn()
                .fit(training, training, TrainingContext.silent(1))
                .regressor()
                .state()
                .tensors()
                .get("element-bias");

        assertThat(bias.row(0)).containsExactly(training.energies()[3], -2000.0);
    }

    @Test
    void differentSeedsGiveDifferentNetworks() {
        TrainingSet set = data(14).structures(10, WATER);
        RegressorTrainer trainer = new NetworkConfigs().snn();

        assertThat(trainer.fit(set, set, TrainingContext.silent(1))
                        .regressor()
                        .state()
                        .tensors())
                .isNotEqualTo(trainer.fit(set, set, TrainingContext.silent(2))
                        .regressor()
                        .state()
                        .tensors());
    }

    @Test
    void hdnnHasTheParametersOfOneNetworkPerElement() {
        TrainingSet set = data(15).structures(4, WATER);
        NetworkConfigs configs = new NetworkConfigs();
        configs.batchNorm = true;
        configs.epochs = 1;
        // (4·12 + 12 + 24) + (12·12 + 12 + 24) + (12 + 1)
        long one = 84 + 180 + 13;

        Regressor snn = configs.snn().fit(set, set, TrainingContext.silent(1)).regressor();
        Regressor hdnn = configs.hdnn().fit(set, set, TrainingContext.silent(1)).regressor();

        assertThat(snn.parameterCount()).isEqualTo(one);
        assertThat(hdnn.parameterCount()).isEqualTo(2 * one);
        assertThat(hdnn.operationsPerAtom()).isEqualTo(snn.operationsPerAtom());
    }
}
