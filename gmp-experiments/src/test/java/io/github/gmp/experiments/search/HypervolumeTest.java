package io.github.gmp.experiments.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

class HypervolumeTest {
    private static TrialOutcome outcome(double cost, double error) {
        return new TrialOutcome(1, 1, error, Optional.empty(), cost, 0, 0);
    }

    @Test
    void isTheAreaBelowTheReferencePoint() {
        assertThat(Hypervolume.of(List.of(), 3, 0)).isZero();
        assertThat(Hypervolume.of(List.of(outcome(10, 0.1)), 3, 0)).isCloseTo(2, within(1e-12));
        List<TrialOutcome> staircase = List.of(outcome(100, 0.01), outcome(10, 0.1), outcome(100, 0.1));
        assertThat(Hypervolume.of(staircase, 3, 0)).isCloseTo(2 + 1, within(1e-12));
    }

    @Test
    void countsNothingBeyondTheReferencePoint() {
        assertThat(Hypervolume.of(List.of(outcome(2000, 0.1), outcome(10, 2)), 3, 0))
                .isZero();
    }
}
