package io.github.gmp.api.neighbor;

/**
 * Atoms and images sorted into a Cartesian grid of bins, a row of bins along z being contiguous. The places near a center are then a few
 * runs, one per row that the sphere of the cutoff touches.
 */
final class BinnedAtoms {
    /** Up to so many atoms that have no images, looking at all of them is cheaper than bins. */
    private static final int FEW_ATOMS = 64;
    /** Rows this fraction of the cutoff wide: measured for 78 to 1,202 neighbors. */
    private static final double ROW_WIDTH = 1 / 4.0;
    /** Bins along a row are free of loops, so they are finer. */
    private static final double BIN_LENGTH = 1 / 10.0;
    /** Rows with fewer atoms along the diameter of the sphere than this are not worth their overhead. */
    private static final double FEWEST_PER_ROW = 8;
    /** More bins than a few per atom would only cost memory (a sparse gas in a huge box). */
    private static final double BINS_PER_ATOM = 4;

    private static final double ROUNDING = 1e-13;
    private static final double SQUARE_ROUNDING = 1e-14;

    private final double cutoff;
    private final double[] low = new double[3];
    private final double[] width = new double[3];
    /** Inverse of the widths. */
    private final double[] perLength = new double[3];

    private final int[] bins = new int[3];
    /** Distances are taken too large or too small by this to be safe from rounding. */
    private final double margin;

    private final int[] binStart;

    /** Squares of distances below this are within the cutoff. */
    final double limit;
    /** Coordinates and atoms, sorted by bin. */
    final double[] x;

    final double[] y;
    final double[] z;
    final int[] atomOf;
    /** Where atom i itself, not an image of it, is in the sorted arrays. */
    final int[] placeOf;

    BinnedAtoms(PeriodicImages images, int atoms, double cutoff) {
        this.cutoff = cutoff;
        limit = squareLimit(cutoff);
        int count = images.count;
        double[] high = new double[3];
        findRange(images.x, count, 0, high);
        findRange(images.y, count, 1, high);
        findRange(images.z, count, 2, high);
        double largest = cutoff;
        for (int v = 0; v < 3; v++) {
            largest += Math.abs(low[v]) + Math.abs(high[v]);
        }
        margin = ROUNDING * largest;
        chooseBins(count, count == atoms && atoms <= FEW_ATOMS, high);
        binStart = new int[bins[0] * bins[1] * bins[2] + 1];
        placeOf = new int[atoms];
        if (binStart.length == 2) {
            binStart[1] = count;
            for (int i = 0; i < atoms; i++) {
                placeOf[i] = i;
            }
            x = images.x;
            y = images.y;
            z = images.z;
            atomOf = images.atomOf;
        } else {
            x = new double[count];
            y = new double[count];
            z = new double[count];
            atomOf = new int[count];
            sort(images);
        }
    }

    /** The smallest number whose root is not less than the cutoff: comparing squares then is the same as comparing distances. */
    static double squareLimit(double cutoff) {
        double square = cutoff * cutoff;
        while (Math.sqrt(square) < cutoff) {
            square = Math.nextUp(square);
        }
        while (square > 0 && Math.sqrt(Math.nextDown(square)) >= cutoff) {
            square = Math.nextDown(square);
        }
        return square;
    }

    private void findRange(double[] coordinates, int count, int v, double[] high) {
        double smallest = count == 0 ? 0 : coordinates[0];
        double greatest = smallest;
        for (int k = 1; k < count; k++) {
            // Not Math.min and Math.max: their care for -0 and NaN takes longer than all the rest here.
            double value = coordinates[k];
            smallest = value < smallest ? value : smallest;
            greatest = value > greatest ? value : greatest;
        }
        low[v] = smallest;
        high[v] = greatest;
    }

