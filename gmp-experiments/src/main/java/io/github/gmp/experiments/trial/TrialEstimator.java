package io.github.gmp.experiments.trial;

import io.github.gmp.api.descriptor.Descriptor;
import io.github.gmp.api.error.GmpException;
import io.github.gmp.api.model.Checkpoints;
import io.github.gmp.api.model.RegressorTrainer;
import io.github.gmp.api.model.TrainingLabel;
import io.github.gmp.api.structure.LabeledStructure;
import io.github.gmp.runtime.dataset.SplitDataset;
import io.github.gmp.runtime.features.DescriptorFit;
import io.github.gmp.runtime.features.FeatureCheck;
import io.github.gmp.runtime.features.FeaturizeEstimate;
import io.github.gmp.runtime.features.Featurizer;
import io.github.gmp.runtime.plugin.ComponentRegistry;
import io.github.gmp.runtime.progress.Progress;
import jakarta.inject.Inject;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Says what a trial will take before it runs. */
public final class TrialEstimator {
    private static final Logger LOG = LogManager.getLogger(TrialEstimator.class);
    private static final double FEATURE_SECONDS = 1;
    /** So few that they are featurized several times in that time: the first time tells little. */
    private static final int FEATURE_STRUCTURES = 24;

    private static final double FIT_SECONDS = 3;
    private static final double LONGEST_FIT_SECONDS = 12;
    private static final int MANY_EPOCHS = 20;
    private static final int SAMPLE_STRUCTURES = 128;
    private static final int SAMPLE_ATOMS = 8192;

    private final ComponentRegistry registry;
    private final TrialRunner runner;

    /**
     * @param registry makes descriptors and trainers
     * @param runner trains on a sample
     */
    @Inject
    public TrialEstimator(ComponentRegistry registry, TrialRunner runner) {
        this.registry = registry;
        this.runner = runner;
    }

    /**
     * {@return memory, and the time of the features}
     *
     * @param request what to train
     * @param descriptor its descriptor, as {@link TrialRunner#descriptor} gives it
     * @throws GmpException if the descriptor refuses a structure of the sample
     */
    public TrialEstimate estimate(TrialRequest request, Descriptor descriptor) {
        return estimate(request, descriptor, sample(request.data().train()), Optional.empty());
    }

    /**
     * What a sample tells.
     *
     * @param estimate memory and times, that of the training too where the sample can be trained on
     * @param structures number of structures of the sample
     * @param features what is wrong with their features
     */
    public record Preview(TrialEstimate estimate, int structures, FeatureCheck features) {}

    /**
     * The same with the time of the training, for which it trains on a sample for a few seconds. A descriptor that takes constants from training
     * data takes them from the sample.
     *
     * @param request what to train
     * @return what the sample tells
     * @throws GmpException if the descriptor refuses the sample
     */
    public Preview preview(TrialRequest request) {
        RegressorTrainer trainer = registry.create(RegressorTrainer.KIND, request.regressor());
        List<LabeledStructure> training = request.data().train();
        List<LabeledStructure> labeled = training.stream()
                .filter(frame -> hasLabels(frame, trainer.labels()))
                .toList();
        List<LabeledStructure> sample = sample(labeled.isEmpty() ? training : labeled);
        Descriptor descriptor =
                DescriptorFit.fitted(registry.create(Descriptor.KIND, request.descriptor()), sample, request.threads());
        List<Double> ends = new ArrayList<>();
        TrialRequest small = small(request, sample, ends);
        TrialFeatures computed = runner.features(small, descriptor, new Featurizer(), Progress.silent());
        return new Preview(
                estimate(request, descriptor, sample, sampleFit(request, small, computed, ends)),
                sample.size(),
                FeatureCheck.of(computed.train().features(), descriptor.features()));
    }

