package io.github.gmp.experiments.compare;

import io.github.gmp.api.descriptor.Descriptor;
import io.github.gmp.api.error.GmpException;
import io.github.gmp.api.model.Checkpoints;
import io.github.gmp.api.model.EpochRecord;
import io.github.gmp.api.model.RegressorTrainer;
import io.github.gmp.api.structure.LabeledStructure;
import io.github.gmp.experiments.compare.CompareConfig.NamedDescriptor;
import io.github.gmp.experiments.compare.CompareConfig.NamedRegressor;
import io.github.gmp.experiments.compare.ComparedTrials.FailedTrial;
import io.github.gmp.experiments.report.Numbers;
import io.github.gmp.experiments.trial.TrialRequest;
import io.github.gmp.experiments.trial.TrialResult;
import io.github.gmp.experiments.trial.TrialRunner;
import io.github.gmp.runtime.config.FileHashes;
import io.github.gmp.runtime.dataset.SplitDataset;
import io.github.gmp.runtime.features.DescriptorFit;
import io.github.gmp.runtime.features.FeatureProvider;
import io.github.gmp.runtime.parallel.IndexedTasks;
import io.github.gmp.runtime.progress.Progress;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
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
    private List<ComparedTrial> outcomes = List.of();
    private List<FailedTrial> failures = List.of();
    private int reused;

    TrialSchedule(
            CompareRequest request,
            TrialRunner runner,
            FeatureProvider features,
            TrialStore store,
            SplitDataset split) {
        this.request = request;
        this.runner = runner;
        this.features = features;
        this.store = store;
        this.split = split;
    }

    /**
     * Runs what is not stored.
     *
     * @param config the comparison
     * @param combinations pairs of descriptor and regressor
     * @param descriptors the descriptors, in the order of the configuration
     * @param trainers the trainers, likewise
     * @param versions versions of what results depend on
     */
    void run(
            CompareConfig config,
            List<Combination> combinations,
            List<Descriptor> descriptors,
            List<RegressorTrainer> trainers,
            Map<String, String> versions) {
        List<TrialKey> keys = new ArrayList<>();
        FileHashes files = new FileHashes();
        for (Combination combination : combinations) {
            for (long seed : config.seeds()) {
                keys.add(TrialKey.of(combination, seed, split, config.forces(), versions, files));
            }
        }
        ComparedTrial[] finished = new ComparedTrial[keys.size()];
        FailedTrial[] failed = new FailedTrial[keys.size()];
        List<Integer> pending = new ArrayList<>();
        for (int t = 0; t < finished.length; t++) {
            Optional<ComparedTrial> stored = store.load(keys.get(t));
            if (stored.isPresent()) {
                finished[t] = stored.get();
            } else {
                pending.add(t);
            }
        }
        reused = finished.length - pending.size();
        if (!pending.isEmpty()) {
            Map<NamedDescriptor, Descriptor> fitted = prepareFeatures(
                    config, descriptors, pending.stream().map(keys::get).toList());
            Map<NamedRegressor, Long> steps = new HashMap<>();
            for (int r = 0; r < trainers.size(); r++) {
                // One that is solved at once is one step.
                steps.put(
                        config.regressors().get(r),
                        Math.max(1L, trainers.get(r).epochs().orElse(1)));
            }
            runPending(new Work(config, fitted, steps), keys, pending, finished, failed);
        }
        outcomes = Arrays.stream(finished).filter(Objects::nonNull).toList();
        failures = Arrays.stream(failed).filter(Objects::nonNull).toList();
    }

    /** Finished trials, in the order of combinations and seeds. */
    List<ComparedTrial> outcomes() {
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

    /**
     * What trials share.
     *
     * @param config the comparison
     * @param descriptors descriptors that can be evaluated
     * @param steps how many epochs there are at most
     */
    private record Work(
            CompareConfig config, Map<NamedDescriptor, Descriptor> descriptors, Map<NamedRegressor, Long> steps) {
        Descriptor descriptor(TrialKey key) {
            return descriptors.get(key.combination().descriptor());
        }

        long steps(TrialKey key) {
            return steps.get(key.combination().regressor());
        }
    }

    /** {@return the descriptors that are needed, fitted to the training set; some of them if cancelled} */
    private Map<NamedDescriptor, Descriptor> prepareFeatures(
            CompareConfig config, List<Descriptor> descriptors, List<TrialKey> pending) {
        List<List<LabeledStructure>> sets = List.of(split.train(), split.validation(), split.test());
        int structures = sets.stream().mapToInt(List::size).sum();
        List<Integer> needed = new ArrayList<>();
        for (int d = 0; d < descriptors.size(); d++) {
            NamedDescriptor entry = config.descriptors().get(d);
            if (pending.stream().anyMatch(key -> key.combination().descriptor().equals(entry))) {
                needed.add(d);
            }
        }
        Map<NamedDescriptor, Descriptor> fitted = new HashMap<>();
        Progress progress = request.run().progress();
        progress.start("features", (long) needed.size() * structures);
        try {
            for (int d : needed) {
                if (request.run().cancelled().getAsBoolean()) {
                    break;
                }
                NamedDescriptor entry = config.descriptors().get(d);
                progress.note(entry.name());
                Descriptor descriptor = DescriptorFit.fitted(
                        descriptors.get(d), split.train(), request.run().threads());
                fitted.put(entry, descriptor);
                for (List<LabeledStructure> set : sets) {
                    features.features(
                            entry.descriptor(), descriptor, set, request.run().threads(), progress);
                }
            }
        } finally {
            progress.finish();
        }
        return fitted;
    }

    private void runPending(
            Work work, List<TrialKey> keys, List<Integer> pending, ComparedTrial[] finished, FailedTrial[] failed) {
        int sideBySide = Math.min(request.run().threads(), pending.size());
        int threadsEach = Math.max(1, request.run().threads() / sideBySide);
        Progress progress = request.run().progress();
        progress.start(
                "training",
                pending.stream().mapToLong(t -> work.steps(keys.get(t))).sum());
        try {
            IndexedTasks.run(pending.size(), sideBySide, p -> {
                int t = pending.get(p);
                TrialKey key = keys.get(t);
                if (request.run().cancelled().getAsBoolean()) {
                    return;
                }
                EpochSteps steps = new EpochSteps(key, work.steps(key), progress);
                try {
                    Optional<ComparedTrial> outcome = run(work, key, threadsEach, steps);
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

    /** {@return the outcome; empty if the trial was given up, because then it is not what the configuration says} */
    private Optional<ComparedTrial> run(Work work, TrialKey key, int threads, EpochSteps steps) {
        TrialResult result = runner.run(
                new TrialRequest(
                        key.combination().descriptor().descriptor(),
                        key.combination().regressor().regressor(),
                        split,
                        key.seed(),
                        threads,
                        (epoch, seconds) -> steps.epoch(epoch),
                        request.run().cancelled(),
                        work.config().forces(),
                        Checkpoints.none()),
                work.descriptor(key),
                features,
                Progress.silent());
        return request.run().cancelled().getAsBoolean() ? Optional.empty() : Optional.of(ComparedTrial.of(key, result));
    }

    /** Advances the bar by epochs, where a regressor says how many there will be at most. */
    private static final class EpochSteps {
        private final TrialKey key;
        private final Progress progress;
        private final AtomicLong left;

        EpochSteps(TrialKey key, long steps, Progress progress) {
            this.key = key;
            this.progress = progress;
            this.left = new AtomicLong(steps);
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
