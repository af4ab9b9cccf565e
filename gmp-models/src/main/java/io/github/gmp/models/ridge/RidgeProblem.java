package io.github.gmp.models.ridge;

import io.github.gmp.api.math.Matrix;
import io.github.gmp.api.model.TrainingSet;
import io.github.gmp.api.parallel.TaskRunner;
import io.github.gmp.toolkit.linear.Cholesky;
import io.github.gmp.toolkit.scaling.CompositionSolver;
import org.ejml.data.DMatrixRMaj;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The least-squares problem behind ridge regression. With X_sk = Σ_{i∈s} (G_ik − c_k) and element counts n:
 *
 * <p>min over w, b of (1/S) Σ_s {(E_s − Σ_k X_sk w_k − Σ_Z n_sZ b_Z)² + Σ_r (y_r − Σ_k A_rk w_k)²} + λ Σ_k (d_k w_k)²,
 *
 * <p>where A and y are the weighted rows and labels of the forces and the stress of s, see {@link GeometryRows}; without these it is a fit to
 * energies alone. The biases b are not regularized and are eliminated exactly: X and E are projected on the orthogonal complement of the
 * counts (A does not see biases). d_k is the root of the mean over structures of the squares of column k of X, projected, and A, so that λ
 * is relative. The normal equations of the standardized columns, whose matrix has a diagonal of 1 + λ, are solved by Cholesky decomposition.
 * Their condition number is at most 1 + K/λ for K columns; rounding acts like a change of λ by about K · 1e-16, which is why smaller λ are
 * not offered.
 */
final class RidgeProblem {
    /** A column whose root mean square is below this fraction of the largest sum of magnitudes is rounding. */
    private static final double CONSTANT_TOLERANCE = 1e-10;

    private final int columns;
    private final double[] centers;
    private final double[] deviations;
    private final List<Integer> kept = new ArrayList<>();
    private final DMatrixRMaj gram;
    private final double[] projection;

    /**
     * @param set the training set
     * @param groupOf set of coefficients of an atom, by atomic number
     * @param groups number of sets of coefficients
     * @param compositions solver for the compositions of the training set
     * @param config weights of forces and stress
     * @param runner runs structures and tiles of the normal equations side by side
     */
    RidgeProblem(
            TrainingSet set,
            int[] groupOf,
            int groups,
            CompositionSolver compositions,
            RidgeConfig config,
            TaskRunner runner) {
        columns = groups * set.features().columns();
        centers = centers(set, groupOf, groups);
        double[] magnitudes = new double[columns];
        NormalEquations equations = new NormalEquations(columns);
        equations.add(energyRows(set, groupOf, centers, compositions, magnitudes), runner);
        if (config.usesGeometry()) {
            set.geometry().ifPresent(geometry -> new GeometryRows(set, geometry, config, groupOf, groups)
                    .addTo(equations, runner));
        }
        deviations = new double[columns];
        int structures = set.structures();
        for (int k = 0; k < columns; k++) {
            double deviation = Math.sqrt(equations.product(k, k) / structures);
            if (deviation > CONSTANT_TOLERANCE * magnitudes[k]) {
                deviations[k] = deviation;
                kept.add(k);
            }
        }
        gram = new DMatrixRMaj(kept.size(), kept.size());
        projection = new double[kept.size()];
        for (int row = 0; row < kept.size(); row++) {
            int k = kept.get(row);
            projection[row] = equations.projection(k) / (structures * deviations[k]);
            for (int column = 0; column < kept.size(); column++) {
                int l = kept.get(column);
                gram.set(row, column, equations.product(k, l) / (structures * deviations[k] * deviations[l]));
            }
        }
    }

    /** One row per structure, what composition explains taken off. */
    private static RowBlock energyRows(
            TrainingSet set, int[] groupOf, double[] centers, CompositionSolver compositions, double[] magnitudes) {
        double[][] byColumn = structureSums(set, groupOf, centers, centers.length, magnitudes);
        RowBlock rows = new RowBlock(set.structures(), centers.length);
        for (int k = 0; k < centers.length; k++) {
            compositions.project(byColumn[k]);
            for (int s = 0; s < set.structures(); s++) {
                rows.add(s, k, byColumn[k][s]);
            }
        }
        double[] energies = set.energies().clone();
        compositions.project(energies);
        for (int s = 0; s < energies.length; s++) {
            rows.setTarget(s, energies[s]);
        }
        return rows;
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
     * {@return w, {@code [groups][features]} flattened, 0 for constant columns; empty if the matrix is not positive definite to rounding}
     *
     * @param lambda λ
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
        Optional<Cholesky> decomposition = Cholesky.of(Matrix.wrap(kept.size(), kept.size(), matrix.getData()));
        if (decomposition.isEmpty()) {
            return Optional.empty();
        }
        double[] solution = decomposition.get().solve(projection);
        for (int column = 0; column < kept.size(); column++) {
            int k = kept.get(column);
            coefficients[k] = solution[column] / deviations[k];
            if (!Double.isFinite(coefficients[k])) {
                return Optional.empty();
            }
        }
        return Optional.of(coefficients);
    }

    double[] centers() {
        return centers;
    }

    /** {@return the indices of columns without information beyond composition} */
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
