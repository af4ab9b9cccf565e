package io.github.gmp.api.neighbor;

import io.github.gmp.api.error.DataException;

import java.util.Locale;

/**
 * How much memory one neighbor list may take, asked before anything is allocated.
 *
 * @param allowedBytes the bytes
 */
record ListMemory(long allowedBytes) {
    /** Some JVMs cannot make arrays of the last few sizes. */
    private static final int LONGEST_ARRAY = Integer.MAX_VALUE - 8;

    /** Half of what this process may take: the structure, features and gradients want memory as well. */
    static ListMemory ofProcess() {
        return new ListMemory(Runtime.getRuntime().maxMemory() / 2);
    }

    boolean holds(long pairs) {
        return pairs <= LONGEST_ARRAY && pairs * NeighborList.BYTES_PER_PAIR <= allowedBytes;
    }

    /** @throws DataException if a list of so many pairs is not allowed */
    void requirePairs(int centers, double cutoff, long pairs) {
        if (!holds(pairs)) {
            throw new DataException(String.format(
                    Locale.ROOT,
                    "a neighbor list of %,d atoms with a cutoff of %s Å has %,d pairs and needs %,d MB; allowed are %s:"
                            + " choose a smaller cutoff, give Java more memory (-Xmx), or work on fewer atoms at a time",
                    centers,
                    cutoff,
                    pairs,
                    megabytes(pairs * (double) NeighborList.BYTES_PER_PAIR),
                    pairs > LONGEST_ARRAY
                            ? String.format(Locale.ROOT, "%,d pairs", LONGEST_ARRAY)
                            : String.format(
                                    Locale.ROOT,
                                    "%,d MB, half of the memory of the Java process",
                                    allowedBytes / (1 << 20))));
        }
    }

    /** @throws DataException if so many periodic images are not allowed */
    void requireImages(int atoms, double cutoff, double images, int bytesPerImage) {
        if (!(images <= LONGEST_ARRAY && images * bytesPerImage <= allowedBytes)) {
            throw new DataException(String.format(
                    Locale.ROOT,
                    "%,d atoms have %,.0f periodic images within reach of a cutoff of %s Å, which need %,d MB; allowed are"
                            + " %,d MB, half of the memory of the Java process: choose a smaller cutoff, or give Java more"
                            + " memory (-Xmx)",
                    atoms,
                    images,
                    cutoff,
                    megabytes(images * bytesPerImage),
                    allowedBytes / (1 << 20)));
        }
    }

    private static long megabytes(double bytes) {
        return (long) Math.ceil(bytes / (1 << 20));
    }
}
