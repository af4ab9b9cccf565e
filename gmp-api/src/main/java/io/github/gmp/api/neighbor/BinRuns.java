package io.github.gmp.api.neighbor;

import java.util.Arrays;

/** Runs of places that may be (or surely are) within the cutoff of one center; scratch memory, filled for one center after the other. */
final class BinRuns {
    int count;
    int[] from = new int[64];
    int[] to = new int[64];
    /** Whether every place of the run is within the cutoff. */
    boolean[] inside = new boolean[64];

    void clear() {
        count = 0;
    }

    void add(int begin, int end, boolean isInside) {
        if (begin >= end) {
            return;
        }
        if (count == from.length) {
            from = Arrays.copyOf(from, 2 * count);
            to = Arrays.copyOf(to, 2 * count);
            inside = Arrays.copyOf(inside, 2 * count);
        }
        from[count] = begin;
        to[count] = end;
        inside[count] = isInside;
        count++;
    }
}
