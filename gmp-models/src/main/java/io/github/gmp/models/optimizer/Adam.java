package io.github.gmp.models.optimizer;

/**
 * Adam (Kingma and Ba, arXiv:1412.6980; β₁ = 0.9, β₂ = 0.999, ε = 1e-8) with decoupled weight decay (AdamW, Loshchilov and Hutter,
 * arXiv:1711.05101): w ← w − η (m̂ / (√v̂ + ε) + λ w).
 */
public final class Adam {
    private static final double FIRST_DECAY = 0.9;
    private static final double SECOND_DECAY = 0.999;
    private static final double EPSILON = 1e-8;

    private final double[] weightDecay;
    private final double[] firstMoment;
    private final double[] secondMoment;
    private double firstPower = 1.0;
    private double secondPower = 1.0;

    /** @param weightDecay λ of each parameter */
    public Adam(double[] weightDecay) {
        this.weightDecay = weightDecay.clone();
        this.firstMoment = new double[weightDecay.length];
        this.secondMoment = new double[weightDecay.length];
    }

    /**
     * @param parameters changed by one step
     * @param gradient ∂L/∂parameters
     * @param learningRate η
     */
    public void step(double[] parameters, double[] gradient, double learningRate) {
        firstPower *= FIRST_DECAY;
        secondPower *= SECOND_DECAY;
        double firstCorrection = 1.0 / (1.0 - firstPower);
        double secondCorrection = 1.0 / (1.0 - secondPower);
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
}
