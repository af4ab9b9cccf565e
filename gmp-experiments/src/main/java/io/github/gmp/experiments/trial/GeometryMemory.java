package io.github.gmp.experiments.trial;

import io.github.gmp.api.descriptor.Descriptor;
import io.github.gmp.api.descriptor.DescriptorEvaluation;
import io.github.gmp.api.model.TrainingGeometry;
import io.github.gmp.api.neighbor.NeighborList;
import io.github.gmp.api.neighbor.NeighborSearch;
import io.github.gmp.api.structure.AtomicStructure;
import io.github.gmp.api.structure.LabeledStructure;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Keeps evaluations of structures (neighbor lists, moments) from the second epoch to the next, as many as a share of the heap holds. Those
 * that do not fit are computed every time, with the same result.
 */
final class GeometryMemory {
    private static final Logger LOG = LogManager.getLogger(GeometryMemory.class);
    /** The rest is for features, networks and what is in work. */
    private static final double SHARE_OF_HEAP = 0.4;
    /** Features and what descriptors keep beside them. */
    private static final long BYTES_PER_FEATURE = 4L * Double.BYTES;

    private long bytesLeft;

    private GeometryMemory(long bytes) {
        bytesLeft = bytes;
    }

    static GeometryMemory ofHeap() {
        return of(budget());
    }

    /** {@return the bytes that are there for the geometry of all sets together} */
    static long budget() {
        return (long) (SHARE_OF_HEAP * Runtime.getRuntime().maxMemory());
    }

    /**
     * {@return the bytes that their evaluations take}
     *
     * @param atoms number of atoms
     * @param pairs number of pairs in their neighbor lists
     * @param features number of features
     */
    static long bytes(long atoms, long pairs, int features) {
        return NeighborList.BYTES_PER_PAIR * pairs + BYTES_PER_FEATURE * atoms * features;
    }

    static GeometryMemory of(long bytes) {
        return new GeometryMemory(bytes);
    }

    /**
     * {@return their geometry; as many as fit into what is left of the memory are kept}
     *
     * @param descriptor the descriptor
     * @param structures structures with forces or stress
     */
    TrainingGeometry geometry(Descriptor descriptor, List<LabeledStructure> structures) {
        int kept = 0;
        long before = bytesLeft;
        while (kept < structures.size()) {
            AtomicStructure structure = structures.get(kept).structure();
            long pairs = NeighborSearch.of(structure, descriptor.cutoff()).pairs(0, structure.size());
            long bytes = bytes(structure.size(), pairs, descriptor.features().size());
            if (bytes > bytesLeft) {
                break;
            }
            bytesLeft -= bytes;
            kept++;
        }
        LOG.info(String.format(
                Locale.ROOT,
                "neighbor lists and moments of %,d of %,d structures fit into memory (%,.0f MB)",
                kept,
                structures.size(),
                (before - bytesLeft) * 1e-6));
        return new Geometry(descriptor, structures, kept);
    }

    private static final class Geometry implements TrainingGeometry {
        private final Descriptor descriptor;
        private final List<LabeledStructure> structures;
        private final List<Optional<double[]>> forces;
        private final List<Optional<double[]>> strainGradients;
        /** Of the structures that fit: empty when it was asked for once, then the evaluation. */
        private final AtomicReferenceArray<Optional<DescriptorEvaluation>> kept;

        Geometry(Descriptor descriptor, List<LabeledStructure> structures, int fitting) {
            this.descriptor = descriptor;
            this.structures = structures;
            this.forces = structures.stream().map(LabeledStructure::forces).toList();
            this.strainGradients =
                    structures.stream().map(Geometry::strainGradientOf).toList();
            this.kept = new AtomicReferenceArray<>(fitting);
        }

        private static Optional<double[]> strainGradientOf(LabeledStructure frame) {
            if (!frame.structure().cell().isFullyPeriodic()) {
                return Optional.empty();
            }
            double volume = frame.structure().cell().volume();
            return frame.stress().map(stress -> {
                double[] result = stress.clone();
                for (int k = 0; k < result.length; k++) {
                    result[k] *= volume;
                }
                return result;
            });
        }

        @Override
        public DescriptorEvaluation evaluation(int structure) {
            boolean fits = structure < kept.length();
            // Trainers that look at a structure once, as ridge does, would keep it for nothing.
            if (!fits || kept.compareAndSet(structure, null, Optional.empty())) {
                return compute(structure);
            }
            Optional<DescriptorEvaluation> earlier = kept.get(structure);
            if (earlier.isEmpty()) {
                earlier = Optional.of(compute(structure));
                kept.set(structure, earlier);
            }
            return earlier.get();
        }

        private DescriptorEvaluation compute(int structure) {
            AtomicStructure atoms = structures.get(structure).structure();
            DescriptorEvaluation evaluation = descriptor.evaluate(atoms);
            return hasPushforward() ? evaluation : new TangentsByPullback(descriptor, atoms, evaluation);
        }

        @Override
        public boolean hasPushforward() {
            return descriptor.derivatives().hasPushforward();
        }

        @Override
        public Optional<double[]> forces(int structure) {
            return forces.get(structure);
        }

        @Override
        public Optional<double[]> strainGradient(int structure) {
            return strainGradients.get(structure);
        }
    }
}
