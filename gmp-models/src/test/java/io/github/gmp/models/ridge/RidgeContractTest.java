package io.github.gmp.models.ridge;

import io.github.gmp.api.model.RegressorTrainer;
import io.github.gmp.testkit.RegressorContract;

import java.util.List;
import java.util.Optional;

class RidgeContractTest extends RegressorContract {
    @Override
    protected RegressorTrainer trainer() {
        return new RidgeTrainer(new RidgeConfig(
                Optional.empty(), List.of(1e-8, 1e-4, 1e-2), false, Optional.empty(), Optional.empty()));
    }
}
