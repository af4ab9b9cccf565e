package io.github.gmp.models.optimizer;

import io.github.gmp.models.kernel.NetworkKernels;
import io.github.gmp.models.kernel.PaddedMatrix;

import java.util.Optional;

/** The eigenbasis of {@link Soap} for one weight matrix, and Adam's step in it. */
final class Eigenbasis {
    /** Steps between updates of the basis. */
    private static final int INTERVAL = 10;

    private final WeightMatrix matrix;
    private final NetworkKernels kernels;
    private final Optional<EigenSide> left;
    private final Optional<EigenSide> right;
    private final PaddedMatrix plain;
    private final PaddedMatrix transposed;
    private final PaddedMatrix half;
    private final PaddedMatrix rotated;
    private final double[] reordered;

    Eigenbasis(WeightMatrix matrix, double decay, NetworkKernels kernels) {
        this.matrix = matrix;
        this.kernels = kernels;
        this.left = side(matrix.rows(), decay, kernels);
        this.right = side(matrix.columns(), decay, kernels);
        this.plain = new PaddedMatrix(matrix.rows(), matrix.columns());
        this.transposed = new PaddedMatrix(matrix.columns(), matrix.rows());
        this.half = new PaddedMatrix(matrix.rows(), matrix.columns());
        this.rotated = new PaddedMatrix(matrix.rows(), matrix.columns());
        this.reordered = new double[matrix.rows() * matrix.columns()];
    }

    private static Optional<EigenSide> side(int size, double decay, NetworkKernels kernels) {
        return size > EigenSide.LARGEST ? Optional.empty() : Optional.of(new EigenSide(size, decay, kernels));
    }

    void addTo(StateArrays state) {
        left.ifPresent(side -> side.addTo(state, "left-" + matrix.start()));
        right.ifPresent(side -> side.addTo(state, "right-" + matrix.start()));
    }

    void reload() {
        left.ifPresent(EigenSide::reload);
        right.ifPresent(EigenSide::reload);
    }

    /**
     * Takes a gradient into account; every so many steps the basis changes, and the second moments, which are in the basis, with it.
     *
     * @param step number of the step, from 1
     */
    void follow(double[] gradient, double[] secondMoment, long step) {
        plain.load(gradient, matrix.start(), matrix.rows());
        transposed.loadTransposed(gradient, matrix.start(), matrix.columns());
        left.ifPresent(side -> side.add(transposed, matrix.columns()));
        right.ifPresent(side -> side.add(plain, matrix.rows()));
        if (step == 1) {
            left.ifPresent(EigenSide::decompose);
            right.ifPresent(EigenSide::decompose);
        } else if (step % INTERVAL == 0) {
            int[] rows = left.map(EigenSide::iterate).orElseGet(() -> new int[0]);
            int[] columns = right.map(EigenSide::iterate).orElseGet(() -> new int[0]);
            reorder(secondMoment, rows, columns);
        }
    }

    private void reorder(double[] moment, int[] rows, int[] columns) {
        int width = matrix.columns();
        for (int i = 0; i < matrix.rows(); i++) {
            int row = left.isPresent() ? rows[i] : i;
            for (int j = 0; j < width; j++) {
                int column = right.isPresent() ? columns[j] : j;
                reordered[i * width + j] = moment[matrix.start() + row * width + column];
            }
        }
        System.arraycopy(reordered, 0, moment, matrix.start(), reordered.length);
    }

    /** Updates the second moments and sets the direction of the step. */
    void direction(
            double[] gradient,
            double[] firstMoment,
            double[] secondMoment,
            double decay,
            double correction,
            double epsilon,
            double[] direction) {
        int width = matrix.columns();
        PaddedMatrix g = rotate(gradient);
        for (int i = 0; i < matrix.rows(); i++) {
            for (int j = 0; j < width; j++) {
                double value = g.values()[i * g.stride() + j];
                int at = matrix.start() + i * width + j;
                secondMoment[at] = decay * secondMoment[at] + (1.0 - decay) * value * value;
            }
        }
        PaddedMatrix m = rotate(firstMoment);
        for (int i = 0; i < matrix.rows(); i++) {
            for (int j = 0; j < width; j++) {
                double size = Math.sqrt(secondMoment[matrix.start() + i * width + j] * correction) + epsilon;
                m.values()[i * m.stride() + j] *= correction / size;
            }
        }
        PaddedMatrix back = rotateBack(m);
        for (int i = 0; i < matrix.rows(); i++) {
            System.arraycopy(back.values(), i * back.stride(), direction, matrix.start() + i * width, width);
        }
    }

    /** Uᵀ X V. */
    private PaddedMatrix rotate(double[] all) {
        plain.load(all, matrix.start(), matrix.rows());
        PaddedMatrix first = left.map(side -> {
                    half.fill(matrix.rows(), 0.0);
                    kernels.addTransposedProduct(matrix.rows(), side.vectors(), plain, half);
                    return half;
                })
                .orElse(plain);
        return right.map(side -> product(first, side.vectors(), rotated)).orElse(first);
    }

    /** U X Vᵀ. */
    private PaddedMatrix rotateBack(PaddedMatrix values) {
        PaddedMatrix first = left.map(side -> product(side.vectors(), values, values == half ? plain : half))
                .orElse(values);
        return right.map(side -> product(first, side.transposed(), first == plain ? half : plain))
                .orElse(first);
    }

    private PaddedMatrix product(PaddedMatrix a, PaddedMatrix b, PaddedMatrix target) {
        target.fill(matrix.rows(), 0.0);
        kernels.addProduct(matrix.rows(), a, b, target);
        return target;
    }
}
