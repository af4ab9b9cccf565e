package io.github.gmp.bp.symmetry.kernel;

/**
 * The loops that symmetry functions spend their time in. Stateless. All lengths and offsets of {@code [place]} and {@code [triplet]}
 * arrays are multiples of {@link #lanes()}; arrays have room for that many values.
 *
 * <p>Sums over pairs and triplets are kept apart by lane, {@code [sum][lane]}, until {@link #reduce}.
 */
public interface SymmetryKernel {
    /** Powers of cos θ up to this one are summed without being stored. */
    int HIGHEST_MOMENT = 4;
    /** Moments per group. */
    int MOMENTS = HIGHEST_MOMENT + 1;
    /** Coefficients of polynomials that are evaluated on the way. */
    int SHORT_POLYNOMIAL = 9;

    /** @return values that one instruction works on; 1 for plain loops */
    int lanes();

    /**
     * result = Σ_n c_n x^n.
     *
     * @param coefficients highest power first, 4 m + 1 of them with m ≥ 1
     * @param x arguments
     * @param result values
     * @param length number of values
     */
    void polynomial(double[] coefficients, double[] x, double[] result, int length);

    /**
     * result = exp(−rate · x).
     *
     * @param rate not negative
     * @param x arguments, not negative
     * @param result values
     * @param length number of values
     */
    void exponential(double rate, double[] x, double[] result, int length);

    /**
     * result = √x, argument = √x − shift.
     *
     * @param x not negative
     * @param shift a constant
     * @param result roots
     * @param argument shifted roots
     * @param length number of values
     */
    void root(double[] x, double shift, double[] result, double[] argument, int length);

    /**
     * result = a b.
     *
     * @param a factors
     * @param aOffset where they start
     * @param b factors
     * @param bOffset where they start
     * @param result products, may be one of the factors
     * @param offset where they start
     * @param length number of values
     */
    void multiply(double[] a, int aOffset, double[] b, int bOffset, double[] result, int offset, int length);

    /**
     * result = a / b, or 0 where b = 0.
     *
     * @param a numerators
     * @param b denominators
     * @param result quotients, may be a
     * @param length number of values
     */
    void divide(double[] a, double[] b, double[] result, int length);

    /**
     * slope ← gaussian · slope − eta · (gaussian · value), value ← gaussian · value: from f_c(√s) and exp(−η s) to their product and its
     * derivative by s.
     *
     * @param eta η
     * @param gaussian exp(−η s)
     * @param cutoff f_c
     * @param cutoffSlope ∂f_c/∂s
     * @param value receives the product; may be {@code gaussian}
     * @param slope receives its derivative
     * @param length number of values
     */
    void gaussianTimesCutoff(
            double eta,
            double[] gaussian,
            double[] cutoff,
            double[] cutoffSlope,
            double[] value,
            double[] slope,
            int length);

    /**
     * Adds w R(r) f_c(r), R = exp(−η (r − R_s)²), to the sums of the channel of each neighbor.
     *
     * @param pairs the pairs
     * @param gaussians the functions
     * @param sums {@code [sum][lane]}
     */
    void addRadial(PairTable pairs, ShiftedGaussians gaussians, double[] sums);

    /**
     * Adds Σ_f g_f ∂(w R f_c)/∂s to {@link PairTable#bySquare}.
     *
     * @param pairs the pairs
     * @param gaussians the functions
     * @param gradient g, {@code [sum]}
     */
    void pullRadial(PairTable pairs, ShiftedGaussians gaussians, double[] gradient);

    /**
     * Adds the changes of w R f_c under the tangent of the pairs to the sums of the channel of each neighbor.
     *
     * @param pairs the pairs
     * @param gaussians the functions
     * @param sums {@code [sum][lane]}
     */
    void pushRadial(PairTable pairs, ShiftedGaussians gaussians, double[] sums);

