package io.github.gmp.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** The command {@code gmp}. */
@Command(
        name = "gmp",
        versionProvider = Version.class,
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = {
            "Gaussian multipole (GMP) features for atomistic machine learning:",
            "compute them, train on them, compare them with Behler-Parrinello, search for better ones.",
            ""
        },
        commandListHeading = "%nCommands:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  gmp compare examples/aspirin-head-to-head.yaml     GMP against Behler-Parrinello, with a report",
            "  gmp search examples/aspirin-search.yaml            best error at every cost",
            "  gmp validate my-data.extxyz                        what is in a file, and is it sound?",
            "  gmp describe gmp                                   what can be configured",
            "",
            "'gmp COMMAND --help' explains a command with examples."
        },
        subcommands = {
            CompareCommand.class,
            SearchCommand.class,
            FeaturizeCommand.class,
            ValidateCommand.class,
            TrainCommand.class,
            EvaluateCommand.class,
            PredictCommand.class,
            DensityCommand.class,
            DescribeCommand.class
        })
public final class GmpMain implements Runnable {
    private static final int USER_ERROR = 2;

    @Spec
    private CommandSpec spec;

    /** @param arguments the command line */
    public static void main(String[] arguments) {
        // Numbers look the same everywhere, in files and on the screen.
        Locale.setDefault(Locale.ROOT);
        PrintWriter out = utf8(FileDescriptor.out);
        PrintWriter err = utf8(FileDescriptor.err);
        int code = commandLine().setOut(out).setErr(err).execute(arguments);
        out.flush();
        err.flush();
        System.exit(code);
    }

    /** {@return the command with all its subcommands, ready to execute; tests set its writers} */
    public static CommandLine commandLine() {
        CommandLine gmp = new CommandLine(new GmpMain());
        // So that no command can go without --help.
        gmp.getSubcommands().values().forEach(command -> command.getCommandSpec()
                .mixinStandardHelpOptions(true)
                .versionProvider(new Version()));
        return gmp.setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(false)
                .setUsageHelpWidth(100)
                .setParameterExceptionHandler(GmpMain::reportUsage)
                .setExecutionExceptionHandler(
                        (failure, command, parsed) -> new FailureReport(command.getErr()).report(failure));
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    private static int reportUsage(ParameterException failure, String[] arguments) {
        CommandLine command = failure.getCommandLine();
        PrintWriter err = command.getErr();
        // A misspelled option leaves a required one missing; the misspelling is what must be told.
        List<String> unknown = failure instanceof MissingParameterException ? unknownOptions(command) : List.of();
        ParameterException told = unknown.isEmpty() ? failure : new UnmatchedArgumentException(command, unknown);
        err.println("gmp: " + told.getMessage());
        UnmatchedArgumentException.printSuggestions(told, err);
        err.println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
        err.flush();
        return USER_ERROR;
    }

    private static List<String> unknownOptions(CommandLine command) {
        return command.getUnmatchedArguments().stream()
                .filter(argument -> argument.startsWith("-"))
                .toList();
    }

    private static PrintWriter utf8(FileDescriptor descriptor) {
        // Also without LANG: Å and ± must come out, and a closed pipe must not throw.
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8), true);
    }
}
