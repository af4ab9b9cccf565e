package io.github.gmp.experiments.train;

import com.google.inject.Inject;
import io.github.gmp.api.error.GmpException;
import io.github.gmp.experiments.GmpVersion;
import io.github.gmp.experiments.config.BindingEnvironment;
import io.github.gmp.experiments.config.BoundConfig;
import io.github.gmp.experiments.config.ConfigBinder;
import io.github.gmp.experiments.config.ConfigTree;
import io.github.gmp.experiments.config.MovedFiles;
import io.github.gmp.experiments.dataset.DataEnvironment;
import io.github.gmp.experiments.dataset.DatasetLoader;
import io.github.gmp.experiments.dataset.SplitDataset;
import io.github.gmp.experiments.dataset.Splitter;
import io.github.gmp.experiments.features.FeatureProvider;
import io.github.gmp.experiments.files.AtomicFile;
import io.github.gmp.experiments.files.PlainJson;
import io.github.gmp.experiments.files.RunDirectory;
import io.github.gmp.experiments.model.MetricsJson;
import io.github.gmp.experiments.model.ModelFile;
import io.github.gmp.experiments.model.Provenance;
import io.github.gmp.experiments.model.TrainedModel;
import io.github.gmp.experiments.plugin.ComponentRegistry;
import io.github.gmp.experiments.progress.Progress;
import io.github.gmp.experiments.trial.TrialRequest;
import io.github.gmp.experiments.trial.TrialResult;
import io.github.gmp.experiments.trial.TrialRunner;

import java.nio.file.Files;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** Trains one model and leaves the model, its metrics, its resolved configuration and its learning curve in a folder. */
public final class TrainRun {
    /** Name of the model in the folder. */
    public static final String MODEL = "model.gmp";

    private static final String METRICS = "metrics.json";
    private static final String RESOLVED = "resolved-config.yaml";
    private static final String EPOCHS = "train.jsonl";

    private final ConfigBinder binder;
    private final DatasetLoader loader;
    private final TrialRunner runner;
    private final FeatureProvider features;
    private final ModelFile modelFile;
    private final ComponentRegistry registry;

    /**
     * @param binder checks configurations
     * @param loader reads data
     * @param runner trains and measures
     * @param features computes features
     * @param modelFile saves the model
     * @param registry knows the plugins
     */
    @Inject
    public TrainRun(
            ConfigBinder binder,
            DatasetLoader loader,
            TrialRunner runner,
            FeatureProvider features,
            ModelFile modelFile,
            ComponentRegistry registry) {
        this.binder = binder;
        this.loader = loader;
        this.runner = runner;
        this.features = features;
        this.modelFile = modelFile;
        this.registry = registry;
    }

    /**
     * Checks the configuration, reads and divides the data. Writes nothing.
     *
     * @param tree the configuration
     * @param progress told about every frame
     * @return what {@link #train} needs
     * @throws GmpException if something is wrong with configuration or data
     */
    public PreparedTraining prepare(ConfigTree tree, Progress progress) {
        // Once before the data are read, so that a misspelled key does not cost the time of reading them.
        TrainConfig config = binder.bind(tree, TrainConfig.class, BindingEnvironment.unknown())
                .config();
        SplitDataset data = Splitter.split(
                loader.load(config.data(), tree.baseDirectory(), progress),
                config.data().split());
        BoundConfig<TrainConfig> bound = binder.bind(tree, TrainConfig.class, DataEnvironment.of(data));
        return new PreparedTraining(bound, data, tree.baseDirectory());
    }

