package io.github.gmp.probes.moment.vector;

import io.github.gmp.probes.moment.CenterNeighbors;
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

    /**
     * @param neighbors the neighbors of a center
     * @param from first lane of the tile
     * @param size number of lanes of the tile, whole blocks
     * @param values receives the functions
     */
    abstract void evaluate(CenterNeighbors neighbors, int from, int size, double[] values);

    /**
     * The change of all functions along a direction per lane.
     *
     * @param values the functions
     * @param vx first component of the direction, {@code [lane of the center]}
     * @param vy second component
     * @param vz third component
     * @param from first lane of the tile
     * @param size number of lanes of the tile
     * @param tangents receives the changes
     */
    abstract void tangent(
            double[] values, double[] vx, double[] vy, double[] vz, int from, int size, double[] tangents);

    /**
     * Σ_i w_i ∇ function_i.
     *
     * @param weights w, as the values
     * @param values the functions
     * @param size number of lanes of the tile
     * @param gradient receives the three components, {@code [component][lane of the tile]}
     */
    abstract void gradient(double[] weights, double[] values, int size, double[] gradient);
}