    /**
     * Fills {@link PairTable#tangentSquare} and {@link PairTable#gaussianTangents}.
     *
     * @param pairs the pairs
     * @param etas number of η
     */
    void pairTangents(PairTable pairs, int etas);

    /**
     * Fills cosines and squares of a tile.
     *
     * @param pairs the pairs
     * @param tile the triplets
     * @param largestSquare r_c²
     */
    void geometry(PairTable pairs, TripletTile tile, double largestSquare);

    /**
     * result = 1 for triplets that count, 0 for the filling of blocks.
     *
     * @param tile the triplets
     * @param result receives the masks
     */
    void masks(TripletTile tile, double[] result);

    /**
     * Sets values to 0 for the filling of blocks and where r_jk ≥ r_c.
     *
     * @param tile the triplets
     * @param largestSquare r_c²
     * @param values a value per triplet
     */
    void cutOff(TripletTile tile, double largestSquare, double[] values);

    /**
     * {@link #polynomial} of the squares of a tile, and {@link #cutOff}, in one.
     *
     * @param tile the triplets
     * @param coefficients highest power first, 4 m + 1 of them with m ≥ 1
     * @param largestSquare r_c²
     * @param values receives a value per triplet
     */
    default void cutOffPolynomial(TripletTile tile, double[] coefficients, double largestSquare, double[] values) {
        polynomial(coefficients, tile.square, values, tile.length());
        cutOff(tile, largestSquare, values);
    }

    /**
     * h₊ = (1 + c) / 2 and h₋ = (1 − c) / 2.
     *
     * @param cosine c
     * @param result receives both
     * @param plus where h₊ starts
     * @param minus where h₋ starts
     * @param length number of values
     */
    void halfAngles(double[] cosine, double[] result, int plus, int minus, int length);

    /**
     * result = e_j e_k a b.
     *
     * @param tile the triplets
     * @param gaussians e, {@code [place]}
     * @param a factors per triplet
     * @param b factors per triplet
     * @param result products per triplet
     * @param offset where they start
     */
    void weigh(TripletTile tile, double[] gaussians, double[] a, double[] b, double[] result, int offset);

    /**
     * result = e_j e_k p(s_jk) a: {@link #polynomial} and {@link #weigh} in one.
     *
     * @param tile the triplets
     * @param gaussians e, {@code [place]}
     * @param coefficients of p, highest power first, {@value #SHORT_POLYNOMIAL} of them
     * @param a factors per triplet
     * @param result products per triplet
     * @param offset where they start
     */
    void weighByPolynomial(
            TripletTile tile, double[] gaussians, double[] coefficients, double[] a, double[] result, int offset);

    /**
     * sums[5 g + q] += Σ_t w_g,t c_t^q for q = 0 … {@value #HIGHEST_MOMENT}.
     *
     * @param cosine c
     * @param weights w, {@code [g][}{@link TripletTile#CAPACITY}{@code ]}
     * @param groups number of g
     * @param sums {@code [sum][lane]}
     * @param sum the first sum
     * @param begin first triplet
     * @param end one past the last triplet
     */
    void addMoments(double[] cosine, double[] weights, int groups, double[] sums, int sum, int begin, int end);

    /**
     * sums[m] += Σ_t w_t p_m,t for consecutive m.
     *
     * @param weights w
     * @param offset where w starts
     * @param powers p
     * @param rows where the row of each m starts in {@code powers}
     * @param first the first m
     * @param count number of m
     * @param sums {@code [sum][lane]}
     * @param sum the first sum
     * @param begin first triplet
     * @param end one past the last triplet
     */
    void addProducts(
            double[] weights,
            int offset,
            double[] powers,
            int[] rows,
            int first,
            int count,
            double[] sums,
            int sum,
            int begin,
            int end);

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

    /**
     * result = Σ over the lanes.
     *
     * @param sums {@code [sum][lane]}
     * @param count number of sums
     * @param result {@code [sum]}
     */
    void reduce(double[] sums, int count, double[] result);
}
