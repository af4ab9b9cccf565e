package io.github.gmp.cli;

import io.github.gmp.api.error.GmpException;
import io.github.gmp.experiments.train.CheckpointFolder;
import io.github.gmp.experiments.train.PreparedTraining;
import io.github.gmp.experiments.train.Train;
import io.github.gmp.experiments.train.TrainResult;
import io.github.gmp.experiments.train.TrainStart;
import io.github.gmp.runtime.config.ConfigTree;
import io.github.gmp.runtime.dataset.DataOverride;
import io.github.gmp.runtime.files.RunDirectory;
import io.github.gmp.runtime.files.RunName;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/** {@code gmp train}. */
@Command(
        name = "train",
        mixinStandardHelpOptions = true,
        description = {
            "Train a regressor on the features of a descriptor and save the model.",
            "Before it begins it reports what is in the data, what is wrong with them, which labels are trained on, and what"
                    + " memory and time it will take.",
            "The folder receives model.gmp, report.html (curves, predictions against labels, all errors), metrics.json,"
                    + " resolved-config.yaml and train.jsonl (one line per epoch).",
            "Every epoch leaves a checkpoint; --resume goes on from it, to the same model bit for bit.",
            "Ctrl-C ends the epoch, saves the best weights so far as model.gmp with a report, and keeps the checkpoint.",
            ""
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  gmp train --config examples/aspirin-train.yaml --out runs/aspirin",
            "  gmp train --config examples/aspirin-train.yaml --data my-molecule.extxyz --seed 7",
            "  gmp train --config examples/aspirin-train.yaml --out runs/aspirin --resume",
            "      continue a training that was stopped or killed",
            "  gmp train --config examples/aspirin-train.yaml --dry-run",
            "",
            "then",
            "  gmp evaluate runs/aspirin/model.gmp more-frames.extxyz",
            "",
            "'gmp describe train' explains the configuration file."
        })
public final class TrainCommand implements Callable<Integer> {
    private static final int INTERRUPTED = 130;

    @Mixin
    private GlobalOptions options;

    @Mixin
    private ConfigOverrides overrides;

    @Spec
    private CommandSpec spec;

    @Option(names = "--config", required = true, paramLabel = "FILE", description = "The configuration (YAML).")
    private Path config;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Folder for the results (default: runs/NAME, with the name in the configuration).")
    private Path output;

    @Option(
            names = "--data",
            paramLabel = "FILE",
            description = "Train on this file instead of the configured ones; may be repeated.")
    private List<Path> data = List.of();

    @Option(
            names = "--dry-run",
            description =
                    "Check configuration and data, train on a sample for some seconds to estimate the time, and stop.")
    private boolean dryRun;

    @Option(
            names = "--overwrite",
            description = "Start again where the folder already holds a model or a training that was not finished.")
    private boolean overwrite;

    @Option(names = "--resume", description = "Continue a training that was stopped or killed.")
    private boolean resume;

    @Override
    public Integer call() {
        return CommandSupport.run(spec, options, support -> {
            TrainStart start = start();
            ConfigTree tree = overrides.load(config);
            if (!data.isEmpty()) {
                tree = DataOverride.apply(tree, data);
            }
            if (options.seed().isPresent()) {
                tree = tree.with("seed", options.seed().getAsLong());
            }
            Train run = support.injector().getInstance(Train.class);
            PreparedTraining prepared = run.prepare(tree, support.progress());
            TrainText text = new TrainText(support.out());
            if (dryRun) {
                text.preview(prepared, run.preview(prepared, options.threads()));
                return 0;
            }
            if (options.quiet()) {
                text.warnings(prepared.report().warnings());
            } else {
                text.data(prepared.report());
            }
            Path folder = Optional.ofNullable(output)
                    .orElseGet(() -> RunName.folder(prepared.config().config().name()));
            try (RunDirectory directory = RunDirectory.open(folder)) {
                CheckpointFolder checkpoints = run.open(prepared, directory, start);
                if (resume && !options.quiet()) {
                    say(checkpoints
                            .epoch()
                            .map(epoch -> "going on after epoch " + epoch)
                            .orElse("no checkpoint in " + directory.path() + "; beginning with the first epoch"));
                }
                TrainResult outcome = run.train(
                        prepared,
                        directory,
                        checkpoints,
                        options.threads(),
                        text.listener(!options.quiet()),
                        support.progress(),
                        support.cancelled());
                text.outcome(outcome, directory);
                if (!support.cancelled().getAsBoolean()) {
                    return 0;
                }
                if (checkpoints.hasAny()) {
                    say("the training was stopped; continue it with the same command and --resume.");
                }
                return INTERRUPTED;
            }
        });
    }

    private TrainStart start() {
        if (resume && overwrite) {
            throw new GmpException(
                    "--resume and --overwrite exclude each other: continue the training in the folder, or"
                            + " start again");
        }
        return resume ? TrainStart.RESUME : overwrite ? TrainStart.OVERWRITE : TrainStart.NEW;
    }

    private void say(String message) {
        spec.commandLine().getErr().println("gmp: " + message);
    }
}
