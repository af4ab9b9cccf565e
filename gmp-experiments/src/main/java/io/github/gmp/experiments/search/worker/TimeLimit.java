package io.github.gmp.experiments.search.worker;

import java.util.Optional;

/** How long a trial may take, from now on. */
final class TimeLimit {
    private final long start = System.nanoTime();
    private final double seconds;

    private TimeLimit(double seconds) {
        this.seconds = seconds;
    }

    static TimeLimit of(Optional<Double> seconds) {
        return new TimeLimit(seconds.orElse(Double.POSITIVE_INFINITY));
    }

    boolean isExceeded() {
        return (System.nanoTime() - start) * 1e-9 > seconds;
    }
}
