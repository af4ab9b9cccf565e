package io.github.gmp.experiments.compare;

import io.github.gmp.api.descriptor.Descriptor;
import io.github.gmp.api.error.GmpException;
import io.github.gmp.api.model.RegressorTrainer;
import io.github.gmp.api.plugin.ConfigException;
import io.github.gmp.experiments.compare.CompareConfig.NamedDescriptor;
import io.github.gmp.experiments.compare.CompareConfig.NamedRegressor;
import io.github.gmp.experiments.trial.TrialRunner;
import io.github.gmp.runtime.GmpVersion;
import io.github.gmp.runtime.config.BindingEnvironment;
import io.github.gmp.runtime.config.BoundConfig;
import io.github.gmp.runtime.config.ConfigBinder;
import io.github.gmp.runtime.config.ConfigTree;
import io.github.gmp.runtime.config.NamedFiles;
import io.github.gmp.runtime.dataset.DataEnvironment;
import io.github.gmp.runtime.dataset.DataOverride;
import io.github.gmp.runtime.dataset.Dataset;
import io.github.gmp.runtime.dataset.DatasetLoader;
import io.github.gmp.runtime.dataset.SplitDataset;
import io.github.gmp.runtime.dataset.Splitter;
import io.github.gmp.runtime.features.FeatureCache;
import io.github.gmp.runtime.features.Featurizer;
import io.github.gmp.runtime.files.AtomicFile;
import io.github.gmp.runtime.files.RunDirectory;
import io.github.gmp.runtime.files.RunName;
import io.github.gmp.runtime.model.Provenance;
import io.github.gmp.runtime.plugin.ComponentRegistry;
import io.github.gmp.runtime.progress.Progress;
import jakarta.inject.Inject;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;

/** Runs comparisons: checks everything first, then data, features, trials, and at the end the files of the report. */
public final class Compare {
    private final ComponentRegistry registry;
    private final ConfigBinder binder;
    private final DatasetLoader loader;
    private final Featurizer featurizer;
    private final TrialRunner runner;

    /**
     * @param registry makes descriptors and regressors
     * @param binder checks configurations
     * @param loader reads data
     * @param featurizer computes features
     * @param runner runs trials
     */
    @Inject
    public Compare(
            ComponentRegistry registry,
            ConfigBinder binder,
            DatasetLoader loader,
            Featurizer featurizer,
            TrialRunner runner) {
        this.registry = registry;
        this.binder = binder;
        this.loader = loader;
        this.featurizer = featurizer;
        this.runner = runner;
    }

    /**
     * Runs a comparison. Trials that an earlier run finished are not run again.
     *
     * @param request what to compare
     * @return the lines for the terminal and where the report is
     * @throws ConfigException with all problems of the configuration
     * @throws GmpException if data or run directory cannot be used
     */
    public CompareResult run(CompareRequest request) {
        ConfigTree given = request.data()
                .map(file -> DataOverride.apply(request.configuration(), List.of(file)))
                .orElse(request.configuration());
        CompareConfig checked = binder.bind(given, CompareConfig.class, BindingEnvironment.unknown())
                .config();
        Combination.of(checked);
        ConfigTree tree = request.firstSeed().isPresent()
                ? given.with(
                        "seeds",
                        countedFrom(
                                request.firstSeed().getAsLong(), checked.seeds().size()))
                : given;
        Prepared prepared = prepare(tree, checked, request.run().progress());
        Path folder = request.output().orElseGet(() -> RunName.folder(checked.name()));
        try (RunDirectory directory = RunDirectory.open(folder)) {
            ComparedTrials result = run(request, prepared, directory.path());
            if (result.outcomes().isEmpty()) {
                throw nothingFinished(result);
            }
            return CompareFiles.write(result);
        }
    }

    /** A configuration that passed all checks, with its data and descriptors. */
    private record Prepared(
            ConfigTree tree,
            BoundConfig<CompareConfig> bound,
            Dataset dataset,
            SplitDataset split,
            List<Descriptor> descriptors,
            List<RegressorTrainer> trainers) {}

