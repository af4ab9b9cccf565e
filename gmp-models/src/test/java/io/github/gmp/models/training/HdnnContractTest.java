package io.github.gmp.models.training;

import io.github.gmp.api.model.RegressorTrainer;
import io.github.gmp.models.network.Activation;
import io.github.gmp.testkit.RegressorContract;

class HdnnContractTest extends RegressorContract {
    @Override
    protected RegressorTrainer trainer() {
        NetworkConfigs configs = new NetworkConfigs();
        configs.activation = Activation.SOFTPLUS;
        configs.epochs = 100;
        return configs.hdnn();
    }
}
