package io.github.gmp.cli;

import io.github.gmp.api.error.GmpException;
import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/** The options that every command has. */
public final class GlobalOptions {
    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Threads to use (default: all processors, here ${DEFAULT-VALUE}).")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Seed of everything random (default: the configuration's).")
    private Long seed;

    @Option(names = "--quiet", description = "No progress, no hints: results and problems only.")
    private boolean quiet;

    @Option(
            names = "--log-level",
            paramLabel = "LEVEL",
            description = "What to log to standard error: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private LogLevel logLevel = LogLevel.WARN;

    @Option(
            names = "--plugins",
            paramLabel = "DIR",
            description = "Folder with plugin jars; may be repeated (default: plugins/ in the working directory).")
    private List<Path> pluginFolders = List.of();

    /** @throws GmpException if a value is not allowed */
    void check() {
        if (threads < 1) {
            throw new GmpException("--threads: got " + threads + ", expected a whole number of at least 1");
        }
    }

    /** {@return the number of threads, at least 1} */
    public int threads() {
        return threads;
    }

    /** {@return the seed, if one was given} */
    public OptionalLong seed() {
        return seed == null ? OptionalLong.empty() : OptionalLong.of(seed);
    }

    /** {@return whether to print results and problems only} */
    public boolean quiet() {
        return quiet;
    }

    /** {@return what to log} */
    public LogLevel logLevel() {
        return logLevel;
    }

    /** {@return the folders with plugin jars, as given} */
    public List<Path> pluginFolders() {
        return List.copyOf(pluginFolders);
    }
}
