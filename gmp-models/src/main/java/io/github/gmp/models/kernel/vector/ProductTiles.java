package io.github.gmp.models.kernel.vector;

import io.github.gmp.toolkit.kernel.vector.Lanes;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * C += A B for four rows and one, two or three vectors of columns. Sums are local variables, one for each vector: kept in an array, they would go
 * through memory. Element (i, k) of A lies at {@code aAt + i * rowStep + k * termStep}, so that A may be a transpose.
 */
final class ProductTiles {
    private static final VectorSpecies<Double> S = Lanes.DOUBLES;
    private static final int L = Lanes.COUNT;

    private ProductTiles() {}

    static void add1(
            int terms,
            double[] a,
            int aAt,
            int rowStep,
            int termStep,
            double[] b,
            int bAt,
            int bStride,
            double[] c,
            int cAt,
            int cStride) {
        int second = cAt + cStride;
        int third = second + cStride;
        int fourth = third + cStride;
        DoubleVector c00 = DoubleVector.fromArray(S, c, cAt);
        DoubleVector c10 = DoubleVector.fromArray(S, c, second);
        DoubleVector c20 = DoubleVector.fromArray(S, c, third);
        DoubleVector c30 = DoubleVector.fromArray(S, c, fourth);
        int at = aAt;
        int from = bAt;
        for (int k = 0; k < terms; k++) {
            DoubleVector b0 = DoubleVector.fromArray(S, b, from);
            DoubleVector a0 = DoubleVector.broadcast(S, a[at]);
            c00 = a0.fma(b0, c00);
            DoubleVector a1 = DoubleVector.broadcast(S, a[at + rowStep]);
            c10 = a1.fma(b0, c10);
            DoubleVector a2 = DoubleVector.broadcast(S, a[at + 2 * rowStep]);
            c20 = a2.fma(b0, c20);
            DoubleVector a3 = DoubleVector.broadcast(S, a[at + 3 * rowStep]);
            c30 = a3.fma(b0, c30);
            at += termStep;
            from += bStride;
        }
        c00.intoArray(c, cAt);
        c10.intoArray(c, second);
        c20.intoArray(c, third);
        c30.intoArray(c, fourth);
    }

    static void add2(
            int terms,
            double[] a,
            int aAt,
            int rowStep,
            int termStep,
            double[] b,
            int bAt,
            int bStride,
            double[] c,
            int cAt,
            int cStride) {
        int second = cAt + cStride;
        int third = second + cStride;
        int fourth = third + cStride;
        DoubleVector c00 = DoubleVector.fromArray(S, c, cAt);
        DoubleVector c01 = DoubleVector.fromArray(S, c, cAt + L);
        DoubleVector c10 = DoubleVector.fromArray(S, c, second);
        DoubleVector c11 = DoubleVector.fromArray(S, c, second + L);
        DoubleVector c20 = DoubleVector.fromArray(S, c, third);
        DoubleVector c21 = DoubleVector.fromArray(S, c, third + L);
        DoubleVector c30 = DoubleVector.fromArray(S, c, fourth);
        DoubleVector c31 = DoubleVector.fromArray(S, c, fourth + L);
        int at = aAt;
        int from = bAt;
        for (int k = 0; k < terms; k++) {
            DoubleVector b0 = DoubleVector.fromArray(S, b, from);
            DoubleVector b1 = DoubleVector.fromArray(S, b, from + L);
            DoubleVector a0 = DoubleVector.broadcast(S, a[at]);
            c00 = a0.fma(b0, c00);
            c01 = a0.fma(b1, c01);
            DoubleVector a1 = DoubleVector.broadcast(S, a[at + rowStep]);
            c10 = a1.fma(b0, c10);
            c11 = a1.fma(b1, c11);
            DoubleVector a2 = DoubleVector.broadcast(S, a[at + 2 * rowStep]);
            c20 = a2.fma(b0, c20);
            c21 = a2.fma(b1, c21);
            DoubleVector a3 = DoubleVector.broadcast(S, a[at + 3 * rowStep]);
            c30 = a3.fma(b0, c30);
            c31 = a3.fma(b1, c31);
            at += termStep;
            from += bStride;
        }
        c00.intoArray(c, cAt);
        c01.intoArray(c, cAt + L);
        c10.intoArray(c, second);
        c11.intoArray(c, second + L);
        c20.intoArray(c, third);
        c21.intoArray(c, third + L);
        c30.intoArray(c, fourth);
        c31.intoArray(c, fourth + L);
    }

    static void add3(
            int terms,
            double[] a,
            int aAt,
            int rowStep,
            int termStep,
            double[] b,
            int bAt,
            int bStride,
            double[] c,
            int cAt,
            int cStride) {
        int second = cAt + cStride;
        int third = second + cStride;
        int fourth = third + cStride;
        DoubleVector c00 = DoubleVector.fromArray(S, c, cAt);
        DoubleVector c01 = DoubleVector.fromArray(S, c, cAt + L);
        DoubleVector c02 = DoubleVector.fromArray(S, c, cAt + 2 * L);
        DoubleVector c10 = DoubleVector.fromArray(S, c, second);
        DoubleVector c11 = DoubleVector.fromArray(S, c, second + L);
        DoubleVector c12 = DoubleVector.fromArray(S, c, second + 2 * L);
        DoubleVector c20 = DoubleVector.fromArray(S, c, third);
        DoubleVector c21 = DoubleVector.fromArray(S, c, third + L);
        DoubleVector c22 = DoubleVector.fromArray(S, c, third + 2 * L);
        DoubleVector c30 = DoubleVector.fromArray(S, c, fourth);
        DoubleVector c31 = DoubleVector.fromArray(S, c, fourth + L);
        DoubleVector c32 = DoubleVector.fromArray(S, c, fourth + 2 * L);
        int at = aAt;
        int from = bAt;
        for (int k = 0; k < terms; k++) {
            DoubleVector b0 = DoubleVector.fromArray(S, b, from);
            DoubleVector b1 = DoubleVector.fromArray(S, b, from + L);
            DoubleVector b2 = DoubleVector.fromArray(S, b, from + 2 * L);
            DoubleVector a0 = DoubleVector.broadcast(S, a[at]);
            c00 = a0.fma(b0, c00);
            c01 = a0.fma(b1, c01);
            c02 = a0.fma(b2, c02);
            DoubleVector a1 = DoubleVector.broadcast(S, a[at + rowStep]);
            c10 = a1.fma(b0, c10);
            c11 = a1.fma(b1, c11);
            c12 = a1.fma(b2, c12);
            DoubleVector a2 = DoubleVector.broadcast(S, a[at + 2 * rowStep]);
            c20 = a2.fma(b0, c20);
            c21 = a2.fma(b1, c21);
            c22 = a2.fma(b2, c22);
            DoubleVector a3 = DoubleVector.broadcast(S, a[at + 3 * rowStep]);
            c30 = a3.fma(b0, c30);
            c31 = a3.fma(b1, c31);
            c32 = a3.fma(b2, c32);
            at += termStep;
            from += bStride;
        }
        c00.intoArray(c, cAt);
        c01.intoArray(c, cAt + L);
        c02.intoArray(c, cAt + 2 * L);
        c10.intoArray(c, second);
        c11.intoArray(c, second + L);
        c12.intoArray(c, second + 2 * L);
        c20.intoArray(c, third);
        c21.intoArray(c, third + L);
        c22.intoArray(c, third + 2 * L);
        c30.intoArray(c, fourth);
        c31.intoArray(c, fourth + L);
        c32.intoArray(c, fourth + 2 * L);
    }
}
