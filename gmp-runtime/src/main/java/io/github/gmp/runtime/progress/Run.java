package io.github.gmp.runtime.progress;

import java.util.function.BooleanSupplier;

/**
 * How a use case runs: nothing here changes what it comes to, unless it is stopped.
 *
 * @param threads how many threads may be used, at least 1; results do not depend on it
 * @param progress shows how far it is
 * @param cancelled asked now and then; when true, it stops, and what is finished is kept
 */
public record Run(int threads, Progress progress, BooleanSupplier cancelled) {
    /**
     * {@return a run that nobody watches or stops}
     *
     * @param threads how many threads may be used
     */
    public static Run silent(int threads) {
        return new Run(threads, Progress.silent(), () -> false);
    }
}
