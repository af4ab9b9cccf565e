package io.github.gmp.models.optimizer;

import io.github.gmp.api.parallel.TaskRunner;
import io.github.gmp.models.kernel.NetworkKernels;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * SOAP (Vyas et al., arXiv:2409.11321): Adam in the eigenbasis of Shampoo's preconditioner. For a weight matrix W with gradient G, running
 * means L of G Gᵀ and R of Gᵀ G have the eigenvectors U and V. With G' = Uᵀ G V, M the running mean of G, M' = Uᵀ M V, and S the running mean of
 * G'² element by element,
 *
 * <pre>  W ← W − η (U [M̂' / (√Ŝ + ε)] Vᵀ + λ W)</pre>
 *
 * which is Adam with U = V = 1: directions of the matrix, and not its elements, get steps of the same size. Biases and the output layer's
 * vector take Adam's step. Matrices of very many rows, that is features, turn in blocks of rows, each with its own L and R. Decays are 0.95, of L and R too; ε = 1e-8; the basis follows every ten steps.
 */
public final class Soap implements Optimizer {
    /** Orthogonalizing takes time with the third power of the side. */
    static final int MOST_ROWS = 256;

    private static final double DECAY = 0.95;
    private static final double EPSILON = 1e-8;

    private final TaskRunner runner;
    private final double[] weightDecay;
    private final double[] firstMoment;
    private final double[] secondMoment;
    private final double[] direction;
    /** Whether a parameter belongs to no matrix. */
    private final boolean[] alone;
    /** Steps done, and DECAY to that power. */
    private final double[] progress = {0.0, 1.0};

    private final List<Eigenbasis> bases = new ArrayList<>();
    private final StateArrays state;

    /**
     * @param weightDecay λ of each parameter
     * @param matrices which of the parameters form matrices; the others take Adam's step
     * @param kernels products of matrices
     * @param runner threads, which share the matrices
     * @throws IllegalArgumentException if two of them share parameters, or one is not among them
     */
    public Soap(double[] weightDecay, List<WeightMatrix> matrices, NetworkKernels kernels, TaskRunner runner) {
        this.runner = runner;
        int count = weightDecay.length;
        this.weightDecay = weightDecay.clone();
        this.firstMoment = new double[count];
        this.secondMoment = new double[count];
        this.direction = new double[count];
        this.alone = new boolean[count];
        Arrays.fill(alone, true);
        this.state = new StateArrays("SOAP")
                .with("first-moment", firstMoment)
                .with("second-moment", secondMoment)
                .with("progress", progress);
        int end = 0;
        for (WeightMatrix matrix : matrices.stream()
                .sorted(Comparator.comparingInt(WeightMatrix::start))
                .toList()) {
            if (matrix.start() < end || matrix.end() > count) {
                throw new IllegalArgumentException(
                        matrix + " among " + count + " parameters, the one before ends at " + end);
            }
            end = matrix.end();
            Arrays.fill(alone, matrix.start(), end, false);
            for (WeightMatrix block : matrix.blocks(MOST_ROWS)) {
                Eigenbasis basis = new Eigenbasis(block, DECAY, kernels);
                basis.addTo(state);
                bases.add(basis);
            }
        }
    }

    @Override
    public void step(double[] parameters, double[] gradient, double learningRate) {
        progress[0] += 1;
        progress[1] *= DECAY;
        double correction = 1.0 / (1.0 - progress[1]);
        for (int i = 0; i < gradient.length; i++) {
            firstMoment[i] = DECAY * firstMoment[i] + (1.0 - DECAY) * gradient[i];
        }
        for (int i = 0; i < gradient.length; i++) {
            if (alone[i]) {
                double g = gradient[i];
                secondMoment[i] = DECAY * secondMoment[i] + (1.0 - DECAY) * g * g;
                direction[i] = firstMoment[i] * correction / (Math.sqrt(secondMoment[i] * correction) + EPSILON);
            }
        }
        // Matrices share no numbers.
        runner.run(bases.size(), index -> {
            Eigenbasis basis = bases.get(index);
            basis.follow(gradient, secondMoment, (long) progress[0]);
            basis.direction(gradient, firstMoment, secondMoment, DECAY, correction, EPSILON, direction);
        });
        for (int i = 0; i < gradient.length; i++) {
            parameters[i] -= learningRate * (direction[i] + weightDecay[i] * parameters[i]);
        }
    }

    @Override
    public Map<String, double[]> state() {
        return state.copies();
    }

    @Override
    public void restore(Map<String, double[]> stored) {
        state.restore(stored);
        bases.forEach(Eigenbasis::reload);
    }
}
