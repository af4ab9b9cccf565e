package io.github.gmp.bp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.gmp.api.descriptor.Descriptor;
import io.github.gmp.api.descriptor.DescriptorEvaluation;
import io.github.gmp.api.descriptor.GeometryVector;
import io.github.gmp.api.math.Matrix;
import io.github.gmp.api.structure.AtomicStructure;
import io.github.gmp.api.structure.Cell;
import io.github.gmp.api.structure.Element;
import io.github.gmp.bp.SymmetryFunctionLists.Angles;
import io.github.gmp.bp.symmetry.Pairing;
import io.github.gmp.testkit.FiniteDifferences;
import io.github.gmp.toolkit.cutoff.CutoffFunctions;
import io.github.gmp.toolkit.kernel.KernelChoice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Atoms in a line or at the same place, and large exponents. */
@ParameterizedClass
@MethodSource("io.github.gmp.bp.Setups#kernels")
class DegenerateGeometryTest {
    @Parameter
    KernelChoice kernel;

    private static final double RADIUS = 5;

    private static SymmetryFunctionLists g5(double zeta) {
        return new SymmetryFunctionLists(
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new Angles(List.of(0.1), List.of(zeta), List.of(-1.0, 1.0))));
    }

    private Descriptor oxygenDescriptor(SymmetryFunctionLists lists) {
        return Setups.descriptor(
                List.of("O"), Pairing.BY_ELEMENT, CutoffFunctions.cosine(RADIUS), lists, Map.of(), kernel);
    }

    private static AtomicStructure oxygen(double... positions) {
        Element[] elements = new Element[positions.length / 3];
        Arrays.fill(elements, Element.O);
        return new AtomicStructure(elements, positions, Cell.none());
    }

    private static double[] gradient(DescriptorEvaluation evaluation) {
        Matrix features = evaluation.features();
        double[] ones = new double[features.array().length];
        Arrays.fill(ones, 1);
        return evaluation
                .pullback(Matrix.wrap(features.rows(), features.columns(), ones))
                .positions();
    }

    @Test
    void atomsInALineHaveFiniteFeaturesForBrokenExponentsInAnyDirection() {
        // Rounding makes |cos θ| exceed 1 for some of these directions, and a negative base has no broken power.
        Descriptor descriptor = oxygenDescriptor(g5(1.5));
        for (int k = 1; k < 200; k++) {
            double[] u = {Math.sin(k), Math.cos(1.7 * k), Math.sin(2.3 * k + 1)};
            AtomicStructure line = oxygen(0, 0, 0, u[0], u[1], u[2], -1.1 * u[0], -1.1 * u[1], -1.1 * u[2]);
            DescriptorEvaluation evaluation = descriptor.evaluate(line);
            for (double value : evaluation.features().array()) {
                assertThat(value).isFinite();
            }
            for (double value : gradient(evaluation)) {
                assertThat(value).isFinite();
            }
        }
    }

    @Test
    void theGradientOfAtomsInALineIsExact() {
        // zeta = 1: the features are smooth there, and a clamp of the cosine would lose nothing but its derivative.
        Descriptor descriptor = oxygenDescriptor(g5(1));
        double[] positions = {0, 0, 0, 1.1, 0, 0, -1.3, 0, 0};
        double[] analytic = gradient(descriptor.evaluate(oxygen(positions)));
        double largest = 0;
        for (int c = 0; c < positions.length; c++) {
            int component = c;
            double numerical = FiniteDifferences.derivative(
                    h -> {
                        double[] moved = positions.clone();
                        moved[component] += h;
                        return Arrays.stream(descriptor
                                        .evaluate(oxygen(moved))
                                        .features()
                                        .array())
                                .sum();
                    },
                    1e-2);
            largest = Math.max(largest, Math.abs(numerical));
            assertThat(Math.abs(analytic[c] - numerical))
                    .describedAs("component %d", c)
                    .isLessThan(1e-9);
        }
        assertThat(largest).isGreaterThan(0.01);
    }

    @Test
    void atomsAtTheSamePlaceCountWithARightAngle() {
        Descriptor descriptor = oxygenDescriptor(g5(1));
        // The second atom sits on the first: e(0) = 1, e(r) is common, and cos θ = 0 makes both angular factors 1.
        double r = 1.4;
        double e = Math.exp(-0.1 * r * r) * CutoffFunctions.cosine(RADIUS).value(r);
        DescriptorEvaluation evaluation = descriptor.evaluate(oxygen(2, 2, 2, 2, 2, 2, 2 + r, 2, 2));
        assertThat(evaluation.features().get(0, 0)).isCloseTo(e, within(1e-14));
        assertThat(evaluation.features().get(0, 1)).isCloseTo(e, within(1e-14));
        // Seen from the third atom both neighbors lie in the same direction.
        assertThat(evaluation.features().get(2, 0)).isCloseTo(0, within(1e-14));
        assertThat(evaluation.features().get(2, 1)).isCloseTo(2 * e * e, within(1e-14));
    }

    @Test
    void coincidentAtomsLeaveEverySortFinite() {
        Descriptor descriptor = oxygenDescriptor(Setups.EVERYTHING);
        AtomicStructure structure = oxygen(0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0.5, -0.2);
        DescriptorEvaluation evaluation = descriptor.evaluate(structure);
        double[] push = evaluation
                .pushforward(GeometryVector.displacement(new double[] {1, 2, 3, -1, 0, 1, 2, 2, 2, 0, 0, 1}))
                .array();
        for (double[] values : List.of(evaluation.features().array(), gradient(evaluation), push)) {
            for (double value : values) {
                assertThat(value).isFinite();
            }
        }
    }

    @Test
    void hugeExponentsNeitherOverflowNorLoseTheStraightAngle() {
        Descriptor descriptor = oxygenDescriptor(g5(5000));
        DescriptorEvaluation evaluation = descriptor.evaluate(oxygen(0, 0, 0, 1, 0, 0, -1, 0, 0));
        double e = Math.exp(-0.1) * CutoffFunctions.cosine(RADIUS).value(1);
        assertThat(evaluation.features().get(0, 0)).isCloseTo(2 * e * e, within(1e-12));
        assertThat(evaluation.features().get(0, 1)).isZero();
        for (double value : gradient(evaluation)) {
            assertThat(value).isFinite();
        }
    }

    @Test
    void g4VanishesWhereTheTwoNeighborsAreACutoffApart() {
        SymmetryFunctionLists g4 = new SymmetryFunctionLists(
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.of(new Angles(List.of(0.1), List.of(1.0), List.of(-1.0))),
                Optional.empty());
        assertThat(oxygenDescriptor(g4)
                        .evaluate(oxygen(0, 0, 0, 2.6, 0, 0, -2.6, 0, 0))
                        .features()
                        .array())
                .containsOnly(0.0);
        assertThat(oxygenDescriptor(g4)
                        .evaluate(oxygen(0, 0, 0, 2.4, 0, 0, -2.4, 0, 0))
                        .features()
                        .get(0, 0))
                .isPositive();
    }
}
