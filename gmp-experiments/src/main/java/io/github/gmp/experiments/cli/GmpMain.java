package io.github.gmp.experiments.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command {@code gmp}. */
@Command(
        name = "gmp",
        description = "Gaussian multipole features: compute, train, compare, search.",
        subcommands = {
            CompareCommand.class,
            SearchCommand.class,
            FeaturizeCommand.class,
            ValidateCommand.class,
            TrainCommand.class,
            EvaluateCommand.class,
            PredictCommand.class,
            DescribeCommand.class
        })
public final class GmpMain {
    /** @param arguments the command line */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    /** @return the command with all its subcommands, ready to execute; tests set its writers */
    public static CommandLine commandLine() {
        return new CommandLine(new GmpMain());
    }
}
