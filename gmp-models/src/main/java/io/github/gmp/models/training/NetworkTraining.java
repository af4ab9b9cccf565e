package io.github.gmp.models.training;

import io.github.gmp.api.error.GmpException;
import io.github.gmp.api.kernel.KernelChoice;
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
import io.github.gmp.models.optimizer.Optimizer;
import io.github.gmp.models.optimizer.WeightMatrix;

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
    private final int[] validationOrder;
    private final List<NetworkWeights> weights;
    private final List<NetworkWeights> foldedWeights;
    private final double[] parameters;
    private final double[] statistics;
    private final double[] gradient;
    private final List<EpochRecord> history = new ArrayList<>();
    private double[] bestParameters;
    private double[] bestStatistics;
    private double bestScore = Double.POSITIVE_INFINITY;
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
        this.validationOrder = identity(validationStructures);
        this.weights = weights(shape);
        this.foldedWeights = weights(shape.folded());
        this.parameters = new double[Math.multiplyExact(groups, shape.parameterCount())];
        this.statistics = new double[groups * shape.statisticsCount()];
        this.gradient = new double[parameters.length];
        this.bestParameters = parameters;
        this.bestStatistics = statistics;
    }

    private List<NetworkWeights> weights(NetworkShape of) {
        return Stream.generate(() -> new NetworkWeights(of)).limit(groups).toList();
    }

    /**
     * Trains.
     *
     * @param context seed, listener, cancellation
     * @param notes receives what the user should know
     * @throws GmpException if the loss is not finite in the first epoch
     */
    void run(TrainingContext context, List<String> notes) {
        SplittableRandom random = new SplittableRandom(context.seed());
        initialize(random.split());
        SplittableRandom shuffling = random.split();
        Optimizer optimizer =
                config.optimizer().create(weightDecays(), matrices(), KernelSelection.of(KernelChoice.ofProcess()));
        LearningRate learningRate = new LearningRate(
                config.schedule(),
                config.learningRate(),
                config.epochs(),
                config.warmupEpochs(),
                config.decayEpochs(),
                config.decayFactor());
        MovingAverage average = config.emaDecay().isPresent()
                ? new MovingAverage(config.emaDecay().get(), parameters)
                : new MovingAverage(0, new double[0]);
        int[] order = identity(training.structures());
        int bestEpoch = 0;
        for (int epoch = 1; epoch <= config.epochs(); epoch++) {
            double epochRate = learningRate.at(epoch - 1.0);
            shuffle(order, shuffling);
            boolean finite = trainEpoch(epoch, order, optimizer, learningRate, average);
            double[] current = config.emaDecay().isPresent() ? average.values() : parameters;
            BatchErrors validated = finite ? validate(current) : BatchErrors.NONE;
            double score = score(validated);
            if (!finite || !Double.isFinite(score)) {
                diverged(epoch, bestEpoch, notes);
                return;
            }
            int structures = training.structures();
            EpochRecord epochRecord = new EpochRecord(
                    epoch,
                    lossSum / structures,
                    errorSum / structures,
                    validated.energy() / validationOrder.length,
                    validated.components() > 0
                            ? OptionalDouble.of(validated.force() / validated.components())
                            : OptionalDouble.empty(),
                    epochRate);
            history.add(epochRecord);
            context.onEpoch().accept(epochRecord);
            learningRate.observe(score);
            if (score < bestScore) {
                bestScore = score;
                bestEpoch = epoch;
                bestParameters = current.clone();
                bestStatistics = statistics.clone();
            }
            if (config.patience().isPresent()
                    && epoch - bestEpoch >= config.patience().get()) {
                notes.add("training stopped early after epoch " + epoch + ": no better validation error since epoch "
                        + bestEpoch);
                return;
            }
            if (context.cancelled().getAsBoolean()) {
                notes.add("training was cancelled after epoch " + epoch + " of " + config.epochs()
                        + "; the weights of epoch " + bestEpoch + " were kept");
                return;
            }
        }
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

    private boolean trainEpoch(
            int epoch, int[] order, Optimizer optimizer, LearningRate learningRate, MovingAverage average) {
        lossSum = 0;
        errorSum = 0;
        for (int from = 0; from < order.length; from += config.batchSize()) {
            int to = Math.min(order.length, from + config.batchSize());
            if (!Double.isFinite(lossAndGradient(order, from, to))) {
                return false;
            }
            config.clipNorm().ifPresent(largest -> GradientClipping.clip(gradient, largest));
            optimizer.step(parameters, gradient, learningRate.at(epoch - 1 + (double) from / order.length));
            if (config.emaDecay().isPresent()) {
                average.add(parameters);
            }
        }
        return true;
    }

    /** Mean loss of structures {@code order[from … to − 1]}; sets the gradient by the parameters. */
    double lossAndGradient(int[] order, int from, int to) {
        load(weights, shape, parameters);
        BatchErrors errors = objective.lossAndGradient(weights, statistics, order, from, to, gradient);
        lossSum += errors.loss();
        errorSum += errors.energy();
        return errors.loss() / (to - from);
    }

    private BatchErrors validate(double[] current) {
        load(foldedWeights, shape.folded(), NetworkModel.folded(shape, groups, current, statistics));
        BatchErrors sum = BatchErrors.NONE;
        for (int from = 0; from < validationOrder.length; from += config.batchSize()) {
            int to = Math.min(validationOrder.length, from + config.batchSize());
            sum = sum.plus(validation.errors(foldedWeights, statistics, validationOrder, from, to));
        }
        return sum;
    }

    /** What weights are chosen by: the error of the energies, or the loss where there is more than energies. */
    private double score(BatchErrors validated) {
        return (config.usesGeometry() ? validated.loss() : validated.energy()) / validationOrder.length;
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

    double[] bestParameters() {
        return bestParameters;
    }

    double[] bestStatistics() {
        return bestStatistics;
    }

    List<EpochRecord> history() {
        return history;
    }
}
