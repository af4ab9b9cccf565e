package io.github.gmp.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gmp.api.descriptor.Descriptor;
import io.github.gmp.api.descriptor.DescriptorEvaluation;
import io.github.gmp.api.descriptor.GeometryVector;
import io.github.gmp.api.math.Matrix;
import io.github.gmp.api.structure.AtomicStructure;
import io.github.gmp.api.structure.Cell;
import io.github.gmp.api.structure.Element;

import java.util.List;
import java.util.SplittableRandom;

/**
 * What the tests of {@link DescriptorContract} ask of a descriptor, and how closely numbers must agree.
 *
 * @param descriptor the descriptor
 * @param elements elements that it knows
 * @param seed seed of all random numbers; failure messages name it
 */
record DescriptorUnderTest(Descriptor descriptor, List<Element> elements, long seed) {
    /** Agreement demanded where only the order of additions differs, relative to the largest value of the column. */
    static final double ROUNDING = 1e-9;
    /** Agreement demanded of analytic and numerical derivatives, relative to the largest component. */
    private static final double DERIVATIVE = 1e-7;

    Matrix features(AtomicStructure structure) {
        return descriptor.evaluate(structure).features();
    }

    AtomicStructure dimer(double distance) {
        Element first = elements.get(0);
        Element last = elements.get(elements.size() - 1);
        // A direction without symmetry, so that no polynomial vanishes along it.
        double[] direction = {0.36, 0.48, 0.8};
        double[] positions = {0, 0, 0, distance * direction[0], distance * direction[1], distance * direction[2]};
        return new AtomicStructure(new Element[] {first, last}, positions, Cell.none());
    }

    Matrix slope(double distance) {
        double[] tangent = {0, 0, 0, 0.36, 0.48, 0.8};
        return descriptor.evaluate(dimer(distance)).pushforward(GeometryVector.displacement(tangent));
    }

    Matrix randomWeights(Matrix features) {
        SplittableRandom random = new SplittableRandom(seed + 1);
        // Weights undo the scale of each column: otherwise the largest columns hide all others.
        double[] weights = new double[features.array().length];
        for (int c = 0; c < features.columns(); c++) {
            double largest = FeatureComparison.columnScale(features, features, c);
            for (int r = 0; r < features.rows(); r++) {
                weights[r * features.columns() + c] = random.nextGaussian() / (largest > 0 ? largest : 1);
            }
        }
        return Matrix.wrap(features.rows(), features.columns(), weights);
    }

    void assertDerivatives(double[] analytic, double[] numerical, String what) {
        double largest = 0;
        for (double value : numerical) {
            largest = Math.max(largest, Math.abs(value));
        }
        for (int k = 0; k < analytic.length; k++) {
            assertThat(Math.abs(analytic[k] - numerical[k]) / largest)
                    .describedAs(
                            "%s, component %d: analytic %s, numerical %s, seed %d",
                            what, k, analytic[k], numerical[k], seed)
                    .isLessThan(DERIVATIVE);
        }
    }

    void assertFinite(DescriptorEvaluation evaluation, String what) {
        for (double value : evaluation.features().array()) {
            assertThat(value).describedAs("feature, %s", what).isFinite();
        }
        if (!descriptor.derivatives().hasPullback()) {
            return;
        }
        for (double value : Displacements.flat(evaluation.pullback(randomWeights(evaluation.features())))) {
            assertThat(value).describedAs("gradient, %s", what).isFinite();
        }
        GeometryVector tangent =
                Displacements.randomTangent(evaluation.features().rows(), new SplittableRandom(seed));
        if (!descriptor.derivatives().hasPushforward()) {
            return;
        }
        for (double value : evaluation.pushforward(tangent).array()) {
            assertThat(value).describedAs("pushforward, %s", what).isFinite();
        }
    }

    void assertSame(Matrix expected, Matrix actual, String what) {
        assertThat(actual.rows()).isEqualTo(expected.rows());
        assertThat(FeatureComparison.relativeDifference(expected, actual))
                .describedAs("change of the features by %s, relative to each column's largest, seed %d", what, seed)
                .isLessThan(ROUNDING);
    }
}
