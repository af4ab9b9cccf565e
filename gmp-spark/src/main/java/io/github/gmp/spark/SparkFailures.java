package io.github.gmp.spark;

import java.util.stream.Collectors;

/** What Spark says went wrong, for users. */
final class SparkFailures {
    private SparkFailures() {}

    /**
     * {@return its message without the stack traces that Spark writes into it}
     *
     * @param failure what Spark threw
     */
    static String text(Throwable failure) {
        String message = failure.getMessage() == null ? failure.toString() : failure.getMessage();
        return message.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("\tat ") && !line.equals("Driver stacktrace:"))
                .collect(Collectors.joining("\n"));
    }
}
