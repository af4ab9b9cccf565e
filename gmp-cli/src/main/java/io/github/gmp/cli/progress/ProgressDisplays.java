package io.github.gmp.cli.progress;

import io.github.gmp.runtime.progress.Progress;

import java.io.PrintWriter;
import java.time.Duration;

/** Ways to show progress. */
public final class ProgressDisplays {
    private static final Duration QUIET_TIME = Duration.ofSeconds(10);

    private ProgressDisplays() {}

    /**
     * {@return a bar with remaining time that redraws itself}
     *
     * @param out a terminal
     * @param columns its width
     */
    public static Progress bar(PrintWriter out, int columns) {
        return new BarProgress(out, columns);
    }

    /**
     * {@return a line when a task ends, and one every ten seconds while it lasts}
     *
     * @param out a file or pipe
     */
    public static Progress lines(PrintWriter out) {
        return new LineProgress(out, QUIET_TIME, System::nanoTime);
    }
}
