package io.github.gmp.runtime.parallel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicIntegerArray;

class IndexedTasksTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void runsEveryIndexOnce(int threads) {
        AtomicIntegerArray runs = new AtomicIntegerArray(100);
        IndexedTasks.run(100, threads, runs::incrementAndGet);
        for (int i = 0; i < 100; i++) {
            assertThat(runs.get(i)).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void throwsTheFailureOfTheLowestIndex(int threads) {
        for (int round = 0; round < 20; round++) {
            assertThatThrownBy(() -> IndexedTasks.run(50, threads, index -> {
                        if (index >= 3) {
                            throw new IllegalStateException("at " + index);
                        }
                    }))
                    .hasMessage("at 3");
        }
    }

    @Test
    void endsWhenInterrupted() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> IndexedTasks.run(1000, 2, index -> {})).isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
    }
}
