package io.github.gmp.bp.symmetry.kernel;

/**
 * The neighbors of one center with everything that depends on one pair only, as a structure of arrays. Scratch memory, loaded for one
 * center after the other.
 *
 * <p>Neighbors stand in places, grouped by channel; every group starts at a multiple of the lanes of the kernel and is filled up with
 * places of weight 0, so that a block of lanes belongs to one channel. d = r_j − r_i, s = |d|². Derivatives are by s: ∂/∂d = 2 d ∂/∂s
 * needs no division and is right, namely zero, for a neighbor at the very place of the center.
 */
public final class PairTable {
    /** Places in use, a multiple of the lanes. */
    public int places;

    /** d_x in Å, {@code [place]}. */
    public double[] x = {};
    /** d_y in Å. */
    public double[] y = {};
    /** d_z in Å. */
    public double[] z = {};
    /** r = |d| in Å. */
    public double[] distance = {};
    /** w, the weight of the neighbor's element; 0 where there is no neighbor. */
    public double[] weight = {};
    /** Where the sums of the neighbor's channel start, {@code [place]}; equal within a block. */
    public int[] channel = {};

    /** 1 / r, or 0 where r = 0. */
    public double[] inverse = {};
    /** s = r² in Å². */
    public double[] square = {};
    /** w f_c(r). */
    public double[] cutoff = {};
    /** ∂(w f_c)/∂s. */
    public double[] cutoffSlope = {};
    /** w exp(−η r²) f_c(r), {@code [eta][place]}. */
    public double[][] gaussians = {};
    /** Derivatives of {@link #gaussians} by s. */
    public double[][] gaussianSlopes = {};

    /** Change of d under a tangent, x, {@code [place]}. */
    public double[] tangentX = {};
    /** Change of d under a tangent, y. */
    public double[] tangentY = {};
    /** Change of d under a tangent, z. */
    public double[] tangentZ = {};
    /** Change of s under a tangent. */
    public double[] tangentSquare = {};
    /** Change of {@link #gaussians} under a tangent. */
    public double[][] gaussianTangents = {};

    /** ∂E/∂s without the triplets, {@code [place]}. */
    public double[] bySquare = {};
    /** Σ α d_k per component and place where the neighbor is the second of a triplet, {@code [3][place]}; see {@link TripletTile}. */
    public double[][] pull = new double[3][0];
    /** Factor of the neighbor's own d, likewise. */
    public double[] ownPull = {};
    /** The same where the neighbor is the first of a triplet, {@code [4][place][lane]}: x, y, z, own factor. */
    public double[][] firstPull = new double[4][0];

    /** Radial functions without cutoff, {@code [block of lanes][function][lane]}. */
    public double[] radial = {};
    /** Room for a function of the pair, {@code [place]}. */
    public double[] work = {};
    /** More room of that kind. */
    public double[] work2 = {};

    /**
     * Makes room.
     *
     * @param count number of places, a multiple of {@code lanes}
     * @param etas number of different η
     * @param lanes lanes of the kernel
     */
    public void reserve(int count, int etas, int lanes) {
        places = count;
        if (x.length < count) {
            // A quarter more than asked for: the numbers of neighbors in a crystal differ a little.
            allocate((count + count / 4 + lanes) / lanes * lanes, lanes);
            gaussians = new double[0][];
        }
        if (gaussians.length < etas) {
            gaussians = new double[etas][x.length];
            gaussianSlopes = new double[etas][x.length];
            gaussianTangents = new double[etas][x.length];
        }
    }

    /**
     * Makes room for {@link #radial}.
     *
     * @param functions number of radial functions
     */
    public void reserveRadial(int functions) {
        if (radial.length < places * functions) {
            radial = new double[x.length * functions];
        }
    }

    private void allocate(int size, int lanes) {
        x = new double[size];
        y = new double[size];
        z = new double[size];
        distance = new double[size];
        weight = new double[size];
        channel = new int[size];
        inverse = new double[size];
        square = new double[size];
        cutoff = new double[size];
        cutoffSlope = new double[size];
        tangentX = new double[size];
        tangentY = new double[size];
        tangentZ = new double[size];
        tangentSquare = new double[size];
        bySquare = new double[size];
        pull = new double[3][size];
        ownPull = new double[size];
        firstPull = new double[4][size * lanes];
        work = new double[size];
        work2 = new double[size];
    }
}
