package io.github.gmp.toolkit.kernel.vector;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * The vectors of this machine and the functions that kernels share. Methods are small so that the compiler inlines them; a vector that
 * crosses a call which is not inlined costs an allocation.
 */
public final class Lanes {
    /** Vectors of doubles, as wide as the processor likes them. */
    public static final VectorSpecies<Double> DOUBLES = DoubleVector.SPECIES_PREFERRED;

    /** Number of lanes; array sections that kernels load are padded to a multiple of it. */
    public static final int COUNT = DOUBLES.length();

    /** Of eight lanes, the two halves are added first: a shorter chain of additions. */
    private static final int SUMMED = COUNT == 8 ? COUNT / 2 : COUNT;

    /** log₂ e: e^x = 2^(x log₂ e). Callers fold it into constants. */
    public static final double LOG2_E = 1.4426950408889634;

    /** 2^−300 changes no sum; what lies below would drop into the denormal numbers, which are many times slower. */
    private static final double SMALLEST_POWER = -300;

    /** Adding it rounds to a whole number, kept in the low bits of the significand. */
    private static final double ROUNDING = 0x1.8p52;

    private static final int SIGNIFICAND_BITS = 52;

    private Lanes() {}

    /**
     * Adds up the lanes of many vectors: every vector becomes one number, in a fixed order of additions.
     *
     * @param vectors vectors one after the other
     * @param count number of vectors
     * @param sums the sum of each vector is added to it
     */
    public static void addUp(double[] vectors, int count, double[] sums) {
        // Not reduceLanes, whose order of additions is not defined: on JDK 25 compiled code has another than
        // interpreted code, so that the last
        // bits depended on when the compiler came.
        for (int i = 0; i < count; i++) {
            int first = i * COUNT;
            double sum = 0;
            for (int lane = 0; lane < SUMMED; lane++) {
                sum += SUMMED < COUNT ? vectors[first + lane] + vectors[first + SUMMED + lane] : vectors[first + lane];
            }
            sums[i] += sum;
        }
    }

    /**
     * {@return the smallest multiple of {@link #COUNT} that holds so many values}
     *
     * @param count number of values
     */
    public static int padded(int count) {
        return (count + COUNT - 1) / COUNT * COUNT;
    }

    /**
     * Replaces numbers y by 2^y, for y ≤ 1000 with a relative error below 2.5e-16; y below −300 counts as −300.
     *
     * <p>y = k + f with whole k and |f| ≤ ½; 2^f = 1 + f p(f), p of degree 10 interpolating in the Chebyshev points.
     *
     * <p>From array to array on purpose: a method that returns a vector is compiled on its own when it is hot, and then no longer inlined into
     * its callers because it is large, which puts every vector on the heap.
     *
     * @param values exponents, replaced by the powers
     * @param from where the first vector starts
     * @param count number of vectors
     * @param step from one vector to the next
     */
    public static void exp2(double[] values, int from, int count, int step) {
        int at = from;
        for (int i = 0; i < count; i++) {
            // One operation, where comparing and blending would be two with a mask between them.
            DoubleVector bounded =
                    DoubleVector.fromArray(DOUBLES, values, at).max(DoubleVector.broadcast(DOUBLES, SMALLEST_POWER));
            DoubleVector shifted = bounded.add(ROUNDING);
            DoubleVector f = bounded.sub(shifted.sub(ROUNDING));
            DoubleVector p = DoubleVector.broadcast(DOUBLES, 4.4549605981865186e-10)
                    .fma(f, DoubleVector.broadcast(DOUBLES, 7.072585949269223e-09))
                    .fma(f, DoubleVector.broadcast(DOUBLES, 1.0178062445845774e-07))
                    .fma(f, DoubleVector.broadcast(DOUBLES, 1.321544258792169e-06))
                    .fma(f, DoubleVector.broadcast(DOUBLES, 1.525273382983612e-05))
                    .fma(f, DoubleVector.broadcast(DOUBLES, 0.0001540353044173605))
                    .fma(f, DoubleVector.broadcast(DOUBLES, 0.0013333558146416936))
                    .fma(f, DoubleVector.broadcast(DOUBLES, 0.009618129107606888))
                    .fma(f, DoubleVector.broadcast(DOUBLES, 0.0555041086648216))
                    .fma(f, DoubleVector.broadcast(DOUBLES, 0.24022650695910097))
                    .fma(f, DoubleVector.broadcast(DOUBLES, 0.6931471805599453))
                    .fma(f, DoubleVector.broadcast(DOUBLES, 1.0));
            // 2^k by adding k to the exponent; the rest of the rounding constant is shifted out.
            LongVector exponent = shifted.reinterpretAsLongs().lanewise(VectorOperators.LSHL, SIGNIFICAND_BITS);
            p.reinterpretAsLongs().add(exponent).reinterpretAsDoubles().intoArray(values, at);
            at += step;
        }
    }
}
