package io.github.gmp.experiments.cli;

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
    DEBUG
}
