package io.github.gmp.models.optimizer;

/**
 * Exponential moving average of parameters: a ← d a + (1 − d) w with the decay d limited to (1 + t) / (10 + t) at step t, so that the
 * initial weights are soon forgotten.
 */
public final class MovingAverage {
    private final double decay;
    private final double[] average;
    private long steps;

    /**
     * @param decay d
     * @param initial what it starts from
     */
    public MovingAverage(double decay, double[] initial) {
        this.decay = decay;
        this.average = initial.clone();
    }

    /** @param parameters the parameters after a step */
    public void add(double[] parameters) {
        steps++;
        double share = 1.0 - Math.min(decay, (1.0 + steps) / (10.0 + steps));
        for (int i = 0; i < average.length; i++) {
            average[i] += share * (parameters[i] - average[i]);
        }
    }

    /** @return the live average */
    public double[] values() {
        return average;
    }
}
