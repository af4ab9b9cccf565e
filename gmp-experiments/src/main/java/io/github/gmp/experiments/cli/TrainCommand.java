package io.github.gmp.experiments.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

import java.util.concurrent.Callable;

/** {@code gmp train}. */
@Command(name = "train", description = "Train a regressor on the features of a descriptor and save the model.")
public final class TrainCommand implements Callable<Integer> {
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
