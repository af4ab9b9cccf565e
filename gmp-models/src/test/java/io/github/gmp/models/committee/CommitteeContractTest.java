package io.github.gmp.models.committee;

import io.github.gmp.api.model.RegressorTrainer;
import io.github.gmp.models.training.NetworkConfigs;
import io.github.gmp.testkit.RegressorContract;

import java.util.Optional;

class CommitteeContractTest extends RegressorContract {
    @Override
    protected RegressorTrainer trainer() {
        return new CommitteeTrainer(3, false, NetworkConfigs.snn(40, Optional.empty()));
    }
}
