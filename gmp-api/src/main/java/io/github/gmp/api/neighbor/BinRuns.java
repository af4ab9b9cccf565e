package io.github.gmp.api.neighbor;

/** Runs of places that may be within the cutoff of one center; scratch memory, filled for one center after the other. */
final class BinRuns {
    int count;
    /** Number of places in all runs together. */
    int places;

    int[] from = new int[0];
    int[] to = new int[0];
    /** Squares of the distances from the center to the rows along the second axis. */
    double[] nearSquares = new double[0];

    /** Empties the runs and makes room for one in each row of a square of rows, and one more. */
    void clear(int rowsA, int rowsB) {
        count = 0;
        places = 0;
        int most = rowsA * rowsB + 1;
        if (from.length < most) {
            from = new int[2 * most];
            to = new int[2 * most];
        }
        if (nearSquares.length < rowsB) {
            nearSquares = new double[2 * rowsB];
        }
    }

    void add(int begin, int end) {
        from[count] = begin;
        to[count] = end;
        count++;
        places += end - begin;
    }
}
