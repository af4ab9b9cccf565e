package io.github.gmp.cli;

import io.github.gmp.cli.progress.ProgressDisplays;
import io.github.gmp.runtime.progress.Progress;

import java.io.PrintWriter;
import java.util.Optional;

/** What is known of the terminal; the launcher tells, because Java cannot ask about standard error alone. */
final class Terminal {
    private static final int DEFAULT_COLUMNS = 100;
    private static final int FEWEST_COLUMNS = 60;
    private static final int MOST_COLUMNS = 140;

    private Terminal() {}

    static Progress progress(PrintWriter err) {
        return Boolean.getBoolean("gmp.terminal") ? ProgressDisplays.bar(err, columns()) : ProgressDisplays.lines(err);
    }

    /** {@return the width to lay text out for} */
    static int columns() {
        String columns = Optional.ofNullable(System.getenv("COLUMNS")).orElse("");
        int wanted = columns.matches("[0-9]{1,4}") ? Integer.parseInt(columns) : DEFAULT_COLUMNS;
        return Math.max(FEWEST_COLUMNS, Math.min(wanted, MOST_COLUMNS));
    }
}
