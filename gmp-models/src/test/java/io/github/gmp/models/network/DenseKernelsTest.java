package io.github.gmp.models.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.SplittableRandom;

/** Kernels against the textbook triple loop, over sizes that hit every remainder of the blocking. */
class DenseKernelsTest {
    private static final int START = 3;

    @ParameterizedTest
    @CsvSource({"1,1,1", "2,4,8", "3,5,7", "4,6,1", "5,7,16", "6,3,9", "7,8,5", "8,2,33", "9,9,50"})
    void productsAgreeWithTheTripleLoop(int rows, int inner, int columns) {
        SplittableRandom random = new SplittableRandom(rows * 100L + inner);
        double[] a = values(random, rows * inner);
        double[] b = values(random, START + inner * columns);
        double[] c = values(random, rows * columns);
        double[] expected = c.clone();
        for (int r = 0; r < rows; r++) {
            for (int j = 0; j < columns; j++) {
                for (int k = 0; k < inner; k++) {
                    expected[r * columns + j] += a[r * inner + k] * b[START + k * columns + j];
                }
            }
        }

        DenseKernels.addProduct(rows, inner, columns, a, b, START, c);

        assertThat(c).containsExactly(expected, within(1e-13));
    }

    @ParameterizedTest
    @CsvSource({"1,1,1", "2,4,8", "3,5,7", "4,6,1", "5,7,16", "6,3,9", "7,8,5", "8,2,33", "9,9,50"})
    void transposedProductsAgreeWithTheTripleLoop(int rows, int inner, int columns) {
        SplittableRandom random = new SplittableRandom(rows * 100L + inner);
        double[] a = values(random, rows * inner);
        double[] b = values(random, rows * columns);
        double[] c = values(random, START + inner * columns);
        double[] expected = c.clone();
        for (int r = 0; r < rows; r++) {
            for (int j = 0; j < columns; j++) {
                for (int k = 0; k < inner; k++) {
                    expected[START + k * columns + j] += a[r * inner + k] * b[r * columns + j];
                }
            }
        }

        DenseKernels.addTransposedProduct(rows, inner, columns, a, b, c, START);

        assertThat(c).containsExactly(expected, within(1e-13));
    }

    private static double[] values(SplittableRandom random, int length) {
        return random.doubles(length, -1, 1).toArray();
    }
}
