package io.github.gmp.runtime.predict;

import io.github.gmp.api.potential.PartitionedEvaluation;
import io.github.gmp.api.structure.LabeledStructure;
import io.github.gmp.runtime.dataset.FrameReader;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Divides what a reader delivers into portions of a few small structures, and single big ones. For one thread at a time. */
final class PredictionSource implements Supplier<Optional<PredictionSource.Portion>> {
    private static final int FEW_FRAMES = 64;
    private static final int FEW_ATOMS = 10_000;

    private final FrameReader reader;
    private final Predicate<LabeledStructure> wanted;
    private final int bigSize;
    private final BooleanSupplier cancelled;
    /** Read, but not yet handed out. */
    private final Deque<LabeledStructure> ahead = new ArrayDeque<>();

    private boolean ended;
    private long bytesTold;

    /**
     * Structures to be predicted.
     *
     * @param frames the structures
     * @param inputBytes how many bytes of the files were read for them
     */
    record Portion(List<LabeledStructure> frames, long inputBytes) {}

    /**
     * @param reader delivers the structures
     * @param wanted which of them are wanted
     * @param bigSize number of atoms from which on a structure is big
     * @param cancelled asked before every portion
     */
    PredictionSource(FrameReader reader, Predicate<LabeledStructure> wanted, int bigSize, BooleanSupplier cancelled) {
        this.reader = reader;
        this.wanted = wanted;
        this.bigSize = bigSize;
        this.cancelled = cancelled;
    }

    /** {@return all structures, if they are few; empty if there are more} */
    Optional<Portion> few() {
        int atoms = 0;
        while (!ended && ahead.size() < FEW_FRAMES && atoms < FEW_ATOMS) {
            if (read()) {
                atoms += ahead.getLast().structure().size();
            }
        }
        if (!ended) {
            return Optional.empty();
        }
        List<LabeledStructure> all = List.copyOf(ahead);
        ahead.clear();
        return Optional.of(portion(all));
    }

    /**
     * {@return small structures, in all hardly more than a block of centers; empty before a big one and at the end}
     *
     * @throws CancellationException if cancelled
     */
    @Override
    public Optional<Portion> get() {
        if (cancelled.getAsBoolean()) {
            throw new CancellationException("cancelled");
        }
        List<LabeledStructure> frames = new ArrayList<>();
        int atoms = 0;
        while (atoms < PartitionedEvaluation.BLOCK && hasNext() && !isBigNext()) {
            frames.add(ahead.remove());
            atoms += frames.get(frames.size() - 1).structure().size();
        }
        return frames.isEmpty() ? Optional.empty() : Optional.of(portion(frames));
    }

    /** {@return the big structure that is next, if one is; otherwise the end has been reached when {@link #get} returned none} */
    Optional<Portion> big() {
        return hasNext() && isBigNext() ? Optional.of(portion(List.of(ahead.remove()))) : Optional.empty();
    }

    private Portion portion(List<LabeledStructure> frames) {
        long bytes = reader.bytesRead() - bytesTold;
        bytesTold += bytes;
        return new Portion(frames, bytes);
    }

    private boolean hasNext() {
        while (ahead.isEmpty() && !ended) {
            read();
        }
        return !ahead.isEmpty();
    }

    private boolean isBigNext() {
        return ahead.element().structure().size() >= bigSize;
    }

    /** {@return whether a wanted structure was read} */
    private boolean read() {
        Optional<LabeledStructure> frame = reader.next();
        ended = frame.isEmpty();
        Optional<LabeledStructure> kept = frame.filter(wanted);
        kept.ifPresent(ahead::add);
        return kept.isPresent();
    }
}
