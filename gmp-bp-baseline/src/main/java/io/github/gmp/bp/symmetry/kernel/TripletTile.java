package io.github.gmp.bp.symmetry.kernel;

/**
 * A bounded number of triplets (center, first neighbor, second neighbor) and what is computed for each, as a structure of arrays.
 * Scratch memory, filled again and again until a center is done, small enough for the nearest cache.
 *
 * <p>Triplets come in blocks of as many as the kernel has lanes: one first neighbor j with consecutive places of second neighbors k, all
 * of one pair of channels. Blocks with the same second neighbors follow one another. With the gradient ∂E/∂d_j = Σ_k α d_k + d_j Σ_k β_j, and likewise for k with the same α,
 * α = (∂E/∂c) / (r_j r_k) − 2 ∂E/∂s_jk and β_j = 2 ∂E/∂s_j + 2 ∂E/∂s_jk − c (∂E/∂c) / r_j², where c = cos θ and s = r².
 */
public final class TripletTile {
    /** Triplets that a tile holds; the arrays that a loop touches at a time stay in the first-level cache. */
    public static final int CAPACITY = 384;

    /** Lanes per block. */
    public final int lanes;
    /** Blocks in use. */
    public int blocks;
    /** Place of the first neighbor, {@code [block]}. */
    public final int[] first;
    /** Place of the second neighbor of the first lane, {@code [block]}. */
    public final int[] second;
    /** Which lanes count: a row of {@link #laneMasks}, as an index into it, {@code [block]}. */
    public final int[] maskRow;
    /** The pair of channels, {@code [block]}, ascending. */
    public final int[] channel;
    /** 0 or 1, {@code [row][lane]}: row b has zeros up to and including lane b, row {@link #lanes} is all ones. */
    public final double[] laneMasks;

    /** c = cos θ_jik, {@code [triplet]}. */
    public final double[] cosine = new double[CAPACITY];
    /** s_jk = r_jk² in Å², at most r_c². */
    public final double[] square = new double[CAPACITY];

    /** ∂E/∂c. */
    public final double[] byCosine = new double[CAPACITY];
    /** ∂E/∂s_jk. */
    public final double[] bySquare = new double[CAPACITY];
    /** ∂E/∂s_j. */
    public final double[] byFirst = new double[CAPACITY];
    /** ∂E/∂s_k. */
    public final double[] bySecond = new double[CAPACITY];
    /** Change of c under a tangent. */
    public final double[] cosineTangent = new double[CAPACITY];
    /** Change of s_jk under a tangent. */
    public final double[] squareTangent = new double[CAPACITY];

    /** @param lanes lanes per block, a divisor of {@link #CAPACITY} */
    public TripletTile(int lanes) {
        this.lanes = lanes;
        int most = CAPACITY / lanes;
        first = new int[most];
        second = new int[most];
        maskRow = new int[most];
        channel = new int[most];
        laneMasks = new double[(lanes + 1) * lanes];
        for (int row = 0; row <= lanes; row++) {
            for (int lane = 0; lane < lanes; lane++) {
                laneMasks[row * lanes + lane] = row == lanes || lane > row ? 1 : 0;
            }
        }
    }

    /** {@return the triplets in use, a multiple of the lanes} */
    public int length() {
        return blocks * lanes;
    }
}
