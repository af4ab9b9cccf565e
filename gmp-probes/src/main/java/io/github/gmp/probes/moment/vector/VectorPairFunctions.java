package io.github.gmp.probes.moment.vector;

import io.github.gmp.probes.moment.Monomials;
import io.github.gmp.probes.moment.PairFunctions;
import io.github.gmp.probes.moment.SolidHarmonics;

/**
 * {@link PairFunctions} of a tile of neighbors at once. Values lie as {@code [function][lane of the tile]} with a row length of
 * {@code stride}. Immutable.
 */
abstract sealed class VectorPairFunctions permits VectorSolidHarmonics, VectorMonomials {
    static VectorPairFunctions of(PairFunctions functions, int stride) {
        return functions instanceof SolidHarmonics harmonics
                ? new VectorSolidHarmonics(harmonics.maxDegree(), stride)
                : new VectorMonomials((Monomials) functions, stride);
    }

    /*
     * The computations are handed out as stages, made where the class is known: a call that could go to either of two implementations would
     * have both compiled into it.
     */

    /**
     * {@return computes {@link MomentTile#values}}
     *
     * @param tile a tile
     */
    abstract Runnable evaluation(MomentTile tile);

    /**
     * {@return computes the change of all functions along a direction per lane, from {@link MomentTile#values} and the vectors into {@link
     * MomentTile#functionWeights}}
     *
     * @param tile a tile
     */
    abstract Runnable tangent(MomentTile tile);

    /**
     * {@return computes Σ_i w_i ∇ function_i, from {@link MomentTile#functionWeights} and {@link MomentTile#values} into {@link
     * MomentTile#gradient}}
     *
     * @param tile a tile
     */
    abstract Runnable gradient(MomentTile tile);
}
