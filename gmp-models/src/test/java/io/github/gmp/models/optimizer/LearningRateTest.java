package io.github.gmp.models.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LearningRateTest {
    private static LearningRate rate(ScheduleKind kind, double warmup) {
        return new LearningRate(kind, 0.1, 100, warmup, 10, 0.5);
    }

    @Test
    void constantStays() {
        assertThat(rate(ScheduleKind.CONSTANT, 0).at(99)).isEqualTo(0.1);
    }

    @Test
    void cosineFallsToOnePercent() {
        LearningRate rate = rate(ScheduleKind.COSINE, 0);
        assertThat(rate.at(0)).isCloseTo(0.1, within(1e-16));
        assertThat(rate.at(50)).isCloseTo(0.0505, within(1e-15));
        assertThat(rate.at(100)).isCloseTo(0.001, within(1e-16));
    }

    @Test
    void warmUpRisesLinearlyBeforeTheSchedule() {
        LearningRate rate = rate(ScheduleKind.COSINE, 20);
        assertThat(rate.at(5)).isCloseTo(0.025, within(1e-16));
        assertThat(rate.at(20)).isCloseTo(0.1, within(1e-16));
        assertThat(rate.at(60)).isCloseTo(0.0505, within(1e-15));
    }

    @Test
    void stepHalvesEveryDecayEpochs() {
        LearningRate rate = rate(ScheduleKind.STEP, 0);
        assertThat(rate.at(9.9)).isEqualTo(0.1);
        assertThat(rate.at(10)).isEqualTo(0.05);
        assertThat(rate.at(35)).isEqualTo(0.0125);
    }

    @Test
    void plateauDecaysAfterTenEpochsWithoutImprovement() {
        LearningRate rate = rate(ScheduleKind.PLATEAU, 0);
        rate.observe(1.0);
        for (int epoch = 0; epoch < 9; epoch++) {
            rate.observe(0.99999);
        }
        assertThat(rate.at(10)).isEqualTo(0.1);
        rate.observe(1.1);
        assertThat(rate.at(11)).isEqualTo(0.05);
        rate.observe(0.5);
        for (int epoch = 0; epoch < 9; epoch++) {
            rate.observe(0.6);
        }
        assertThat(rate.at(21)).isEqualTo(0.05);
    }
}
