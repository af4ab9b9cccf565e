package io.github.gmp.toolkit.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.gmp.api.math.Matrix;
import org.junit.jupiter.api.Test;

class CholeskyTest {
    /** (4 2; 2 3) x = (10, 9) has the solution (1.5, 2). */
    @Test
    void solvesASystem() {
        double[] values = {4, 2, 2, 3};
        double[] right = {10, 9};
        double[] solution = Cholesky.of(Matrix.wrap(2, 2, values)).orElseThrow().solve(right);

        assertThat(solution).containsExactly(new double[] {1.5, 2}, within(1e-14));
        assertThat(values).containsExactly(4, 2, 2, 3);
        assertThat(right).containsExactly(10, 9);
    }

    @Test
    void matricesThatAreNotPositiveDefiniteHaveNone() {
        assertThat(Cholesky.of(Matrix.wrap(2, 2, new double[] {1, 2, 2, 1}))).isEmpty();
        assertThat(Cholesky.of(Matrix.wrap(1, 1, new double[] {0}))).isEmpty();
    }

    @Test
    void shapesThatDoNotFitAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Cholesky.of(Matrix.zeros(2, 3)))
                .withMessage("a square matrix was expected, got " + Matrix.zeros(2, 3));
        Cholesky one = Cholesky.of(Matrix.wrap(1, 1, new double[] {4})).orElseThrow();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> one.solve(new double[2]))
                .withMessage("1 equations have as many right-hand sides, got 2");
    }
}
