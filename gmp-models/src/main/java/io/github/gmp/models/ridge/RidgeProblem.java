package io.github.gmp.models.ridge;

import io.github.gmp.api.model.TrainingSet;
import io.github.gmp.models.scaling.CompositionSolver;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The least-squares problem behind ridge regression. With X_sk = Σ_{i∈s} (G_ik − c_k) and element counts n:
 *
 * <p>min over w, b of (1/S) Σ_s (E_s − Σ_k X_sk w_k − Σ_Z n_sZ b_Z)² + λ Σ_k (d_k w_k)².
 *
 * <p>The biases b are not regularized and are eliminated exactly: X and E are projected on the orthogonal complement of the counts; d_k is
 * the root mean square of the projected column, so that λ is relative. The normal equations of the standardized columns, whose matrix has
 * a diagonal of 1 + λ, are solved by Cholesky decomposition. Their condition number is at most 1 + K/λ for K columns; rounding acts
 * like a change of λ by about K · 1e-16, which is why smaller λ are not offered.
 */
final class RidgeProblem {
    /** A column whose root mean square is below this fraction of the largest sum of magnitudes is rounding. */
    private static final double CONSTANT_TOLERANCE = 1e-10;

    private final int columns;
    private final double[] centers;
    private final double[] deviations;
    private final List<Integer> kept = new ArrayList<>();
    private final DMatrixRMaj gram;
    private final DMatrixRMaj projection;

    /**
     * @param set the training set
     * @param groupOf set of coefficients of an atom, by atomic number
     * @param groups number of sets of coefficients
     * @param compositions solver for the compositions of the training set
     */
    RidgeProblem(TrainingSet set, int[] groupOf, int groups, CompositionSolver compositions) {
        int features = set.features().columns();
        columns = groups * features;
        centers = centers(set, groupOf, groups);
        double[] magnitudes = new double[columns];
        double[][] byColumn = structureSums(set, groupOf, centers, columns, magnitudes);
        deviations = new double[columns];
        int structures = set.structures();
        for (int k = 0; k < columns; k++) {
            compositions.project(byColumn[k]);
            double squares = 0;
            for (double value : byColumn[k]) {
                squares += value * value;
            }
            double deviation = Math.sqrt(squares / structures);
            if (deviation > CONSTANT_TOLERANCE * magnitudes[k]) {
                deviations[k] = deviation;
                kept.add(k);
            }
        }
        double[] energies = set.energies().clone();
        compositions.project(energies);
        DMatrixRMaj standardized = new DMatrixRMaj(structures, kept.size());
        for (int column = 0; column < kept.size(); column++) {
            int k = kept.get(column);
            for (int s = 0; s < structures; s++) {
                standardized.set(s, column, byColumn[k][s] / deviations[k]);
            }
        }
        gram = new DMatrixRMaj(kept.size(), kept.size());
        projection = new DMatrixRMaj(kept.size(), 1);
        if (!kept.isEmpty()) {
            CommonOps_DDRM.multInner(standardized, gram);
            CommonOps_DDRM.multTransA(standardized, DMatrixRMaj.wrap(structures, 1, energies), projection);
            CommonOps_DDRM.scale(1.0 / structures, gram);
            CommonOps_DDRM.scale(1.0 / structures, projection);
        }
    }

    /** Mean features of the atoms of each group; subtracting them only moves energy to the biases, and saves digits. */
    private static double[] centers(TrainingSet set, int[] groupOf, int groups) {
        int features = set.features().columns();
        double[] values = set.features().array();
        double[] centers = new double[groups * features];
        int[] atoms = new int[groups];
        for (int atom = 0; atom < set.atoms(); atom++) {
            int group = groupOf[set.atomicNumbers()[atom]];
            atoms[group]++;
            for (int k = 0; k < features; k++) {
                centers[group * features + k] += values[atom * features + k];
            }
        }
        for (int k = 0; k < centers.length; k++) {
            centers[k] /= Math.max(1, atoms[k / features]);
        }
        return centers;
    }

    private static double[][] structureSums(
            TrainingSet set, int[] groupOf, double[] centers, int columns, double[] magnitudes) {
        int features = set.features().columns();
        double[] values = set.features().array();
        double[][] sums = new double[columns][set.structures()];
        double[] sizes = new double[columns];
        for (int s = 0; s < set.structures(); s++) {
            Arrays.fill(sizes, 0.0);
            for (int atom = set.offsets()[s]; atom < set.offsets()[s + 1]; atom++) {
                int start = groupOf[set.atomicNumbers()[atom]] * features;
                for (int k = 0; k < features; k++) {
                    double value = values[atom * features + k];
                    sums[start + k][s] += value - centers[start + k];
                    sizes[start + k] += Math.abs(value);
                }
            }
            for (int k = 0; k < columns; k++) {
                magnitudes[k] = Math.max(magnitudes[k], sizes[k]);
            }
        }
        return sums;
    }

    /**
     * @param lambda λ
     * @return w, {@code [groups][features]} flattened, 0 for constant columns; empty if the matrix is not positive definite to rounding
     */
    Optional<double[]> solve(double lambda) {
        double[] coefficients = new double[columns];
        if (kept.isEmpty()) {
            return Optional.of(coefficients);
        }
        DMatrixRMaj matrix = gram.copy();
        for (int k = 0; k < kept.size(); k++) {
            matrix.add(k, k, lambda);
        }
        LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.symmPosDef(kept.size());
        if (!solver.setA(matrix)) {
            return Optional.empty();
        }
        DMatrixRMaj solution = new DMatrixRMaj(kept.size(), 1);
        solver.solve(projection.copy(), solution);
        for (int column = 0; column < kept.size(); column++) {
            int k = kept.get(column);
            coefficients[k] = solution.get(column, 0) / deviations[k];
            if (!Double.isFinite(coefficients[k])) {
                return Optional.empty();
            }
        }
        return Optional.of(coefficients);
    }

    double[] centers() {
        return centers;
    }

    /** @return indices of columns without information beyond composition */
    List<Integer> dropped() {
        List<Integer> dropped = new ArrayList<>();
        for (int k = 0; k < columns; k++) {
            if (deviations[k] == 0) {
                dropped.add(k);
            }
        }
        return dropped;
    }
}
