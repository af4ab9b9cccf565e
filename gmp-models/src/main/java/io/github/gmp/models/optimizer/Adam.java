package io.github.gmp.models.optimizer;

import java.util.Map;

/**
 * Adam (Kingma and Ba, arXiv:1412.6980; β₁ = 0.9, β₂ = 0.999, ε = 1e-8) with decoupled weight decay (AdamW, Loshchilov and Hutter,
 * arXiv:1711.05101): w ← w − η (m̂ / (√v̂ + ε) + λ w).
 */
public final class Adam implements Optimizer {
    private static final double FIRST_DECAY = 0.9;
    private static final double SECOND_DECAY = 0.999;
    private static final double EPSILON = 1e-8;

    private final double[] weightDecay;
    private final double[] firstMoment;
    private final double[] secondMoment;
    /** β₁ᵗ, β₂ᵗ. */
    private final double[] powers = {1.0, 1.0};

    private final StateArrays state;

    /** @param weightDecay λ of each parameter */
    public Adam(double[] weightDecay) {
        this.weightDecay = weightDecay.clone();
        this.firstMoment = new double[weightDecay.length];
        this.secondMoment = new double[weightDecay.length];
        this.state = new StateArrays("Adam")
                .with("first-moment", firstMoment)
                .with("second-moment", secondMoment)
                .with("powers", powers);
    }

    @Override
    public void step(double[] parameters, double[] gradient, double learningRate) {
        powers[0] *= FIRST_DECAY;
        powers[1] *= SECOND_DECAY;
        double firstCorrection = 1.0 / (1.0 - powers[0]);
        double secondCorrection = 1.0 / (1.0 - powers[1]);
        for (int i = 0; i < firstMoment.length; i++) {
            double g = gradient[i];
            double first = FIRST_DECAY * firstMoment[i] + (1.0 - FIRST_DECAY) * g;
            double second = SECOND_DECAY * secondMoment[i] + (1.0 - SECOND_DECAY) * g * g;
            firstMoment[i] = first;
            secondMoment[i] = second;
            double direction = first * firstCorrection / (Math.sqrt(second * secondCorrection) + EPSILON);
            parameters[i] -= learningRate * (direction + weightDecay[i] * parameters[i]);
        }
    }

    @Override
    public Map<String, double[]> state() {
        return state.copies();
    }

    @Override
    public void restore(Map<String, double[]> stored) {
        state.restore(stored);
    }
}
