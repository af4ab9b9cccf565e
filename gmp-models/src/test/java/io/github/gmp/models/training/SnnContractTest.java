package io.github.gmp.models.training;

import io.github.gmp.api.model.RegressorTrainer;
import io.github.gmp.testkit.RegressorContract;

class SnnContractTest extends RegressorContract {
    @Override
    protected RegressorTrainer trainer() {
        return new NetworkConfigs().snn();
    }
}
