package io.github.gmp.experiments.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.stream.IntStream;

class ReservoirSampleTest {
    @Test
    void keepsAllInOrderWhileTheyFit() {
        assertThat(sample(5, 4).items()).containsExactly(0, 1, 2, 3);
        assertThat(sample(5, 4).seen()).isEqualTo(4);
    }

    @Test
    void keepsTheSameOnesOfManyEachWithTheSameProbability() {
        ReservoirSample<Integer> sample = sample(2000, 20_000);
        assertThat(sample.seen()).isEqualTo(20_000);
        assertThat(sample.items())
                .hasSize(2000)
                .doesNotHaveDuplicates()
                .isEqualTo(sample(2000, 20_000).items());
        // 500 expected in each quarter, with a standard deviation of 18.
        for (int quarter = 0; quarter < 4; quarter++) {
            int from = 5000 * quarter;
            assertThat(sample.items().stream().filter(item -> item >= from && item < from + 5000))
                    .hasSizeBetween(400, 600);
        }
    }

    private static ReservoirSample<Integer> sample(int capacity, int items) {
        ReservoirSample<Integer> sample = new ReservoirSample<>(capacity);
        IntStream.range(0, items).forEach(sample::add);
        return sample;
    }
}
