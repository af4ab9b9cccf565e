package io.github.gmp.bp.symmetry.kernel;

/**
 * Loops over the triplets of a tile: geometry, weights and sums of angular symmetry functions. Stateless.
 *
 * <p>Sums are kept apart by lane, {@code [sum][lane]}, until {@link ArrayKernel#reduce}.
 */
public interface TripletKernel {
    /** Powers of cos θ up to this one are summed without being stored. */
    int HIGHEST_MOMENT = 4;

    /** Moments per group. */
    int MOMENTS = HIGHEST_MOMENT + 1;

    /** Coefficients of polynomials that are evaluated on the way. */
    int SHORT_POLYNOMIAL = 9;

    /** Coefficients of the cosine cutoff, the usual one, as a polynomial in s. */
    int CUTOFF_POLYNOMIAL = 13;

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
     * A cutoff function of the third side, p(s_jk), then as {@link #cutOff}.
     *
     * @param tile the triplets
     * @param coefficients of p, highest power first, {@value #CUTOFF_POLYNOMIAL} of them
     * @param largestSquare r_c²
     * @param values receives a value per triplet
     */
    void cutOffPolynomial(TripletTile tile, double[] coefficients, double largestSquare, double[] values);

    /**
     * The same with the derivative.
     *
     * @param tile the triplets
     * @param coefficients of p, highest power first, {@value #CUTOFF_POLYNOMIAL} of them
     * @param largestSquare r_c²
     * @param values receives a value per triplet
     * @param slopes receives its derivative by s_jk
     */
    void cutOffPolynomial(
            TripletTile tile, double[] coefficients, double largestSquare, double[] values, double[] slopes);

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
     * result = e_j e_k p(s_jk) a: {@link ArrayKernel#polynomial} and {@link #weigh} in one.
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
}
