package io.github.gmp.models.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MovingAverageTest {
    @Test
    void forgetsTheStartQuicklyAndThenFollowsSlowly() {
        MovingAverage average = new MovingAverage(0.9, new double[] {5});
        average.add(new double[] {1});
        // (1 + 1) / (10 + 1) of the start are left.
        assertThat(average.values()[0]).isCloseTo(1 + 4 * 2.0 / 11, within(1e-15));
        for (int step = 0; step < 1000; step++) {
            average.add(new double[] {1});
        }
        assertThat(average.values()[0]).isCloseTo(1, within(1e-12));
        average.add(new double[] {2});
        assertThat(average.values()[0]).isCloseTo(1.1, within(1e-12));
    }
}
