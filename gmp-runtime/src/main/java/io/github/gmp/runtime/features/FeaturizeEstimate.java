package io.github.gmp.runtime.features;

import io.github.gmp.api.descriptor.Descriptor;
import io.github.gmp.api.error.DataException;
import io.github.gmp.api.neighbor.NeighborList;
import io.github.gmp.api.neighbor.NeighborSearch;
import io.github.gmp.api.structure.LabeledStructure;
import io.github.gmp.runtime.parallel.IndexedTasks;
import io.github.gmp.runtime.parallel.OrderedPipeline;

import java.util.ArrayList;
import java.util.List;

/** What a run would take: counts of all frames, and the time of a sample of the first ones. */
public final class FeaturizeEstimate {
    /** Enough for the compiler to be done with the loops. */
    private static final double SAMPLE_SECONDS = 3;

    private static final int SAMPLE_ATOMS = 4096;
    /** A structure in memory: its columns while they are read, coordinates, elements, and its atoms sorted by place. */
    private static final long BYTES_PER_ATOM = 300;

    private final Descriptor descriptor;
    private final double sampleSeconds;
    private final List<LabeledStructure> sample = new ArrayList<>();
    private long sampleAtoms;
    private long frames;
    private long atoms;
    private int largest;

    /**
     * What a run would take.
     *
     * @param frames number of structures
     * @param atoms number of atoms
     * @param features number of features
     * @param bytes size of the output
     * @param neighbors average number of neighbors in the sample
     * @param microsecondsPerAtom processor time of the features of an atom, measured on the sample
     * @param sampleAtoms number of atoms of the sample
     * @param readSeconds how long reading took
     * @param seconds how long a run would take on the threads asked for
     * @param memoryBytes what structures, neighbor lists and features in work take, beside Java itself
     */
    public record Result(
            long frames,
            long atoms,
            int features,
            long bytes,
            double neighbors,
            double microsecondsPerAtom,
            long sampleAtoms,
            double readSeconds,
            double seconds,
            long memoryBytes) {}

    FeaturizeEstimate(Descriptor descriptor) {
        this(descriptor, SAMPLE_SECONDS);
    }

    /**
     * @param descriptor the descriptor
     * @param sampleSeconds how long to measure, in seconds of processor time
     */
    public FeaturizeEstimate(Descriptor descriptor, double sampleSeconds) {
        this.descriptor = descriptor;
        this.sampleSeconds = sampleSeconds;
    }

    /** @param frame a structure; the first ones are the sample */
    public void add(LabeledStructure frame) {
        int size = frame.structure().size();
        frames++;
        atoms += size;
        largest = Math.max(largest, size);
        if (size > 0 && sampleAtoms < SAMPLE_ATOMS) {
            sample.add(frame);
            sampleAtoms += Math.min(size, SAMPLE_ATOMS);
        }
    }

    /**
     * {@return the estimate}
     *
     * @param threads how many threads the run would use
     * @param readSeconds how long reading took
     */
    public Result result(int threads, double readSeconds) {
        double perAtom = sample.isEmpty() ? 0 : secondsPerAtom();
        double neighbors = sample.isEmpty() ? 0 : neighborsPerAtom();
        int features = descriptor.features().size();
        long row = (long) features * Double.BYTES;
        int rows = FeatureTasks.rowsFor(features);
        long inWork = rows * (long) (neighbors * NeighborList.BYTES_PER_PAIR + 3 * row);
        long memory = threads * inWork + OrderedPipeline.mostWaiting(threads) * rows * row + largest * BYTES_PER_ATOM;
        int busy = Math.min(threads, Runtime.getRuntime().availableProcessors());
        return new Result(
                frames,
                atoms,
                features,
                atoms * (row + 2L * Integer.BYTES),
                neighbors,
                1e6 * perAtom,
                sampleAtoms,
                readSeconds,
                // Threads read in turn and compute side by side.
                Math.max(readSeconds, (readSeconds + perAtom * atoms) / busy),
                memory);
    }

    /** The best of several rounds: the first ones run code that is not compiled yet. */
    private double secondsPerAtom() {
        double best = Double.POSITIVE_INFINITY;
        double spent = 0;
        while (spent < sampleSeconds) {
            long start = IndexedTasks.currentThreadCpuNanos();
            for (LabeledStructure frame : sample) {
                try {
                    NeighborSearch search = NeighborSearch.of(frame.structure(), descriptor.cutoff());
                    descriptor.evaluate(frame.structure(), search.list(0, sampled(frame)));
                } catch (DataException e) {
                    throw new DataException(frame.source() + ": " + e.getMessage(), e);
                }
            }
            double seconds = (IndexedTasks.currentThreadCpuNanos() - start) * 1e-9;
            best = Math.min(best, seconds / sampleAtoms);
            spent += Math.max(seconds, 1e-3);
        }
        return best;
    }

    /** Of a big structure, the first atoms. */
    private static int sampled(LabeledStructure frame) {
        return Math.min(frame.structure().size(), SAMPLE_ATOMS);
    }

    private double neighborsPerAtom() {
        long pairs = 0;
        for (LabeledStructure frame : sample) {
            pairs += NeighborSearch.of(frame.structure(), descriptor.cutoff()).pairs(0, sampled(frame));
        }
        return (double) pairs / sampleAtoms;
    }
}
