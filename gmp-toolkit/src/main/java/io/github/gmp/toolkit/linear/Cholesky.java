package io.github.gmp.toolkit.linear;

import io.github.gmp.api.math.Matrix;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

import java.util.Optional;

/** A = L Lᵀ of a symmetric, positive definite matrix, computed by EJML. Used by one thread at a time. */
public final class Cholesky {
    private final int size;
    private final LinearSolverDense<DMatrixRMaj> solver;

    private Cholesky(int size, LinearSolverDense<DMatrixRMaj> solver) {
        this.size = size;
        this.solver = solver;
    }

    /**
     * Decomposes a matrix.
     *
     * @param matrix A, symmetric; not changed
     * @return its decomposition; empty if it is not positive definite to rounding
     * @throws IllegalArgumentException if it is not square
     */
    public static Optional<Cholesky> of(Matrix matrix) {
        int size = matrix.rows();
        if (matrix.columns() != size) {
            throw new IllegalArgumentException("a square matrix was expected, got " + matrix);
        }
        LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.symmPosDef(size);
        DMatrixRMaj copy = DMatrixRMaj.wrap(size, size, matrix.array().clone());
        return solver.setA(copy) ? Optional.of(new Cholesky(size, solver)) : Optional.empty();
    }

    /**
     * Solves A x = b.
     *
     * @param right b; not changed
     * @return x
     * @throws IllegalArgumentException if b has another length than A has rows
     */
    public double[] solve(double[] right) {
        if (right.length != size) {
            throw new IllegalArgumentException(size + " equations have as many right-hand sides, got " + right.length);
        }
        DMatrixRMaj solution = new DMatrixRMaj(size, 1);
        solver.solve(DMatrixRMaj.wrap(size, 1, right.clone()), solution);
        return solution.getData();
    }
}
