package io.github.gmp.models.optimizer;

import java.util.ArrayList;
import java.util.List;

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

    /** {@return the matrix in blocks of at most so many rows, all of about the same size} */
    List<WeightMatrix> blocks(int mostRows) {
        int count = (rows + mostRows - 1) / mostRows;
        List<WeightMatrix> blocks = new ArrayList<>();
        for (int block = 0; block < count; block++) {
            int first = Math.toIntExact((long) rows * block / count);
            int next = Math.toIntExact((long) rows * (block + 1) / count);
            blocks.add(new WeightMatrix(start + first * columns, next - first, columns));
        }
        return blocks;
    }
}
