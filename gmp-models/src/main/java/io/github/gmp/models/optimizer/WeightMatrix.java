package io.github.gmp.models.optimizer;

/**
 * Parameters that form a matrix, row-major.
 *
 * @param start where they begin among all parameters
 * @param rows number of rows
 * @param columns number of columns
 */
public record WeightMatrix(int start, int rows, int columns) {
    int end() {
        return start + rows * columns;
    }
}
