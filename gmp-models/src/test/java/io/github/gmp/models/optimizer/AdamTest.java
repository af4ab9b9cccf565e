package io.github.gmp.models.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class AdamTest {
    /** The first step has the size of the learning rate in the direction of the sign, whatever the size of the gradient. */
    @Test
    void theFirstStepIsTheLearningRate() {
        double[] parameters = {1, 1};
        new Adam(new double[2]).step(parameters, new double[] {1e3, -1e-3}, 0.1);

        assertThat(parameters).containsExactly(new double[] {0.9, 1.1}, within(1e-5));
    }

    /** Worked by hand: m = 0.9·0.1 + 0.1·(−2), v = 0.999·0.001 + 0.001·4, corrected by 0.19 and 0.001999. */
    @Test
    void theSecondStepFollowsTheFormula() {
        double[] parameters = {0};
        Adam adam = new Adam(new double[1]);
        adam.step(parameters, new double[] {1}, 0.1);
        double first = parameters[0];
        adam.step(parameters, new double[] {-2}, 0.1);

        double direction = ((0.09 - 0.2) / 0.19) / (Math.sqrt(0.004999 / 0.001999) + 1e-8);
        assertThat(parameters[0] - first).isCloseTo(-0.1 * direction, within(1e-12));
    }

    @Test
    void weightDecayIsDecoupledFromTheGradient() {
        double[] parameters = {2, 2};
        new Adam(new double[] {0.5, 0}).step(parameters, new double[2], 0.1);

        assertThat(parameters).containsExactly(2 - 0.1 * 0.5 * 2, 2);
    }

    @Test
    void findsTheMinimumOfAQuadratic() {
        double[] parameters = {3, -2};
        Adam adam = new Adam(new double[2]);
        LearningRate rate = new LearningRate(ScheduleKind.COSINE, 0.1, 400, 0, 1, 0.5);
        for (int step = 0; step < 400; step++) {
            adam.step(parameters, new double[] {20 * (parameters[0] - 1), 0.2 * (parameters[1] - 1)}, rate.at(step));
        }
        assertThat(parameters).containsExactly(new double[] {1, 1}, within(1e-3));
    }
}
