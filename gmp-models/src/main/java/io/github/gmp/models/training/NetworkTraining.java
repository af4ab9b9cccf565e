package io.github.gmp.models.training;

import io.github.gmp.api.error.GmpException;
import io.github.gmp.api.model.EpochRecord;
import io.github.gmp.api.model.TrainingContext;
import io.github.gmp.api.model.TrainingSet;
import io.github.gmp.models.network.NetworkInitializer;
import io.github.gmp.models.network.NetworkShape;
import io.github.gmp.models.optimizer.Adam;
import io.github.gmp.models.optimizer.LearningRate;
import io.github.gmp.models.optimizer.MovingAverage;
import io.github.gmp.models.scaling.FeatureScaler;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** One training run: mini batches, optimizer steps, validation after every epoch, the best weights kept. */
final class NetworkTraining {
    private final NetworkConfig config;
    private final NetworkShape shape;
    private final int groups;
    private final TrainingSet training;
    private final TrainingSet validation;
    /** What the outputs of each structure should sum up to; errors times {@code scale} are in eV. */
    private final double[] trainingTargets;

    private final double[] validationTargets;
    private final double scale;
    private final EnergyPass trainingPass;
    private final EnergyPass validationPass;
    private final double[] parameters;
    private final double[] statistics;
    private final double[] gradient;
    private final double[] sumGradients;
    private final List<EpochRecord> history = new ArrayList<>();
    private double[] bestParameters;
    private double[] bestStatistics;
    private double bestMae = Double.POSITIVE_INFINITY;
    private double lossSum;
    private double errorSum;

    NetworkTraining(
            NetworkConfig config,
            NetworkShape shape,
            ElementGroups groups,
            List<FeatureScaler> scalers,
            TrainingSet training,
            double[] trainingTargets,
            TrainingSet validation,
            double[] validationTargets,
            double scale) {
        this.config = config;
        this.shape = shape;
        this.groups = groups.count();
        this.training = training;
        this.trainingTargets = trainingTargets;
        this.validation = validation;
        this.validationTargets = validationTargets;
        this.scale = scale;
        this.trainingPass = new EnergyPass(shape, groups, scalers);
        this.validationPass = new EnergyPass(shape.folded(), groups, scalers);
        this.parameters = new double[Math.multiplyExact(this.groups, shape.parameterCount())];
        this.statistics = new double[this.groups * shape.statisticsCount()];
        this.gradient = new double[parameters.length];
        this.sumGradients = new double[Math.min(config.batchSize(), training.structures())];
        this.bestParameters = parameters;
        this.bestStatistics = statistics;
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
        Adam optimizer = new Adam(weightDecays());
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
            double validationMae = finite ? validationMae(current) : Double.NaN;
            if (!Double.isFinite(validationMae)) {
                diverged(epoch, bestEpoch, notes);
                return;
            }
            int structures = training.structures();
            EpochRecord epochRecord =
                    new EpochRecord(epoch, lossSum / structures, errorSum / structures, validationMae, epochRate);
            history.add(epochRecord);
            context.onEpoch().accept(epochRecord);
            learningRate.observe(validationMae);
            if (validationMae < bestMae) {
                bestMae = validationMae;
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

    private boolean trainEpoch(
            int epoch, int[] order, Adam optimizer, LearningRate learningRate, MovingAverage average) {
        lossSum = 0;
        errorSum = 0;
        for (int from = 0; from < order.length; from += config.batchSize()) {
            int to = Math.min(order.length, from + config.batchSize());
            if (!Double.isFinite(lossAndGradient(order, from, to))) {
                return false;
            }
            optimizer.step(parameters, gradient, learningRate.at(epoch - 1 + (double) from / order.length));
            if (config.emaDecay().isPresent()) {
                average.add(parameters);
            }
        }
        return true;
    }

    /** Mean loss of structures {@code order[from … to − 1]}; sets the gradient by the parameters. */
    double lossAndGradient(int[] order, int from, int to) {
        trainingPass.load(training, order, from, to);
        double[] sums = trainingPass.forward(parameters, statistics);
        double batchLoss = 0;
        for (int s = from; s < to; s++) {
            double error = scale * (sums[s - from] - trainingTargets[order[s]]);
            double weight = config.lossPerAtom() ? 1.0 / training.atoms(order[s]) : 1.0;
            errorSum += Math.abs(error);
            batchLoss += config.loss().value(weight * error, config.huberDelta());
            sumGradients[s - from] =
                    config.loss().derivative(weight * error, config.huberDelta()) * weight * scale / (to - from);
        }
        lossSum += batchLoss;
        Arrays.fill(gradient, 0.0);
        trainingPass.backward(parameters, sumGradients, gradient);
        return batchLoss / (to - from);
    }

    private double validationMae(double[] current) {
        double[] folded = NetworkModel.folded(shape, groups, current, statistics);
        int[] order = identity(validation.structures());
        double sum = 0;
        for (int from = 0; from < order.length; from += config.batchSize()) {
            int to = Math.min(order.length, from + config.batchSize());
            validationPass.load(validation, order, from, to);
            double[] sums = validationPass.forward(folded, statistics);
            for (int s = from; s < to; s++) {
                sum += Math.abs(scale * (sums[s - from] - validationTargets[s]));
            }
        }
        return sum / order.length;
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
