package io.github.gmp.runtime.parallel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;

class OrderedPipelineTest {
    private static Supplier<Optional<Integer>> numbers(int count) {
        AtomicInteger next = new AtomicInteger();
        return () -> next.get() < count ? Optional.of(next.getAndIncrement()) : Optional.empty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void resultsComeInTheOrderOfTheirItems(int threads) {
        List<Integer> results = new ArrayList<>();
        OrderedPipeline.run(numbers(500), item -> 2 * item, results::add, threads);
        assertThat(results)
                .isEqualTo(IntStream.range(0, 500).mapToObj(i -> 2 * i).toList());
    }

    @Test
    void anEarlySlowItemHoldsTheOthersBackAndNotMoreThanAFewAreInMemory() throws Exception {
        CountDownLatch othersDone = new CountDownLatch(OrderedPipeline.mostWaiting(2) - 1);
        AtomicInteger taken = new AtomicInteger();
        AtomicInteger written = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Supplier<Optional<Integer>> source = numbers(100);
        OrderedPipeline.run(
                () -> {
                    most.accumulateAndGet(taken.incrementAndGet() - written.get(), Math::max);
                    return source.get();
                },
                item -> {
                    if (item == 0) {
                        await(othersDone);
                    } else {
                        othersDone.countDown();
                    }
                    return item;
                },
                item -> written.incrementAndGet(),
                2);
        assertThat(written).hasValue(100);
        assertThat(most.get()).isEqualTo(OrderedPipeline.mostWaiting(2));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void theEarliestFailureIsThrownAndWhatIsBeforeItIsWritten(int threads) {
        for (int round = 0; round < 20; round++) {
            List<Integer> results = new ArrayList<>();
            assertThatThrownBy(() -> OrderedPipeline.run(
                            numbers(50),
                            item -> {
                                if (item >= 30) {
                                    throw new IllegalStateException("at " + item);
                                }
                                return item;
                            },
                            results::add,
                            threads))
                    .hasMessage("at 30");
            assertThat(results).isEqualTo(IntStream.range(0, 30).boxed().toList());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void failuresOfReadingAndWritingAreThrown(int threads) {
        Supplier<Optional<Integer>> source = numbers(50);
        assertThatThrownBy(() -> OrderedPipeline.run(
                        () -> source.get().filter(item -> {
                            if (item == 20) {
                                throw new IllegalStateException("unreadable");
                            }
                            return true;
                        }),
                        item -> item,
                        item -> {},
                        threads))
                .hasMessage("unreadable");
        List<Integer> results = new ArrayList<>();
        assertThatThrownBy(() -> OrderedPipeline.run(
                        numbers(50),
                        item -> item,
                        item -> {
                            if (item == 10) {
                                throw new IllegalStateException("disk full");
                            }
                            results.add(item);
                        },
                        threads))
                .hasMessage("disk full");
        assertThat(results).isEqualTo(IntStream.range(0, 10).boxed().toList());
    }

    @Test
    void endsWhenInterrupted() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> OrderedPipeline.run(() -> Optional.of(1), item -> item, item -> {}, 2))
                .isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isTrue();
    }
}
