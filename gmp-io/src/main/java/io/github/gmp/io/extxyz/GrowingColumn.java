package io.github.gmp.io.extxyz;

import java.util.Arrays;

/** Numbers that arrive one after the other: memory follows what is there, not what a file announces. */
final class GrowingColumn {
    private static final int INITIAL = 64;

    private double[] values = new double[INITIAL];
    private int size;

    void add(double value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, Math.multiplyExact(size, 2));
        }
        values[size++] = value;
    }

    double[] toArray() {
        return Arrays.copyOf(values, size);
    }
}
