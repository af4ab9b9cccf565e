package io.github.gmp.models.optimizer;

import java.util.Map;

/**
 * Exponential moving average of parameters: a ← d a + (1 − d) w with the decay d limited to (1 + t) / (10 + t) at step t, so that the
 * initial weights are soon forgotten.
 */
public final class MovingAverage implements Resumable {
    private final double decay;
    private final double[] average;
    private final double[] steps = new double[1];
    private final StateArrays state;

    /**
     * @param decay d
     * @param initial what it starts from
     */
    public MovingAverage(double decay, double[] initial) {
        this.decay = decay;
        this.average = initial.clone();
        this.state =
                new StateArrays("the moving average").with("average", average).with("steps", steps);
    }

    /** @param parameters the parameters after a step */
    public void add(double[] parameters) {
        steps[0]++;
        double share = 1.0 - Math.min(decay, (1.0 + steps[0]) / (10.0 + steps[0]));
        for (int i = 0; i < average.length; i++) {
            average[i] += share * (parameters[i] - average[i]);
        }
    }

    /** {@return the live average} */
    public double[] values() {
        return average;
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
