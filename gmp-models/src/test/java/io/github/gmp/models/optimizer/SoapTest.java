package io.github.gmp.models.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.gmp.api.parallel.TaskRunner;
import io.github.gmp.models.kernel.NetworkKernels;
import io.github.gmp.models.kernel.ScalarKernels;
import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

class SoapTest {
    private static final NetworkKernels KERNELS = new ScalarKernels();
    private static final int ROWS = 4;
    private static final int COLUMNS = 3;
    /** A turned gradient that is zero but for rounding, some 1e-14, is divided by ε = 1e-8 and not by itself: per step that much remains. */
    private static final double ROUNDING = 1e-5;

    private static Soap soap(int parameters, WeightMatrix... matrices) {
        return new Soap(new double[parameters], List.of(matrices), KERNELS, TaskRunner.sequential());
    }

    /** In the basis of its singular vectors the first gradient is diagonal, and Adam's first step the sign: W changes by the polar factor. */
    @Test
    void theFirstStepIsTheNearestOrthogonalMatrix() {
        double[] gradient = {3, 1, 0.5, -2, 0.3, 1, 0.1, 4, -1, 0.2, 0.7, -0.4};
        double[] parameters = new double[ROWS * COLUMNS];

        soap(12, new WeightMatrix(0, ROWS, COLUMNS)).step(parameters, gradient, 1);

        double[] product = new double[COLUMNS * COLUMNS];
        double[] symmetric = new double[COLUMNS * COLUMNS];
        for (int i = 0; i < COLUMNS; i++) {
            for (int j = 0; j < COLUMNS; j++) {
                for (int r = 0; r < ROWS; r++) {
                    product[i * COLUMNS + j] += parameters[r * COLUMNS + i] * parameters[r * COLUMNS + j];
                    symmetric[i * COLUMNS + j] -= parameters[r * COLUMNS + i] * gradient[r * COLUMNS + j];
                }
            }
        }
        assertThat(product).containsExactly(new double[] {1, 0, 0, 0, 1, 0, 0, 0, 1}, within(ROUNDING));
        // Qᵀ G is symmetric and positive: Q is the polar factor and no other orthogonal matrix.
        assertThat(symmetric[1]).isCloseTo(symmetric[3], within(ROUNDING));
        assertThat(symmetric[2]).isCloseTo(symmetric[6], within(ROUNDING));
        assertThat(symmetric[5]).isCloseTo(symmetric[7], within(ROUNDING));
        assertThat(symmetric[0]).isPositive();
    }

    /** What SOAP does depends on the geometry of the loss and not on the axes; what Adam does depends on them. */
    @Test
    void turnsWithTheLoss() {
        double[] left = rotation(ROWS, 0.7);
        double[] right = rotation(COLUMNS, 0.4);
        Quadratic loss = new Quadratic();
        double[] start = new SplittableRandom(9).doubles(12, -1, 1).toArray();

        double[] plain = start.clone();
        double[] turned = turn(left, start, right);
        Soap one = soap(12, new WeightMatrix(0, ROWS, COLUMNS));
        Soap other = soap(12, new WeightMatrix(0, ROWS, COLUMNS));
        Adam adam = new Adam(new double[12]);
        Adam otherAdam = new Adam(new double[12]);
        double[] plainAdam = start.clone();
        double[] turnedAdam = turned.clone();
        for (int step = 0; step < 45; step++) {
            one.step(plain, loss.gradient(plain), 0.02);
            other.step(turned, turn(left, loss.gradient(turnBack(left, turned, right)), right), 0.02);
            adam.step(plainAdam, loss.gradient(plainAdam), 0.02);
            otherAdam.step(turnedAdam, turn(left, loss.gradient(turnBack(left, turnedAdam, right)), right), 0.02);
        }

        assertThat(turnBack(left, turned, right)).containsExactly(plain, within(45 * ROUNDING));
        assertThat(largestDifference(turnBack(left, turnedAdam, right), plainAdam))
                .isGreaterThan(1e-2);
        assertThat(largestDifference(plain, start)).isGreaterThan(0.1);
    }

