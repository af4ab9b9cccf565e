package io.github.gmp.probes.descriptor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Percentage.withPercentage;

import io.github.gmp.api.descriptor.DescriptorEvaluation;
import io.github.gmp.api.descriptor.DescriptorProperty;
import io.github.gmp.api.error.DataException;
import io.github.gmp.api.math.Matrix;
import io.github.gmp.api.neighbor.NeighborList;
import io.github.gmp.api.structure.AtomicStructure;
import io.github.gmp.api.structure.Cell;
import io.github.gmp.api.structure.Element;
import io.github.gmp.probes.angular.PolynomialForm;
import io.github.gmp.probes.radial.Normalization;
import io.github.gmp.toolkit.cutoff.CutoffFunctions;
import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;

class GmpDescriptorTest {
    private static GmpDescriptor small() {
        return Gmp.descriptor(
                Gmp.radial(Normalization.VOLUME, 0.25, 1.0),
                Gmp.angular(2, PolynomialForm.SOLID),
                Gmp.groupNorm(false),
                CutoffFunctions.hard(6));
    }

    private static AtomicStructure pair(Element first, Element second, double distance) {
        return new AtomicStructure(new Element[] {first, second}, new double[] {0, 0, 0, 0, 0, distance}, Cell.none());
    }

    @Test
    void featuresComeByOrderGroupAndWidth() {
        assertThat(small().features())
                .containsExactly(
                        "order=0 group=(0,0,0) sigma=0.25",
                        "order=0 group=(0,0,0) sigma=1.0",
                        "order=1 group=(1,0,0) sigma=0.25",
                        "order=1 group=(1,0,0) sigma=1.0",
                        "order=2 group=(2,0,0) sigma=0.25",
                        "order=2 group=(2,0,0) sigma=1.0",
                        "order=2 group=(1,1,0) sigma=0.25",
                        "order=2 group=(1,1,0) sigma=1.0");
        assertThat(Gmp.descriptor(
                                Gmp.radial(Normalization.VOLUME, 0.25, 1.0),
                                Gmp.orders(PolynomialForm.SOLID, 3, 1),
                                Gmp.powerSpectrum(),
                                CutoffFunctions.hard(6))
                        .features())
                .containsExactly(
                        "order=1 sigma=0.25 x sigma=0.25",
                        "order=1 sigma=0.25 x sigma=1.0",
                        "order=1 sigma=1.0 x sigma=1.0",
                        "order=3 sigma=0.25 x sigma=0.25",
                        "order=3 sigma=0.25 x sigma=1.0",
                        "order=3 sigma=1.0 x sigma=1.0");
    }

    @Test
    void promisesWhatHolds() {
        assertThat(small().properties()).isEmpty();
        assertThat(Gmp.descriptor(
                                Gmp.radial(Normalization.VOLUME, 1.0),
                                Gmp.angular(2, PolynomialForm.LITERAL),
                                Gmp.orderNorm(false),
                                CutoffFunctions.polynomial(6, 2))
                        .properties())
                .containsExactlyInAnyOrder(DescriptorProperty.ROTATION_INVARIANT, DescriptorProperty.SMOOTH_AT_CUTOFF);
    }

    @Test
    void anElementWithoutDensityIsNamed() {
        assertThatThrownBy(() -> small().evaluate(pair(Element.H, Element.Og, 1)))
                .isInstanceOf(DataException.class)
                .hasMessage(
                        "atom 2 is Og, for which the density source of the descriptor has no density; it has H C O");
    }

    @Test
    void aNeighborListOfAnotherCutoffIsRefused() {
        AtomicStructure structure = pair(Element.H, Element.O, 1);

        assertThatThrownBy(() -> small().evaluate(structure, NeighborList.build(structure, 5)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "a neighbor list of 2 atoms with a cutoff of 6.0 Å is needed, got one of 2 atoms with 5.0 Å");
    }

    @Test
    void labelsThatRepeatAreRefused() {
        assertThatThrownBy(() -> Gmp.descriptor(
                        () -> List.of(
                                ForeignBases.radial().probes().get(0),
                                ForeignBases.radial().probes().get(0)),
                        Gmp.angular(0, PolynomialForm.SOLID),
                        Gmp.orderNorm(false),
                        CutoffFunctions.hard(6)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("two features have the label 'order=0 two'");
    }

    @Test
    void farNeighborsOfSharpProbesUnderflowToExactlyNothing() {
        GmpDescriptor sharp = Gmp.descriptor(
                Gmp.radial(Normalization.VOLUME, 0.02, 0.05),
                Gmp.angular(9, PolynomialForm.LITERAL),
                Gmp.orderNorm(false),
                CutoffFunctions.hard(25));
        DescriptorEvaluation alone = sharp.evaluate(pair(Element.C, Element.C, 30));
        DescriptorEvaluation far = sharp.evaluate(pair(Element.C, Element.C, 24.9));

        assertThat(far.features()).isEqualTo(alone.features());
        double[] ones = new double[far.features().array().length];
        Arrays.fill(ones, 1);
        assertThat(far.pullback(Matrix.wrap(2, sharp.features().size(), ones)).positions())
                .containsOnly(0.0);
    }

    @Test
    void theCenterItselfCounts() {
        AtomicStructure atom = new AtomicStructure(new Element[] {Element.O}, new double[3], Cell.none());
        GmpDescriptor sharp = Gmp.descriptor(
                Gmp.radial(Normalization.VOLUME, 1e-4),
                Gmp.angular(1, PolynomialForm.SOLID),
                Gmp.groupNorm(true),
                CutoffFunctions.polynomial(6, 2));

        // A very sharp probe of unit integral sees the density at the nucleus, and no dipole.
        double density = Gmp.DENSITY.density(Element.O).value(0);
        assertThat(sharp.evaluate(atom).features().get(0, 0)).isCloseTo(density, withPercentage(0.01));
        assertThat(sharp.evaluate(atom).features().get(0, 1)).isZero();
    }

    @Test
    void operationsGrowWithNeighborsWidthsAndOrders() {
        assertThat(operations(3, 20, 0.5)).isLessThan(operations(3, 21, 0.5));
        assertThat(operations(3, 20, 0.5)).isLessThan(operations(4, 20, 0.5));
        assertThat(operations(3, 20, 0.5)).isLessThan(operations(3, 20, 0.5, 1.0));
    }

    private static double operations(int maxOrder, double neighbors, Double... sigmas) {
        return Gmp.descriptor(
                        Gmp.radial(Normalization.VOLUME, sigmas),
                        Gmp.angular(maxOrder, PolynomialForm.SOLID),
                        Gmp.orderNorm(false),
                        CutoffFunctions.hard(6))
                .operationsPerAtom(neighbors, 3);
    }
}
