package io.github.gmp.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Turns Ctrl-C and SIGTERM into a polite request, and gives the command some seconds to save what it has: ten, or as many as the system
 * property {@code gmp.patience} says, for machines that are too busy for that.
 */
final class Cancellation implements BooleanSupplier, AutoCloseable {
    private static final String PATIENCE = "gmp.patience";
    private static final long PATIENCE_SECONDS = 10;

    private final CountDownLatch finished = new CountDownLatch(1);
    private final Thread hook = new Thread(this::askAndWait, "gmp-cancel");
    private volatile boolean requested;

    private Cancellation() {}

    static Cancellation install() {
        Cancellation cancellation = new Cancellation();
        Runtime.getRuntime().addShutdownHook(cancellation.hook);
        return cancellation;
    }

    private void askAndWait() {
        requested = true;
        try {
            // Whether it was in time does not matter: afterwards the JVM ends in any case.
            finished.await(Long.getLong(PATIENCE, PATIENCE_SECONDS), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean getAsBoolean() {
        return requested;
    }

    @Override
    public void close() {
        finished.countDown();
        if (!requested) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                // The shutdown has begun this very moment; the hook finds the command finished.
                requested = true;
            }
        }
    }
}
