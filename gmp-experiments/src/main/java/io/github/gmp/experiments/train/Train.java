package io.github.gmp.experiments.train;

import io.github.gmp.api.descriptor.Descriptor;
import io.github.gmp.api.error.DataException;
import io.github.gmp.api.error.GmpException;
import io.github.gmp.api.model.Checkpoints;
import io.github.gmp.api.model.RegressorTrainer;
import io.github.gmp.api.potential.FeatureRanges;
import io.github.gmp.experiments.evaluate.EvaluatedSet;
import io.github.gmp.experiments.evaluate.SetEvaluation;
import io.github.gmp.experiments.evaluate.SetEvaluator;
import io.github.gmp.experiments.trial.EpochListener;
import io.github.gmp.experiments.trial.FittedTrial;
import io.github.gmp.experiments.trial.TrialEstimator;
import io.github.gmp.experiments.trial.TrialFeatures;
import io.github.gmp.experiments.trial.TrialRequest;
import io.github.gmp.experiments.trial.TrialResult;
import io.github.gmp.experiments.trial.TrialRunner;
import io.github.gmp.runtime.GmpVersion;
import io.github.gmp.runtime.config.BindingEnvironment;
import io.github.gmp.runtime.config.BoundConfig;
import io.github.gmp.runtime.config.ConfigBinder;
import io.github.gmp.runtime.config.ConfigTree;
import io.github.gmp.runtime.config.NamedFiles;
import io.github.gmp.runtime.dataset.DataEnvironment;
import io.github.gmp.runtime.dataset.Dataset;
import io.github.gmp.runtime.dataset.DatasetLoader;
import io.github.gmp.runtime.dataset.SplitDataset;
import io.github.gmp.runtime.dataset.Splitter;
import io.github.gmp.runtime.features.FeatureCheck;
import io.github.gmp.runtime.features.FeatureProvider;
import io.github.gmp.runtime.files.AtomicFile;
import io.github.gmp.runtime.files.RunDirectory;
import io.github.gmp.runtime.json.Json;
import io.github.gmp.runtime.model.Metrics;
import io.github.gmp.runtime.model.ModelFile;
import io.github.gmp.runtime.model.Provenance;
import io.github.gmp.runtime.model.TrainedModel;
import io.github.gmp.runtime.plugin.ComponentRegistry;
import io.github.gmp.runtime.progress.Progress;
import jakarta.inject.Inject;

import java.nio.file.Files;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Trains one model and leaves the model, its metrics, a report, its resolved configuration and its learning curve in a folder. */
public final class Train {
    /** Name of the model in the folder. */
    public static final String MODEL = "model.gmp";

    /** Name of the report in the folder. */
    public static final String REPORT = "report.html";

    private static final String METRICS = "metrics.json";
    private static final String RESOLVED = "resolved-config.yaml";
    private static final String EPOCHS = "train.jsonl";

    private final ConfigBinder binder;
    private final DatasetLoader loader;
    private final TrialRunner runner;
    private final FeatureProvider features;
    private final ModelFile modelFile;
    private final ComponentRegistry registry;
    private final TrialEstimator estimator;

    /**
     * @param binder checks configurations
     * @param loader reads data
     * @param runner trains and measures
     * @param features computes features
     * @param modelFile saves the model
     * @param registry knows the plugins
     * @param estimator says what a training will take
     */
    @Inject
    public Train(
            ConfigBinder binder,
            DatasetLoader loader,
            TrialRunner runner,
            FeatureProvider features,
            ModelFile modelFile,
            ComponentRegistry registry,
            TrialEstimator estimator) {
        this.binder = binder;
        this.loader = loader;
        this.runner = runner;
        this.features = features;
        this.modelFile = modelFile;
        this.registry = registry;
        this.estimator = estimator;
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
        Dataset dataset = loader.load(config.data(), progress);
        SplitDataset data = Splitter.split(dataset, config.data().split());
        BoundConfig<TrainConfig> bound = binder.bind(tree, TrainConfig.class, DataEnvironment.of(data));
        RegressorTrainer trainer =
                registry.create(RegressorTrainer.KIND, bound.config().regressor());
        DataReport report = DataReport.of(data, dataset.files(), trainer.labels(), config.forces());
        return new PreparedTraining(bound, data, report, tree.baseDirectory());
    }

