package io.github.gmp.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gmp.api.multipole.invariant.InvariantFamily;
import io.github.gmp.api.multipole.invariant.MomentInvariants;
import io.github.gmp.api.multipole.invariant.MomentLayout;
import org.junit.jupiter.api.Test;

import java.util.SplittableRandom;

/** What every family of invariants must pass: pullback and pushforward are the derivative, and adjoint. */
public abstract class MomentInvariantsContract {
    private static final int OFFSET = 2;

    /** For the test class that extends this. */
    protected MomentInvariantsContract() {}

    /** {@return the family under test} */
    protected abstract InvariantFamily family();

    /** {@return a layout with several orders and radial probes} */
    protected abstract MomentLayout layout();

    /** {@return the seed of the random moments} */
    protected long seed() {
        return 20210202;
    }

    @Test
    void labelsAreUnique() {
        assertThat(family().bind(layout()).labels()).isNotEmpty().doesNotHaveDuplicates();
    }

    @Test
    void pushforwardMatchesFiniteDifferences() {
        MomentInvariants invariants = family().bind(layout());
        SplittableRandom random = new SplittableRandom(seed());
        double[] moments = vector(layout().size(), random);
        double[] tangent = vector(layout().size(), random);
        double[] analytic = new double[OFFSET + invariants.labels().size()];
        invariants.pushforward(moments, tangent, analytic, OFFSET);
        double largest = 0;
        for (int f = 0; f < invariants.labels().size(); f++) {
            int feature = f;
            double numerical =
                    FiniteDifferences.derivative(h -> evaluate(invariants, moved(moments, tangent, h))[feature], 1e-3);
            assertThat(analytic[OFFSET + f])
                    .describedAs("feature %s, seed %d", invariants.labels().get(f), seed())
                    .isCloseTo(numerical, org.assertj.core.data.Offset.offset(1e-7 * Math.max(1, Math.abs(numerical))));
            largest = Math.max(largest, Math.abs(numerical));
        }
        assertThat(largest).describedAs("largest derivative, seed %d", seed()).isGreaterThan(1e-3);
    }

    @Test
    void pullbackIsAdjointAndAdds() {
        MomentInvariants invariants = family().bind(layout());
        SplittableRandom random = new SplittableRandom(seed() + 1);
        double[] moments = vector(layout().size(), random);
        double[] tangent = vector(layout().size(), random);
        int features = invariants.labels().size();
        double[] weights = vector(OFFSET + features, random);
        double[] pushed = new double[OFFSET + features];
        invariants.pushforward(moments, tangent, pushed, OFFSET);
        double[] pulled = new double[layout().size()];
        invariants.pullback(moments, weights, OFFSET, pulled);
        double left = 0;
        for (int m = 0; m < pulled.length; m++) {
            left += pulled[m] * tangent[m];
        }
        double right = 0;
        for (int f = 0; f < features; f++) {
            right += weights[OFFSET + f] * pushed[OFFSET + f];
        }
        assertThat(Math.abs(right)).isGreaterThan(1e-6);
        assertThat(Math.abs(left - right) / Math.abs(right))
                .describedAs("seed %d", seed())
                .isLessThan(1e-12);
        double[] twice = pulled.clone();
        invariants.pullback(moments, weights, OFFSET, twice);
        for (int m = 0; m < pulled.length; m++) {
            assertThat(twice[m]).describedAs("pullback adds").isEqualTo(pulled[m] + pulled[m]);
        }
    }

    @Test
    void vanishingMomentsGiveFiniteNumbers() {
        MomentInvariants invariants = family().bind(layout());
        double[] moments = new double[layout().size()];
        double[] gradient = new double[layout().size()];
        double[] weights = new double[invariants.labels().size()];
        java.util.Arrays.fill(weights, 1);
        invariants.pullback(moments, weights, 0, gradient);
        assertThat(gradient).doesNotContain(Double.NaN);
        double[] tangent = new double[layout().size()];
        java.util.Arrays.fill(tangent, 1);
        double[] pushed = new double[weights.length];
        invariants.pushforward(moments, tangent, pushed, 0);
        assertThat(pushed).doesNotContain(Double.NaN);
    }

    private static double[] evaluate(MomentInvariants invariants, double[] moments) {
        double[] features = new double[invariants.labels().size()];
        invariants.evaluate(moments, features, 0);
        return features;
    }

    private static double[] moved(double[] moments, double[] tangent, double h) {
        double[] result = moments.clone();
        for (int m = 0; m < result.length; m++) {
            result[m] += h * tangent[m];
        }
        return result;
    }

    private static double[] vector(int length, SplittableRandom random) {
        double[] values = new double[length];
        for (int k = 0; k < length; k++) {
            // Away from zero, where roots are not differentiable.
            values[k] = (0.3 + random.nextDouble()) * (random.nextBoolean() ? 1 : -1);
        }
        return values;
    }
}
