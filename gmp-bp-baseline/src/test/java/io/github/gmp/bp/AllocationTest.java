package io.github.gmp.bp;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.github.gmp.api.descriptor.Descriptor;
import io.github.gmp.api.descriptor.DescriptorEvaluation;
import io.github.gmp.api.descriptor.GeometryVector;
import io.github.gmp.api.neighbor.NeighborList;
import io.github.gmp.api.structure.AtomicStructure;
import io.github.gmp.api.structure.Element;
import io.github.gmp.bp.symmetry.Pairing;
import io.github.gmp.testkit.RandomStructures;
import io.github.gmp.toolkit.cutoff.CutoffFunctions;
import io.github.gmp.toolkit.kernel.KernelChoice;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Nothing is allocated per pair or triplet. Tested with the plain kernel, where that does not depend on what has been compiled: vectors
 * are objects until then.
 */
class AllocationTest {
    /** The objects around an evaluation, however many atoms. */
    private static final long AROUND = 4096;

    private static long allocated(Runnable work) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long thread = Thread.currentThread().getId();
        long before = threads.getThreadAllocatedBytes(thread);
        work.run();
        return threads.getThreadAllocatedBytes(thread) - before;
    }

    @Test
    void evaluationsAllocateTheirResultsOnly() {
        Assumptions.assumeTrue(
                ManagementFactory.getThreadMXBean() instanceof ThreadMXBean, "this JVM does not count allocations");
        Descriptor descriptor = Setups.descriptor(
                List.of("H", "C", "O"),
                Pairing.BY_ELEMENT,
                CutoffFunctions.cosine(6),
                Setups.EVERYTHING,
                Map.of(),
                KernelChoice.scalar());
        AtomicStructure structure =
                RandomStructures.molecule(List.of(Element.H, Element.C, Element.O), 40, 6, new SplittableRandom(3));
        NeighborList neighbors = NeighborList.build(structure, 6);
        DescriptorEvaluation evaluation = descriptor.evaluate(structure, neighbors);
        GeometryVector tangent = GeometryVector.displacement(structure.positions());
        for (int warmUp = 0; warmUp < 2; warmUp++) {
            evaluation.pullback(evaluation.features());
            evaluation.pushforward(tangent);
        }
        long features = 8L * evaluation.features().array().length;
        long gradient = 8L * 3 * structure.size();
        long slots = 4L * structure.size();
        assertThat(neighbors.pairs()).isGreaterThan(1000);
        assertThat(allocated(() -> descriptor.evaluate(structure, neighbors)))
                .describedAs("features")
                .isBetween(features, features + slots + AROUND);
        assertThat(allocated(() -> evaluation.pullback(evaluation.features())))
                .describedAs("pullback")
                .isBetween(gradient, gradient + AROUND);
        assertThat(allocated(() -> evaluation.pushforward(tangent)))
                .describedAs("pushforward")
                .isBetween(features, features + AROUND);
    }
}
