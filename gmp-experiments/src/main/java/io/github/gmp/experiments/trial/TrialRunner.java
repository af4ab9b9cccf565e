package io.github.gmp.experiments.trial;

import io.github.gmp.api.descriptor.Descriptor;
import io.github.gmp.api.error.DataException;
import io.github.gmp.api.error.GmpException;
import io.github.gmp.api.model.RegressorTrainer;
import io.github.gmp.api.model.TrainingContext;
import io.github.gmp.api.model.TrainingResult;
import io.github.gmp.api.potential.FeatureRanges;
import io.github.gmp.api.potential.Potential;
import io.github.gmp.api.structure.LabeledStructure;
import io.github.gmp.runtime.dataset.SplitDataset;
import io.github.gmp.runtime.features.DescriptorFit;
import io.github.gmp.runtime.features.FeatureProvider;
import io.github.gmp.runtime.features.FeatureSet;
import io.github.gmp.runtime.model.Metrics;
import io.github.gmp.runtime.parallel.WorkerTeam;
import io.github.gmp.runtime.plugin.ComponentRegistry;
import io.github.gmp.runtime.predict.Predictions;
import io.github.gmp.runtime.progress.Progress;
import jakarta.inject.Inject;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/** Runs trials: descriptor, features, fit, errors on the three sets. Keeps nothing between runs. */
public final class TrialRunner {
    private final ComponentRegistry registry;
    private final FeatureProvider features;

    /**
     * @param registry makes descriptors and regressor trainers
     * @param features where features come from unless a call says otherwise
     */
    @Inject
    public TrialRunner(ComponentRegistry registry, FeatureProvider features) {
        this.registry = registry;
        this.features = features;
    }

    /**
     * {@return what it came to}
     *
     * @param request what to train
     * @throws GmpException if the configuration or the data cannot be trained on
     */
    public TrialResult run(TrialRequest request) {
        return run(request, features, Progress.silent());
    }

    /**
     * {@return what it came to}
     *
     * @param request what to train
     * @param provider where features come from, e.g. a cache
     * @param progress told about structures featurized, epochs, and structures predicted
     * @throws GmpException if the configuration or the data cannot be trained on
     * @throws CancellationException if the progress ends the work between two structures
     */
    public TrialResult run(TrialRequest request, FeatureProvider provider, Progress progress) {
        return run(request, descriptor(request, progress), provider, progress);
    }

    /**
     * The same with a descriptor that is there already, for instance because other trials share it.
     *
     * @param request what to train
     * @param descriptor its descriptor, as {@link #descriptor} gives it
     * @param provider where features come from, e.g. a cache
     * @param progress told about structures featurized, epochs, and structures predicted
     * @return what it came to
     * @throws GmpException if the configuration or the data cannot be trained on
     * @throws CancellationException if the progress ends the work between two structures
     */
    public TrialResult run(TrialRequest request, Descriptor descriptor, FeatureProvider provider, Progress progress) {
        TrialFeatures computed = features(request, descriptor, provider, progress);
        FittedTrial fitted = fit(request, computed, progress);
        SplitDataset data = request.data();
        Measurement measurement = new Measurement(request, fitted.potential(), progress);
        return result(
                request,
                fitted,
                measurement.errors(data.train(), computed.train(), false).orElseThrow(),
                measurement
                        .errors(data.validation(), computed.validation(), true)
                        .orElseThrow(),
                measurement.errors(data.test(), computed.test(), true));
    }

    /**
     * The first step of a trial.
     *
     * @param request what to train
     * @return its descriptor, fitted to the training set if it takes constants from it
     * @throws GmpException if it cannot be made or fitted
     */
    public Descriptor descriptor(TrialRequest request) {
        return descriptor(request, Progress.silent());
    }

    private Descriptor descriptor(TrialRequest request, Progress progress) {
        Descriptor configured = registry.create(Descriptor.KIND, request.descriptor());
        return DescriptorFit.fitted(configured, request.data().train(), request.threads(), progress);
    }

    /**
     * The second step.
     *
     * @param request what to train
     * @param descriptor its descriptor
     * @param provider where features come from
     * @param progress told about structures
     * @return features of the three sets
     * @throws GmpException if the descriptor refuses a structure or a feature is not finite
     */
    public TrialFeatures features(
            TrialRequest request, Descriptor descriptor, FeatureProvider provider, Progress progress) {
        SplitDataset data = request.data();
        progress.start(
                "features",
                data.train().size() + data.validation().size() + data.test().size());
        TrialFeatures computed = new TrialFeatures(
                descriptor,
                featurize(request, provider, descriptor, data.train(), progress),
                featurize(request, provider, descriptor, data.validation(), progress),
                featurize(request, provider, descriptor, data.test(), progress));
        progress.finish();
        return computed;
    }

