package io.github.gmp.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gmp.api.descriptor.Descriptor;
import io.github.gmp.api.descriptor.DescriptorProperty;
import io.github.gmp.api.math.Matrix;
import io.github.gmp.api.structure.AtomicStructure;
import io.github.gmp.api.structure.Element;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The part of {@link DescriptorContract} that is about features alone. */
abstract class FeatureContract {
    /** {@return the descriptor under test} */
    protected abstract Descriptor descriptor();

    /** {@return the elements that the descriptor knows; at least one, two or more make a better test} */
    protected List<Element> elements() {
        return List.of(Element.H, Element.C, Element.O);
    }

    /** {@return the seed of all random structures of the contract} */
    protected long seed() {
        return 20210202;
    }

    final SplittableRandom random() {
        return new SplittableRandom(seed());
    }

    final List<AtomicStructure> structures() {
        SplittableRandom random = random();
        double cutoff = descriptor().cutoff();
        return List.of(
                RandomStructures.molecule(elements(), 7, cutoff, random),
                RandomStructures.crystal(elements(), 4, cutoff, random));
    }

    @Test
    void everyFeatureHasItsOwnLabel() {
        Descriptor descriptor = descriptor();
        assertThat(descriptor.features()).isNotEmpty().doesNotHaveDuplicates();
        for (AtomicStructure structure : structures()) {
            Matrix features = descriptor.evaluate(structure).features();
            assertThat(features.columns()).isEqualTo(descriptor.features().size());
            assertThat(features.rows()).isEqualTo(structure.size());
        }
    }

    @Test
    void featuresAreFiniteAndNotAllTheSame() {
        for (AtomicStructure structure : structures()) {
            double[] values = descriptor().evaluate(structure).features().array();
            double largest = 0;
            for (double value : values) {
                assertThat(value).describedAs("seed %d", seed()).isFinite();
                largest = Math.max(largest, Math.abs(value - values[0]));
            }
            assertThat(largest)
                    .describedAs("spread of the features, seed %d", seed())
                    .isGreaterThan(1e-6);
        }
    }

    @Test
    void featuresDoNotChangeUnderTranslation() {
        for (AtomicStructure structure : structures()) {
            double[] moved = structure.positions();
            for (int i = 0; i < moved.length; i++) {
                moved[i] += new double[] {11.3, -7.1, 23.9}[i % 3];
            }
            tested().assertSame(features(structure), features(structure.withPositions(moved)), "translation");
        }
    }

    @Test
    void rotationDoesWhatTheDescriptorPromises() {
        boolean promised = descriptor().properties().contains(DescriptorProperty.ROTATION_INVARIANT);
        SplittableRandom random = random();
        double largestChange = 0;
        for (AtomicStructure structure : structures()) {
            Matrix before = features(structure);
            Matrix after = features(Rotations.apply(Rotations.random(random), structure));
            if (promised) {
                tested().assertSame(before, after, "rotation");
            }
            largestChange = Math.max(largestChange, FeatureComparison.relativeDifference(before, after));
        }
        if (!promised) {
            assertThat(largestChange)
                    .describedAs(
                            "a descriptor that does not promise ROTATION_INVARIANT must not be so (seed %d); if it is, let it say so",
                            seed())
                    .isGreaterThan(1e-4);
        }
    }

    @Test
    void featuresFollowTheirAtomsUnderPermutation() {
        for (AtomicStructure structure : structures()) {
            int n = structure.size();
            Element[] elements = new Element[n];
            double[] positions = new double[3 * n];
            for (int i = 0; i < n; i++) {
                elements[i] = structure.element(n - 1 - i);
                for (int a = 0; a < 3; a++) {
                    positions[3 * i + a] = structure.position(n - 1 - i, a);
                }
            }
            Matrix before = features(structure);
            Matrix after = features(new AtomicStructure(elements, positions, structure.cell()));
            double[] reversed = new double[after.array().length];
            for (int i = 0; i < n; i++) {
                System.arraycopy(after.row(n - 1 - i), 0, reversed, i * after.columns(), after.columns());
            }
            tested().assertSame(before, Matrix.wrap(n, after.columns(), reversed), "permutation");
        }
    }

    @Test
    void periodicImagesAndSupercellsMakeNoDifference() {
        AtomicStructure crystal = structures().get(1);
        Matrix before = features(crystal);
        double[] moved = crystal.positions();
        for (int i = 0; i < crystal.size(); i++) {
            for (int a = 0; a < 3; a++) {
                moved[3 * i + a] += (i + 1) * crystal.cell().get(0, a)
                        - 2 * i * crystal.cell().get(2, a);
            }
        }
        tested().assertSame(before, features(crystal.withPositions(moved)), "moving atoms by lattice vectors");
        Matrix doubled = features(Displacements.doubled(crystal));
        Matrix firstHalf =
                Matrix.wrap(before.rows(), before.columns(), Arrays.copyOf(doubled.array(), before.array().length));
        tested().assertSame(before, firstHalf, "a doubled cell");
    }

    @Test
    void manyThreadsGetTheSameBits() throws Exception {
        Descriptor descriptor = descriptor();
        AtomicStructure structure = structures().get(0);
        double[] expected = descriptor.evaluate(structure).features().array();
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            List<Callable<double[]>> calls = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                calls.add(() -> descriptor.evaluate(structure).features().array());
            }
            for (Future<double[]> result : pool.invokeAll(calls)) {
                assertThat(result.get()).containsExactly(expected);
            }
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void rangesOfCentersHaveTheSameFeatures() {
        RangesOfCenters.of(descriptor(), structures(), seed()).forEach(RangesOfCenters::assertSameFeatures);
    }

    @Test
    void blocksOfCentersNeedTheirNeighborsOnly() {
        RangesOfCenters.assertBlocksNeedTheirNeighborsOnly(
                descriptor(), structures().get(0), seed());
    }

    @Test
    void costGrowsWithNeighbors() {
        Descriptor descriptor = descriptor();
        double few = descriptor.operationsPerAtom(10, elements().size());
        double many = descriptor.operationsPerAtom(100, elements().size());
        assertThat(few).isPositive().isFinite();
        assertThat(many).isGreaterThan(few);
    }

    final DescriptorUnderTest tested() {
        return new DescriptorUnderTest(descriptor(), elements(), seed());
    }

    final Matrix features(AtomicStructure structure) {
        return tested().features(structure);
    }
}
