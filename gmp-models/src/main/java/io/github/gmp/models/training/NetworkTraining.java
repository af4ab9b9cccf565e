package io.github.gmp.models.training;

import io.github.gmp.api.error.GmpException;
import io.github.gmp.api.model.EpochRecord;
import io.github.gmp.api.model.TrainingContext;
import io.github.gmp.api.model.TrainingSet;
import io.github.gmp.models.network.KernelSelection;
import io.github.gmp.models.network.NetworkInitializer;
import io.github.gmp.models.network.NetworkShape;
import io.github.gmp.models.network.NetworkWeights;
import io.github.gmp.models.optimizer.GradientClipping;
import io.github.gmp.models.optimizer.LearningRate;
import io.github.gmp.models.optimizer.MovingAverage;
import io.github.gmp.models.optimizer.WeightMatrix;
import io.github.gmp.toolkit.kernel.KernelChoice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** One training run: mini batches, optimizer steps, validation after every epoch, the best weights kept. */
final class NetworkTraining {
    private final NetworkConfig config;
    private final NetworkShape shape;
    private final int groups;
    private final TrainingSet training;
    private final BatchObjective objective;
    private final BatchObjective validation;
    private final Batch validationSet;
    private final Networks networks;
    private final Networks folded;
    private final double[] parameters;
    private final double[] statistics;
    private final double[] gradient;
    private double lossSum;
    private double errorSum;

    /**
     * @param config the recipe
     * @param shape shape of each network
     * @param groups number of networks
     * @param training the training set
     * @param objective its errors, with networks of that shape
     * @param validation the errors of the validation set, with networks of the folded shape
     * @param validationStructures number of structures of the validation set
     */
    NetworkTraining(
            NetworkConfig config,
            NetworkShape shape,
            int groups,
            TrainingSet training,
            BatchObjective objective,
            BatchObjective validation,
            int validationStructures) {
        this.config = config;
        this.shape = shape;
        this.groups = groups;
        this.training = training;
        this.objective = objective;
        this.validation = validation;
        this.validationSet = Batch.all(identity(validationStructures));
        this.parameters = new double[Math.multiplyExact(groups, shape.parameterCount())];
        this.statistics = new double[groups * shape.statisticsCount()];
        this.networks = new Networks(weights(shape), statistics);
        this.folded = new Networks(weights(shape.folded()), statistics);
        this.gradient = new double[parameters.length];
    }

    private List<NetworkWeights> weights(NetworkShape of) {
        return Stream.generate(() -> new NetworkWeights(of)).limit(groups).toList();
    }

    /**
     * Trains, from the latest checkpoint on if there is one.
     *
     * @param context seed, listener, cancellation, checkpoints
     * @param notes receives what the user should know
     * @return what the run ended with
     * @throws GmpException if the loss is not finite in the first epoch, or a checkpoint cannot be read or written
     */
    TrainingState run(TrainingContext context, List<String> notes) {
        SplittableRandom random = new SplittableRandom(context.seed());
        initialize(random.split());
        SplittableRandom shuffling = random.split();
        TrainingState state = begin(context);
        context.checkpoints().latest(stored -> {
            state.restore(stored, config.epochs());
            return state;
        });
        int[] order = identity(training.structures());
        for (EpochRecord done : state.history()) {
            shuffle(order, shuffling);
            context.onEpoch().accept(done);
        }
        while (state.epochs() < config.epochs()) {
            int epoch = state.epochs() + 1;
            if (outOfPatience(state)) {
                notes.add("training stopped early after epoch " + state.epochs()
                        + ": no better validation error since epoch " + state.bestEpoch());
                return state;
            }
            double epochRate = state.learningRate().at(epoch - 1.0);
            shuffle(order, shuffling);
            boolean finite = trainEpoch(epoch, order, state);
            BatchErrors validated = finite ? validate(state.candidate()) : BatchErrors.NONE;
            double score = score(validated);
            if (!finite || !Double.isFinite(score)) {
                diverged(epoch, state.bestEpoch(), notes);
                return state;
            }
            EpochRecord epochRecord = record(epoch, validated, epochRate);
            state.endEpoch(epochRecord, score);
            context.onEpoch().accept(epochRecord);
            context.checkpoints().save(epoch, state::write);
            if (context.cancelled().getAsBoolean() && epoch < config.epochs()) {
                notes.add("training was cancelled after epoch " + epoch + " of " + config.epochs()
                        + "; the weights of epoch " + state.bestEpoch() + " were kept");
                return state;
            }
        }
        return state;
    }

    private TrainingState begin(TrainingContext context) {
        return new TrainingState(
                context.seed(),
                shape,
                parameters,
                statistics,
                config.optimizer()
                        .create(
                                weightDecays(),
                                matrices(),
                                KernelSelection.of(KernelChoice.ofProcess()),
                                context.runner()),
                new LearningRate(
                        config.schedule(),
                        config.learningRate(),
                        config.epochs(),
                        config.warmupEpochs(),
                        config.decayEpochs(),
                        config.decayFactor()),
                config.emaDecay().map(decay -> new MovingAverage(decay, parameters)));
    }

