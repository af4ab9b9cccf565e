package io.github.gmp.models.kernel.vector;

import io.github.gmp.models.kernel.NetworkKernels;
import io.github.gmp.models.kernel.PaddedMatrix;
import io.github.gmp.toolkit.kernel.vector.Lanes;

/**
 * Products as tiles of four rows and up to three vectors of columns, whose sums stay in registers: twelve fused multiply-adds for seven
 * loads. Long sums and many rows are taken in sections that stay in the cache.
 */
public final class NetworkVectorKernels implements NetworkKernels {
    private static final int L = Lanes.COUNT;
    private static final int ROWS = PaddedMatrix.ROW_BLOCK;
    private static final int WIDEST_TILE = 3;

    /** Rows of A that stay in the first cache while the columns of B go by. */
    private static final int SECTION = 32;

    /** Terms of a sum before it is stored: that many rows of both operands stay in the cache. */
    private static final int TERMS = 128;

    @Override
    public void addProduct(int rows, PaddedMatrix a, PaddedMatrix b, PaddedMatrix c) {
        for (int from = 0; from < rows; from += SECTION) {
            int to = Math.min(rows, from + SECTION);
            addTiles(from, to, 0, a.columns(), a.values(), a.stride(), 1, b, c);
        }
    }

    @Override
    public void addTransposedProduct(int rows, PaddedMatrix a, PaddedMatrix b, PaddedMatrix c) {
        for (int from = 0; from < rows; from += TERMS) {
            int to = Math.min(rows, from + TERMS);
            addTiles(0, a.columns(), from, to, a.values(), 1, a.stride(), b, c);
        }
    }

    /** C[i] += Σ_k a(i, k) B[k] for rows i of C and terms k, with a(i, k) at i · rowStep + k · termStep. */
    private static void addTiles(
            int fromRow,
            int toRow,
            int fromTerm,
            int toTerm,
            double[] a,
            int rowStep,
            int termStep,
            PaddedMatrix b,
            PaddedMatrix c) {
        int vectors = (b.columns() + L - 1) / L;
        int tiles = (vectors + WIDEST_TILE - 1) / WIDEST_TILE;
        int done = 0;
        for (int tile = 0; tile < tiles; tile++) {
            // Tiles of about equal width: a single vector would wait for its own sums.
            int width = (vectors - done) / (tiles - tile);
            for (int row = fromRow; row < toRow; row += ROWS) {
                int aAt = row * rowStep + fromTerm * termStep;
                int bAt = fromTerm * b.stride() + done * L;
                int cAt = row * c.stride() + done * L;
                int terms = toTerm - fromTerm;
                switch (width) {
                    case 1 ->
                        ProductTiles.add1(
                                terms,
                                a,
                                aAt,
                                rowStep,
                                termStep,
                                b.values(),
                                bAt,
                                b.stride(),
                                c.values(),
                                cAt,
                                c.stride());
                    case 2 ->
                        ProductTiles.add2(
                                terms,
                                a,
                                aAt,
                                rowStep,
                                termStep,
                                b.values(),
                                bAt,
                                b.stride(),
                                c.values(),
                                cAt,
                                c.stride());
                    default ->
                        ProductTiles.add3(
                                terms,
                                a,
                                aAt,
                                rowStep,
                                termStep,
                                b.values(),
                                bAt,
                                b.stride(),
                                c.values(),
                                cAt,
                                c.stride());
                }
            }
            done += width;
        }
    }

    @Override
    public void hyperbolicTangent(double[] inputs, double[] values, int count) {
        VectorFunctions.hyperbolicTangent(inputs, values, count);
    }

    @Override
    public void decay(double[] inputs, double[] values, int count) {
        VectorFunctions.decay(inputs, values, count);
    }
}
