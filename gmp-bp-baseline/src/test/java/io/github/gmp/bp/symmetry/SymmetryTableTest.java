package io.github.gmp.bp.symmetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gmp.api.descriptor.CutoffFunction;
import io.github.gmp.bp.symmetry.kernel.SymmetryKernel;
import io.github.gmp.toolkit.cutoff.CutoffFunctions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** Polynomials in place of cutoff functions and exponentials: as close as they claim, at points that the fit did not look at. */
class SymmetryTableTest {
    private static final int POINTS = 500;

    static Stream<CutoffFunction> cutoffs() {
        return Stream.of(0.7, 6.0, 25.0)
                .flatMap(radius -> Stream.concat(
                        Stream.of(
                                CutoffFunctions.cosine(radius),
                                CutoffFunctions.hard(radius),
                                CutoffFunctions.tanhCubed(radius)),
                        Stream.of(1, 2, 3, 4).map(p -> CutoffFunctions.polynomial(radius, p))));
    }

    private static double[] squares(double radius) {
        SplittableRandom random = new SplittableRandom(5);
        double[] squares = new double[POINTS];
        Arrays.setAll(squares, n -> Math.pow(radius * random.nextDouble(), 2));
        squares[0] = 0;
        return squares;
    }

    @ParameterizedTest
    @MethodSource("cutoffs")
    void cutoffFunctionsAndTheirDerivativesAreRight(CutoffFunction cutoff) {
        double radius = cutoff.radius();
        double[] squares = squares(radius);
        double[] values = new double[POINTS];
        double[] slopes = new double[POINTS];
        CutoffTable table = new CutoffTable(cutoff);
        table.evaluate(
                SymmetryKernel.scalar(), squares, new double[POINTS], new double[POINTS], values, slopes, true, POINTS);
        for (int n = 0; n < POINTS; n++) {
            double r = Math.sqrt(squares[n]);
            assertThat(Math.abs(values[n] - cutoff.value(r)))
                    .describedAs("value at %s of %s", r, radius)
                    .isLessThan(5e-15);
            double slope = r > 0 ? cutoff.derivative(r) : 0;
            assertThat(Math.abs(2 * r * slopes[n] - slope) * radius)
                    .describedAs("slope at %s of %s", r, radius)
                    .isLessThan(1e-12);
        }
        assertThat(slopes[0]).isFinite();
    }

    @ParameterizedTest
    @MethodSource("cutoffs")
    void noCutoffFunctionOfOursIsCalledForATriplet(CutoffFunction cutoff) {
        AtomicInteger calls = new AtomicInteger();
        CutoffTable table = new CutoffTable(new CutoffFunction() {
            @Override
            public double radius() {
                return cutoff.radius();
            }

            @Override
            public double value(double r) {
                calls.incrementAndGet();
                return cutoff.value(r);
            }

            @Override
            public double derivative(double r) {
                return cutoff.derivative(r);
            }

            @Override
            public int continuousDerivatives() {
                return cutoff.continuousDerivatives();
            }
        });
        int whenMade = calls.get();
        assertThat(whenMade).isPositive();
        double[] values = new double[POINTS];
        table.evaluate(
                SymmetryKernel.scalar(),
                squares(cutoff.radius()),
                new double[POINTS],
                new double[POINTS],
                values,
                new double[POINTS],
                false,
                POINTS);
        assertThat(values[1]).isPositive();
        assertThat(calls).hasValue(whenMade);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1e-6, 1e-4, 0.003, 0.03, 0.1, 1, 30})
    void exponentialsAreRight(double eta) {
        double[] squares = squares(6);
        double[] values = new double[POINTS];
        new GaussianDecay(eta, 6).evaluate(SymmetryKernel.scalar(), squares, values, POINTS);
        for (int n = 0; n < POINTS; n++) {
            assertThat(Math.abs(values[n] - Math.exp(-eta * squares[n])))
                    .describedAs("exp(-%s %s)", eta, squares[n])
                    .isLessThan(3e-15);
        }
    }

    @Test
    void whatNoShortPolynomialCanDoIsRefused() {
        assertThat(PolynomialFit.of(Math::abs, Math::signum, -1, 2, 1e-12, 28)).isEmpty();
        assertThat(PolynomialFit.of(x -> Double.NaN, x -> 0, 0, 1, 1e-12, 28)).isEmpty();
        assertThat(PolynomialFit.of(x -> x * x, x -> 2 * x, -1, 2, 1e-15, 28)).isPresent();
    }
}
