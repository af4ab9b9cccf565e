package io.github.gmp.models.training;

/**
 * Structures {@code order[from … to − 1]} of a data set. A structure has two numbers, which are not to be confused: its position in the batch,
 * from 0, and its number in the data set, {@link #structure}.
 *
 * @param order numbers of structures in the data set; shared, not copied
 * @param from index of the first into the order
 * @param to one past the last
 */
record Batch(int[] order, int from, int to) {
    /**
     * {@return a whole data set}
     *
     * @param order numbers of structures in the data set
     */
    static Batch all(int[] order) {
        return new Batch(order, 0, order.length);
    }

    /**
     * {@return up to so many structures from an index on}
     *
     * @param first index into this batch, from 0
     * @param most how many; the last part of a batch has fewer
     */
    Batch part(int first, int most) {
        return new Batch(order, from + first, Math.min(to, from + first + most));
    }

    /** {@return number of structures} */
    int size() {
        return to - from;
    }

    /**
     * {@return number of a structure in the data set}
     *
     * @param position its position in the batch, from 0
     */
    int structure(int position) {
        return order[from + position];
    }
}
