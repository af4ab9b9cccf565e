package io.github.gmp.models.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.gmp.api.model.Checkpoints;
import io.github.gmp.api.model.TrainingContext;
import io.github.gmp.api.model.TrainingSet;
import io.github.gmp.api.parallel.TaskRunner;
import io.github.gmp.api.structure.Element;
import io.github.gmp.models.LinearGeometry;
import io.github.gmp.models.SyntheticData;
import io.github.gmp.testkit.FiniteDifferences;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Optional;

/** The gradient of the training loss by every parameter, scalers, sums over atoms and groups included. */
class TrainingLossGradientTest {
    private static final int STRUCTURES = 8;

    @ParameterizedTest(name = "{0}, per element {1}, batch norm {2}, per atom {3}")
    @CsvSource({
        "MSE, false, false, false",
        "MSE, false, true, true",
        "MSE, true, true, false",
        "HUBER, true, false, true",
        "HUBER, false, true, false",
        "MAE, true, true, true"
    })
    void agreesWithDifferences(Loss loss, boolean perElement, boolean batchNorm, boolean perAtom) {
        SyntheticData data = new SyntheticData(21, 4, SyntheticData::smooth).bias(Element.O, -2041.3);
        TrainingSet set = data.structures(STRUCTURES, Element.H, Element.H, Element.O);
        NetworkConfigs configs = new NetworkConfigs();
        configs.nodes = 5;
        configs.loss = loss;
        configs.batchNorm = batchNorm;
        configs.lossPerAtom = perAtom;
        verify(configs, perElement, set, 1e-3);
    }

    @ParameterizedTest(name = "{0}, per element {1}, forces {2}, stress {3}")
    @CsvSource({
        "MSE, false, 0.7, ",
        "MSE, true, 0.7, 0.4",
        "HUBER, false, 2.0, 0.1",
        "MAE, true, 0.3, ",
        "MSE, false, , 0.8"
    })
    void ofForcesAndStressAgreesWithDifferences(Loss loss, boolean perElement, Double forces, Double stress) {
        SyntheticData data = new SyntheticData(21, 4, SyntheticData::smooth).bias(Element.O, -2041.3);
        TrainingSet set = LinearGeometry.addTo(data.structures(STRUCTURES, Element.H, Element.H, Element.O), 17);
        NetworkConfigs configs = new NetworkConfigs();
        configs.nodes = 5;
        configs.loss = loss;
        configs.forceWeight = Optional.ofNullable(forces);
        configs.stressWeight = Optional.ofNullable(stress);
        verify(configs, perElement, set, 1e-4);
    }

    private static void verify(NetworkConfigs configs, boolean perElement, TrainingSet set, double step) {
        NetworkConfig config = configs.build();
        NetworkTrainer trainer = (NetworkTrainer) (perElement ? configs.hdnn() : configs.snn());
        NetworkTraining training =
                trainer.prepare(set, new ArrayList<>()).run(config, set, set, TaskRunner.sequential());
        // A few steps away from the symmetric start; then errors have both signs.
        training.run(
                new TrainingContext(5, TaskRunner.sequential(), record -> {}, () -> true, Checkpoints.none()),
                new ArrayList<>());
        int[] order = new int[STRUCTURES];
        Arrays.setAll(order, i -> i);
        training.lossAndGradient(new Batch(order, 0, STRUCTURES));
        double[] gradient = training.gradient().clone();
        double largest = Arrays.stream(gradient).map(Math::abs).max().orElseThrow();
        assertThat(largest).as("the gradient is not tiny").isGreaterThan(1e-2);

        double[] parameters = training.parameters();
        for (int i = 0; i < parameters.length; i++) {
            int index = i;
            double original = parameters[i];
            double expected = FiniteDifferences.derivative(
                    change -> {
                        parameters[index] = original + change;
                        double value = training.lossAndGradient(new Batch(order, 0, STRUCTURES));
                        parameters[index] = original;
                        return value;
                    },
                    step);
            assertThat(gradient[i])
                    .as("parameter %s", i)
                    .isCloseTo(expected, within(1e-7 * Math.abs(expected) + 1e-9 * largest));
        }
    }
}
