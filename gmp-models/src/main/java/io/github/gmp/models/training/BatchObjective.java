package io.github.gmp.models.training;

import io.github.gmp.api.model.TrainingSet;
import io.github.gmp.api.parallel.TaskRunner;
import io.github.gmp.models.network.NetworkShape;

import java.util.Arrays;
import java.util.function.Supplier;

/**
 * The errors of a data set, the loss that they make, and its gradient, over batches of structures.
 *
 * <p>A batch is divided into chunks of structures, which threads share. How large they are depends on the data set and on the size of batches
 * alone, and what they give is added in their order: results do not depend on the number of threads. With batch normalization a batch is
 * one chunk, because its statistics are those of the whole batch; training then uses one thread.
 */
final class BatchObjective {
    /** Atoms of a chunk: enough to fill the kernels, few enough for their activations to stay in the cache. */
    private static final double ATOMS_OF_CHUNK = 128;

    /** Each chunk has a gradient of its own; all together have so many numbers at most (32 MB), but there are eight chunks for threads. */
    private static final int GRADIENT_NUMBERS = 4_000_000;

    /** Chunks come in multiples of so many, so that two or four threads have equal shares. */
    private static final int EVEN_SHARES = 4;

    private static final int MOST_CHUNKS = 64;
    private static final int FEWEST_CHUNKS = 8;

    private final int structuresOfChunk;
    private final Workspaces<StructurePass> passes;
    private final TaskRunner runner;
    private final ChunkedGradient sums;
    private final BatchErrors[] errors;

    /**
     * @param batchSize structures of a batch
     * @param shape shape of each network; prediction uses the folded shape
     * @param groups number of networks
     * @param set the data set
     * @param maker makes what goes through a few structures
     * @param runner threads
     */
    BatchObjective(
            int batchSize,
            NetworkShape shape,
            int groups,
            TrainingSet set,
            Supplier<StructurePass> maker,
            TaskRunner runner) {
        int batch = Math.min(batchSize, set.structures());
        this.structuresOfChunk =
                shape.batchNorm() ? batch : structuresOfChunk(batch, set, (double) groups * shape.parameterCount());
        this.passes = new Workspaces<>(maker);
        this.runner = runner;
        this.sums = new ChunkedGradient(runner);
        this.errors = new BatchErrors[chunks(batch)];
    }

    private static int structuresOfChunk(int batch, TrainingSet set, double parameters) {
        double atoms = (double) set.atoms() / set.structures();
        int most = (int) Math.max(FEWEST_CHUNKS, Math.min(MOST_CHUNKS, GRADIENT_NUMBERS / parameters));
        int chunks = Math.min(most, (int) Math.ceil(batch * atoms / ATOMS_OF_CHUNK));
        // Three chunks would leave one of two threads without work for a third of the time.
        int shared = (chunks + EVEN_SHARES - 1) / EVEN_SHARES * EVEN_SHARES;
        return (batch + shared - 1) / shared;
    }

    private int chunks(int structures) {
        return (structures + structuresOfChunk - 1) / structuresOfChunk;
    }

    /**
     * One step of training.
     *
     * @param gradient receives the gradient of the mean loss by the parameters
     */
    BatchErrors lossAndGradient(Networks networks, Batch batch, double[] gradient) {
        int chunks = chunks(batch.size());
        sums.sum(
                chunks,
                (chunk, sum) -> passes.use(pass -> {
                    forward(pass, chunk, networks, batch);
                    pass.backward(networks, sum);
                }),
                gradient);
        return sumOfErrors(chunks);
    }

    /** The errors of a batch. */
    BatchErrors errors(Networks networks, Batch batch) {
        int chunks = chunks(batch.size());
        runner.run(chunks, chunk -> passes.use(pass -> forward(pass, chunk, networks, batch)));
        return sumOfErrors(chunks);
    }

    private void forward(StructurePass pass, int chunk, Networks networks, Batch batch) {
        Batch part = batch.part(chunk * structuresOfChunk, structuresOfChunk);
        errors[chunk] = pass.forward(networks, part, batch.size());
    }

    private BatchErrors sumOfErrors(int chunks) {
        return Arrays.stream(errors, 0, chunks).reduce(BatchErrors.NONE, BatchErrors::plus);
    }
}
