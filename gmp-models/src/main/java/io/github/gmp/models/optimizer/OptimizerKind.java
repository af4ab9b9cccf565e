package io.github.gmp.models.optimizer;

import io.github.gmp.api.parallel.TaskRunner;
import io.github.gmp.models.kernel.NetworkKernels;

import java.util.List;

/** The optimizers. */
public enum OptimizerKind {
    /** {@link Adam}. */
    ADAM {
        @Override
        public Optimizer create(
                double[] weightDecay, List<WeightMatrix> matrices, NetworkKernels kernels, TaskRunner runner) {
            return new Adam(weightDecay);
        }
    },
    /** {@link Soap}. */
    SOAP {
        @Override
        public Optimizer create(
                double[] weightDecay, List<WeightMatrix> matrices, NetworkKernels kernels, TaskRunner runner) {
            return new Soap(weightDecay, matrices, kernels, runner);
        }
    };

    /**
     * {@return a fresh optimizer}
     *
     * @param weightDecay decoupled weight decay of each parameter
     * @param matrices which of the parameters form matrices
     * @param kernels products of matrices
     * @param runner what may be done side by side
     */
    public abstract Optimizer create(
            double[] weightDecay, List<WeightMatrix> matrices, NetworkKernels kernels, TaskRunner runner);
}
