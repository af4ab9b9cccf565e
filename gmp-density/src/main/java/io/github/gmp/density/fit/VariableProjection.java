package io.github.gmp.density.fit;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.QRDecomposition;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.hipparchus.optim.nonlinear.vector.leastsquares.MultivariateJacobianFunction;
import org.hipparchus.util.Pair;

import java.util.Optional;

/**
 * The residuals of the best amplitudes for given exponents (variable projection: G. H. Golub and V. Pereyra, SIAM J. Numer. Anal. 10, 413
 * (1973)).
 *
 * <p>With g_k = (β_k/π)^{3/2} exp(−β_k r²) the fit is Σ_k N_k g_k, and Σ_k N_k = N leaves y = (N_1 … N_{K−1}) free: the residuals are
 * r = A y − b with columns A_k = w (g_k − g_K) and b = w (ρ − N g_K). y minimizes |r|, from A = QR. The derivative is exact,
 * dr = P (dA y − db) − Q R^{−T} dAᵀ r with P = 1 − QQᵀ.
 */
final class VariableProjection implements MultivariateJacobianFunction {
    private final FitGrid grid;
    private final ExponentParameters exponentParameters;
    private Optional<Solution> best = Optional.empty();

    VariableProjection(FitGrid grid, ExponentParameters exponentParameters) {
        this.grid = grid;
        this.exponentParameters = exponentParameters;
    }

    /**
     * @param parameters where
     * @param exponents β_k, ascending
     * @param electrons N_k
     * @param cost sum of the squares of the residuals
     */
    record Solution(RealVector parameters, double[] exponents, double[] electrons, double cost) {}

    /** The best of all evaluations so far; an optimizer that gives up has still come this far. */
    Optional<Solution> best() {
        return best;
    }

    @Override
    public Pair<RealVector, RealMatrix> value(RealVector parameters) {
        double[] exponents = exponentParameters.exponents(parameters);
        int size = exponents.length;
        int points = grid.points();
        double[][] gaussians = new double[size][points];
        for (int k = 0; k < size; k++) {
            double scale = Math.pow(exponents[k] / Math.PI, 1.5);
            for (int i = 0; i < points; i++) {
                gaussians[k][i] = grid.rootWeights[i] * scale * Math.exp(-exponents[k] * grid.squaredRadii[i]);
            }
        }
        Projection projection = new Projection(gaussians);
        double[] electrons = projection.electrons();
        double[] residuals = projection.residuals(electrons);
        double cost = dot(residuals, residuals);
        if (Double.isFinite(cost) && best.filter(known -> known.cost() <= cost).isEmpty()) {
            best = Optional.of(new Solution(parameters.copy(), exponents, electrons, cost));
        }
        double[][] jacobian = new double[points][size];
        double[] slope = new double[points];
        // Column k of the derivative by log β_k first; a parameter moves all exponents from its own on.
        for (int k = size - 1; k >= 0; k--) {
            for (int i = 0; i < points; i++) {
                slope[i] = gaussians[k][i] * (1.5 - exponents[k] * grid.squaredRadii[i]);
            }
            double[] change = projection.derivative(k, slope, electrons[k], residuals);
            for (int i = 0; i < points; i++) {
                jacobian[i][k] = change[i] + (k + 1 < size ? jacobian[i][k + 1] : 0);
            }
        }
        for (int k = 0; k < size; k++) {
            double factor = exponentParameters.slope(parameters, k);
            for (int i = 0; i < points; i++) {
                jacobian[i][k] *= factor;
            }
        }
        return new Pair<>(new ArrayRealVector(residuals, false), new Array2DRowRealMatrix(jacobian, false));
    }

    /** The linear problem for fixed exponents. */
    private final class Projection {
        private final double[][] gaussians;
        private final int free;
        /** [column][point]. */
        private final double[][] q;

        private final DMatrixRMaj r;

        Projection(double[][] gaussians) {
            this.gaussians = gaussians;
            free = gaussians.length - 1;
            int points = grid.points();
            DMatrixRMaj differences = new DMatrixRMaj(points, free);
            for (int i = 0; i < points; i++) {
                for (int k = 0; k < free; k++) {
                    differences.set(i, k, gaussians[k][i] - gaussians[free][i]);
                }
            }
            QRDecomposition<DMatrixRMaj> qr = DecompositionFactory_DDRM.qr(points, free);
            qr.decompose(differences);
            DMatrixRMaj compact = qr.getQ(null, true);
            r = qr.getR(null, true);
            q = new double[free][points];
            for (int k = 0; k < free; k++) {
                for (int i = 0; i < points; i++) {
                    q[k][i] = compact.get(i, k);
                }
            }
        }

        double[] electrons() {
            double[] remaining = new double[grid.points()];
            for (int i = 0; i < remaining.length; i++) {
                remaining[i] = grid.target[i] - grid.electrons * gaussians[free][i];
            }
            double[] electrons = new double[free + 1];
            double sum = 0;
            for (int k = free - 1; k >= 0; k--) {
                double value = dot(q[k], remaining);
                for (int l = k + 1; l < free; l++) {
                    value -= r.get(k, l) * electrons[l];
                }
                electrons[k] = value / r.get(k, k);
                sum += electrons[k];
            }
            electrons[free] = grid.electrons - sum;
            return electrons;
        }

        double[] residuals(double[] electrons) {
            double[] residuals = new double[grid.points()];
            for (int i = 0; i < residuals.length; i++) {
                double value = -grid.target[i];
                for (int k = 0; k <= free; k++) {
                    value += electrons[k] * gaussians[k][i];
                }
                residuals[i] = value;
            }
            return residuals;
        }

        /** dr by log β_k, of which {@code slope} is the derivative of the weighted g_k. */
        double[] derivative(int k, double[] slope, double electrons, double[] residuals) {
            double overlap = dot(slope, residuals);
            double[] v = new double[free];
            for (int l = 0; l < free; l++) {
                double value = k == free ? -overlap : l == k ? overlap : 0;
                for (int m = 0; m < l; m++) {
                    value -= r.get(m, l) * v[m];
                }
                v[l] = value / r.get(l, l);
            }
            double[] change = new double[slope.length];
            for (int i = 0; i < change.length; i++) {
                change[i] = electrons * slope[i];
            }
            for (int l = 0; l < free; l++) {
                double factor = electrons * dot(q[l], slope) + v[l];
                for (int i = 0; i < change.length; i++) {
                    change[i] -= factor * q[l][i];
                }
            }
            return change;
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
