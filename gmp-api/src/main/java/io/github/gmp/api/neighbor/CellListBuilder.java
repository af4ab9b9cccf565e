package io.github.gmp.api.neighbor;

import io.github.gmp.api.structure.AtomicStructure;

import java.util.Arrays;

/** Builds neighbor lists by sorting atoms into bins along the (completed) lattice vectors. */
final class CellListBuilder {
    private static final int INITIAL_PAIRS_PER_ATOM = 16;
    /** More bins than a few per atom would only cost memory (a sparse gas in a huge box). */
    private static final int BINS_PER_ATOM = 4;

    private static final int SMALLEST_BIN_LIMIT = 64;

    private final double cutoff;
    private final int atoms;
    /** Positions with the periodic coordinates wrapped into the cell. */
    private final double[] wrapped;

    private final double[] lattice;
    private final boolean[] periodic = new boolean[3];
    private final int[] bins = new int[3];
    /** How many bins away a neighbor can be, per axis. */
    private final int[] reach = new int[3];

    private final int[] binOfAtom;
    private final int[] binStart;
    private final int[] atomsByBin;

    private int[] neighbors;
    private double[] vectors;
    private double[] distances;
    private int pairs;

    CellListBuilder(AtomicStructure structure, double cutoff) {
        if (!(cutoff > 0) || !Double.isFinite(cutoff)) {
            throw new IllegalArgumentException("a cutoff must be positive and finite, got " + cutoff);
        }
        this.cutoff = cutoff;
        atoms = structure.size();
        lattice = structure.cell().completed();
        wrapped = structure.positions();
        binOfAtom = new int[3 * atoms];
        double[] inverse = inverse(lattice);
        double[] fractional = new double[3 * atoms];
        double[] origin = new double[3];
        double[] range = new double[3];
        double[] extent = new double[3];
        for (int v = 0; v < 3; v++) {
            periodic[v] = structure.cell().periodic(v);
            wrap(v, inverse, fractional);
            findRange(v, fractional, origin, range);
            extent[v] = range[v] * planeDistance(inverse, v);
        }
        chooseBins(extent);
        for (int v = 0; v < 3; v++) {
            assignBins(v, fractional, origin[v], range[v]);
        }
        int total = bins[0] * bins[1] * bins[2];
        binStart = new int[total + 1];
        atomsByBin = new int[atoms];
        sortByBin();
        int capacity = Math.max(INITIAL_PAIRS_PER_ATOM, Math.multiplyExact(atoms, INITIAL_PAIRS_PER_ATOM));
        neighbors = new int[capacity];
        vectors = new double[3 * capacity];
        distances = new double[capacity];
    }

    /** Fractional coordinates along one axis; atoms are moved into the cell where it is periodic. */
    private void wrap(int v, double[] inverse, double[] fractional) {
        for (int i = 0; i < atoms; i++) {
            double s = wrapped[3 * i] * inverse[v]
                    + wrapped[3 * i + 1] * inverse[3 + v]
                    + wrapped[3 * i + 2] * inverse[6 + v];
            if (periodic[v]) {
                double cells = Math.floor(s);
                s -= cells;
                for (int a = 0; a < 3; a++) {
                    wrapped[3 * i + a] -= cells * lattice[3 * v + a];
                }
            }
            fractional[3 * i + v] = s;
        }
    }