    private void chooseBins(int count, boolean isSingle, double[] high) {
        double[] extent = new double[3];
        double[] wanted = {1, 1, 1};
        double volume = 1;
        for (int v = 0; v < 3; v++) {
            extent[v] = high[v] - low[v];
            volume *= Math.max(extent[v], Math.min(cutoff, 1));
        }
        if (!isSingle) {
            double perRow = FEWEST_PER_ROW * volume / (count * 2 * cutoff);
            double row = Math.max(ROW_WIDTH * cutoff, Math.min(cutoff, Math.sqrt(perRow)));
            wanted[0] = Math.max(1, Math.floor(extent[0] / row));
            wanted[1] = Math.max(1, Math.floor(extent[1] / row));
            wanted[2] = Math.max(1, Math.floor(extent[2] / (BIN_LENGTH * cutoff)));
        }
        double most = Math.max(FEW_ATOMS, BINS_PER_ATOM * count);
        while (wanted[0] * wanted[1] * wanted[2] > most) {
            int finest = wanted[0] >= wanted[1] && wanted[0] >= wanted[2] ? 0 : wanted[1] >= wanted[2] ? 1 : 2;
            wanted[finest] = Math.floor(wanted[finest] / 2);
        }
        for (int v = 0; v < 3; v++) {
            bins[v] = (int) wanted[v];
            // A width of zero would make 0 / 0 of all atoms in one plane.
            width[v] = Math.max(extent[v] / bins[v], Double.MIN_NORMAL);
            perLength[v] = 1 / width[v];
        }
    }

    private int bin(int v, double coordinate) {
        return withinAxis(v, (int) ((coordinate - low[v]) * perLength[v]));
    }

    private int withinAxis(int v, int bin) {
        return bin < 0 ? 0 : Math.min(bin, bins[v] - 1);
    }

    private void sort(PeriodicImages images) {
        int count = images.count;
        int[] binOf = new int[count];
        for (int k = 0; k < count; k++) {
            int bin = (bin(0, images.x[k]) * bins[1] + bin(1, images.y[k])) * bins[2] + bin(2, images.z[k]);
            binOf[k] = bin;
            binStart[bin + 1]++;
        }
        for (int b = 0; b + 1 < binStart.length; b++) {
            binStart[b + 1] += binStart[b];
        }
        int[] next = binStart.clone();
        for (int k = 0; k < count; k++) {
            int place = next[binOf[k]]++;
            x[place] = images.x[k];
            y[place] = images.y[k];
            z[place] = images.z[k];
            atomOf[place] = images.atomOf[k];
            if (k < placeOf.length) {
                placeOf[k] = place;
            }
        }
    }

    /** Finds the runs of all places that can be within the cutoff of an atom, leaving out the atom itself. */
    void findRuns(int atom, BinRuns runs) {
        int self = placeOf[atom];
        double cx = x[self];
        double cy = y[self];
        int firstA = bin(0, cx - cutoff - margin);
        int endA = bin(0, cx + cutoff + margin);
        int firstB = bin(1, cy - cutoff - margin);
        int rows = bin(1, cy + cutoff + margin) - firstB + 1;
        runs.clear(endA - firstA + 1, rows);
        double[] nearB = runs.nearSquares;
        for (int b = 0; b < rows; b++) {
            nearB[b] = nearSquare(1, firstB + b, cy);
        }
        double outer = limit * (1 + SQUARE_ROUNDING);
        double toBins = perLength[2];
        double center = (z[self] - low[2]) * toBins;
        double marginBins = margin * toBins;
        for (int a = firstA; a <= endA; a++) {
            double left = outer - nearSquare(0, a, cx);
            int row = (a * bins[1] + firstB) * bins[2];
            for (int b = 0; b < rows; b++) {
                double square = left - nearB[b];
                if (square > 0) {
                    double reach = Math.sqrt(square) * toBins + marginBins;
                    int begin = binStart[row + withinAxis(2, (int) (center - reach))];
                    int end = binStart[row + withinAxis(2, (int) (center + reach)) + 1];
                    if (begin <= self && self < end) {
                        runs.add(begin, self);
                        runs.add(self + 1, end);
                    } else if (begin < end) {
                        runs.add(begin, end);
                    }
                }
                row += bins[2];
            }
        }
    }

    /** {@return the square of the distance from a coordinate to the nearer side of a bin along an axis, 0 within it} */
    private double nearSquare(int v, int bin, double coordinate) {
        double below = low[v] + bin * width[v] - coordinate;
        double above = -below - width[v];
        double near = (below > above ? below : above) - margin;
        return near > 0 ? near * near : 0;
    }
}