    @Test
    void findsTheMinimumOfATurnedValleySoonerThanAdam() {
        Quadratic loss = new Quadratic();
        double[] left = rotation(ROWS, 0.9);
        double[] right = rotation(COLUMNS, 0.5);
        double[] start = turn(left, new SplittableRandom(3).doubles(12, -1, 1).toArray(), right);
        double[] bySoap = start.clone();
        double[] byAdam = start.clone();
        Soap soap = soap(12, new WeightMatrix(0, ROWS, COLUMNS));
        Adam adam = new Adam(new double[12]);
        LearningRate rate = new LearningRate(ScheduleKind.COSINE, 0.1, 200, 0, 1, 0.5);
        for (int step = 0; step < 200; step++) {
            soap.step(bySoap, turn(left, loss.gradient(turnBack(left, bySoap, right)), right), rate.at(step));
            adam.step(byAdam, turn(left, loss.gradient(turnBack(left, byAdam, right)), right), rate.at(step));
        }
        double soapLoss = loss.value(turnBack(left, bySoap, right));
        assertThat(soapLoss).isLessThan(1e-4 * loss.value(turnBack(left, start, right)));
        assertThat(soapLoss).isLessThan(loss.value(turnBack(left, byAdam, right)));
    }

    /** Biases and whatever is in no matrix take the step of Adam with these decays. */
    @Test
    void parametersOutsideOfMatricesTakeAdamsStep() {
        double[] parameters = new double[5];
        Soap soap = soap(5, new WeightMatrix(1, 1, 2));
        soap.step(parameters, new double[] {1e3, 1, 1, -1e-3, 0}, 0.1);
        assertThat(parameters[0]).isCloseTo(-0.1, within(1e-5));
        assertThat(parameters[3]).isCloseTo(0.1, within(1e-5));
        assertThat(parameters[4]).isZero();
        double first = parameters[0];
        soap.step(parameters, new double[] {-2e3, 1, 1, 0, 0}, 0.1);
        double mean = (0.95 * 0.05 - 0.05 * 2) / (1 - 0.95 * 0.95);
        double square = (0.95 * 0.05 + 0.05 * 4) / (1 - 0.95 * 0.95);
        assertThat(parameters[0] - first).isCloseTo(-0.1 * mean / Math.sqrt(square), within(1e-9));
    }

    @Test
    void weightDecayIsDecoupledFromTheGradient() {
        double[] parameters = {2, 2, 2};
        new Soap(new double[] {0.5, 0.5, 0}, List.of(new WeightMatrix(0, 1, 2)), KERNELS, TaskRunner.sequential())
                .step(parameters, new double[3], 0.1);
        assertThat(parameters).containsExactly(2 - 0.1 * 0.5 * 2, 2 - 0.1 * 0.5 * 2, 2);
    }

    /** Sides of many rows turn in blocks, as matrices of their own would. */
    @Test
    void manyRowsAreTakenInBlocks() {
        int rows = 2 * Soap.MOST_ROWS - 10;
        int half = rows / 2;
        double[] whole = new double[2 * rows];
        double[] halves = new double[2 * rows];
        Soap soap = soap(2 * rows, new WeightMatrix(0, rows, 2));
        Soap explicit = soap(2 * rows, new WeightMatrix(0, half, 2), new WeightMatrix(2 * half, half, 2));
        SplittableRandom random = new SplittableRandom(5);
        for (int step = 0; step < 12; step++) {
            double[] gradient = random.doubles(2 * rows, -1, 1).toArray();
            soap.step(whole, gradient, 0.01);
            explicit.step(halves, gradient, 0.01);
        }
        assertThat(whole).containsExactly(halves);
        assertThat(soap.state()).containsOnlyKeys(explicit.state().keySet());
        assertThat(largestDifference(whole, new double[2 * rows])).isBetween(1e-3, 1.0);
    }

    @Test
    void blocksHaveNoMoreRowsThanAllowedAndCoverTheMatrix() {
        assertThat(new WeightMatrix(7, 10, 3).blocks(4))
                .containsExactly(new WeightMatrix(7, 3, 3), new WeightMatrix(16, 3, 3), new WeightMatrix(25, 4, 3));
        assertThat(new WeightMatrix(7, 4, 3).blocks(4)).containsExactly(new WeightMatrix(7, 4, 3));
    }

