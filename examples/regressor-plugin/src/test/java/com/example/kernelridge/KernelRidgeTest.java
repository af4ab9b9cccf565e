package com.example.kernelridge;

import io.github.gmp.api.model.RegressorTrainer;
import io.github.gmp.testkit.RegressorContract;

/** Everything that GMP demands of a regressor: it learns, its derivative is right, it is saved and restored bit for bit, threads do not matter. */
class KernelRidgeTest extends RegressorContract {
    @Override
    protected RegressorTrainer trainer() {
        return new KernelRidgeTrainer(new KernelRidgeConfig(3.0, 1e-6));
    }
}