    private void findRange(int v, double[] fractional, double[] origin, double[] range) {
        if (periodic[v] || atoms == 0) {
            range[v] = 1;
            return;
        }
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < atoms; i++) {
            low = Math.min(low, fractional[3 * i + v]);
            high = Math.max(high, fractional[3 * i + v]);
        }
        origin[v] = low;
        range[v] = Math.max(high - low, Double.MIN_NORMAL);
    }

    /** Column v of the inverse is the reciprocal vector: the inverse of its length is the distance between lattice planes. */
    private static double planeDistance(double[] inverse, int v) {
        return 1
                / Math.sqrt(
                        inverse[v] * inverse[v] + inverse[3 + v] * inverse[3 + v] + inverse[6 + v] * inverse[6 + v]);
    }

    /** Bins as wide as the cutoff or wider; where they would be too many, the finest axis is made coarser first. */
    private void chooseBins(double[] extent) {
        double[] wanted = new double[3];
        for (int v = 0; v < 3; v++) {
            wanted[v] = Math.max(1, Math.floor(extent[v] / cutoff));
        }
        double limit = Math.max(SMALLEST_BIN_LIMIT, (double) BINS_PER_ATOM * atoms);
        while (wanted[0] * wanted[1] * wanted[2] > limit) {
            int finest = wanted[0] >= wanted[1] && wanted[0] >= wanted[2] ? 0 : wanted[1] >= wanted[2] ? 1 : 2;
            wanted[finest] = Math.floor(wanted[finest] / 2);
        }
        for (int v = 0; v < 3; v++) {
            bins[v] = (int) wanted[v];
            double across = Math.ceil(cutoff / (extent[v] / bins[v]));
            reach[v] = (int) (periodic[v] ? across : Math.min(bins[v], across));
        }
    }

    private void assignBins(int v, double[] fractional, double origin, double range) {
        for (int i = 0; i < atoms; i++) {
            int bin = (int) ((fractional[3 * i + v] - origin) / range * bins[v]);
            binOfAtom[3 * i + v] = Math.min(Math.max(bin, 0), bins[v] - 1);
        }
    }

    private int flatBin(int a, int b, int c) {
        return (a * bins[1] + b) * bins[2] + c;
    }

    private void sortByBin() {
        for (int i = 0; i < atoms; i++) {
            binStart[flatBin(binOfAtom[3 * i], binOfAtom[3 * i + 1], binOfAtom[3 * i + 2]) + 1]++;
        }
        for (int b = 0; b + 1 < binStart.length; b++) {
            binStart[b + 1] += binStart[b];
        }
        int[] next = Arrays.copyOf(binStart, binStart.length);
        for (int i = 0; i < atoms; i++) {
            atomsByBin[next[flatBin(binOfAtom[3 * i], binOfAtom[3 * i + 1], binOfAtom[3 * i + 2])]++] = i;
        }
    }

    NeighborList build() {
        int[] offsets = new int[atoms + 1];
        for (int i = 0; i < atoms; i++) {
            findNeighbors(i);
            offsets[i + 1] = pairs;
        }
        return new NeighborList(
                cutoff,
                atoms,
                0,
                offsets,
                Arrays.copyOf(neighbors, pairs),
                Arrays.copyOf(vectors, 3 * pairs),
                Arrays.copyOf(distances, pairs));
    }

    private void findNeighbors(int i) {
        for (int a = first(0, i); a <= last(0, i); a++) {
            int shiftA = Math.floorDiv(a, bins[0]);
            for (int b = first(1, i); b <= last(1, i); b++) {
                int shiftB = Math.floorDiv(b, bins[1]);
                for (int c = first(2, i); c <= last(2, i); c++) {
                    int shiftC = Math.floorDiv(c, bins[2]);
                    int bin = flatBin(a - shiftA * bins[0], b - shiftB * bins[1], c - shiftC * bins[2]);
                    scanBin(i, bin, shiftA, shiftB, shiftC);
                }
            }
        }
    }

    private int first(int v, int i) {
        int bin = binOfAtom[3 * i + v] - reach[v];
        return periodic[v] ? bin : Math.max(bin, 0);
    }

    private int last(int v, int i) {
        int bin = binOfAtom[3 * i + v] + reach[v];
        return periodic[v] ? bin : Math.min(bin, bins[v] - 1);
    }

    private void scanBin(int i, int bin, int shiftA, int shiftB, int shiftC) {
        double x = shiftA * lattice[0] + shiftB * lattice[3] + shiftC * lattice[6] - wrapped[3 * i];
        double y = shiftA * lattice[1] + shiftB * lattice[4] + shiftC * lattice[7] - wrapped[3 * i + 1];
        double z = shiftA * lattice[2] + shiftB * lattice[5] + shiftC * lattice[8] - wrapped[3 * i + 2];
        boolean home = shiftA == 0 && shiftB == 0 && shiftC == 0;
        for (int k = binStart[bin]; k < binStart[bin + 1]; k++) {
            int j = atomsByBin[k];
            double dx = wrapped[3 * j] + x;
            double dy = wrapped[3 * j + 1] + y;
            double dz = wrapped[3 * j + 2] + z;
            double square = dx * dx + dy * dy + dz * dz;
            if (square < cutoff * cutoff && !(home && j == i)) {
                append(j, dx, dy, dz, Math.sqrt(square));
            }
        }
    }

    private void append(int j, double dx, double dy, double dz, double distance) {
        if (pairs == neighbors.length) {
            int capacity = Math.multiplyExact(pairs, 2);
            neighbors = Arrays.copyOf(neighbors, capacity);
            vectors = Arrays.copyOf(vectors, Math.multiplyExact(capacity, 3));
            distances = Arrays.copyOf(distances, capacity);
        }
        neighbors[pairs] = j;
        vectors[3 * pairs] = dx;
        vectors[3 * pairs + 1] = dy;
        vectors[3 * pairs + 2] = dz;
        distances[pairs] = distance;
        pairs++;
    }

    private static double[] inverse(double[] m) {
        double c00 = m[4] * m[8] - m[5] * m[7];
        double c01 = m[5] * m[6] - m[3] * m[8];
        double c02 = m[3] * m[7] - m[4] * m[6];
        double determinant = m[0] * c00 + m[1] * c01 + m[2] * c02;
        return new double[] {
            c00 / determinant,
            (m[2] * m[7] - m[1] * m[8]) / determinant,
            (m[1] * m[5] - m[2] * m[4]) / determinant,
            c01 / determinant,
            (m[0] * m[8] - m[2] * m[6]) / determinant,
            (m[2] * m[3] - m[0] * m[5]) / determinant,
            c02 / determinant,
            (m[1] * m[6] - m[0] * m[7]) / determinant,
            (m[0] * m[4] - m[1] * m[3]) / determinant
        };
    }
}
