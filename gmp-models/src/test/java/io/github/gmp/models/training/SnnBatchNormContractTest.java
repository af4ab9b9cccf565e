package io.github.gmp.models.training;

import io.github.gmp.api.model.RegressorTrainer;
import io.github.gmp.models.network.Activation;
import io.github.gmp.testkit.RegressorContract;
import io.github.gmp.toolkit.scaling.FeatureScaling;

/** The paper's architecture: batch normalization and min-max scaling; with SiLU to have that covered as well. */
class SnnBatchNormContractTest extends RegressorContract {
    @Override
    protected RegressorTrainer trainer() {
        NetworkConfigs configs = new NetworkConfigs();
        configs.batchNorm = true;
        configs.activation = Activation.SILU;
        configs.featureScaling = FeatureScaling.MIN_MAX;
        return configs.snn();
    }
}
