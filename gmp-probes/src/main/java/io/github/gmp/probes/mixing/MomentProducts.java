package io.github.gmp.probes.mixing;

/**
 * Σ over centers of Σ_c weight_c μ_{c,i} μ_{c,j} per order, i and j counting radial probes of all parts of the density. For one thread; sums
 * of several threads are added.
 */
final class MomentProducts {
    private final ChannelShape shape;
    private final int size;
    /** {@code [order][i][j]}, i ≥ j only. */
    private final double[] sums;

    private long centers;

    MomentProducts(ChannelShape shape, int parts) {
        this.shape = shape;
        size = parts * shape.radials();
        sums = new double[shape.orders() * size * size];
    }

    /** {@return the number of columns: parts times radial probes} */
    int size() {
        return size;
    }

    long centers() {
        return centers;
    }

    /** @param moments μ of one center, {@code [component][part][radial]} */
    void add(double[] moments) {
        centers++;
        for (int order = 0; order < shape.orders(); order++) {
            int at = order * size * size;
            for (int c = shape.firstComponent(order); c < shape.firstComponent(order + 1); c++) {
                int from = c * size;
                double weight = shape.weight(c);
                for (int i = 0; i < size; i++) {
                    double factor = weight * moments[from + i];
                    if (factor == 0) {
                        continue;
                    }
                    int row = at + i * size;
                    for (int j = 0; j <= i; j++) {
                        sums[row + j] += factor * moments[from + j];
                    }
                }
            }
        }
    }

    void add(MomentProducts other) {
        centers += other.centers;
        for (int k = 0; k < sums.length; k++) {
            sums[k] += other.sums[k];
        }
    }

    /** {@return the mean over centers, for i ≥ j} */
    double mean(int order, int i, int j) {
        return sums[(order * size + i) * size + j] / centers;
    }
}
