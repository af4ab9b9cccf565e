package io.github.gmp.experiments.search.worker;

import io.github.gmp.api.error.DataException;
import io.github.gmp.api.error.GmpException;
import io.github.gmp.api.model.Checkpoints;
import io.github.gmp.api.plugin.ComponentSpec;
import io.github.gmp.api.task.Task;
import io.github.gmp.api.task.Worker;
import io.github.gmp.experiments.report.Numbers;
import io.github.gmp.experiments.trial.EpochListener;
import io.github.gmp.experiments.trial.TrialRequest;
import io.github.gmp.experiments.trial.TrialResult;
import io.github.gmp.experiments.trial.TrialRunner;
import io.github.gmp.runtime.config.BindingEnvironment;
import io.github.gmp.runtime.config.ConfigBinder;
import io.github.gmp.runtime.config.ConfigTree;
import io.github.gmp.runtime.config.FileLookup;
import io.github.gmp.runtime.dataset.DataConfig;
import io.github.gmp.runtime.dataset.SplitDataset;
import io.github.gmp.runtime.features.FeatureProvider;
import io.github.gmp.runtime.files.NamedFile;
import io.github.gmp.runtime.progress.Progress;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/** Runs the tasks of one job, each on the calling thread; data and features are shared between them. */
final class JobWorker implements Worker {
    private static final BindingEnvironment NOTHING = BindingEnvironment.of(Map.of());

    private final ConfigBinder binder;
    private final TrialRunner runner;
    private final JobData data;
    private final FeatureProvider features;
    private final Path baseDirectory;
    private final SharedMemory memory = new SharedMemory();

    JobWorker(ConfigBinder binder, TrialRunner runner, JobData data, FeatureProvider features, Path baseDirectory) {
        this.binder = binder;
        this.runner = runner;
        this.data = data;
        this.features = features;
        this.baseDirectory = baseDirectory;
    }

    @Override
    public Optional<String> run(Task task, BooleanSupplier cancelled) {
        TrialDescription trial = TrialDescription.parse(task.json());
        SplitDataset split = split(trial);
        TrialReply reply = memory.run(() -> run(trial, split, cancelled), Run::ranOutOfMemory)
                .reply();
        if (cancelled.getAsBoolean()) {
            // A trial that was told to stop early is not what its configuration promises.
            return Optional.empty();
        }
        return Optional.of(reply.toJson());
    }

    /** What a run came to, and whether memory was the reason. */
    private record Run(TrialReply reply, boolean ranOutOfMemory) {}

    private Run run(TrialDescription trial, SplitDataset split, BooleanSupplier cancelled) {
        long start = System.nanoTime();
        try {
            return new Run(reply(trial, split, start, cancelled), false);
        } catch (GmpException e) {
            return new Run(TrialReply.failed(String.valueOf(e.getMessage()), seconds(start)), isOutOfMemory(e));
        } catch (OutOfMemoryError e) {
            // One candidate too large for this machine must not end the search; what it held is garbage by now.
            return new Run(
                    TrialReply.failed(
                            "out of memory; allow Java more with the environment variable GMP_JAVA_OPTS, e.g. -Xmx8g",
                            seconds(start)),
                    true);
        }
    }

    /** Where it is known what the memory was for, the error is the cause of one that says so. */
    private static boolean isOutOfMemory(GmpException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof OutOfMemoryError) {
                return true;
            }
        }
        return false;
    }

    private TrialReply reply(TrialDescription trial, SplitDataset split, long start, BooleanSupplier cancelled) {
        TimeLimit limit = TimeLimit.of(trial.timeLimit());
        BooleanSupplier stop = () -> cancelled.getAsBoolean() || limit.isExceeded();
        try {
            // One thread per trial: trials side by side use the processors better than threads within a small one.
            TrialRequest request = new TrialRequest(
                    component("descriptor", trial.descriptor()),
                    component("regressor", trial.regressor()),
                    split,
                    trial.seed(),
                    1,
                    EpochListener.none(),
                    stop,
                    trial.forces(),
                    Checkpoints.none(),
                    trial.preciseTimes());
            TrialResult result = runner.run(request, features, Progress.silentUntil(stop));
            TrialScores outcome = TrialScores.of(result, seconds(start));
            // However well it did: whether it was stopped early or ended a moment late must not matter.
            return limit.isExceeded() ? outOfTime(trial, start) : TrialReply.finished(outcome);
        } catch (CancellationException e) {
            // One that was cancelled from outside is no answer at all; see run.
            return limit.isExceeded() ? outOfTime(trial, start) : TrialReply.failed("cancelled", seconds(start));
        } catch (GmpException e) {
            if (limit.isExceeded() && !isOutOfMemory(e)) {
                return outOfTime(trial, start);
            }
            throw e;
        }
    }

    private static TrialReply outOfTime(TrialDescription trial, long start) {
        return TrialReply.failed(
                "out of time: it took more than "
                        + Numbers.significant(trial.timeLimit().orElseThrow()) + " s (timeLimit)",
                seconds(start));
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) * 1e-9;
    }

    private ComponentSpec component(String kind, Map<String, Object> keys) {
        return binder.bindComponent(kind, keys, kind, NOTHING, FileLookup.in(baseDirectory));
    }

    /** Other data here than where the search runs are no fault of the trial's. */
    private SplitDataset split(TrialDescription trial) {
        DataConfig config = binder.bind(ConfigTree.of(trial.data(), baseDirectory), DataConfig.class, NOTHING)
                .config();
        SplitDataset split = data.divided(config, Progress.silent());
        if (!split.hash().equals(trial.dataHash())) {
            throw new DataException(String.join(
                            ", ", config.files().stream().map(NamedFile::name).toList()) + " (from " + baseDirectory
                    + "): other data than those of the search: SHA-256 " + split.hash() + " here, "
                    + trial.dataHash() + " there");
        }
        return split;
    }
}
