package io.github.gmp.models.kernel.vector;

import static jdk.incubator.vector.VectorOperators.ABS;
import static jdk.incubator.vector.VectorOperators.LSHL;

import io.github.gmp.models.kernel.NetworkKernels;
import io.github.gmp.toolkit.kernel.vector.Lanes;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorSpecies;

/** tanh and exponential of many numbers. One loop per method, vectors never leave it. */
final class VectorFunctions {
    private static final VectorSpecies<Double> S = Lanes.DOUBLES;
    private static final int L = Lanes.COUNT;

    /** log₂ e − {@link Lanes#LOG2_E}. */
    private static final double LOG2_E_REST = 2.0355273740931033e-17;

    private static final double LN_2 = 0.6931471805599453;

    /** ln 2 with zeros at its end, so that its product with a small whole number is exact; and the rest. */
    private static final double LN_2_HIGH = 0x1.62e42fefap-1;

    private static final double LN_2_LOW = 0x1.cf79abc9e3b3ap-40;

    /** 2x beyond which tanh x is 1. */
    private static final double SATURATION = 44.0;

    /** Adding it rounds to a whole number, kept in the low bits of the significand. */
    private static final double ROUNDING = 0x1.8p52;

    private static final double LOWEST = -NetworkKernels.LARGEST_EXPONENT;
    private static final double HIGHEST = -NetworkKernels.LEAST_EXPONENT;
    private static final int SIGNIFICAND_BITS = 52;
    private static final long SIGN = 1L << 63;
    private static final long ONE = Double.doubleToRawLongBits(1.0);

    private VectorFunctions() {}

    /**
     * tanh|x| = m / (m + 2), m = e^y − 1, y = 2|x| = k ln 2 + r with |r| ≤ ln 2 / 2: m = 2^k p + (2^k − 1), p = e^r − 1 by its Taylor series
     * to r¹⁴ / 14!. No step loses digits to cancellation, also for small x.
     */
    static void hyperbolicTangent(double[] inputs, double[] values, int count) {
        for (int i = 0; i < count; i += L) {
            DoubleVector x = DoubleVector.fromArray(S, inputs, i);
            LongVector sign = x.reinterpretAsLongs().and(SIGN);
            DoubleVector y = x.lanewise(ABS).mul(2.0).min(SATURATION);
            DoubleVector shifted = y.mul(Lanes.LOG2_E).add(ROUNDING);
            DoubleVector k = shifted.sub(ROUNDING);
            DoubleVector r = k.fma(DoubleVector.broadcast(S, -LN_2_HIGH), y).sub(k.mul(LN_2_LOW));
            DoubleVector p = DoubleVector.broadcast(S, 1.0 / 87178291200L)
                    .fma(r, DoubleVector.broadcast(S, 1.0 / 6227020800L))
                    .fma(r, DoubleVector.broadcast(S, 1.0 / 479001600))
                    .fma(r, DoubleVector.broadcast(S, 1.0 / 39916800))
                    .fma(r, DoubleVector.broadcast(S, 1.0 / 3628800))
                    .fma(r, DoubleVector.broadcast(S, 1.0 / 362880))
                    .fma(r, DoubleVector.broadcast(S, 1.0 / 40320))
                    .fma(r, DoubleVector.broadcast(S, 1.0 / 5040))
                    .fma(r, DoubleVector.broadcast(S, 1.0 / 720))
                    .fma(r, DoubleVector.broadcast(S, 1.0 / 120))
                    .fma(r, DoubleVector.broadcast(S, 1.0 / 24))
                    .fma(r, DoubleVector.broadcast(S, 1.0 / 6))
                    .fma(r, DoubleVector.broadcast(S, 1.0 / 2));
            p = p.mul(r).fma(r, r);
            DoubleVector power = shifted.reinterpretAsLongs()
                    .lanewise(LSHL, SIGNIFICAND_BITS)
                    .add(ONE)
                    .reinterpretAsDoubles();
            DoubleVector m = power.fma(p, power.sub(1.0));
            m.div(m.add(2.0))
                    .reinterpretAsLongs()
                    .or(sign)
                    .reinterpretAsDoubles()
                    .intoArray(values, i);
        }
    }

    /** e^−x = 2^h · (1 + l ln 2) with h + l = −x log₂ e, of which h is what one number can hold. */
    static void decay(double[] inputs, double[] values, int count) {
        for (int i = 0; i < count; i += L) {
            DoubleVector.fromArray(S, inputs, i)
                    .max(LOWEST)
                    .min(HIGHEST)
                    .mul(-Lanes.LOG2_E)
                    .intoArray(values, i);
        }
        Lanes.exp2(values, 0, count / L, L);
        for (int i = 0; i < count; i += L) {
            DoubleVector x = DoubleVector.fromArray(S, inputs, i).max(LOWEST).min(HIGHEST);
            DoubleVector h = x.mul(-Lanes.LOG2_E);
            DoubleVector l = x.fma(DoubleVector.broadcast(S, -Lanes.LOG2_E), h.neg())
                    .sub(x.mul(LOG2_E_REST))
                    .mul(LN_2);
            DoubleVector power = DoubleVector.fromArray(S, values, i);
            power.fma(l, power).intoArray(values, i);
        }
    }
}