    /** A side of very many columns, a layer wider than sensible, stays as it is; the other turns. */
    @Test
    void veryManyColumnsAreLeftAlone() {
        int columns = EigenSide.LARGEST + 1;
        SplittableRandom random = new SplittableRandom(5);
        double[] parameters = new double[2 * columns];
        Soap soap = soap(2 * columns, new WeightMatrix(0, 2, columns));
        for (int step = 0; step < 12; step++) {
            soap.step(parameters, random.doubles(2 * columns, -1, 1).toArray(), 0.01);
        }
        assertThat(soap.state()).hasSize(5);
        assertThat(largestDifference(parameters, new double[2 * columns])).isBetween(1e-3, 1.0);
    }

    @Test
    void refusesMatricesThatDoNotFit() {
        assertThatThrownBy(() -> soap(10, new WeightMatrix(0, 2, 3), new WeightMatrix(5, 1, 2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("WeightMatrix[start=5, rows=1, columns=2] among 10 parameters, the one before ends at 6");
        assertThatThrownBy(() -> soap(5, new WeightMatrix(0, 2, 3)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("WeightMatrix[start=0, rows=2, columns=3] among 5 parameters, the one before ends at 0");
    }

    /** Σ a_i b_j (W_ij − T_ij)² / 2, of very different curvatures. */
    private static final class Quadratic {
        private static final double[] A = {10, 1, 0.3, 0.02};
        private static final double[] B = {5, 0.7, 0.05};

        double value(double[] w) {
            double sum = 0;
            for (int i = 0; i < w.length; i++) {
                double error = w[i] - target(i);
                sum += 0.5 * A[i / COLUMNS] * B[i % COLUMNS] * error * error;
            }
            return sum;
        }

        double[] gradient(double[] w) {
            double[] gradient = new double[w.length];
            Arrays.setAll(gradient, i -> A[i / COLUMNS] * B[i % COLUMNS] * (w[i] - target(i)));
            return gradient;
        }

        private static double target(int i) {
            return Math.sin(3.0 * i + 1);
        }
    }

    /** Givens rotations of all neighboring axes. */
    private static double[] rotation(int size, double angle) {
        double[] q = new double[size * size];
        for (int i = 0; i < size; i++) {
            q[i * size + i] = 1;
        }
        for (int axis = 0; axis + 1 < size; axis++) {
            double c = Math.cos(angle + axis);
            double s = Math.sin(angle + axis);
            for (int row = 0; row < size; row++) {
                double x = q[row * size + axis];
                double y = q[row * size + axis + 1];
                q[row * size + axis] = c * x - s * y;
                q[row * size + axis + 1] = s * x + c * y;
            }
        }
        return q;
    }

    private static double[] turn(double[] left, double[] w, double[] right) {
        return product(product(left, w, ROWS, ROWS, COLUMNS), right, ROWS, COLUMNS, COLUMNS);
    }

    private static double[] turnBack(double[] left, double[] w, double[] right) {
        return product(
                product(transpose(left, ROWS), w, ROWS, ROWS, COLUMNS),
                transpose(right, COLUMNS),
                ROWS,
                COLUMNS,
                COLUMNS);
    }

    private static double[] product(double[] a, double[] b, int rows, int inner, int columns) {
        double[] c = new double[rows * columns];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                for (int k = 0; k < inner; k++) {
                    c[i * columns + j] += a[i * inner + k] * b[k * columns + j];
                }
            }
        }
        return c;
    }

    private static double[] transpose(double[] a, int size) {
        double[] b = new double[a.length];
        Arrays.setAll(b, i -> a[i % size * size + i / size]);
        return b;
    }

    private static double largestDifference(double[] a, double[] b) {
        double largest = 0;
        for (int i = 0; i < a.length; i++) {
            largest = Math.max(largest, Math.abs(a[i] - b[i]));
        }
        return largest;
    }
}
