package io.github.gmp.cli;

import io.github.gmp.api.error.GmpException;
import io.github.gmp.api.plugin.ConfigException;
import io.github.gmp.api.plugin.ConfigProblem;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;

/** Tells the user why a command failed: one message for what can be solved, a log file for what should not have happened. */
final class FailureReport {
    private static final int USER_ERROR = 2;
    private static final int DEFECT = 1;
    /** What a shell gives a process that Ctrl-C ended. */
    private static final int CANCELLED = 130;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);

    private final PrintWriter err;
    private final Path logFolder;

    FailureReport(PrintWriter err) {
        this(err, Path.of(""));
    }

    FailureReport(PrintWriter err, Path logFolder) {
        this.err = err;
        this.logFolder = logFolder;
    }

    /**
     * {@return the exit code}
     *
     * @param failure what was thrown
     */
    int report(Throwable failure) {
        int code = write(failure);
        err.flush();
        return code;
    }

    private int write(Throwable failure) {
        if (failure instanceof ConfigException config) {
            writeProblems(config.problems());
            return USER_ERROR;
        }
        if (failure instanceof GmpException) {
            err.println("gmp: " + failure.getMessage());
            return USER_ERROR;
        }
        if (failure instanceof UncheckedIOException unchecked) {
            return write(unchecked.getCause());
        }
        if (failure instanceof IOException io) {
            err.println("gmp: " + describe(io));
            return USER_ERROR;
        }
        if (failure instanceof CancellationException) {
            err.println("gmp: cancelled");
            return CANCELLED;
        }
        if (failure instanceof OutOfMemoryError) {
            err.println("gmp: out of memory: the Java heap is limited to "
                    + Runtime.getRuntime().maxMemory() / (1 << 20)
                    + " MiB; allow more with the environment variable GMP_JAVA_OPTS, e.g. -Xmx8g");
            return USER_ERROR;
        }
        writeDefect(failure);
        return DEFECT;
    }

    private void writeProblems(List<ConfigProblem> problems) {
        if (problems.size() == 1) {
            ConfigProblem only = problems.get(0);
            err.println("gmp: " + only.path() + ": " + text(only));
            return;
        }
        err.println("gmp: " + problems.size() + " problems in the configuration:");
        problems.forEach(problem -> err.println("  " + problem.path() + ": " + text(problem)));
    }

    /** The one component that is in the project and not in every start of it. */
    private static String text(ConfigProblem problem) {
        boolean spark = problem instanceof ConfigProblem.UnknownComponent unknown
                && unknown.kind().equals("executor")
                && unknown.got().equals("spark");
        return spark
                ? problem.message()
                        + "; it is in the optional module gmp-spark: start gmp-spark/gmp-spark in the place of"
                        + " gmp (docs/spark.md)"
                : problem.message();
    }

    private static String describe(IOException e) {
        if (e instanceof NoSuchFileException missing) {
            return missing.getFile() + ": there is no such file or folder";
        }
        if (e instanceof AccessDeniedException denied) {
            return denied.getFile() + ": permission denied";
        }
        if (e instanceof FileAlreadyExistsException existing) {
            return existing.getFile() + ": exists already";
        }
        if (e instanceof FileSystemException file && file.getReason() != null) {
            return file.getFile() + ": " + file.getReason();
        }
        return e.getMessage() == null ? e.toString() : e.getMessage();
    }

    private void writeDefect(Throwable failure) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace, true));
        Path log = logFolder
                .resolve("gmp-error-" + LocalDateTime.now().format(TIME) + ".log")
                .toAbsolutePath();
        String where;
        try {
            Files.writeString(log, trace + System.lineSeparator() + platform(), StandardCharsets.UTF_8);
            where = "details in " + log;
        } catch (IOException e) {
            where = "no details: " + log + " cannot be written";
        }
        err.println("gmp: this should not have happened: " + failure + " (" + where + ")");
    }

    private static String platform() {
        return "Java " + System.getProperty("java.vm.version") + ", " + System.getProperty("os.name") + " "
                + System.getProperty("os.version") + " " + System.getProperty("os.arch") + System.lineSeparator();
    }
}