    private boolean outOfPatience(TrainingState state) {
        return config.patience().isPresent()
                && state.epochs() - state.bestEpoch() >= config.patience().get();
    }

    private EpochRecord record(int epoch, BatchErrors validated, double epochRate) {
        int structures = training.structures();
        return new EpochRecord(
                epoch,
                lossSum / structures,
                errorSum / structures,
                validated.energy() / validationSet.size(),
                validated.components() > 0
                        ? OptionalDouble.of(validated.force() / validated.components())
                        : OptionalDouble.empty(),
                epochRate);
    }

    private void diverged(int epoch, int bestEpoch, List<String> notes) {
        String what = "training diverged: the loss became infinite or not a number in epoch " + epoch
                + String.format(Locale.ROOT, " (learningRate %s)", config.learningRate());
        if (bestEpoch == 0) {
            throw new GmpException(what + "; use a lower learningRate or featureScaling: standard");
        }
        notes.add(what + "; the weights of epoch " + bestEpoch + " were kept");
    }

    private void initialize(SplittableRandom random) {
        // Outputs of all atoms of a structure add up to a number of size 1: begin with a sum of about that size, not of
        // size N.
        double meanAtoms = (double) training.atoms() / training.structures();
        for (int group = 0; group < groups; group++) {
            NetworkInitializer.parameters(
                    shape, random, 1.0 / Math.sqrt(meanAtoms), parameters, group * shape.parameterCount());
            NetworkInitializer.statistics(shape, statistics, group * shape.statisticsCount());
        }
    }

    private double[] weightDecays() {
        double[] decays = new double[parameters.length];
        for (int group = 0; group < groups; group++) {
            int start = group * shape.parameterCount();
            for (int layer = 0; layer <= shape.hiddenLayers(); layer++) {
                Arrays.fill(decays, start + shape.weights(layer), start + shape.biases(layer), config.weightDecay());
            }
        }
        return decays;
    }

    private List<WeightMatrix> matrices() {
        List<WeightMatrix> matrices = new ArrayList<>();
        for (int group = 0; group < groups; group++) {
            for (int layer = 0; layer < shape.hiddenLayers(); layer++) {
                matrices.add(new WeightMatrix(
                        group * shape.parameterCount() + shape.weights(layer), shape.inputs(layer), shape.nodes()));
            }
        }
        return matrices;
    }

    private boolean trainEpoch(int epoch, int[] order, TrainingState state) {
        lossSum = 0;
        errorSum = 0;
        Batch all = Batch.all(order);
        for (int from = 0; from < all.size(); from += config.batchSize()) {
            if (!Double.isFinite(lossAndGradient(all.part(from, config.batchSize())))) {
                return false;
            }
            config.clipNorm().ifPresent(largest -> GradientClipping.clip(gradient, largest));
            double rate = state.learningRate().at(epoch - 1 + (double) from / all.size());
            state.optimizer().step(parameters, gradient, rate);
            state.average().ifPresent(average -> average.add(parameters));
        }
        return true;
    }

    /** Mean loss of a batch; sets the gradient by the parameters. */
    double lossAndGradient(Batch batch) {
        load(networks.weights(), shape, parameters);
        BatchErrors errors = objective.lossAndGradient(networks, batch, gradient);
        lossSum += errors.loss();
        errorSum += errors.energy();
        return errors.loss() / batch.size();
    }

    private BatchErrors validate(double[] current) {
        load(folded.weights(), shape.folded(), NetworkModel.folded(shape, groups, current, statistics));
        BatchErrors sum = BatchErrors.NONE;
        for (int from = 0; from < validationSet.size(); from += config.batchSize()) {
            sum = sum.plus(validation.errors(folded, validationSet.part(from, config.batchSize())));
        }
        return sum;
    }

    /** What weights are chosen by: the error of the energies, or the loss where there is more than energies. */
    private double score(BatchErrors validated) {
        return (config.usesGeometry() ? validated.loss() : validated.energy()) / validationSet.size();
    }

    private static void load(List<NetworkWeights> weights, NetworkShape shape, double[] parameters) {
        for (int group = 0; group < weights.size(); group++) {
            weights.get(group).load(parameters, group * shape.parameterCount());
        }
    }

    private static int[] identity(int count) {
        int[] order = new int[count];
        Arrays.setAll(order, i -> i);
        return order;
    }

    private static void shuffle(int[] order, SplittableRandom random) {
        for (int i = order.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int swap = order[i];
            order[i] = order[other];
            order[other] = swap;
        }
    }

    double[] parameters() {
        return parameters;
    }

    double[] gradient() {
        return gradient;
    }

    double[] statistics() {
        return statistics;
    }
}