    private TrialEstimate estimate(
            TrialRequest request,
            Descriptor descriptor,
            List<LabeledStructure> sample,
            Optional<TrialEstimate.SampleFit> sampleFit) {
        SplitDataset data = request.data();
        RegressorTrainer trainer = registry.create(RegressorTrainer.KIND, request.regressor());
        int threads = Math.min(request.threads(), Runtime.getRuntime().availableProcessors());
        FeaturizeEstimate features = new FeaturizeEstimate(descriptor, FEATURE_SECONDS);
        spaced(sample, FEATURE_STRUCTURES).forEach(features::add);
        FeaturizeEstimate.Result measured = features.result(threads, 0);
        long trainedAtoms = atoms(data.train()) + atoms(data.validation());
        long atoms = trainedAtoms + atoms(data.test());
        double perAtom = 1e-6 * measured.microsecondsPerAtom();
        return new TrialEstimate(
                measured.features(),
                atoms,
                trainer.usesGeometry()
                        ? Optional.of(GeometryMemory.bytes(
                                trainedAtoms, (long) (trainedAtoms * measured.neighbors()), measured.features()))
                        : Optional.empty(),
                GeometryMemory.budget(),
                Runtime.getRuntime().maxMemory(),
                perAtom * atoms / threads,
                perAtom,
                measured.sampleAtoms(),
                threads,
                trainer.epochs(),
                sampleFit);
    }

    /** The same training on a sample; it ends some seconds after its first epoch. */
    private static TrialRequest small(TrialRequest request, List<LabeledStructure> sample, List<Double> ends) {
        SplitDataset data = request.data();
        double ratio = (double) data.train().size() / sample.size();
        int judged = (int) Math.max(1, Math.min(sample.size(), data.validation().size() / ratio));
        return new TrialRequest(
                request.descriptor(),
                request.regressor(),
                new SplitDataset(sample, sample.subList(0, judged), List.of(), data.isolatedAtoms(), "", List.of()),
                request.seed(),
                request.threads(),
                (epoch, seconds) -> ends.add(seconds),
                () -> isMeasured(ends),
                false,
                Checkpoints.none());
    }

    private Optional<TrialEstimate.SampleFit> sampleFit(
            TrialRequest request, TrialRequest small, TrialFeatures computed, List<Double> ends) {
        int structures = small.data().train().size();
        double ratio = (double) request.data().train().size() / structures;
        try {
            FittedTrial fitted = runner.fit(small, computed, Progress.silent());
            double seconds = ends.isEmpty() ? fitted.trainSeconds() : shortestEpoch(ends);
            return Optional.of(new TrialEstimate.SampleFit(structures, ratio * seconds));
        } catch (GmpException e) {
            // A sample may lack what the whole set has, e.g. an element or enough structures to fit.
            LOG.info("the time of the training is not estimated: {}", e.getMessage());
            return Optional.empty();
        }
    }

    /** The first epochs run code that is not compiled yet, and take up to ten times as long. */
    private static boolean isMeasured(List<Double> ends) {
        if (ends.size() < 2) {
            return false;
        }
        double seconds = ends.get(ends.size() - 1) - ends.get(0);
        return seconds > (ends.size() > MANY_EPOCHS ? FIT_SECONDS : LONGEST_FIT_SECONDS);
    }

    private static double shortestEpoch(List<Double> ends) {
        double shortest = ends.get(0);
        for (int epoch = 1; epoch < ends.size(); epoch++) {
            shortest = Math.min(shortest, ends.get(epoch) - ends.get(epoch - 1));
        }
        return shortest;
    }

    private static List<LabeledStructure> sample(List<LabeledStructure> structures) {
        List<LabeledStructure> sample = new ArrayList<>();
        long atoms = 0;
        for (LabeledStructure frame : spaced(structures, SAMPLE_STRUCTURES)) {
            if (atoms < SAMPLE_ATOMS) {
                atoms += frame.structure().size();
                sample.add(frame);
            }
        }
        return sample;
    }

    /** At most so many, evenly spaced. */
    private static List<LabeledStructure> spaced(List<LabeledStructure> structures, int most) {
        int count = Math.min(structures.size(), most);
        return IntStream.range(0, count)
                .mapToObj(s -> structures.get((int) ((long) s * structures.size() / count)))
                .toList();
    }

    private static boolean hasLabels(LabeledStructure frame, Set<TrainingLabel> labels) {
        return (!labels.contains(TrainingLabel.FORCES) || frame.forces().isPresent())
                && (!labels.contains(TrainingLabel.STRESS)
                        || frame.stress().isPresent()
                                && frame.structure().cell().isFullyPeriodic());
    }

    private static long atoms(List<LabeledStructure> structures) {
        return structures.stream().mapToLong(frame -> frame.structure().size()).sum();
    }
}
