package io.github.gmp.toolkit.scaling;

import io.github.gmp.api.error.GmpException;
import io.github.gmp.api.model.TrainingSet;
import io.github.gmp.api.structure.Element;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.SingularValueDecomposition_F64;

import java.util.List;
import java.util.TreeSet;

/**
 * Least squares on compositions: the minimum-norm solution of min_b Σ_s (y_s − Σ_Z n_sZ b_Z)² by singular value decomposition of the
 * element counts n, done once for any number of y.
 */
public final class CompositionSolver {
    /** Singular values below this fraction of the largest count as zero. Counts are integers: true ones are far above. */
    private static final double RANK_TOLERANCE = 1e-8;

    private final List<Element> elements;
    private final int structures;
    private final int rank;
    /** Left and right singular vectors of the nonzero singular values, the latter divided by these: {@code [rank][...]}. */
    private final double[][] left;

    private final double[][] scaledRight;

    /** @param set the structures, at least one */
    public CompositionSolver(TrainingSet set) {
        this.elements = List.copyOf(new TreeSet<>(set.elements()));
        this.structures = set.structures();
        DMatrixRMaj counts = counts(set, elements);
        SingularValueDecomposition_F64<DMatrixRMaj> decomposition =
                DecompositionFactory_DDRM.svd(counts.numRows, counts.numCols, true, true, true);
        if (!decomposition.decompose(counts)) {
            throw new GmpException("the element counts of " + structures
                    + " structures cannot be decomposed; use bias: given or bias: none");
        }
        double[] singular = decomposition.getSingularValues();
        int available = decomposition.numberOfSingularValues();
        double largest = 0;
        for (int k = 0; k < available; k++) {
            largest = Math.max(largest, singular[k]);
        }
        DMatrixRMaj u = decomposition.getU(null, false);
        DMatrixRMaj v = decomposition.getV(null, false);
        left = new double[available][structures];
        scaledRight = new double[available][elements.size()];
        int found = 0;
        for (int k = 0; k < available; k++) {
            if (singular[k] > RANK_TOLERANCE * largest) {
                for (int s = 0; s < structures; s++) {
                    left[found][s] = u.get(s, k);
                }
                for (int e = 0; e < elements.size(); e++) {
                    scaledRight[found][e] = v.get(e, k) / singular[k];
                }
                found++;
            }
        }
        rank = found;
    }

    private static DMatrixRMaj counts(TrainingSet set, List<Element> elements) {
        int[] columnOf = new int[Element.values().length + 1];
        for (int e = 0; e < elements.size(); e++) {
            columnOf[elements.get(e).atomicNumber()] = e;
        }
        DMatrixRMaj counts = new DMatrixRMaj(set.structures(), elements.size());
        for (int s = 0; s < set.structures(); s++) {
            for (int atom = set.offsets()[s]; atom < set.offsets()[s + 1]; atom++) {
                counts.add(s, columnOf[set.atomicNumbers()[atom]], 1.0);
            }
        }
        return counts;
    }

    /** {@return the elements, ascending in atomic number} */
    public List<Element> elements() {
        return elements;
    }

    /** {@return the number of independent compositions} */
    public int rank() {
        return rank;
    }

    /**
     * {@return b, one per element}
     *
     * @param targets y, one per structure
     */
    public double[] solve(double[] targets) {
        double[] solution = new double[elements.size()];
        for (int k = 0; k < rank; k++) {
            double projection = 0;
            for (int s = 0; s < structures; s++) {
                projection += left[k][s] * targets[s];
            }
            for (int e = 0; e < solution.length; e++) {
                solution[e] += scaledRight[k][e] * projection;
            }
        }
        return solution;
    }

    /**
     * Takes off what composition explains: y − n b. The projection on the orthogonal complement of the counts.
     *
     * @param targets y, one per structure; receives the remainder
     */
    public void project(double[] targets) {
        for (int k = 0; k < rank; k++) {
            double projection = 0;
            for (int s = 0; s < structures; s++) {
                projection += left[k][s] * targets[s];
            }
            for (int s = 0; s < structures; s++) {
                targets[s] -= left[k][s] * projection;
            }
        }
    }
}