    /**
     * The third step.
     *
     * @param request what to train
     * @param computed its features
     * @param progress told about epochs
     * @return the trained trial
     * @throws GmpException if the data cannot be trained on
     */
    public FittedTrial fit(TrialRequest request, TrialFeatures computed, Progress progress) {
        SplitDataset data = request.data();
        List<String> notes = new ArrayList<>();
        RegressorTrainer trainer = OfferedDerivatives.trainer(
                registry.create(RegressorTrainer.KIND, request.regressor()),
                computed.descriptor(),
                request.forces() && (hasForces(data.validation()) || hasForces(data.test())),
                notes);
        progress.start("training", trainer.epochs().orElse(-1));
        EpochReporter teller = new EpochReporter(request, progress);
        long start = System.nanoTime();
        TrainingResult fitted;
        try (WorkerTeam team = new WorkerTeam(request.threads())) {
            TrainingContext context =
                    new TrainingContext(request.seed(), team, teller::tell, request.cancelled(), request.checkpoints());
            if (trainer.usesGeometry()) {
                GeometryMemory memory = GeometryMemory.ofHeap();
                fitted = trainer.fit(
                        computed.train()
                                .withGeometry(data.train(), memory.geometry(computed.descriptor(), data.train())),
                        computed.validation()
                                .withGeometry(
                                        data.validation(), memory.geometry(computed.descriptor(), data.validation())),
                        context);
            } else {
                fitted = trainer.fit(
                        computed.train().withEnergies(data.train()),
                        computed.validation().withEnergies(data.validation()),
                        context);
            }
        }
        double seconds = (System.nanoTime() - start) * 1e-9;
        progress.finish();
        notes.addAll(fitted.notes());
        return new FittedTrial(computed, new TrainingResult(fitted.regressor(), fitted.history(), notes), seconds);
    }

    /**
     * The last step: costs, and all that is known by now.
     *
     * @param request what was trained
     * @param fitted the trained trial
     * @param train errors on the training set
     * @param validation errors on the validation set
     * @param test errors on the test set, if there is one
     * @return what the trial came to
     */
    public TrialResult result(
            TrialRequest request, FittedTrial fitted, Metrics train, Metrics validation, Optional<Metrics> test) {
        Potential potential = fitted.potential();
        return new TrialResult(
                potential.descriptor().features().size(),
                potential.regressor().parameterCount(),
                train,
                validation,
                test,
                PredictionTimer.measure(
                        potential, request.data().validation(), fitted.trainSeconds(), request.preciseTimes()),
                PotentialCost.perAtom(potential, request.data().train()),
                FeatureRanges.of(fitted.features().train().features()),
                fitted.training().history(),
                fitted.training().notes(),
                potential);
    }

    private static boolean hasForces(List<LabeledStructure> structures) {
        return structures.stream().anyMatch(frame -> frame.forces().isPresent());
    }

    private static FeatureSet featurize(
            TrialRequest request,
            FeatureProvider provider,
            Descriptor descriptor,
            List<LabeledStructure> structures,
            Progress progress) {
        return provider.features(request.descriptor(), descriptor, structures, request.threads(), progress);
    }

    private record Measurement(TrialRequest request, Potential potential, Progress progress) {
        Optional<Metrics> errors(List<LabeledStructure> structures, FeatureSet set, boolean forces) {
            double[] energies = Predictions.energies(potential.regressor(), set, request.threads());
            for (int s = 0; s < energies.length; s++) {
                if (!Double.isFinite(energies[s])) {
                    throw new DataException(structures.get(s).source() + ": the predicted energy is " + energies[s]
                            + "; the training diverged (try a smaller learning rate)");
                }
            }
            // A user who pressed Ctrl-C wants what there is, not minutes of forces.
            boolean compareForces = forces
                    && request.forces()
                    && !request.cancelled().getAsBoolean()
                    && potential.hasForces()
                    && hasForces(structures);
            if (!compareForces) {
                return GroupedErrorSums.metrics(structures, energies, Optional.empty());
            }
            progress.start("forces", structures.size());
            List<Potential.Evaluation> evaluations =
                    Predictions.evaluate(potential, structures, request.threads(), progress);
            progress.finish();
            return GroupedErrorSums.metrics(structures, energies, Optional.of(evaluations));
        }
    }
}
