package io.github.gmp.experiments.cli;

import io.github.gmp.api.error.GmpException;
import io.github.gmp.api.structure.Element;
import io.github.gmp.experiments.config.ConfigTree;
import io.github.gmp.experiments.dataset.DataOverride;
import io.github.gmp.experiments.dataset.SplitDataset;
import io.github.gmp.experiments.files.RunDirectory;
import io.github.gmp.experiments.files.RunName;
import io.github.gmp.experiments.train.CheckpointFolder;
import io.github.gmp.experiments.train.PreparedTraining;
import io.github.gmp.experiments.train.TrainRun;
import io.github.gmp.experiments.train.TrainStart;
import io.github.gmp.experiments.trial.TrialResult;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/** {@code gmp train}. */
@Command(
        name = "train",
        mixinStandardHelpOptions = true,
        description = {
            "Train a regressor on the features of a descriptor and save the model.",
            "The folder receives model.gmp, metrics.json, resolved-config.yaml and train.jsonl (one line per epoch).",
            "Every epoch leaves a checkpoint; --resume goes on from it, to the same model bit for bit.",
            "Ctrl-C ends the epoch, saves the best weights so far as model.gmp and keeps the checkpoint.",
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

    @Option(names = "--dry-run", description = "Check configuration and data, show what would be trained, and stop.")
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
            TrainRun run = support.injector().getInstance(TrainRun.class);
            PreparedTraining prepared = run.prepare(tree, support.progress());
            prepared.data().warnings().forEach(warning -> support.out().println("WARNING: " + warning));
            if (dryRun) {
                describe(prepared, support.out());
                return 0;
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
                TrialResult result = run.train(
                        prepared, directory, checkpoints, options.threads(), support.progress(), support.cancelled());
                report(result, directory, support.out());
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

    private static void describe(PreparedTraining prepared, PrintWriter out) {
        SplitDataset split = prepared.data();
        out.print(ConfigTree.of(prepared.config().resolved(), prepared.baseDirectory())
                .toYaml());
        out.println();
        out.printf(
                Locale.ROOT,
                "%d training, %d validation and %d test structures of %s; %s%n",
                split.train().size(),
                split.validation().size(),
                split.test().size(),
                split.elements().stream().map(Element::symbol).collect(Collectors.joining(", ")),
                split.hasForces() ? "with forces" : "not all with forces");
        out.println("Nothing was trained (--dry-run).");
    }

    private static void report(TrialResult result, RunDirectory directory, PrintWriter out) {
        MetricsTable table = new MetricsTable("set");
        table.add("training", result.train());
        table.add("validation", result.validation());
        result.test().ifPresent(test -> table.add("test", test));
        table.lines().forEach(out::println);
        out.println();
        out.printf(
                Locale.ROOT,
                "%d features, %,d parameters, %.3g operations per atom; trained %.1f s, predicts a structure in %.3g ms%n",
                result.features(),
                result.parameters(),
                result.operationsPerAtom(),
                result.times().trainSeconds(),
                1e3 * result.times().predictSecondsPerStructure());
        result.notes().forEach(note -> out.println("note: " + note));
        out.println("model: " + directory.file(TrainRun.MODEL));
    }
}
