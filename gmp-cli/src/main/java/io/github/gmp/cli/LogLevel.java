package io.github.gmp.cli;

import java.util.Locale;

/** How much to log; the names are those of log4j. */
public enum LogLevel {
    /** Nothing. */
    OFF,
    /** Failures. */
    ERROR,
    /** What may be wrong. */
    WARN,
    /** What is being done. */
    INFO,
    /** Everything of interest to developers. */
    DEBUG;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
