package io.github.gmp.bp.symmetry.kernel;

/** Loops over the triplets of a tile for the derivatives of angular symmetry functions. Stateless. */
public interface DerivativeKernel {
    /**
     * result_t = Σ_m g_m p_m,t, g being those of the pair of channels of the block.
     *
     * @param tile the triplets
     * @param coefficients g, {@code [channel][stride]}
     * @param begin where g_0 of the first channel stands
     * @param stride length of a row of {@code coefficients}
     * @param powers p
     * @param rows where the row of each m starts in {@code powers}
     * @param first the first m
     * @param count number of m, even
     * @param result receives the sums
     */
    void combine(
            TripletTile tile,
            double[] coefficients,
            int begin,
            int stride,
            double[] powers,
            int[] rows,
            int first,
            int count,
            double[] result);

    /**
     * As {@link #addSensitivities}, with the polynomial a(c) = Σ_q α_q c^q, α being those of the pair of channels of the block.
     *
     * @param tile the triplets
     * @param gaussians e, {@code [place]}
     * @param gaussianSlopes ∂e/∂s
     * @param third T
     * @param thirdSlope ∂T/∂s_jk
     * @param coefficients α, {@code [channel][stride]}
     * @param stride length of a row of {@code coefficients}
     * @param first where α_0 stands in a row
     */
    void addMomentSensitivities(
            TripletTile tile,
            double[] gaussians,
            double[] gaussianSlopes,
            double[] third,
            double[] thirdSlope,
            double[] coefficients,
            int stride,
            int first);

    /**
     * Adds the derivatives of Σ e_j e_k T(s_jk) a(c) to those of the tile.
     *
     * @param tile the triplets
     * @param gaussians e, {@code [place]}
     * @param gaussianSlopes ∂e/∂s
     * @param third T
     * @param thirdSlope ∂T/∂s_jk
     * @param angular a
     * @param angularSlope ∂a/∂c
     */
    void addSensitivities(
            TripletTile tile,
            double[] gaussians,
            double[] gaussianSlopes,
            double[] third,
            double[] thirdSlope,
            double[] angular,
            double[] angularSlope);

    /**
     * Carries the derivatives of a tile over to its neighbors: {@link PairTable#pull} and its companions.
     *
     * @param pairs the pairs
     * @param tile the triplets
     */
    void pull(PairTable pairs, TripletTile tile);

    /**
     * Fills the tangents of a tile.
     *
     * @param pairs the pairs with their tangents
     * @param tile the triplets
     */
    void tripletTangents(PairTable pairs, TripletTile tile);

    /**
     * The change of e_j e_k T: result = (de_j e_k + e_j de_k) T + e_j e_k dT/ds ds.
     *
     * @param tile the triplets
     * @param gaussians e, {@code [place]}
     * @param gaussianTangents de
     * @param third T
     * @param thirdSlope ∂T/∂s_jk
     * @param result receives the change
     * @param offset where it starts
     */
    void weighTangents(
            TripletTile tile,
            double[] gaussians,
            double[] gaussianTangents,
            double[] third,
            double[] thirdSlope,
            double[] result,
            int offset);
}
