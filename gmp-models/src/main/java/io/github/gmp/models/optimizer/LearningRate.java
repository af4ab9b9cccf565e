package io.github.gmp.models.optimizer;

import java.util.Map;

/** The learning rate of one training run as a function of time and, for {@link ScheduleKind#PLATEAU}, of the validation error. */
public final class LearningRate implements Resumable {
    private static final double COSINE_FLOOR = 0.01;
    /** Improvements smaller than this fraction do not count. */
    private static final double PLATEAU_THRESHOLD = 1e-4;

    private final ScheduleKind kind;
    private final double base;
    private final double epochs;
    private final double warmupEpochs;
    private final int decayEpochs;
    private final double decayFactor;
    private final double[] plateauFactor = {1.0};
    private final double[] best = {Double.POSITIVE_INFINITY};
    private final double[] epochsWithoutImprovement = {0};
    private final StateArrays state = new StateArrays("the learning rate")
            .with("plateau-factor", plateauFactor)
            .with("best", best)
            .with("epochs-without-improvement", epochsWithoutImprovement);

    /**
     * @param kind the schedule
     * @param base the full rate
     * @param epochs length of the run in epochs
     * @param warmupEpochs epochs over which the rate rises linearly from 0, before the schedule begins
     * @param decayEpochs epochs between decays (step), or without improvement before one (plateau)
     * @param decayFactor factor of one decay
     */
    public LearningRate(
            ScheduleKind kind, double base, double epochs, double warmupEpochs, int decayEpochs, double decayFactor) {
        this.kind = kind;
        this.base = base;
        this.epochs = epochs;
        this.warmupEpochs = Math.min(warmupEpochs, epochs);
        this.decayEpochs = decayEpochs;
        this.decayFactor = decayFactor;
    }

    /**
     * {@return the rate}
     *
     * @param time epochs done so far, with the fraction of the current one
     */
    public double at(double time) {
        if (time < warmupEpochs) {
            return base * time / warmupEpochs;
        }
        return switch (kind) {
            case CONSTANT -> base;
            case COSINE -> {
                double fraction = Math.min(1.0, (time - warmupEpochs) / Math.max(1e-9, epochs - warmupEpochs));
                yield base * (COSINE_FLOOR + (1 - COSINE_FLOOR) * 0.5 * (1 + StrictMath.cos(Math.PI * fraction)));
            }
            case PLATEAU -> base * plateauFactor[0];
            case STEP -> base * StrictMath.pow(decayFactor, Math.floor(time / decayEpochs));
        };
    }

    /** @param validationError error at the end of an epoch */
    public void observe(double validationError) {
        if (validationError < best[0] * (1 - PLATEAU_THRESHOLD)) {
            best[0] = validationError;
            epochsWithoutImprovement[0] = 0;
        } else if (++epochsWithoutImprovement[0] >= decayEpochs) {
            plateauFactor[0] *= decayFactor;
            epochsWithoutImprovement[0] = 0;
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
