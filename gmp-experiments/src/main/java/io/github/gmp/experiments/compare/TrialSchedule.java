package io.github.gmp.experiments.compare;

import io.github.gmp.api.descriptor.Descriptor;
import io.github.gmp.api.error.GmpException;
import io.github.gmp.api.model.Checkpoints;
import io.github.gmp.api.model.EpochRecord;
import io.github.gmp.api.structure.LabeledStructure;
import io.github.gmp.experiments.compare.CompareConfig.NamedDescriptor;
import io.github.gmp.experiments.compare.ComparisonResult.FailedTrial;
import io.github.gmp.experiments.dataset.SplitDataset;
import io.github.gmp.experiments.features.DescriptorFit;
import io.github.gmp.experiments.features.FeatureProvider;
import io.github.gmp.experiments.parallel.IndexedTasks;
import io.github.gmp.experiments.progress.Progress;
import io.github.gmp.experiments.report.Numbers;
import io.github.gmp.experiments.trial.TrialRequest;
import io.github.gmp.experiments.trial.TrialResult;
import io.github.gmp.experiments.trial.TrialRunner;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Runs the trials that are not stored yet: first the features of all descriptors on all threads, then trials side by side, one thread each
 * (more if there are fewer trials than threads). Every trial has its own seed and writes to its own place, so outcomes depend neither on
 * the order nor on the number of threads.
 */
final class TrialSchedule {
    private static final double MILLI = 1e3;

    private final CompareRequest request;
    private final TrialRunner runner;
    private final FeatureProvider features;
    private final TrialStore store;
    private final SplitDataset split;
    private final Path baseDirectory;
    private List<TrialOutcome> outcomes = List.of();
    private List<FailedTrial> failures = List.of();
    private int reused;

    TrialSchedule(
            CompareRequest request,
            TrialRunner runner,
            FeatureProvider features,
            TrialStore store,
            SplitDataset split,
            Path baseDirectory) {
        this.request = request;
        this.runner = runner;
        this.features = features;
        this.store = store;
        this.split = split;
        this.baseDirectory = baseDirectory;
    }

    void run(
            CompareConfig config,
            List<Combination> combinations,
            List<Descriptor> descriptors,
            Map<String, String> versions) {
        List<TrialKey> keys = new ArrayList<>();
        for (Combination combination : combinations) {
            for (long seed : config.seeds()) {
                keys.add(TrialKey.of(combination, seed, split, config.forces(), versions, baseDirectory));
            }
        }
        TrialOutcome[] finished = new TrialOutcome[keys.size()];
        FailedTrial[] failed = new FailedTrial[keys.size()];
        List<Integer> pending = new ArrayList<>();
        for (int t = 0; t < finished.length; t++) {
            Optional<TrialOutcome> stored = store.load(keys.get(t));
            if (stored.isPresent()) {
                finished[t] = stored.get();
            } else {
                pending.add(t);
            }
        }
        reused = finished.length - pending.size();
        if (!pending.isEmpty()) {
            prepareFeatures(config, descriptors, pending.stream().map(keys::get).toList());
            runPending(config, keys, pending, finished, failed);
        }
        outcomes = Arrays.stream(finished).filter(Objects::nonNull).toList();
        failures = Arrays.stream(failed).filter(Objects::nonNull).toList();
    }

    /** Finished trials, in the order of combinations and seeds. */
    List<TrialOutcome> outcomes() {
        return outcomes;
    }

    /** Trials that failed, in the order of combinations and seeds. */
    List<FailedTrial> failures() {
        return failures;
    }

    /** Number of outcomes that were stored before. */
    int reused() {
        return reused;
    }

