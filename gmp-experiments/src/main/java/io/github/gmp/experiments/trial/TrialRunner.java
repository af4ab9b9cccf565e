package io.github.gmp.experiments.trial;

import com.google.inject.Inject;
import io.github.gmp.api.descriptor.Descriptor;
import io.github.gmp.api.error.DataException;
import io.github.gmp.api.error.GmpException;
import io.github.gmp.api.model.EpochRecord;
import io.github.gmp.api.model.Potential;
import io.github.gmp.api.model.RegressorTrainer;
import io.github.gmp.api.model.TrainingContext;
import io.github.gmp.api.model.TrainingResult;
import io.github.gmp.api.structure.LabeledStructure;
import io.github.gmp.experiments.dataset.SplitDataset;
import io.github.gmp.experiments.features.DescriptorFit;
import io.github.gmp.experiments.features.FeatureProvider;
import io.github.gmp.experiments.features.FeatureRanges;
import io.github.gmp.experiments.features.FeatureSet;
import io.github.gmp.experiments.parallel.WorkerTeam;
import io.github.gmp.experiments.plugin.ComponentRegistry;
import io.github.gmp.experiments.progress.Progress;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

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
     * @param request what to train
     * @return what it came to
     * @throws GmpException if the configuration or the data cannot be trained on
     */
    public TrialResult run(TrialRequest request) {
        return run(request, features, Progress.silent());
    }

    /**
     * @param request what to train
     * @param provider where features come from, e.g. a cache
     * @param progress told about structures featurized, epochs, and structures predicted
     * @return what it came to
     * @throws GmpException if the configuration or the data cannot be trained on
     */
    public TrialResult run(TrialRequest request, FeatureProvider provider, Progress progress) {
        SplitDataset data = request.data();
        Descriptor configured = registry.create(Descriptor.KIND, request.descriptor(), request.baseDirectory());
        List<String> notes = new ArrayList<>();
        RegressorTrainer trainer = OfferedDerivatives.trainer(
                registry.create(RegressorTrainer.KIND, request.regressor(), request.baseDirectory()),
                configured,
                request.forces() && (hasForces(data.validation()) || hasForces(data.test())),
                notes);

        Descriptor descriptor = DescriptorFit.fitted(configured, data.train(), request.threads());
        progress.start(
                "features",
                data.train().size() + data.validation().size() + data.test().size());
        FeatureSet train = featurize(request, provider, descriptor, data.train(), progress);
        FeatureSet validation = featurize(request, provider, descriptor, data.validation(), progress);
        FeatureSet test = featurize(request, provider, descriptor, data.test(), progress);
        progress.finish();

        progress.start("training", epochs(request));
        long start = System.nanoTime();
        TrainingResult fitted;
        try (WorkerTeam team = new WorkerTeam(request.threads())) {
            TrainingContext context = new TrainingContext(
                    request.seed(),
                    team,
                    epoch -> told(epoch, request, progress),
                    request.cancelled(),
                    request.checkpoints());
            if (trainer.usesGeometry()) {
                GeometryMemory memory = GeometryMemory.ofHeap();
                fitted = trainer.fit(
                        train.withGeometry(data.train(), memory.geometry(descriptor, data.train())),
                        validation.withGeometry(data.validation(), memory.geometry(descriptor, data.validation())),
                        context);
            } else {
                fitted = trainer.fit(
                        train.withEnergies(data.train()), validation.withEnergies(data.validation()), context);
            }
        }
        double trainSeconds = (System.nanoTime() - start) * 1e-9;
        progress.finish();
        Potential potential = new Potential(descriptor, fitted.regressor());

        Measurement measurement = new Measurement(request, potential, progress);
        return new TrialResult(
                descriptor.features().size(),
                fitted.regressor().parameterCount(),
                measurement.errors(data.train(), train, false).orElseThrow(),
                measurement.errors(data.validation(), validation, true).orElseThrow(),
                measurement.errors(data.test(), test, true),
                PredictionTimer.measure(potential, data.validation(), trainSeconds, request.preciseTimes()),
                OperationCount.perAtom(potential, data.train()),
                FeatureRanges.of(train.features()),
                fitted.history(),
                Stream.concat(notes.stream(), fitted.notes().stream()).toList(),
                potential);
    }

    private static boolean hasForces(List<LabeledStructure> structures) {
        return structures.stream().anyMatch(frame -> frame.forces().isPresent());
    }

    private static void told(EpochRecord epoch, TrialRequest request, Progress progress) {
        request.onEpoch().accept(epoch);
        progress.advance(1);
        String energy = String.format(
                Locale.ROOT, "epoch %d, validation MAE %.1f meV", epoch.epoch(), 1e3 * epoch.validationMae());
        progress.note(
                epoch.validationForceMae().isPresent()
                        ? energy
                                + String.format(
                                        Locale.ROOT,
                                        ", %.1f meV/Å",
                                        1e3 * epoch.validationForceMae().getAsDouble())
                        : energy);
    }

    /** Trainers that go by epochs have a key of that name; the bar of the others has no end. */
    private static long epochs(TrialRequest request) {
        return request.regressor().keys().get("epochs") instanceof Number epochs ? epochs.longValue() : -1;
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
                return Predictions.metrics(structures, energies, Optional.empty());
            }
            progress.start("forces", structures.size());
            List<Potential.Evaluation> evaluations =
                    Predictions.evaluate(potential, structures, request.threads(), progress);
            progress.finish();
            return Predictions.metrics(structures, energies, Optional.of(evaluations));
        }
    }
}
