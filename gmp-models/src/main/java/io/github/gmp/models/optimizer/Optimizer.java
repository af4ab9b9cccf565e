package io.github.gmp.models.optimizer;

/** Changes parameters by their gradient, one step at a time. */
public interface Optimizer extends Resumable {
    /**
     * @param parameters changed by one step
     * @param gradient ∂L/∂parameters
     * @param learningRate η
     */
    void step(double[] parameters, double[] gradient, double learningRate);
}