    private void prepareFeatures(CompareConfig config, List<Descriptor> descriptors, List<TrialKey> pending) {
        List<List<LabeledStructure>> sets = List.of(split.train(), split.validation(), split.test());
        int structures = sets.stream().mapToInt(List::size).sum();
        List<Integer> needed = new ArrayList<>();
        for (int d = 0; d < descriptors.size(); d++) {
            NamedDescriptor entry = config.descriptors().get(d);
            if (pending.stream().anyMatch(key -> key.combination().descriptor().equals(entry))) {
                needed.add(d);
            }
        }
        Progress progress = request.progress();
        progress.start("features", (long) needed.size() * structures);
        try {
            for (int d : needed) {
                if (request.cancelled().getAsBoolean()) {
                    return;
                }
                NamedDescriptor entry = config.descriptors().get(d);
                progress.note(entry.name());
                Descriptor descriptor = DescriptorFit.fitted(descriptors.get(d), split.train(), request.threads());
                for (List<LabeledStructure> set : sets) {
                    features.features(entry.descriptor(), descriptor, set, request.threads(), progress);
                }
            }
        } finally {
            progress.finish();
        }
    }

    private void runPending(
            CompareConfig config,
            List<TrialKey> keys,
            List<Integer> pending,
            TrialOutcome[] finished,
            FailedTrial[] failed) {
        int sideBySide = Math.min(request.threads(), pending.size());
        int threadsEach = Math.max(1, request.threads() / sideBySide);
        Progress progress = request.progress();
        progress.start(
                "training",
                pending.stream().mapToLong(t -> EpochSteps.of(keys.get(t))).sum());
        try {
            IndexedTasks.run(pending.size(), sideBySide, p -> {
                int t = pending.get(p);
                TrialKey key = keys.get(t);
                if (request.cancelled().getAsBoolean()) {
                    return;
                }
                EpochSteps steps = new EpochSteps(key, progress);
                try {
                    Optional<TrialOutcome> outcome = run(config, key, threadsEach, steps);
                    if (outcome.isPresent()) {
                        store.save(key, outcome.get());
                        finished[t] = outcome.get();
                    }
                } catch (GmpException e) {
                    failed[t] = new FailedTrial(
                            key.combination().descriptor().name(),
                            key.combination().regressor().name(),
                            key.seed(),
                            e.getMessage());
                }
                steps.finish();
            });
        } finally {
            progress.finish();
        }
    }

    /** @return the outcome; empty if the trial was given up, because then it is not what the configuration says */
    private Optional<TrialOutcome> run(CompareConfig config, TrialKey key, int threads, EpochSteps steps) {
        TrialResult result = runner.run(
                new TrialRequest(
                        key.combination().descriptor().descriptor(),
                        key.combination().regressor().regressor(),
                        split,
                        baseDirectory,
                        key.seed(),
                        threads,
                        (epoch, seconds) -> steps.epoch(epoch),
                        request.cancelled(),
                        config.forces(),
                        Checkpoints.none()),
                features,
                Progress.silent());
        return request.cancelled().getAsBoolean() ? Optional.empty() : Optional.of(TrialOutcome.of(key, result));
    }

    /** Advances the bar by epochs, where a regressor says in its configuration how many there will be at most. */
    private static final class EpochSteps {
        private final TrialKey key;
        private final Progress progress;
        private final AtomicLong left;

        EpochSteps(TrialKey key, Progress progress) {
            this.key = key;
            this.progress = progress;
            this.left = new AtomicLong(of(key));
        }

        static long of(TrialKey key) {
            Object epochs = key.combination().regressor().regressor().keys().get("epochs");
            return epochs instanceof Number number ? Math.max(1, number.longValue()) : 1;
        }

        void epoch(EpochRecord epoch) {
            // The last step belongs to what comes after the training.
            if (left.get() > 1) {
                left.decrementAndGet();
                progress.advance(1);
            }
            progress.note(key.combination().label() + ": validation "
                    + Numbers.significant(epoch.validationMae() * MILLI) + " meV");
        }

        void finish() {
            progress.advance(left.getAndSet(0));
        }
    }
}
