package io.github.gmp.models.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.gmp.fixtures.EveryVectorWidth;
import io.github.gmp.models.network.KernelSelection;
import io.github.gmp.toolkit.kernel.KernelChoice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;

/** Both kernels against textbook loops and against each other, over sizes that hit every remainder of the blocking. */
@EveryVectorWidth
class NetworkKernelsTest {
    /** All remainders of rows, tiles of all widths, and sums and rows of more than one section. */
    private static final int[] ROWS = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 18, 33, 131};

    private static final int[] INNER = {0, 1, 2, 3, 4, 5, 7, 8, 18, 130};

    @ParameterizedTest
    @MethodSource("io.github.gmp.fixtures.VectorWidth#kernels")
    void productsAgreeWithTheTripleLoop(String kernel) {
        NetworkKernels kernels = kernels(kernel);
        for (int rows : ROWS) {
            for (int inner : INNER) {
                for (int columns = 1; columns <= 58; columns += columns < 18 ? 1 : 8) {
                    checkProduct(kernels, rows, inner, columns);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("io.github.gmp.fixtures.VectorWidth#kernels")
    void transposedProductsAgreeWithTheTripleLoop(String kernel) {
        NetworkKernels kernels = kernels(kernel);
        for (int rows : ROWS) {
            for (int inner : INNER) {
                for (int columns = 1; columns <= 58; columns += columns < 18 ? 1 : 8) {
                    checkTransposedProduct(kernels, rows, inner, columns);
                }
            }
        }
    }

    private static NetworkKernels kernels(String kernel) {
        KernelChoice choice = KernelChoice.of(kernel);
        assumeThat(choice.label()).as("the kernel that was asked for").startsWith(kernel);
        return KernelSelection.of(choice);
    }

    private static void checkProduct(NetworkKernels kernels, int rows, int inner, int columns) {
        SplittableRandom random = new SplittableRandom(rows * 1000L + inner);
        PaddedMatrix a = random(random, rows, inner);
        PaddedMatrix b = random(random, inner, columns);
        PaddedMatrix c = random(random, rows, columns);
        double[] expected = numbers(c, rows);
        for (int r = 0; r < rows; r++) {
            for (int j = 0; j < columns; j++) {
                for (int k = 0; k < inner; k++) {
                    expected[r * columns + j] += at(a, r, k) * at(b, k, j);
                }
            }
        }

        kernels.addProduct(rows, a, b, c);

        assertThat(largestDifference(numbers(c, rows), expected))
                .as("%s x %s x %s", rows, inner, columns)
                .isLessThan(1e-14 * (inner + 1));
    }

    private static void checkTransposedProduct(NetworkKernels kernels, int rows, int inner, int columns) {
        SplittableRandom random = new SplittableRandom(rows * 1000L + inner);
        PaddedMatrix a = random(random, rows, inner);
        PaddedMatrix b = random(random, rows, columns);
        PaddedMatrix c = random(random, inner, columns);
        double[] expected = numbers(c, inner);
        for (int r = 0; r < rows; r++) {
            for (int j = 0; j < columns; j++) {
                for (int k = 0; k < inner; k++) {
                    expected[k * columns + j] += at(a, r, k) * at(b, r, j);
                }
            }
        }

        kernels.addTransposedProduct(rows, a, b, c);

        assertThat(largestDifference(numbers(c, inner), expected))
                .as("%s x %s x %s", rows, inner, columns)
                .isLessThan(1e-14 * (rows + 1));
    }

    private static double largestDifference(double[] actual, double[] expected) {
        assertThat(actual).hasSameSizeAs(expected);
        double largest = 0;
        for (int i = 0; i < actual.length; i++) {
            largest = Math.max(largest, Math.abs(actual[i] - expected[i]));
        }
        return largest;
    }

    /** Padding holds numbers too, which must not get into results. */
    private static PaddedMatrix random(SplittableRandom random, int rows, int columns) {
        PaddedMatrix matrix = new PaddedMatrix(rows, columns);
        for (int i = 0; i < matrix.values().length; i++) {
            matrix.values()[i] = random.nextDouble(-1, 1);
        }
        return matrix;
    }

    private static double at(PaddedMatrix matrix, int row, int column) {
        return matrix.values()[row * matrix.stride() + column];
    }

    private static double[] numbers(PaddedMatrix matrix, int rows) {
        double[] numbers = new double[rows * matrix.columns()];
        matrix.addTo(numbers, 0, rows);
        return numbers;
    }

    @ParameterizedTest
    @MethodSource("io.github.gmp.fixtures.VectorWidth#kernels")
    void tanhIsAccurateToAFewUnitsInTheLastPlace(String kernel) {
        NetworkKernels kernels = kernels(kernel);
        double worst = worst(kernels::hyperbolicTangent, StrictMath::tanh, 25, 1e-3);
        worst = Math.max(worst, worst(kernels::hyperbolicTangent, StrictMath::tanh, 1e-3, 1e-9));
        assertThat(worst).isLessThan(8);
    }

    @ParameterizedTest
    @MethodSource("io.github.gmp.fixtures.VectorWidth#kernels")
    void decayIsAccurateToAFewUnitsInTheLastPlace(String kernel) {
        NetworkKernels kernels = kernels(kernel);
        double worst = worst(kernels::decay, x -> StrictMath.exp(-x), 207, 1e-3);
        worst = Math.max(worst, worst(kernels::decay, x -> StrictMath.exp(-x), 1, 1e-9));
        assertThat(worst).isLessThan(4);
    }

    /** Largest error in units in the last place over arguments of both signs from {@code least} to {@code largest} in size. */
    private static double worst(Function function, DoubleUnaryOperator exact, double largest, double least) {
        int count = 80_000;
        double[] inputs = new double[count];
        for (int i = 0; i < count; i++) {
            double size = least * StrictMath.pow(largest / least, i / (count - 1.0));
            inputs[i] = i % 2 == 0 ? size : -size;
        }
        double[] values = new double[count];
        function.apply(inputs, values, count);
        double worst = 0;
        for (int i = 0; i < count; i++) {
            double expected = exact.applyAsDouble(inputs[i]);
            worst = Math.max(worst, Math.abs(values[i] - expected) / Math.ulp(expected));
        }
        return worst;
    }

    /** Array to array. */
    private interface Function {
        void apply(double[] inputs, double[] values, int count);
    }

    @ParameterizedTest
    @MethodSource("io.github.gmp.fixtures.VectorWidth#kernels")
    void functionsHaveTheirLimits(String kernel) {
        NetworkKernels kernels = kernels(kernel);
        double[] inputs = {
            0, -0.0, 1e300, -1e300, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NaN, 1e-320
        };
        double[] tanh = new double[8];
        kernels.hyperbolicTangent(inputs, tanh, 8);
        assertThat(tanh).containsExactly(new double[] {0, 0, 1, -1, 1, -1, Double.NaN, 0}, within(1e-300));
        double[] decay = new double[8];
        kernels.decay(inputs, decay, 8);
        double least = StrictMath.exp(NetworkKernels.LEAST_EXPONENT);
        double largest = StrictMath.exp(NetworkKernels.LARGEST_EXPONENT);
        double[] expected = {1, 1, least, largest, least, largest, Double.NaN, 1};
        for (int i = 0; i < 8; i++) {
            double tolerance = 4 * Math.ulp(expected[i]);
            assertThat(Double.compare(decay[i], expected[i]) == 0 || Math.abs(decay[i] - expected[i]) <= tolerance)
                    .as("exp(-%s) = %s, here %s", inputs[i], expected[i], decay[i])
                    .isTrue();
        }
    }

    @Test
    void kernelsAgreeWithEachOther() {
        NetworkKernels plain = kernels("scalar");
        NetworkKernels vector = kernels("vector");
        SplittableRandom random = new SplittableRandom(4);
        for (int columns = 1; columns <= 26; columns++) {
            PaddedMatrix a = random(random, 21, 19);
            PaddedMatrix b = random(random, 19, columns);
            PaddedMatrix one = new PaddedMatrix(21, columns);
            PaddedMatrix other = new PaddedMatrix(21, columns);
            plain.addProduct(21, a, b, one);
            vector.addProduct(21, a, b, other);
            assertThat(numbers(other, 21)).containsExactly(numbers(one, 21), within(1e-14));
        }
    }

    @Test
    void rowsAreNoPowerOfTwoApart() {
        for (int columns = 1; columns < 600; columns++) {
            int stride = new PaddedMatrix(1, columns).stride();
            assertThat(stride).isGreaterThanOrEqualTo(columns);
            assertThat(stride % 8).isZero();
            assertThat(stride % 32).isNotZero();
        }
    }
}
