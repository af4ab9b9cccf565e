package io.github.gmp.experiments.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * At most so many of any number of items, each with the same probability (Vitter's algorithm R, doi:10.1145/3147.3165); the seed is fixed, so
 * the same items in the same order give the same sample.
 *
 * @param <T> the items
 */
public final class ReservoirSample<T> {
    private final int capacity;
    private final SplittableRandom random = new SplittableRandom(0);
    private final List<T> items = new ArrayList<>();
    private long seen;

    /** @param capacity at most so many are kept */
    ReservoirSample(int capacity) {
        this.capacity = capacity;
    }

    void add(T item) {
        seen++;
        if (items.size() < capacity) {
            items.add(item);
            return;
        }
        long place = random.nextLong(seen);
        if (place < capacity) {
            items.set((int) place, item);
        }
    }

    /** {@return the items kept} */
    public List<T> items() {
        return List.copyOf(items);
    }

    /** {@return the number of items that there were} */
    public long seen() {
        return seen;
    }
}