    /** Nothing is written before everything that can be checked has been. */
    private Prepared prepare(ConfigTree tree, CompareConfig checked, Progress progress) {
        Dataset dataset = loader.load(checked.data(), progress);
        SplitDataset split = Splitter.split(dataset, checked.data().split());
        BoundConfig<CompareConfig> bound = binder.bind(tree, CompareConfig.class, DataEnvironment.of(split));
        List<Descriptor> descriptors = descriptors(bound.config());
        List<RegressorTrainer> trainers = trainers(bound.config());
        return new Prepared(tree, bound, dataset, split, descriptors, trainers);
    }

    private ComparedTrials run(CompareRequest request, Prepared prepared, Path folder) {
        ConfigTree tree = prepared.tree();
        BoundConfig<CompareConfig> bound = prepared.bound();
        CompareConfig config = bound.config();
        SplitDataset split = prepared.split();
        List<Descriptor> descriptors = prepared.descriptors();
        List<Combination> combinations = Combination.of(config);
        AtomicFile.replace(folder.resolve("config.yaml"), resolvedYaml(bound, folder));

        Set<String> warnings = Collections.synchronizedSet(new LinkedHashSet<>(split.warnings()));
        Map<String, String> versions = GmpVersion.ofResults(registry.pluginVersionsOfResults());
        FeatureCache cache = new FeatureCache(
                featurizer,
                new FeatureCache.Location(
                        request.cache().orElse(folder), request.cache().isPresent()),
                versions,
                warnings::add);
        TrialSchedule schedule =
                new TrialSchedule(request, runner, cache, new TrialStore(folder, warnings::add), split);
        schedule.run(config, combinations, descriptors, prepared.trainers(), versions);

        List<Subject> subjects = new ArrayList<>();
        for (int d = 0; d < descriptors.size(); d++) {
            subjects.add(Subject.of(config.descriptors().get(d), descriptors.get(d)));
        }
        Provenance provenance = Provenance.of(
                registry.pluginVersions(),
                split.hash(),
                bound.hash(),
                config.seeds().get(0),
                Clock.systemUTC());
        return new ComparedTrials(
                config,
                bound.resolved(),
                subjects,
                DataSummary.of(prepared.dataset(), split),
                combinations,
                schedule.outcomes(),
                schedule.failures(),
                schedule.reused(),
                combinations.size() * config.seeds().size(),
                List.copyOf(warnings),
                provenance,
                request.command(),
                request.run().threads(),
                folder);
    }

    private static List<Long> countedFrom(long first, int count) {
        return LongStream.range(0, count).mapToObj(offset -> first + offset).toList();
    }

    /** Made before anything long begins, so that values that do not fit together are found now. */
    private List<Descriptor> descriptors(CompareConfig config) {
        List<Descriptor> descriptors = new ArrayList<>();
        for (NamedDescriptor entry : config.descriptors()) {
            descriptors.add(registry.create(Descriptor.KIND, entry.descriptor()));
        }
        return descriptors;
    }

    private List<RegressorTrainer> trainers(CompareConfig config) {
        List<RegressorTrainer> trainers = new ArrayList<>();
        for (NamedRegressor entry : config.regressors()) {
            trainers.add(registry.create(RegressorTrainer.KIND, entry.regressor()));
        }
        return trainers;
    }

    private static String resolvedYaml(BoundConfig<CompareConfig> bound, Path folder) {
        return "# The configuration of this run with all defaults filled in, sha-256 " + bound.hash() + "\n"
                + ConfigTree.of(NamedFiles.seenFrom(folder, bound.resolved()), folder)
                        .toYaml();
    }

    private static GmpException nothingFinished(ComparedTrials result) {
        if (result.failures().isEmpty()) {
            return new GmpException("stopped before the first trial was finished");
        }
        ComparedTrials.FailedTrial first = result.failures().get(0);
        return new GmpException("no trial could be finished; the first (" + first.descriptor() + " + "
                + first.regressor() + ", seed " + first.seed() + ") failed with: " + first.message());
    }
}
