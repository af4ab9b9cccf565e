package io.github.gmp.models.committee;

import io.github.gmp.api.model.RegressorTrainer;
import io.github.gmp.testkit.RegressorContract;

class BootstrapContractTest extends RegressorContract {
    @Override
    protected RegressorTrainer trainer() {
        return new CommitteeTrainer(4, true, CommitteeTrainerTest.ridge());
    }
}
