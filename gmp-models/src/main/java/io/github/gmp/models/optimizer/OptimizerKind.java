package io.github.gmp.models.optimizer;

import io.github.gmp.models.kernel.NetworkKernels;

import java.util.List;

/** The optimizers. */
public enum OptimizerKind {
    /** {@link Adam}. */
    ADAM {
        @Override
        public Optimizer create(double[] weightDecay, List<WeightMatrix> matrices, NetworkKernels kernels) {
            return new Adam(weightDecay);
        }
    },
    /** {@link Soap}. */
    SOAP {
        @Override
        public Optimizer create(double[] weightDecay, List<WeightMatrix> matrices, NetworkKernels kernels) {
            return new Soap(weightDecay, matrices, kernels);
        }
    };

    /**
     * @param weightDecay decoupled weight decay of each parameter
     * @param matrices which of the parameters form matrices
     * @param kernels products of matrices
     * @return a fresh optimizer
     */
    public abstract Optimizer create(double[] weightDecay, List<WeightMatrix> matrices, NetworkKernels kernels);
}
