package io.github.gmp.bp;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.github.gmp.api.descriptor.CutoffFunction;
import io.github.gmp.api.descriptor.CutoffFunctions;
import io.github.gmp.api.descriptor.Descriptor;
import io.github.gmp.api.descriptor.DescriptorEvaluation;
import io.github.gmp.api.descriptor.GeometryVector;
import io.github.gmp.api.kernel.KernelChoice;
import io.github.gmp.api.math.Matrix;
import io.github.gmp.api.neighbor.NeighborSearch;
import io.github.gmp.api.structure.AtomicStructure;
import io.github.gmp.api.structure.Cell;
import io.github.gmp.api.structure.Element;
import io.github.gmp.bp.symmetry.Pairing;
import io.github.gmp.testkit.RandomStructures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.SplittableRandom;

/** The vector kernel against the plain one, whose features and derivatives other tests compare with formulas and differences. */
class KernelTest {
    private static final long SEED = 17;
    private static final double CUTOFF = 4.4;
    private static final List<String> ELEMENTS = List.of("H", "C", "O");

    /** Every number of neighbors from none to beyond two blocks, so that all tails are met; whole, large and broken ζ. */
    @ParameterizedTest
    @EnumSource(Pairing.class)
    void kernelsAgreeForAllNumbersOfNeighbors(Pairing pairing) {
        int lanes = KernelChoice.of("vector").lanes();
        SplittableRandom random = new SplittableRandom(SEED);
        for (CutoffFunction cutoff : List.of(CutoffFunctions.cosine(CUTOFF), CutoffFunctions.polynomial(CUTOFF, 2))) {
            Descriptor plain = descriptor(pairing, cutoff, KernelChoice.scalar());
            Descriptor vector = descriptor(pairing, cutoff, KernelChoice.of("vector"));
            for (int atoms = 1; atoms <= 2 * lanes + 2; atoms++) {
                compare(plain, vector, cluster(atoms, random), random);
            }
        }
    }

    private static Descriptor descriptor(Pairing pairing, CutoffFunction cutoff, KernelChoice choice) {
        return Setups.descriptor(ELEMENTS, pairing, cutoff, Setups.EVERYTHING, choice);
    }

    private static AtomicStructure cluster(int atoms, SplittableRandom random) {
        Element[] elements = new Element[atoms];
        for (int i = 0; i < atoms; i++) {
            elements[i] = i % 5 == 0 ? Element.C : Element.H;
        }
        return new AtomicStructure(
                elements, random.doubles(3 * atoms, -1.8, 1.8).toArray(), Cell.none());
    }

    private static void compare(
            Descriptor plain, Descriptor vector, AtomicStructure structure, SplittableRandom random) {
        DescriptorEvaluation expected = plain.evaluate(structure);
        DescriptorEvaluation actual = vector.evaluate(structure);
        assertSame(actual.features().array(), expected.features().array(), 1e-13);
        double[] weights =
                random.doubles(expected.features().array().length, -1, 1).toArray();
        Matrix gradient = Matrix.wrap(structure.size(), expected.features().columns(), weights);
        assertSame(
                actual.pullback(gradient).positions(),
                expected.pullback(gradient).positions(),
                1e-11);
        assertSame(
                actual.pullback(gradient).strain(), expected.pullback(gradient).strain(), 1e-11);
        GeometryVector tangent = GeometryVector.displacement(
                random.doubles(3 * structure.size(), -1, 1).toArray());
        assertSame(
                actual.pushforward(tangent).array(),
                expected.pushforward(tangent).array(),
                1e-11);
    }

    private static void assertSame(double[] actual, double[] expected, double tolerance) {
        double largest = 0;
        for (double value : expected) {
            largest = Math.max(largest, Math.abs(value));
        }
        for (int i = 0; i < expected.length; i++) {
            assertThat(Math.abs(actual[i] - expected[i]))
                    .as("number %d: %s against %s, seed %d", i, actual[i], expected[i], SEED)
                    .isLessThanOrEqualTo(tolerance * largest);
        }
    }

    /** Vector kernels allocate until they are compiled, so this is about the plain ones. */
    @Test
    void plainLoopsAllocateNothingButTheirResults() {
        Descriptor descriptor = descriptor(Pairing.BY_ELEMENT, CutoffFunctions.cosine(CUTOFF), KernelChoice.scalar());
        AtomicStructure crystal =
                RandomStructures.crystal(List.of(Element.H, Element.C), 6, CUTOFF, new SplittableRandom(SEED));
        var list = NeighborSearch.of(crystal, CUTOFF).list();
        int numbers = descriptor.evaluate(crystal, list).features().array().length;
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
        descriptor.evaluate(crystal, list);
        long allocated = threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
        assertThat(allocated).isLessThan(8L * numbers + 4096);
    }

    @Test
    void aRangeOfCentersGivesTheSameBits() {
        Descriptor descriptor =
                descriptor(Pairing.BY_ELEMENT, CutoffFunctions.cosine(CUTOFF), KernelChoice.ofProcess());
        AtomicStructure crystal =
                RandomStructures.crystal(List.of(Element.H, Element.C), 8, CUTOFF, new SplittableRandom(SEED));
        Matrix whole = descriptor.evaluate(crystal).features();
        Matrix part = descriptor
                .evaluate(crystal, NeighborSearch.of(crystal, CUTOFF).list(2, 6))
                .features();
        for (int row = 0; row < part.rows(); row++) {
            assertThat(part.row(row)).containsExactly(whole.row(row + 2));
        }
    }
}
