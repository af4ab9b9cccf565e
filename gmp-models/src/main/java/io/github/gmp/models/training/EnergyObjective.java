package io.github.gmp.models.training;

import io.github.gmp.api.model.TrainingSet;
import io.github.gmp.api.parallel.TaskRunner;
import io.github.gmp.models.kernel.NetworkKernels;
import io.github.gmp.models.network.NetworkShape;
import io.github.gmp.models.network.NetworkWeights;
import io.github.gmp.models.scaling.FeatureScaler;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/**
 * The errors of the energies of a data set, the loss that they make, and its gradient, over batches of structures.
 *
 * <p>A batch is divided into chunks of structures, which threads share. How large they are depends on the data set and on the size of batches
 * alone, and what they give is added in their order: results do not depend on the number of threads. With batch normalization a batch is
 * one chunk, because its statistics are those of the whole batch; training then uses one thread.
 */
final class EnergyObjective {
    /** Atoms of a chunk: enough to fill the kernels, few enough for their activations to stay in the cache. */
    private static final double ATOMS_OF_CHUNK = 128;

    /** Each chunk has a gradient of its own; all together have so many numbers at most (32 MB), but there are eight chunks for threads. */
    private static final int GRADIENT_NUMBERS = 4_000_000;

    private static final int MOST_CHUNKS = 64;
    private static final int FEWEST_CHUNKS = 8;

    private final NetworkConfig config;
    private final TrainingSet set;
    private final double[] targets;
    private final double scale;
    private final int structuresOfChunk;
    private final Workspaces<EnergyPass> passes;
    private final TaskRunner runner;
    private final ChunkedGradient sums;
    private final double[] losses;
    private final double[] absoluteErrors;

    /**
     * @param config loss and size of batches
     * @param shape shape of each network; prediction uses the folded shape
     * @param groups which elements share a network
     * @param scalers feature scaler of each group
     * @param set features
     * @param targets what the outputs of each structure should sum up to
     * @param scale errors of these sums times it are in eV
     * @param kernels the hot loops
     * @param runner threads
     */
    EnergyObjective(
            NetworkConfig config,
            NetworkShape shape,
            ElementGroups groups,
            List<FeatureScaler> scalers,
            TrainingSet set,
            double[] targets,
            double scale,
            NetworkKernels kernels,
            TaskRunner runner) {
        this.config = config;
        this.set = set;
        this.targets = targets;
        this.scale = scale;
        int batch = Math.min(config.batchSize(), set.structures());
        this.structuresOfChunk = shape.batchNorm()
                ? batch
                : structuresOfChunk(batch, set, (double) groups.count() * shape.parameterCount());
        Supplier<EnergyPass> maker = () -> new EnergyPass(shape, groups, scalers, kernels);
        this.passes = new Workspaces<>(maker);
        this.runner = runner;
        this.sums = new ChunkedGradient(runner);
        this.losses = new double[chunks(batch)];
        this.absoluteErrors = new double[losses.length];
    }

    private static int structuresOfChunk(int batch, TrainingSet set, double parameters) {
        double atoms = (double) set.atoms() / set.structures();
        int wanted = (int) Math.ceil(ATOMS_OF_CHUNK / atoms);
        int chunks = (int) Math.max(FEWEST_CHUNKS, Math.min(MOST_CHUNKS, GRADIENT_NUMBERS / parameters));
        return Math.max(wanted, (batch + chunks - 1) / chunks);
    }

    private int chunks(int structures) {
        return (structures + structuresOfChunk - 1) / structuresOfChunk;
    }

    /** What a batch came to, in sums over its structures. */
    record Errors(double loss, double absolute) {}

    /**
     * Structures {@code order[from … to − 1]} as one batch of training.
     *
     * @param gradient receives the gradient of the mean loss by the parameters
     */
    Errors lossAndGradient(
            List<NetworkWeights> weights, double[] statistics, int[] order, int from, int to, double[] gradient) {
        int chunks = chunks(to - from);
        sums.sum(
                chunks,
                (chunk, sum) -> passes.use(pass -> {
                    int first = from + chunk * structuresOfChunk;
                    int end = Math.min(to, first + structuresOfChunk);
                    double[] sumGradients = forward(pass, chunk, weights, statistics, order, first, end, to - from);
                    pass.backward(weights, sumGradients, sum);
                }),
                gradient);
        return errors(chunks);
    }

    /** Structures {@code order[from … to − 1]} as one batch. */
    Errors errors(List<NetworkWeights> weights, double[] statistics, int[] order, int from, int to) {
        int chunks = chunks(to - from);
        runner.run(
                chunks,
                chunk -> passes.use(pass -> {
                    int first = from + chunk * structuresOfChunk;
                    int end = Math.min(to, first + structuresOfChunk);
                    forward(pass, chunk, weights, statistics, order, first, end, to - from);
                }));
        return errors(chunks);
    }

    private Errors errors(int chunks) {
        return new Errors(
                Arrays.stream(losses, 0, chunks).reduce(0, Double::sum),
                Arrays.stream(absoluteErrors, 0, chunks).reduce(0, Double::sum));
    }

    /** @return derivative of the mean loss by the sum of outputs of each structure of the chunk */
    private double[] forward(
            EnergyPass pass,
            int chunk,
            List<NetworkWeights> weights,
            double[] statistics,
            int[] order,
            int from,
            int to,
            int batch) {
        pass.load(set, order, from, to);
        double[] outputs = pass.forward(weights, statistics);
        double[] derivatives = pass.sumGradients();
        double loss = 0;
        double absolute = 0;
        for (int s = from; s < to; s++) {
            double error = scale * (outputs[s - from] - targets[order[s]]);
            double weight = config.lossPerAtom() ? 1.0 / set.atoms(order[s]) : 1.0;
            absolute += Math.abs(error);
            loss += config.loss().value(weight * error, config.huberDelta());
            derivatives[s - from] =
                    config.loss().derivative(weight * error, config.huberDelta()) * weight * scale / batch;
        }
        losses[chunk] = loss;
        absoluteErrors[chunk] = absolute;
        return derivatives;
    }
}
