package io.github.gmp.models.training;

import io.github.gmp.api.parallel.TaskRunner;

import java.util.Arrays;

/**
 * The gradient of a batch as the sum over its chunks. Each chunk adds to an array of its own, and the arrays are added in the order of the
 * chunks: the sum is the same bit for bit however many threads there are. Arrays are kept for the next batch.
 */
final class ChunkedGradient {
    /** Adds the gradient of a chunk. */
    @FunctionalInterface
    interface Chunk {
        void addTo(int chunk, double[] gradient);
    }

    private final TaskRunner runner;
    private double[][] gradients = new double[0][];

    /** @param runner where chunks run */
    ChunkedGradient(TaskRunner runner) {
        this.runner = runner;
    }

    /**
     * @param chunks number of chunks; must not depend on the number of threads
     * @param task the gradient of each
     * @param gradient receives the sum
     */
    void sum(int chunks, Chunk task, double[] gradient) {
        if (gradients.length < chunks) {
            int before = gradients.length;
            gradients = Arrays.copyOf(gradients, chunks);
            for (int chunk = before; chunk < chunks; chunk++) {
                gradients[chunk] = new double[gradient.length];
            }
        }
        runner.run(chunks, chunk -> {
            Arrays.fill(gradients[chunk], 0.0);
            task.addTo(chunk, gradients[chunk]);
        });
        Arrays.fill(gradient, 0.0);
        for (int chunk = 0; chunk < chunks; chunk++) {
            double[] part = gradients[chunk];
            for (int i = 0; i < gradient.length; i++) {
                gradient[i] += part[i];
            }
        }
    }
}
