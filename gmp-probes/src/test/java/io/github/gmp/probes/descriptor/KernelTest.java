package io.github.gmp.probes.descriptor;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.github.gmp.api.descriptor.CutoffFunction;
import io.github.gmp.api.descriptor.DescriptorEvaluation;
import io.github.gmp.api.descriptor.GeometryVector;
import io.github.gmp.api.math.Matrix;
import io.github.gmp.api.multipole.invariant.InvariantFamily;
import io.github.gmp.api.multipole.probe.AngularBasis;
import io.github.gmp.api.multipole.probe.RadialBasis;
import io.github.gmp.api.neighbor.NeighborSearch;
import io.github.gmp.api.structure.AtomicStructure;
import io.github.gmp.api.structure.Cell;
import io.github.gmp.api.structure.Element;
import io.github.gmp.fixtures.EveryVectorWidth;
import io.github.gmp.fixtures.VectorWidth;
import io.github.gmp.probes.angular.PolynomialForm;
import io.github.gmp.probes.radial.Normalization;
import io.github.gmp.testkit.RandomStructures;
import io.github.gmp.toolkit.cutoff.CutoffFunctions;
import io.github.gmp.toolkit.kernel.KernelChoice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** The two kernels against the plain formula and against each other. */
class KernelTest {
    private static final long SEED = 31;
    private static final double CUTOFF = 5;
    private static final List<Element> ELEMENTS = List.of(Element.H, Element.C, Element.O);

