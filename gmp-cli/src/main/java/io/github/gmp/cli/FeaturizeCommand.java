package io.github.gmp.cli;

import io.github.gmp.api.error.GmpException;
import io.github.gmp.api.plugin.ComponentSpec;
import io.github.gmp.runtime.config.ComponentSpecs;
import io.github.gmp.runtime.config.ConfigTree;
import io.github.gmp.runtime.executor.ExecutorOption;
import io.github.gmp.runtime.executor.LocalExecutor;
import io.github.gmp.runtime.features.Featurize;
import io.github.gmp.runtime.features.FeaturizeEstimate;
import io.github.gmp.runtime.features.FeaturizeRequest;
import io.github.gmp.runtime.features.FeaturizeResult;
import io.github.gmp.runtime.features.FeaturizeShards;
import io.github.gmp.runtime.model.ModelFile;
import io.github.gmp.runtime.model.TrainedModel;
import picocli.CommandLine.Command;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

/** {@code gmp featurize}. */
@Command(
        name = "featurize",
        mixinStandardHelpOptions = true,
        description = {
            "Write the features of structures as NumPy arrays or HDF5 datasets.",
            "The archive holds 'features' [atoms, features] float64, 'frame' [atoms] int32 (counted from 0 over all"
                    + " inputs), 'numbers' [atoms] int32 (atomic numbers), 'labels' [features] text and 'provenance' [1] text"
                    + " (JSON). Labels of the input are not needed.",
            "Memory does not grow with the size of the input: files are read and written a few structures at a time, and a"
                    + " structure of many atoms block by block.",
            ""
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  gmp featurize --config examples/features.yaml molecules.extxyz --out features.npz",
            "  gmp featurize --config examples/features.yaml a.xyz b.xyz.gz --out ab.npz --gradients-check 20",
            "  gmp featurize --config examples/features.yaml molecules.extxyz --out features.h5",
            "  gmp featurize --model runs/mine/model.gmp molecules.extxyz --out features.npz",
            "  gmp featurize --config examples/features.yaml big.extxyz.xz --estimate",
            "  gmp featurize --config examples/features.yaml big.extxyz.xz --out big.npz --shard-atoms 1000000",
            "  gmp featurize --config examples/features.yaml big.extxyz --out big.npz --shard-atoms 1000000 --executor local",
            "",
            "  import numpy; f = numpy.load('features.npz'); f['features'][f['frame'] == 0]",
            "  import h5py; f = h5py.File('features.h5'); f['features'][:100]        # reads 100 rows only",
            "",
            "'gmp describe featurize' explains the configuration file, 'gmp describe gmp' the descriptor."
        })
public final class FeaturizeCommand implements Callable<Integer> {

    @Mixin
    private GlobalOptions options;

