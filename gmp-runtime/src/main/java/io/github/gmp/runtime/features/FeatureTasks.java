package io.github.gmp.runtime.features;

import io.github.gmp.api.descriptor.Descriptor;
import io.github.gmp.api.error.DataException;
import io.github.gmp.api.neighbor.NeighborSearch;
import io.github.gmp.api.potential.PartitionedEvaluation;
import io.github.gmp.api.structure.LabeledStructure;
import io.github.gmp.runtime.dataset.FrameReader;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Divides what a reader delivers into portions of about equal work. Where one ends depends on the structures only, never on threads.
 * For one thread at a time.
 */
final class FeatureTasks implements Supplier<Optional<FeatureTask>> {
    /** So that a descriptor of very many features does not make the portions large. */
    private static final int MOST_VALUES = 1 << 20;

    private final FrameReader reader;
    private final Descriptor descriptor;
    private final int mostRows;
    private final BooleanSupplier cancelled;
    private final Queue<FeatureTask> ready = new ArrayDeque<>();
    private Optional<LabeledStructure> pending = Optional.empty();
    private int frames;
    private long bytesDone;
    private long pendingBytes;

    /**
     * @param reader delivers the structures
     * @param descriptor the descriptor
     * @param mostRows most atoms of a portion; larger structures are divided
     * @param firstFrame number of the first structure that the reader delivers
     * @param cancelled asked before every portion
     */
    FeatureTasks(FrameReader reader, Descriptor descriptor, int mostRows, int firstFrame, BooleanSupplier cancelled) {
        this.reader = reader;
        this.descriptor = descriptor;
        this.mostRows = mostRows;
        this.frames = firstFrame;
        this.cancelled = cancelled;
    }

    /**
     * {@return atoms of a portion for a descriptor of so many features}
     *
     * @param features number of features
     */
    static int rowsFor(int features) {
        return Math.max(1, Math.min(PartitionedEvaluation.BLOCK, MOST_VALUES / Math.max(1, features)));
    }

    /** @throws CancellationException if cancelled */
    @Override
    public Optional<FeatureTask> get() {
        if (cancelled.getAsBoolean()) {
            throw new CancellationException("cancelled");
        }
        if (ready.isEmpty()) {
            prepare();
        }
        return Optional.ofNullable(ready.poll());
    }

    private void prepare() {
        List<LabeledStructure> group = new ArrayList<>();
        int atoms = 0;
        long bytes = bytesDone;
        for (Optional<LabeledStructure> next = peek(); next.isPresent(); next = peek()) {
            LabeledStructure frame = next.get();
            int size = frame.structure().size();
            if (!group.isEmpty() && (atoms + size > mostRows || group.size() == mostRows)) {
                break;
            }
            pending = Optional.empty();
            bytes = pendingBytes;
            if (size > mostRows) {
                divide(frame, bytes - bytesDone);
                bytesDone = bytes;
                return;
            }
            group.add(frame);
            atoms += size;
        }
        if (!group.isEmpty()) {
            ready.add(new FeatureTask.Frames(frames, group, bytes - bytesDone));
            count(group.size());
            bytesDone = bytes;
        }
    }

    private Optional<LabeledStructure> peek() {
        if (pending.isEmpty()) {
            pending = reader.next();
            pendingBytes = reader.bytesRead();
        }
        return pending;
    }

    private void divide(LabeledStructure frame, long bytes) {
        int size = frame.structure().size();
        NeighborSearch search;
        try {
            search = NeighborSearch.of(frame.structure(), descriptor.cutoff());
            // Without centers: atoms that the descriptor does not know are refused by the number that they have here.
            descriptor.evaluate(frame.structure(), search.list(0, 0));
        } catch (DataException e) {
            throw new DataException(frame.source() + ": " + e.getMessage(), e);
        }
        long counted = 0;
        for (int first = 0; first < size; first += mostRows) {
            int end = Math.min(size, first + mostRows);
            long until = bytes * end / size;
            ready.add(new FeatureTask.Range(frames, frame, search, first, end, until - counted));
            counted = until;
        }
        count(1);
    }

    /**
     * {@return their sum}
     *
     * @param frames number of structures so far
     * @param more how many there are more
     * @throws DataException if there are too many for the number of a structure
     */
    static int counted(int frames, int more) {
        if (frames > Integer.MAX_VALUE - more) {
            throw new DataException("more than " + Integer.MAX_VALUE + " structures; divide the input");
        }
        return frames + more;
    }

    private void count(int more) {
        frames = counted(frames, more);
    }
}
