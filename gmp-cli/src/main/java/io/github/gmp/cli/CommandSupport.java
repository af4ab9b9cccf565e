package io.github.gmp.cli;

import com.google.inject.Injector;
import io.github.gmp.api.error.GmpException;
import io.github.gmp.runtime.progress.Progress;
import io.github.gmp.runtime.progress.Run;
import io.github.gmp.toolkit.kernel.KernelChoice;
import org.apache.logging.log4j.LogManager;
import picocli.CommandLine.Model.CommandSpec;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/**
 * What the body of a command works with. A command is a {@code Callable<Integer>} whose {@code call} is {@code return
 * CommandSupport.run(spec, options, support -> { … })}; exceptions simply fly out of the body: a {@link GmpException} becomes one message
 * and exit code 2, anything else a log file and exit code 1.
 */
public final class CommandSupport {
    private final GlobalOptions options;
    private final Injector injector;
    private final PrintWriter out;
    private final Progress progress;
    private final BooleanSupplier cancelled;

    private CommandSupport(
            GlobalOptions options, Injector injector, PrintWriter out, Progress progress, BooleanSupplier cancelled) {
        this.options = options;
        this.injector = injector;
        this.out = out;
        this.progress = progress;
        this.cancelled = cancelled;
    }

    /** The body of a command. */
    @FunctionalInterface
    public interface Body {
        /**
         * {@return the exit code}
         *
         * @param support what it works with
         * @throws Exception anything; see {@link CommandSupport}
         */
        int run(CommandSupport support) throws Exception;
    }

    /**
     * Runs the body of a command.
     *
     * @param spec the command
     * @param options its options
     * @param body its body
     * @return the exit code
     */
    public static int run(CommandSpec spec, GlobalOptions options, Body body) {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        Progress progress = options.quiet() ? Progress.silent() : Terminal.progress(err);
        try (Cancellation cancellation = Cancellation.install()) {
            return run(options, body, out, err, progress, cancellation);
        }
    }

    /** Ends with everything said: the process may be over as soon as the cancellation is closed. */
    private static int run(
            GlobalOptions options,
            Body body,
            PrintWriter out,
            PrintWriter err,
            Progress progress,
            BooleanSupplier cancelled) {
        try {
            options.check();
            Logging.configure(options.logLevel());
            logKernel();
            Injector injector = Host.injector(options, progress);
            return body.run(new CommandSupport(options, injector, out, progress, cancelled));
        } catch (Exception | Error e) {
            progress.finish();
            out.flush();
            return new FailureReport(err).report(e);
        } finally {
            out.flush();
        }
    }

    private static void logKernel() {
        try {
            KernelChoice choice = KernelChoice.ofProcess();
            LogManager.getLogger(CommandSupport.class).info("kernels: {} ({})", choice.label(), choice.reason());
        } catch (IllegalArgumentException e) {
            throw new GmpException(e.getMessage());
        }
    }

    /**
     * Refuses a file where a folder belongs, before anything runs.
     *
     * @param option the option that names the folder
     * @param folder the folder; need not exist
     * @return the folder
     */
    static Path folder(String option, Path folder) {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new GmpException(option + ": " + folder + " is a file; a folder was expected");
        }
        return folder;
    }

    /**
     * {@return the command line that it was called with, as one could type it in a shell}
     *
     * @param spec a command
     */
    static String commandLine(CommandSpec spec) {
        return spec.root().commandLine().getParseResult().originalArgs().stream()
                .map(CommandSupport::quoted)
                .collect(Collectors.joining(" ", spec.root().name() + " ", ""));
    }

    private static String quoted(String argument) {
        return argument.matches("[A-Za-z0-9_./:=@%+,-]+") ? argument : "'" + argument.replace("'", "'\\''") + "'";
    }

    /** {@return the options that every command has} */
    public GlobalOptions options() {
        return options;
    }

    /** {@return the object graph, see {@link HostModule}} */
    public Injector injector() {
        return injector;
    }

    /** {@return the standard output: results only} */
    public PrintWriter out() {
        return out;
    }

    /** {@return what shows progress on standard error, unless the user wants quiet} */
    public Progress progress() {
        return progress;
    }

    /** {@return threads, progress and whether to stop} */
    public Run run() {
        return new Run(options.threads(), progress, cancelled);
    }

    /** {@return what becomes true when the user presses Ctrl-C or the process is told to end: finish what must not be lost and return} */
    public BooleanSupplier cancelled() {
        return cancelled;
    }
}
