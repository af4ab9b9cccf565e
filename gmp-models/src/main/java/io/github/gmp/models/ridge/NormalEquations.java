package io.github.gmp.models.ridge;

import io.github.gmp.api.parallel.TaskRunner;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * AᵀA and Aᵀy of a least-squares problem whose rows come in blocks, so that A is never there as a whole. Threads share the tiles of the
 * product, each of which sees the blocks in their order: sums do not depend on the number of threads.
 */
final class NormalEquations {
    private final int columns;
    private final int tiles;
    /** Of AᵀA: tiles on and above the diagonal, row by row. */
    private final DMatrixRMaj[] products;
    /** Row and column of each of these tiles. */
    private final int[][] places;

    private final DMatrixRMaj[] projections;

    /** @param columns number of columns of A */
    NormalEquations(int columns) {
        this.columns = columns;
        tiles = RowBlock.tiles(columns);
        products = new DMatrixRMaj[tiles * (tiles + 1) / 2];
        places = new int[products.length][];
        projections = new DMatrixRMaj[tiles];
        for (int row = 0; row < tiles; row++) {
            int height = RowBlock.width(row, columns);
            projections[row] = new DMatrixRMaj(height, 1);
            for (int column = row; column < tiles; column++) {
                int index = index(row, column);
                products[index] = new DMatrixRMaj(height, RowBlock.width(column, columns));
                places[index] = new int[] {row, column};
            }
        }
    }

    private int index(int row, int column) {
        return row * tiles - row * (row - 1) / 2 + column - row;
    }

    /**
     * @param block rows of A with their targets
     * @param runner runs tiles side by side
     */
    void add(RowBlock block, TaskRunner runner) {
        runner.run(products.length, index -> {
            DMatrixRMaj left = block.tile(places[index][0]);
            DMatrixRMaj right = block.tile(places[index][1]);
            CommonOps_DDRM.multAddTransA(left, right, products[index]);
            if (left == right) {
                CommonOps_DDRM.multAddTransA(left, block.targets(), projections[places[index][0]]);
            }
        });
    }

    int columns() {
        return columns;
    }

    /** {@return an element of AᵀA} */
    double product(int row, int column) {
        int first = Math.min(row, column);
        int second = Math.max(row, column);
        return products[index(first / RowBlock.TILE, second / RowBlock.TILE)].get(
                first % RowBlock.TILE, second % RowBlock.TILE);
    }

    /** {@return an element of Aᵀy} */
    double projection(int row) {
        return projections[row / RowBlock.TILE].get(row % RowBlock.TILE, 0);
    }
}
