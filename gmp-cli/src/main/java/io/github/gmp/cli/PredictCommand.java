package io.github.gmp.cli;

import io.github.gmp.runtime.model.ModelFile;
import io.github.gmp.runtime.model.TrainedModel;
import io.github.gmp.runtime.predict.Predict;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

/** {@code gmp predict}. */
@Command(
        name = "predict",
        mixinStandardHelpOptions = true,
        description = {
            "Predict energies and forces with a model.",
            "Structures that are periodic along all axes get a stress as well. The output holds the structures with their"
                    + " other keys and columns; labels of the input are replaced.",
            "Columns say how far to trust them: extrapolation, the number of features outside their range in the training"
                    + " set, and extrapolation_excess, the largest distance from the range in widths of the range; of a"
                    + " committee also forces_std and the key energy_std, standard deviations over its members.",
            ""
        },
        footerHeading = "%nExamples:%n",
        footer = {"  gmp predict runs/aspirin/model.gmp new.xyz --out predicted.extxyz"})
public final class PredictCommand implements Callable<Integer> {
    @Mixin
    private GlobalOptions options;

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "MODEL", description = "A model that 'gmp train' saved.")
    private Path model;

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "FILE", description = "Files of structures.")
    private List<Path> files;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE",
            description = "The file to write, in the format that its name says; it appears whole or not at all.")
    private Path output;

    @Override
    public Integer call() {
        return CommandSupport.run(spec, options, support -> {
            TrainedModel trained =
                    support.injector().getInstance(ModelFile.class).load(model);
            long count = support.injector().getInstance(Predict.class).predict(trained, files, output, support.run());
            support.out().printf(Locale.ROOT, "%s: %,d structures%n", output, count);
            return 0;
        });
    }
}
