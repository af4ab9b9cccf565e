package io.github.gmp.experiments.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import java.util.concurrent.Callable;

/** {@code gmp compare}. */
@Command(name = "compare", description = "Compare descriptors and regressors on the same data.")
public final class CompareCommand implements Callable<Integer> {
    @Mixin
    private GlobalOptions options;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        return CommandSupport.run(spec, options, support -> {
            throw new UnsupportedOperationException("to be written");
        });
    }
}
