package io.github.gmp.models.committee;

import io.github.gmp.api.descriptor.DescriptorEvaluation;
import io.github.gmp.api.descriptor.GeometryVector;
import io.github.gmp.api.math.Matrix;
import io.github.gmp.api.model.TrainingGeometry;

import java.util.Arrays;
import java.util.Optional;

/**
 * The geometry of structures drawn from others, some of them several times. Different copies of a structure may be asked for by different
 * threads, but they share an evaluation, which belongs to one thread at a time: each call holds the lock of its structure.
 */
final class ResampledGeometry implements TrainingGeometry {
    private final TrainingGeometry geometry;
    private final int[] chosen;
    private final Object[] locks;

    /**
     * @param geometry the geometry of the original structures
     * @param chosen number of the original of each structure
     * @param structures number of originals
     */
    ResampledGeometry(TrainingGeometry geometry, int[] chosen, int structures) {
        this.geometry = geometry;
        this.chosen = chosen.clone();
        locks = new Object[structures];
        Arrays.setAll(locks, structure -> new Object());
    }

    @Override
    public DescriptorEvaluation evaluation(int structure) {
        int original = chosen[structure];
        synchronized (locks[original]) {
            return new Shared(geometry.evaluation(original), locks[original]);
        }
    }

    @Override
    public boolean hasPushforward() {
        return geometry.hasPushforward();
    }

    @Override
    public Optional<double[]> forces(int structure) {
        return geometry.forces(chosen[structure]);
    }

    @Override
    public Optional<double[]> strainGradient(int structure) {
        return geometry.strainGradient(chosen[structure]);
    }

    private record Shared(DescriptorEvaluation evaluation, Object lock) implements DescriptorEvaluation {
        @Override
        public Matrix features() {
            synchronized (lock) {
                return evaluation.features();
            }
        }

        @Override
        public GeometryVector pullback(Matrix featureGradient) {
            synchronized (lock) {
                return evaluation.pullback(featureGradient);
            }
        }

        @Override
        public Matrix pushforward(GeometryVector tangent) {
            synchronized (lock) {
                return evaluation.pushforward(tangent);
            }
        }
    }
}
