package io.github.gmp.experiments.features;

import io.github.gmp.api.math.Matrix;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Puts blocks of rows that come from several threads into their order. A thread that is far ahead waits, so that few blocks are kept;
 * the thread with the next block never waits, so there is no deadlock as long as blocks are begun in their order.
 */
final class OrderedRows {
    private static final int BLOCKS_PER_THREAD = 4;

    private final Featurizer.RowReceiver receiver;
    private final int mostKept;
    private final NavigableMap<Integer, Matrix> kept = new TreeMap<>();
    private int next;
    private boolean failed;

    /**
     * @param receiver receives the rows in order, one call at a time
     * @param threads how many threads bring blocks
     */
    OrderedRows(Featurizer.RowReceiver receiver, int threads) {
        this.receiver = receiver;
        mostKept = BLOCKS_PER_THREAD * threads;
    }

    /**
     * @param first number of the first row
     * @param rows the rows
     * @throws UncheckedIOException if the receiver fails
     */
    synchronized void put(int first, Matrix rows) {
        while (first != next && kept.size() >= mostKept && !failed) {
            waitForOthers();
        }
        kept.put(first, rows);
        try {
            while (!kept.isEmpty() && kept.firstKey() == next && !failed) {
                Matrix following = kept.remove(next);
                receiver.accept(next, following);
                next += following.rows();
            }
        } catch (IOException e) {
            failed = true;
            throw new UncheckedIOException(e);
        } catch (RuntimeException | Error e) {
            failed = true;
            throw e;
        } finally {
            notifyAll();
        }
    }

    private void waitForOthers() {
        try {
            wait();
        } catch (InterruptedException e) {
            failed = true;
            Thread.currentThread().interrupt();
        }
    }
}
