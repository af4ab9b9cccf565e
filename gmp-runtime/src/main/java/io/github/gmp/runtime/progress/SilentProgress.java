package io.github.gmp.runtime.progress;

import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/**
 * Shows nothing.
 *
 * @param cancelled when true, the work is to be given up
 */
record SilentProgress(BooleanSupplier cancelled) implements Progress {
    static final Progress ENDLESS = new SilentProgress(() -> false);

    @Override
    public void start(String task, long total, ProgressUnit unit) {}

    @Override
    public void advance(long steps) {}

    @Override
    public void note(String extra) {}

    @Override
    public void finish() {}

    @Override
    public void requireWanted() {
        if (cancelled.getAsBoolean()) {
            throw new CancellationException("cancelled");
        }
    }
}
