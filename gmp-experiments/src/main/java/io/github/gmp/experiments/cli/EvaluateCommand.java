package io.github.gmp.experiments.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import java.util.concurrent.Callable;

/** {@code gmp evaluate}. */
@Command(name = "evaluate", description = "Measure the errors of a model on labeled structures.")
public final class EvaluateCommand implements Callable<Integer> {
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
