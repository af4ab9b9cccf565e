package io.github.gmp.models.ridge;

import org.ejml.data.DMatrixRMaj;

/**
 * Some rows of a least-squares problem with their targets, the columns in tiles of {@value #TILE}: a product of two tiles stays in the cache.
 * Several threads may fill different rows.
 */
final class RowBlock {
    static final int TILE = 64;

    private final DMatrixRMaj[] tiles;
    private final DMatrixRMaj targets;

    /**
     * @param rows number of rows, all zero
     * @param columns number of columns
     */
    RowBlock(int rows, int columns) {
        tiles = new DMatrixRMaj[tiles(columns)];
        for (int tile = 0; tile < tiles.length; tile++) {
            tiles[tile] = new DMatrixRMaj(rows, width(tile, columns));
        }
        targets = new DMatrixRMaj(rows, 1);
    }

    static int tiles(int columns) {
        return (columns + TILE - 1) / TILE;
    }

    static int width(int tile, int columns) {
        return Math.min(TILE, columns - tile * TILE);
    }

    void add(int row, int column, double value) {
        tiles[column / TILE].add(row, column % TILE, value);
    }

    void setTarget(int row, double value) {
        targets.set(row, 0, value);
    }

    DMatrixRMaj tile(int tile) {
        return tiles[tile];
    }

    DMatrixRMaj targets() {
        return targets;
    }
}