    /**
     * Looks at what an earlier training left in a folder.
     *
     * @param prepared what to train
     * @param directory receives the files
     * @param start what to do about an earlier training
     * @return where checkpoints go and come from
     * @throws GmpException if the earlier training is in the way, or cannot be resumed
     */
    public CheckpointFolder open(PreparedTraining prepared, RunDirectory directory, TrainStart start) {
        CheckpointFolder checkpoints = CheckpointFolder.open(
                directory,
                TrainingIdentity.of(prepared, directory.path(), GmpVersion.ofResults(registry.pluginVersions())),
                start,
                System::nanoTime);
        if (Files.exists(directory.file(MODEL))) {
            if (start == TrainStart.NEW) {
                throw new GmpException(directory.file(MODEL)
                        + ": exists already; choose another folder with --out, or replace it with --overwrite");
            }
            if (start == TrainStart.RESUME && checkpoints.epoch().isEmpty()) {
                throw new GmpException(directory.file(MODEL)
                        + ": this training is finished, there is nothing to resume; choose another folder with --out, or"
                        + " train again with --overwrite");
            }
        }
        return checkpoints;
    }

    /**
     * @param prepared what to train
     * @param directory receives the files
     * @param checkpoints of the same training and folder
     * @param threads how many threads may be used; the model does not depend on it
     * @param progress told about every step
     * @param cancelled when true, training stops, the best weights so far are saved, and the checkpoints are kept
     * @return what it came to
     * @throws GmpException if the data cannot be trained on or a file cannot be written
     */
    public TrialResult train(
            PreparedTraining prepared,
            RunDirectory directory,
            CheckpointFolder checkpoints,
            int threads,
            Progress progress,
            BooleanSupplier cancelled) {
        TrainConfig config = prepared.config().config();
        AtomicFile.replace(
                directory.file(RESOLVED),
                ConfigTree.of(
                                new MovedFiles(prepared.baseDirectory(), directory.path())
                                        .in(prepared.config().resolved()),
                                directory.path())
                        .toYaml());
        TrialResult result;
        try (EpochLog log = new EpochLog(directory.file(EPOCHS))) {
            if (checkpoints.epoch().isEmpty()) {
                // A curve that an earlier training left must not be taken for this one's.
                log.begin();
            }
            TrialRequest request = new TrialRequest(
                    config.descriptor(),
                    config.regressor(),
                    prepared.data(),
                    prepared.baseDirectory(),
                    config.seed(),
                    threads,
                    log::write,
                    cancelled,
                    config.forces(),
                    checkpoints);
            result = runner.run(request, features, progress);
        }
        Provenance provenance = Provenance.of(
                registry.pluginVersions(),
                prepared.data().hash(),
                prepared.config().hash(),
                config.seed(),
                Clock.systemUTC());
        modelFile.save(
                new TrainedModel(
                        result.potential(),
                        config.descriptor(),
                        config.regressor(),
                        prepared.baseDirectory(),
                        prepared.config().resolved(),
                        result.featureRanges(),
                        result.validation(),
                        result.test(),
                        provenance),
                directory.file(MODEL));
        AtomicFile.replace(directory.file(METRICS), PlainJson.text(metrics(result, provenance)));
        if (!cancelled.getAsBoolean()) {
            checkpoints.remove();
        }
        return result;
    }

    private static Map<String, Object> metrics(TrialResult result, Provenance provenance) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("units", "eV, eV/atom, eV/Å, s");
        map.put("features", result.features());
        map.put("parameters", result.parameters());
        map.put("operationsPerAtom", result.operationsPerAtom());
        map.put("train", MetricsJson.toMap(result.train()));
        map.put("validation", MetricsJson.toMap(result.validation()));
        result.test().ifPresent(test -> map.put("test", MetricsJson.toMap(test)));
        Map<String, Object> times = new LinkedHashMap<>();
        times.put("featurizePerStructure", result.times().featurizeSecondsPerStructure());
        times.put("predictPerStructure", result.times().predictSecondsPerStructure());
        times.put("train", result.times().trainSeconds());
        map.put("times", times);
        map.put("epochs", result.history().size());
        map.put("notes", result.notes());
        map.put("provenance", provenance.toMap());
        return map;
    }
}