    @Mixin
    private ConfigOverrides overrides;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description =
                    "YAML file with the key 'descriptor'. A descriptor that takes constants from data is fitted to the first"
                            + " 10,000 structures.")
    private Optional<Path> config = Optional.empty();

    @Option(
            names = "--model",
            paramLabel = "MODEL",
            description =
                    "A model that 'gmp train' saved: its descriptor with its constants, in the place of --config.")
    private Optional<Path> model = Optional.empty();

    @Parameters(arity = "1..*", paramLabel = "INPUT", description = "Files of structures.")
    private List<Path> inputs;

    @Option(names = "--out", paramLabel = "FILE", description = "The file to write: .npz, or .h5 / .hdf5 for HDF5.")
    private Optional<Path> output = Optional.empty();

    @Option(
            names = "--shard-atoms",
            paramLabel = "N",
            description = {
                "Write several files with whole structures and at most N atoms each: NAME-00000.npz, NAME-00001.npz, …"
                        + " and an index NAME.json that lists them."
            })
    private Optional<Integer> atomsPerShard = Optional.empty();

    @Option(
            names = "--executor",
            paramLabel = "NAME",
            description =
                    "What computes the shards of --shard-atoms, one task for each (default: the configuration's; if it says"
                            + " nothing, the threads of this process share every structure).")
    private Optional<String> executor = Optional.empty();

    @Option(
            names = "--estimate",
            description =
                    "Print what it would take in time, memory and disk, from all counts and a timed sample, and stop;"
                            + " --out is not needed.")
    private boolean estimate;

    @Option(
            names = "--gradients-check",
            paramLabel = "N",
            description = {
                "Compare N random components of the gradient with finite differences and print the worst relative"
                        + " error; above 1e-5 nothing is written and the exit code is 2."
            })
    private Optional<Integer> gradientComponents = Optional.empty();

    @Override
    public Integer call() {
        if (config.isEmpty() && model.isEmpty()) {
            throw missing("--config", "--model");
        }
        if (output.isEmpty() && !estimate) {
            throw missing("--out");
        }
        return CommandSupport.run(spec, options, support -> {
            // An estimate names no file.
            Path target = output.orElse(Path.of("features.npz"));
            FeaturizeRequest request = new FeaturizeRequest(
                    inputs,
                    target,
                    atomsPerShard(target),
                    options.threads(),
                    gradientComponents(),
                    options.seed().orElse(0));
            Featurize run = support.injector().getInstance(Featurize.class);
            FeaturizeShards shards = support.injector().getInstance(FeaturizeShards.class);
            Optional<TrainedModel> trained = trained(support);
            ConfigTree tree = tree(trained);
            ComponentSpec where = shards.executor(tree);
            Featurize.Source source = trained.map(FeaturizeCommand::source)
                    .orElseGet(() -> run.source(tree, request, support.progress(), support.cancelled()));
            if (estimate) {
                print(run.estimate(source, request, support.progress(), support.cancelled()), support);
                return 0;
            }
            FeaturizeResult summary = executor.isPresent() || !where.type().equals(LocalExecutor.NAME)
                    ? shards.run(source, request, where, support.progress(), support.cancelled())
                    : run.run(source, request, support.progress(), support.cancelled());
            support.out()
                    .printf(
                            Locale.ROOT,
                            "%s: %,d structures, %,d atoms, %d features; %,.3f ms per structure%n",
                            target,
                            summary.frames(),
                            summary.atoms(),
                            summary.features(),
                            1e3 * summary.secondsPerStructure());
            summary.gradients().ifPresent(result -> support.out()
                    .printf(
                            Locale.ROOT,
                            "gradients: %d components agree with finite differences; worst relative error %.1e (%s)%n",
                            result.checked(),
                            result.worst(),
                            result.where()));
            return 0;
        });
    }

    private MissingParameterException missing(String... names) {
        List<OptionSpec> options =
                Arrays.stream(names).map(name -> spec.findOption(name)).toList();
        return new MissingParameterException(
                spec.commandLine(),
                options.get(0),
                "Missing required option: "
                        + String.join(
                                " or ",
                                options.stream()
                                        .map(option -> "'" + option.longestName() + "=" + option.paramLabel() + "'")
                                        .toList()));
    }

    private Optional<TrainedModel> trained(CommandSupport support) {
        boolean changed = overrides.values().keySet().stream().anyMatch(key -> !key.matches("executor\\b.*"));
        if (model.isPresent() && (config.isPresent() || changed)) {
            throw new GmpException("--model has a descriptor of its own: leave out --config and --set");
        }
        return model.map(support.injector().getInstance(ModelFile.class)::load);
    }

    private ConfigTree tree(Optional<TrainedModel> trained) {
        ConfigTree tree = trained.map(known -> overrides.apply(ConfigTree.of(
                        Map.of("descriptor", ComponentSpecs.toMap(known.descriptor())), known.baseDirectory())))
                .orElseGet(() -> overrides.load(config.orElseThrow()));
        return executor.map(name -> ExecutorOption.apply(tree, name)).orElse(tree);
    }

    private static Featurize.Source source(TrainedModel trained) {
        return new Featurize.Source(
                trained.descriptor(),
                trained.baseDirectory(),
                trained.potential().descriptor());
    }

    private void print(FeaturizeEstimate.Result result, CommandSupport support) {
        support.out()
                .printf(
                        Locale.ROOT,
                        "%,d structures, %,d atoms, %d features; %.0f neighbors per atom%n"
                                + "output: %,.1f MB, whatever the format; as much again on the disk while it is written%n"
                                + "memory: about %,.0f MB beside Java itself, which takes up to %,.0f MB (GMP_JAVA_OPTS=-Xmx...) before"
                                + " it cleans up%n"
                                + "time: about %.1f s on %d threads (reading took %.1f s; features take %.1f us per atom, measured"
                                + " on %,d of the first atoms)%n"
                                + "Structures, atoms and output are counted; memory and time are estimates. Nothing was"
                                + " written.%n",
                        result.frames(),
                        result.atoms(),
                        result.features(),
                        result.neighbors(),
                        result.bytes() * 1e-6,
                        result.memoryBytes() * 1e-6,
                        Runtime.getRuntime().maxMemory() * 1e-6,
                        result.seconds(),
                        options.threads(),
                        result.readSeconds(),
                        result.microsecondsPerAtom(),
                        result.sampleAtoms());
    }

    private Optional<Integer> atomsPerShard(Path target) {
        atomsPerShard.filter(atoms -> atoms < 1).ifPresent(atoms -> {
            throw new GmpException("--shard-atoms: got " + atoms + ", expected a whole number of at least 1");
        });
        if (atomsPerShard.isPresent() && !target.toString().matches(".*\\.(npz|h5|hdf5)")) {
            throw new GmpException(
                    "--out: got " + target + ", expected a name that ends with .npz, .h5 or .hdf5, from which"
                            + " the files of --shard-atoms get theirs");
        }
        return atomsPerShard;
    }

    private int gradientComponents() {
        gradientComponents.filter(count -> count < 1).ifPresent(count -> {
            throw new GmpException("--gradients-check: got " + count + ", expected a whole number of at least 1");
        });
        return gradientComponents.orElse(0);
    }
}
