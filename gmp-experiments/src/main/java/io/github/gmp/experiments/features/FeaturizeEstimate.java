package io.github.gmp.experiments.features;

import io.github.gmp.api.descriptor.Descriptor;
import io.github.gmp.api.neighbor.NeighborSearch;
import io.github.gmp.api.structure.LabeledStructure;
import io.github.gmp.experiments.parallel.IndexedTasks;

import java.util.ArrayList;
import java.util.List;

/** What a run would take: counts of all frames, and the time of a sample of the first ones. */
public final class FeaturizeEstimate {
    /** Enough for the compiler to be done with the loops. */
    private static final double SAMPLE_SECONDS = 3;

    private static final int SAMPLE_ATOMS = 4096;
    /** j and the components of d. */
    private static final long BYTES_PER_PAIR = 28;

    private final Descriptor descriptor;
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
     * @param seconds time of all features on the threads asked for, reading and writing not counted
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
            double seconds,
            long memoryBytes) {}

    FeaturizeEstimate(Descriptor descriptor) {
        this.descriptor = descriptor;
    }

    void add(LabeledStructure frame) {
        int size = frame.structure().size();
        frames++;
        atoms += size;
        largest = Math.max(largest, size);
        if (size > 0 && sampleAtoms < SAMPLE_ATOMS) {
            sample.add(frame);
            sampleAtoms += Math.min(size, SAMPLE_ATOMS);
        }
    }

    Result result(int threads, int blockAtoms) {
        double perAtom = sample.isEmpty() ? 0 : secondsPerAtom();
        double neighbors = sample.isEmpty() ? 0 : neighborsPerAtom();
        int features = descriptor.features().size();
        long row = (long) features * Double.BYTES;
        // A structure per thread at most this large; bigger ones go block by block.
        long inWork = Math.min(largest, blockAtoms) * (long) (neighbors * BYTES_PER_PAIR + 3 * row);
        long memory = threads * inWork + largest * 100L + blockAtoms * 2 * row;
        return new Result(
                frames,
                atoms,
                features,
                atoms * (row + 2L * Integer.BYTES),
                neighbors,
                1e6 * perAtom,
                sampleAtoms,
                perAtom * atoms / threads,
                memory);
    }

    /** The best of several rounds: the first ones run code that is not compiled yet. */
    private double secondsPerAtom() {
        double best = Double.POSITIVE_INFINITY;
        double spent = 0;
        while (spent < SAMPLE_SECONDS) {
            long start = IndexedTasks.currentThreadCpuNanos();
            for (LabeledStructure frame : sample) {
                NeighborSearch search = NeighborSearch.of(frame.structure(), descriptor.cutoff());
                descriptor.evaluate(frame.structure(), search.list(0, sampled(frame)));
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
