package io.github.gmp.bp.symmetry;

import io.github.gmp.bp.symmetry.kernel.PairTable;
import io.github.gmp.bp.symmetry.kernel.TripletTile;

/** The arrays that one thread computes in, for one center after the other; they grow to what the largest center needs. */
final class Workspace {
    final PairTable pairs = new PairTable();
    final TripletTile tile;

    /** Place of each neighbor, in the order of the neighbor list. */
    int[] placeOfNeighbor = {};
    /** First place of each radial channel, and one past the last place. */
    final int[] channelBegin;
    /** Neighbors of each radial channel. */
    final int[] channelCount;

    /** Powers of h, {@code [row][triplet]}. */
    final double[] powers;
    /** Sums, {@code [sum][lane]}. */
    final double[] sums;
    /** Sums of a second kind. */
    final double[] slopeSums;
    /** Sums over the lanes, or a gradient by them. */
    final double[] reduced;
    /** Coefficients of powers of h, {@code [angular channel][function]}. */
    final double[] valueCoefficients;
    /** Coefficients of powers of h in derivatives. */
    final double[] slopeCoefficients;

    final double[] cutoff = new double[TripletTile.CAPACITY];
    final double[] cutoffSlope = new double[TripletTile.CAPACITY];
    final double[] third = new double[TripletTile.CAPACITY];
    final double[] thirdSlope = new double[TripletTile.CAPACITY];
    final double[] weights = new double[TripletTile.CAPACITY];
    final double[] angular = new double[TripletTile.CAPACITY];
    final double[] angularSlope = new double[TripletTile.CAPACITY];
    /** Stays zero: the derivative by the third side of functions without it. */
    final double[] zeros = new double[TripletTile.CAPACITY];

    /** {@link PairTable#firstPull} over the lanes, {@code [4][place]}. */
    double[][] firstPull = new double[4][0];

    Workspace(int lanes, SymmetryFunctionLayout layout) {
        tile = new TripletTile(lanes);
        int channels = layout.channels().radialChannels();
        channelBegin = new int[channels + 1];
        channelCount = new int[channels];
        int sumCount = layout.plans().mapToInt(CenterPlan::sums).max().orElse(0);
        powers = new double
                [TripletTile.CAPACITY
                        * layout.plans().mapToInt(p -> p.powers.rows()).max().orElse(0)];
        sums = new double[sumCount * lanes];
        slopeSums = new double[sumCount * lanes];
        reduced = new double[sumCount];
        valueCoefficients = new double[sumCount];
        slopeCoefficients = new double[sumCount];
    }

    /** Makes room for the neighbors of one center. */
    void reserveNeighbors(int count) {
        if (placeOfNeighbor.length < count) {
            placeOfNeighbor = new int[count + count / 4];
        }
    }

    /** Makes room for the sums over lanes of the places of one center. */
    void reserveFirstPull(int places) {
        if (firstPull[0].length < places) {
            firstPull = new double[4][pairs.x.length];
        }
    }
}
