package io.github.gmp.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code gmp density}: commands on electron densities. */
@Command(
        name = "density",
        description = "Make tables of electron densities, and tell what they do to features.",
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  gmp density fit --help",
            "  gmp density effect --help",
            "  gmp density fit C_ONCV_PBE-1.0.upf H_ONCV_PBE-1.0.upf --out my-table.json"
        },
        subcommands = {DensityFitCommand.class, DensityEffectCommand.class})
public final class DensityCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
