package io.github.gmp.models.committee;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gmp.api.descriptor.DescriptorEvaluation;
import io.github.gmp.api.descriptor.GeometryVector;
import io.github.gmp.api.math.Matrix;
import io.github.gmp.api.model.TrainingGeometry;
import org.junit.jupiter.api.Test;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

class ResampledGeometryTest {
    private static final int CALLS = 2000;

    private final AtomicBoolean busy = new AtomicBoolean();
    private final AtomicInteger collisions = new AtomicInteger();

    /** One structure whose evaluation notices when two threads are in it at the same time. */
    private final TrainingGeometry watched = new TrainingGeometry() {
        @Override
        public DescriptorEvaluation evaluation(int structure) {
            enter();
            return new DescriptorEvaluation() {
                @Override
                public Matrix features() {
                    enter();
                    return Matrix.zeros(1, 1);
                }

                @Override
                public GeometryVector pullback(Matrix featureGradient) {
                    enter();
                    return GeometryVector.displacement(new double[] {featureGradient.get(0, 0), 0, 0});
                }

                @Override
                public Matrix pushforward(GeometryVector tangent) {
                    enter();
                    return Matrix.wrap(1, 1, new double[] {2 * tangent.positions()[0]});
                }
            };
        }

        private void enter() {
            if (!busy.compareAndSet(false, true)) {
                collisions.incrementAndGet();
            }
            Thread.yield();
            busy.set(false);
        }

        @Override
        public Optional<double[]> forces(int structure) {
            return Optional.of(new double[] {structure, 0, 0});
        }

        @Override
        public Optional<double[]> strainGradient(int structure) {
            return Optional.empty();
        }
    };

    @Test
    void copiesOfAStructureAreNeverUsedAtTheSameTime() {
        ResampledGeometry copies = new ResampledGeometry(watched, new int[] {0, 0, 0, 0}, 1);
        CompletableFuture.allOf(IntStream.range(0, 4)
                        .mapToObj(copy -> CompletableFuture.runAsync(() -> {
                            for (int call = 0; call < CALLS; call++) {
                                DescriptorEvaluation evaluation = copies.evaluation(copy);
                                evaluation.features();
                                evaluation.pushforward(evaluation.pullback(Matrix.zeros(1, 1)));
                            }
                        }))
                        .toArray(CompletableFuture[]::new))
                .join();
        assertThat(collisions).hasValue(0);
    }

    @Test
    void eachCopyHasTheLabelsAndDerivativesOfItsOriginal() {
        ResampledGeometry copies = new ResampledGeometry(watched, new int[] {2, 0, 2}, 3);
        assertThat(copies.forces(0).orElseThrow()).containsExactly(2, 0, 0);
        assertThat(copies.forces(1).orElseThrow()).containsExactly(0, 0, 0);
        assertThat(copies.strainGradient(2)).isEmpty();
        DescriptorEvaluation evaluation = copies.evaluation(2);
        GeometryVector pulled = evaluation.pullback(Matrix.wrap(1, 1, new double[] {3}));
        assertThat(pulled.positions()[0]).isEqualTo(3);
        assertThat(evaluation.pushforward(pulled).get(0, 0)).isEqualTo(6);
    }
}
