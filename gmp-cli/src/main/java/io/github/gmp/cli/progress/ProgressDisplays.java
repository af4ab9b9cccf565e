package io.github.gmp.cli.progress;

import io.github.gmp.runtime.progress.Progress;

import java.io.PrintWriter;
import java.time.Duration;

/** Ways to show progress. */
public final class ProgressDisplays {
    private static final Duration QUIET_TIME = Duration.ofSeconds(10);

    private ProgressDisplays() {}

    /**
     * @param out a terminal
     * @param columns its width
     * @return a bar with remaining time that redraws itself
     */
    public static Progress bar(PrintWriter out, int columns) {
        return new BarProgress(out, columns);
    }

    /**
     * @param out a file or pipe
     * @return a line when a task ends, and one every ten seconds while it lasts
     */
    public static Progress lines(PrintWriter out) {
        return new LineProgress(out, QUIET_TIME, System::nanoTime);
    }
}