    private record Setup(String name, RadialBasis radial, AngularBasis angular, CutoffFunction cutoff) {
        GmpDescriptor descriptor(InvariantFamily family, KernelChoice choice) {
            return new GmpDescriptor(Gmp.DENSITY, radial, angular, family, cutoff, choice);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** Numbers of widths that fill groups of radial probes and leave one or two over, all kinds of polynomials. */
    private static List<Setup> setups() {
        CutoffFunction smooth = CutoffFunctions.polynomial(CUTOFF, 2);
        return List.of(
                new Setup("solid, 1 width", Gmp.radial(Normalization.VOLUME, 0.6), solid(9), smooth),
                new Setup("solid, 3 widths", Gmp.radial(Normalization.VOLUME, 0.05, 0.7, 2.0), solid(7), smooth),
                new Setup("literal, 4 widths", Gmp.radial(Normalization.PAPER, 0.2, 0.6, 1.1, 3.0), literal(7), smooth),
                new Setup("solid, 5 widths, hard", widths(5), solid(4), CutoffFunctions.hard(CUTOFF)),
                new Setup("one order", widths(2), Gmp.orders(PolynomialForm.LITERAL, 3), smooth),
                new Setup("order zero", widths(2), solid(0), smooth),
                new Setup("foreign", ForeignBases.radial(), ForeignBases.angular(), CutoffFunctions.tanhCubed(CUTOFF)));
    }

    private static AngularBasis solid(int maxOrder) {
        return Gmp.angular(maxOrder, PolynomialForm.SOLID);
    }

    private static AngularBasis literal(int maxOrder) {
        return Gmp.angular(maxOrder, PolynomialForm.LITERAL);
    }

    private static RadialBasis widths(int count) {
        Double[] sigmas = new Double[count];
        for (int i = 0; i < count; i++) {
            sigmas[i] = 0.3 * (i + 1);
        }
        return Gmp.radial(Normalization.VOLUME, sigmas);
    }

    static Stream<Arguments> cases() {
        List<Arguments> cases = new ArrayList<>();
        for (Setup setup : setups()) {
            VectorWidth.kernels().forEach(kernel -> cases.add(Arguments.of(setup, kernel)));
        }
        return cases.stream();
    }

    private static List<AtomicStructure> structures() {
        SplittableRandom random = new SplittableRandom(SEED);
        return List.of(
                RandomStructures.molecule(ELEMENTS, 9, CUTOFF, random),
                // More neighbors than from which on they are sorted by distance.
                RandomStructures.crystal(ELEMENTS, 9, 1.2 * CUTOFF, random));
    }

    @EveryVectorWidth
    @ParameterizedTest
    @MethodSource("cases")
    void momentsAreThoseOfThePlainFormula(Setup setup, String kernel) {
        GmpDescriptor descriptor = setup.descriptor(new MomentFeatures(), KernelChoice.of(kernel));
        for (AtomicStructure structure : structures()) {
            Matrix moments = descriptor.evaluate(structure).features();
            double[][] expected = new double[structure.size()][];
            for (int i = 0; i < expected.length; i++) {
                expected[i] = PlainMoments.of(structure, i, setup.radial(), setup.angular(), setup.cutoff());
            }
            assertColumns(moments, expected, 1e-12);
        }
    }

    private static void assertColumns(Matrix actual, double[][] expected, double tolerance) {
        assertThat(actual.columns()).isEqualTo(expected[0].length);
        for (int k = 0; k < actual.columns(); k++) {
            double largest = 0;
            for (double[] row : expected) {
                largest = Math.max(largest, Math.abs(row[k]));
            }
            assertThat(largest).as("largest of column %d", k).isPositive();
            for (int i = 0; i < expected.length; i++) {
                assertThat(Math.abs(actual.get(i, k) - expected[i][k]))
                        .as("column %d of atom %d, seed %d", k, i, SEED)
                        .isLessThanOrEqualTo(tolerance * largest);
            }
        }
    }

    /** Every number of neighbors from none to beyond two blocks, so that all tails are met. */
    @EveryVectorWidth
    @Test
    void kernelsAgreeForAllNumbersOfNeighbors() {
        int lanes = KernelChoice.of("vector").lanes();
        SplittableRandom random = new SplittableRandom(SEED);
        for (Setup setup : setups()) {
            GmpDescriptor plain = setup.descriptor(Gmp.powerSpectrum(), KernelChoice.scalar());
            GmpDescriptor vector = setup.descriptor(Gmp.powerSpectrum(), KernelChoice.of("vector"));
            for (int atoms = 1; atoms <= 2 * lanes + 2; atoms++) {
                AtomicStructure structure = cluster(atoms, random);
                DescriptorEvaluation expected = plain.evaluate(structure);
                DescriptorEvaluation actual = vector.evaluate(structure);
                assertSame(actual.features().array(), expected.features().array(), 1e-12);
                Matrix weights = Matrix.wrap(
                        atoms,
                        expected.features().columns(),
                        random.doubles(expected.features().array().length, -1, 1)
                                .toArray());
                GeometryVector gradient = expected.pullback(weights);
                assertSame(actual.pullback(weights).positions(), gradient.positions(), 1e-11);
                assertSame(actual.pullback(weights).strain(), gradient.strain(), 1e-11);
                GeometryVector tangent = GeometryVector.displacement(
                        random.doubles(3 * atoms, -1, 1).toArray());
                assertSame(
                        actual.pushforward(tangent).array(),
                        expected.pushforward(tangent).array(),
                        1e-11);
            }
        }
    }

    private static AtomicStructure cluster(int atoms, SplittableRandom random) {
        Element[] elements = new Element[atoms];
        for (int i = 0; i < atoms; i++) {
            elements[i] = ELEMENTS.get(i % 5 == 0 ? 1 : 0);
        }
        double[] positions = random.doubles(3 * atoms, -1.8, 1.8).toArray();
        return new AtomicStructure(elements, positions, Cell.none());
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
    @ParameterizedTest
    @MethodSource("setups")
    void plainLoopsAllocateNothingButTheirResults(Setup setup) {
        GmpDescriptor descriptor = setup.descriptor(Gmp.orderNorm(false), KernelChoice.scalar());
        AtomicStructure crystal = structures().get(1);
        var list = NeighborSearch.of(crystal, CUTOFF).list();
        descriptor.evaluate(crystal, list);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
        descriptor.evaluate(crystal, list);
        long allocated = threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
        int components = setup.angular().probes().stream()
                .mapToInt(p -> p.components().size())
                .sum();
        int numbers = crystal.size()
                * setup.radial().probes().size()
                * (components + setup.angular().probes().size());
        assertThat(allocated).isLessThan(8L * numbers + 4096);
    }

    @EveryVectorWidth
    @Test
    void aRangeOfCentersGivesTheSameBits() {
        for (Setup setup : setups()) {
            GmpDescriptor descriptor = setup.descriptor(Gmp.orderNorm(false), KernelChoice.ofProcess());
            AtomicStructure crystal = structures().get(1);
            Matrix whole = descriptor.evaluate(crystal).features();
            Matrix part = descriptor
                    .evaluate(crystal, NeighborSearch.of(crystal, CUTOFF).list(3, 7))
                    .features();
            for (int row = 0; row < part.rows(); row++) {
                assertThat(part.row(row)).containsExactly(whole.row(row + 3));
            }
        }
    }
}
