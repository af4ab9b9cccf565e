package io.github.gmp.runtime.features;

import io.github.gmp.api.descriptor.Descriptor;
import io.github.gmp.api.math.Matrix;
import io.github.gmp.api.neighbor.NeighborSearch;
import io.github.gmp.api.structure.LabeledStructure;
import io.github.gmp.runtime.dataset.DatasetHash;

import java.util.ArrayList;
import java.util.List;

/** A portion of work for one thread: some small structures, or a range of atoms of a large one. */
sealed interface FeatureTask {
    /** {@return the bytes of the input that are done with it} */
    long inputBytes();

    /**
     * {@return the features}
     *
     * @param descriptor the descriptor
     */
    Result compute(Descriptor descriptor);

    /**
     * What comes out.
     *
     * @param rows features in the order of the structures and atoms
     * @param hashes hash of each structure that begins here
     * @param inputBytes bytes of the input that are done with
     */
    record Result(List<FrameRows> rows, List<String> hashes, long inputBytes) {}

    /**
     * Whole structures.
     *
     * @param firstFrame number of the first
     * @param frames the structures
     * @param inputBytes bytes of the input they are from
     */
    record Frames(int firstFrame, List<LabeledStructure> frames, long inputBytes) implements FeatureTask {
        @Override
        public Result compute(Descriptor descriptor) {
            List<FrameRows> rows = new ArrayList<>();
            List<String> hashes = new ArrayList<>();
            for (int f = 0; f < frames.size(); f++) {
                LabeledStructure frame = frames.get(f);
                rows.add(new FrameRows(firstFrame + f, frame, 0, Featurizer.evaluate(descriptor, frame)));
                hashes.add(DatasetHash.of(frame.structure()));
            }
            return new Result(rows, hashes, inputBytes);
        }
    }

    /**
     * A range of atoms.
     *
     * @param frame number of the structure
     * @param structure the structure
     * @param search its atoms sorted by place, shared by all its ranges
     * @param first the first atom
     * @param end one past the last atom
     * @param inputBytes bytes of the input, in proportion
     */
    record Range(int frame, LabeledStructure structure, NeighborSearch search, int first, int end, long inputBytes)
            implements FeatureTask {
        @Override
        public Result compute(Descriptor descriptor) {
            Matrix features = Featurizer.evaluate(descriptor, structure, search, first, end);
            List<String> hashes = first == 0 ? List.of(DatasetHash.of(structure.structure())) : List.of();
            return new Result(List.of(new FrameRows(frame, structure, first, features)), hashes, inputBytes);
        }
    }
}