    /**
     * Measures on a sample what a training will take, and looks at its features. Writes nothing.
     *
     * @param prepared what would be trained
     * @param threads how many threads may be used
     * @return what was found
     * @throws GmpException if the descriptor refuses a structure of the sample
     */
    public TrainPreview preview(PreparedTraining prepared, int threads) {
        TrialEstimator.Preview preview =
                estimator.preview(request(prepared, threads, EpochListener.none(), () -> false, Checkpoints.none()));
        int count = preview.estimate().features();
        List<String> warnings = new ArrayList<>();
        preview.features()
                .warnings(count)
                .forEach(warning ->
                        warnings.add("in a sample of " + preview.structures() + " training structures " + warning));
        prepared.report().fewerSamplesThan(count).ifPresent(warnings::add);
        return new TrainPreview(preview.estimate(), warnings);
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
                TrainingIdentity.of(
                        prepared, directory.path(), GmpVersion.ofResults(registry.pluginVersionsOfResults())),
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
     * {@return what it came to}
     *
     * @param prepared what to train
     * @param directory receives the files
     * @param checkpoints of the same training and folder
     * @param threads how many threads may be used; the model does not depend on it
     * @param listener told what is known before the training begins
     * @param progress told about every step
     * @param cancelled when true, training stops, the best weights so far are saved, and the checkpoints are kept
     * @throws GmpException if the data cannot be trained on or a file cannot be written
     */
    public TrainResult train(
            PreparedTraining prepared,
            RunDirectory directory,
            CheckpointFolder checkpoints,
            int threads,
            TrainListener listener,
            Progress progress,
            BooleanSupplier cancelled) {
        TrainResult outcome;
        try (EpochLog log = new EpochLog(directory.file(EPOCHS), checkpoints)) {
            TrialRequest request = request(prepared, threads, log::write, cancelled, checkpoints);
            Descriptor descriptor = runner.descriptor(request);
            if (listener.wantsEstimate()) {
                listener.estimated(estimator.estimate(request, descriptor));
            }
            TrialFeatures computed = runner.features(request, descriptor, features, progress);
            List<String> warnings = featureWarnings(prepared, computed);
            warnings.forEach(listener::warned);
            // Only now: what fails before has cost nobody the files of an earlier training.
            AtomicFile.replace(
                    directory.file(RESOLVED),
                    ConfigTree.of(
                                    NamedFiles.seenFrom(
                                            directory.path(), prepared.config().resolved()),
                                    directory.path())
                            .toYaml());
            if (checkpoints.epoch().isEmpty()) {
                // A curve that an earlier training left must not be taken for this one's.
                log.begin();
            }
            FittedTrial fitted = runner.fit(request, computed, progress);
            outcome = outcome(prepared, request, fitted, log.curve(), warnings, progress);
        }
        save(outcome, directory);
        if (!outcome.stopped()) {
            checkpoints.remove();
        }
        return outcome;
    }

    private static TrialRequest request(
            PreparedTraining prepared,
            int threads,
            EpochListener listener,
            BooleanSupplier cancelled,
            Checkpoints checkpoints) {
        TrainConfig config = prepared.config().config();
        return new TrialRequest(
                config.descriptor(),
                config.regressor(),
                prepared.data(),
                config.seed(),
                threads,
                listener,
                cancelled,
                config.forces(),
                checkpoints);
    }

    private static List<String> featureWarnings(PreparedTraining prepared, TrialFeatures computed) {
        List<String> labels = computed.descriptor().features();
        List<String> warnings = new ArrayList<>(
                FeatureCheck.of(computed.train().features(), labels).warnings(labels.size()));
        prepared.report().fewerSamplesThan(labels.size()).ifPresent(warnings::add);
        return warnings;
    }

    private TrainResult outcome(
            PreparedTraining prepared,
            TrialRequest request,
            FittedTrial fitted,
            List<CurvePoint> curve,
            List<String> featureWarnings,
            Progress progress) {
        SplitDataset data = prepared.data();
        TrialFeatures computed = fitted.features();
        SetEvaluator evaluator = new SetEvaluator(
                fitted.potential(),
                FeatureRanges.of(computed.train().features()),
                request.forces(),
                request.threads(),
                request.cancelled(),
                progress);
        List<String> warnings = new ArrayList<>(featureWarnings);
        List<SetEvaluation> sets = new ArrayList<>();
        List.of(
                        new EvaluatedSet("training", true, data.train(), computed.train()),
                        new EvaluatedSet("validation", false, data.validation(), computed.validation()))
                .forEach(set -> sets.add(evaluator.evaluate(set, warnings).orElseThrow()));
        try {
            evaluator
                    .evaluate(new EvaluatedSet("test", false, data.test(), computed.test()), warnings)
                    .ifPresent(sets::add);
        } catch (DataException e) {
            // A structure that is far from all others must not cost the training.
            warnings.add("the errors on the test set are missing: " + e.getMessage());
        }
        sets.forEach(set -> set.report().warnings().forEach(warning -> warnings.add(set.name() + " set: " + warning)));
        List<Metrics> metrics =
                sets.stream().map(set -> set.report().errors().all()).toList();
        TrialResult result = runner.result(
                request,
                fitted,
                metrics.get(0),
                metrics.get(1),
                metrics.size() > 2 ? Optional.of(metrics.get(2)) : Optional.empty());
        Provenance provenance = Provenance.of(
                registry.pluginVersions(), data.hash(), prepared.config().hash(), request.seed(), Clock.systemUTC());
        return new TrainResult(
                prepared, result, sets, curve, warnings, request.cancelled().getAsBoolean(), provenance);
    }

    private void save(TrainResult outcome, RunDirectory directory) {
        PreparedTraining prepared = outcome.prepared();
        TrialResult result = outcome.result();
        modelFile.save(
                new TrainedModel(
                        result.potential(),
                        prepared.config().config().descriptor(),
                        prepared.config().config().regressor(),
                        prepared.baseDirectory(),
                        prepared.config().resolved(),
                        result.featureRanges(),
                        result.validation(),
                        result.test(),
                        outcome.provenance()),
                directory.file(MODEL));
        AtomicFile.replace(directory.file(METRICS), Json.text(TrainMetrics.of(outcome)));
        AtomicFile.replace(directory.file(REPORT), new TrainPage(outcome).html());
    }
}
