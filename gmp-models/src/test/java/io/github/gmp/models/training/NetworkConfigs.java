package io.github.gmp.models.training;

import io.github.gmp.api.model.RegressorTrainer;
import io.github.gmp.models.NoContext;
import io.github.gmp.models.network.Activation;
import io.github.gmp.models.optimizer.OptimizerKind;
import io.github.gmp.models.optimizer.ScheduleKind;
import io.github.gmp.toolkit.scaling.BiasKind;
import io.github.gmp.toolkit.scaling.FeatureScaling;

import java.util.Map;
import java.util.Optional;

/** Network configurations for tests: small, and different from one another in one respect. */
public final class NetworkConfigs {
    int nodes = 12;
    int layers = 3;
    Activation activation = Activation.TANH;
    boolean batchNorm = false;
    FeatureScaling featureScaling = FeatureScaling.STANDARD;
    BiasKind bias = BiasKind.LEAST_SQUARES;
    Map<String, Double> biases = Map.of();
    Loss loss = Loss.HUBER;
    boolean lossPerAtom = false;
    Optional<Double> forceWeight = Optional.empty();
    Optional<Double> stressWeight = Optional.empty();
    OptimizerKind optimizer = OptimizerKind.ADAM;
    double learningRate = 0.01;
    int batchSize = 16;
    int epochs = 60;
    ScheduleKind schedule = ScheduleKind.COSINE;
    int warmupEpochs = 0;
    int decayEpochs = 20;
    double weightDecay = 0;
    Optional<Double> clipNorm = Optional.empty();
    Optional<Integer> patience = Optional.empty();
    Optional<Double> emaDecay = Optional.empty();

    NetworkConfig build() {
        return new NetworkConfig(
                nodes,
                layers,
                activation,
                batchNorm,
                featureScaling,
                bias,
                biases,
                loss,
                lossPerAtom,
                0.01,
                forceWeight,
                stressWeight,
                optimizer,
                learningRate,
                batchSize,
                epochs,
                schedule,
                warmupEpochs,
                decayEpochs,
                0.5,
                weightDecay,
                clipNorm,
                patience,
                emaDecay);
    }

    RegressorTrainer snn() {
        return NetworkComponents.snn().create(build(), NoContext.INSTANCE);
    }

    RegressorTrainer hdnn() {
        return NetworkComponents.hdnn().create(build(), NoContext.INSTANCE);
    }

    /**
     * {@return a trainer of a network for all elements}
     *
     * @param epochs number of epochs
     * @param forceWeight weight of the forces, if any
     */
    public static RegressorTrainer snn(int epochs, Optional<Double> forceWeight) {
        NetworkConfigs configs = new NetworkConfigs();
        configs.epochs = epochs;
        configs.forceWeight = forceWeight;
        return configs.snn();
    }
}
