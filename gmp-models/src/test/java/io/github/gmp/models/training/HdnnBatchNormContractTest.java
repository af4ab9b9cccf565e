package io.github.gmp.models.training;

import io.github.gmp.api.model.RegressorTrainer;
import io.github.gmp.testkit.RegressorContract;

import java.util.Optional;

/** Batch normalization per element, with averaged weights. */
class HdnnBatchNormContractTest extends RegressorContract {
    @Override
    protected RegressorTrainer trainer() {
        NetworkConfigs configs = new NetworkConfigs();
        configs.batchNorm = true;
        configs.emaDecay = Optional.of(0.98);
        configs.epochs = 100;
        return configs.hdnn();
    }
}
