package io.github.gmp.bp.symmetry;

import io.github.gmp.bp.symmetry.kernel.PairTable;
import io.github.gmp.bp.symmetry.kernel.TripletTile;

import java.util.function.ToIntFunction;

/** The arrays that one thread computes in, for one center after the other; they grow to what the largest center needs. */
final class SymmetryWorkspace {
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
    /** Sums of the second kind over the lanes. */
    final double[] reducedSlopes;
    /** Coefficients of powers of h in derivatives, {@code [angular channel][angular sum]}. */
    final double[] slopeCoefficients;
    /** Weights of triplets, {@code [group][triplet]}. */
    final double[] weights;
    /** Further weights, likewise. */
    final double[] slopeWeights;

    /** 1 or 0 by {@link io.github.gmp.bp.symmetry.kernel.TripletKernel#masks}. */
    final double[] masks = new double[TripletTile.CAPACITY];
    /** f_c(r_jk). */
    final double[] cutoff = new double[TripletTile.CAPACITY];
    /** Its derivative by s_jk. */
    final double[] cutoffSlope = new double[TripletTile.CAPACITY];
    /** exp(−η s_jk) f_c(r_jk). */
    final double[] third = new double[TripletTile.CAPACITY];
    /** Its derivative by s_jk. */
    final double[] thirdSlope = new double[TripletTile.CAPACITY];
    /** The angular factor of the functions that have no moments. */
    final double[] angular = new double[TripletTile.CAPACITY];
    /** Its derivative by cos θ. */
    final double[] angularSlope = new double[TripletTile.CAPACITY];
    /** Room for a function of the triplet. */
    final double[] work = new double[TripletTile.CAPACITY];
    /** Stays zero: the derivative by the third side of functions without it. */
    final double[] zeros = new double[TripletTile.CAPACITY];

    /** {@link PairTable#firstPull} over the lanes, {@code [4][place]}. */
    double[][] firstPull = new double[4][0];

    SymmetryWorkspace(int lanes, SymmetryFunctionLayout layout) {
        tile = new TripletTile(lanes);
        int channels = layout.channels().radialChannels();
        channelBegin = new int[channels + 1];
        channelCount = new int[channels];
        int sumCount = largest(layout, CenterPlan::sums);
        sums = new double[sumCount * lanes];
        slopeSums = new double[sumCount * lanes];
        reduced = new double[sumCount];
        reducedSlopes = new double[sumCount];
        slopeCoefficients = new double[sumCount];
        powers = new double[TripletTile.CAPACITY * largest(layout, plan -> plan.powers.rows())];
        weights = new double[TripletTile.CAPACITY * largest(layout, plan -> plan.groups.length)];
        slopeWeights = new double[weights.length];
    }

    private static int largest(SymmetryFunctionLayout layout, ToIntFunction<CenterPlan> size) {
        return layout.plans().mapToInt(size).max().orElse(0);
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
