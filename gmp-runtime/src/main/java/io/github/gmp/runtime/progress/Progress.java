package io.github.gmp.runtime.progress;

import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/**
 * Told how far a long task is. One task at a time: {@link #start}, any number of {@link #skip}, {@link #advance} and {@link #note}, {@link #finish}; then
 * the next task may start. All methods may be called from any thread.
 */
public interface Progress {
    /**
     * Begins a task.
     *
     * @param task what is being done, e.g. {@code features of gmp}
     * @param total number of steps, or −1 if it is not known
     */
    default void start(String task, long total) {
        start(task, total, ProgressUnit.STEPS);
    }

    /**
     * Begins a task whose steps are shown in a unit, e.g. bytes as megabytes.
     *
     * @param task what is being done
     * @param total number of steps, or −1 if it is not known
     * @param unit what to show the steps as
     */
    void start(String task, long total, ProgressUnit unit);

    /** @param steps how many more steps are done */
    void advance(long steps);

    /**
     * Steps that were done before: they count as done, but not for the time that the rest will take.
     *
     * @param steps how many
     */
    default void skip(long steps) {
        advance(steps);
    }

    /** @param extra something short to show beside the bar, e.g. {@code validation MAE 43.1 meV} */
    void note(String extra);

    /** Ends the task; does nothing if none was started. */
    void finish();

    /**
     * Asked between two steps by work that can be given up.
     *
     * @throws CancellationException if whoever follows the work does not want the rest of it
     */
    default void requireWanted() {}

    /**
     * {@return one that shows nothing and ends the work with a {@link CancellationException}}
     *
     * @param cancelled when true, the work is to be given up
     */
    static Progress silentUntil(BooleanSupplier cancelled) {
        return new SilentProgress(cancelled);
    }

    /** {@return one that shows nothing} */
    static Progress silent() {
        return SilentProgress.ENDLESS;
    }
}
