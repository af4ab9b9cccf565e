package io.github.gmp.probes.invariant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gmp.api.error.GmpException;
import io.github.gmp.api.multipole.invariant.InvariantFamily;
import io.github.gmp.api.multipole.invariant.MomentInvariants;
import io.github.gmp.api.multipole.invariant.MomentLayout;
import io.github.gmp.api.plugin.ConfigException;
import io.github.gmp.probes.angular.PolynomialForm;
import io.github.gmp.probes.descriptor.Gmp;
import io.github.gmp.probes.radial.Normalization;
import io.github.gmp.testkit.MomentInvariantsContract;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class InvariantContractsTest {
    private abstract static class Contract extends MomentInvariantsContract {
        private final InvariantFamily family;

        Contract(InvariantFamily family) {
            this.family = family;
        }

        @Override
        protected InvariantFamily family() {
            return family;
        }

        @Override
        protected MomentLayout layout() {
            return MomentLayout.of(
                    Gmp.angular(4, PolynomialForm.SOLID), Gmp.radial(Normalization.VOLUME, 0.25, 0.5, 1.0));
        }
    }

    @Nested
    class GroupNorm extends Contract {
        GroupNorm() {
            super(Gmp.groupNorm(false));
        }

        @Test
        void isNotInvariantUnderRotationFromOrderTwoOn() {
            assertThat(invariants(1, false).rotationInvariant()).isTrue();
            assertThat(invariants(2, false).rotationInvariant()).isFalse();
        }

        @Test
        void aGroupOfOneIsAModulusUnlessTheSignIsAskedFor() {
            double[] features = new double[2];
            invariants(1, false).evaluate(new double[] {-3, 2, 1, -2}, features, 0);
            assertThat(features).containsExactly(3, 3);
            invariants(1, true).evaluate(new double[] {-3, 2, 1, -2}, features, 0);
            assertThat(features).containsExactly(-3, 3);
        }

        private MomentInvariants invariants(int maxOrder, boolean signed) {
            return Gmp.groupNorm(signed)
                    .bind(MomentLayout.of(
                            Gmp.angular(maxOrder, PolynomialForm.LITERAL), Gmp.radial(Normalization.PAPER, 1.0)));
        }
    }

    @Nested
    class SignedGroupNorm extends Contract {
        SignedGroupNorm() {
            super(Gmp.groupNorm(true));
        }
    }

    @Nested
    class OrderNorm extends Contract {
        OrderNorm() {
            super(Gmp.orderNorm(false));
        }

        @Test
        void isSmoothOnlyWithoutTheRoot() {
            assertThat(family().bind(layout()).smooth()).isTrue();
            assertThat(Gmp.orderNorm(true).bind(layout()).smooth()).isFalse();
        }
    }

    @Nested
    class OrderNormRoot extends Contract {
        OrderNormRoot() {
            super(Gmp.orderNorm(true));
        }
    }

    @Nested
    class OrderZeros extends Contract {
        OrderZeros() {
            super(Gmp.orderZero());
        }

        @Test
        void needTheirOrder() {
            MomentLayout layout =
                    MomentLayout.of(Gmp.orders(PolynomialForm.SOLID, 1, 3), Gmp.radial(Normalization.PAPER, 1.0));
            assertThatThrownBy(() -> family().bind(layout))
                    .isInstanceOf(GmpException.class)
                    .hasMessage("the invariants 'order-zero' need the angular order 0; the orders are [1, 3]");
        }
    }

    @Nested
    class Cubic extends Contract {
        Cubic() {
            super(Gmp.cubic(3, 3));
        }

        @Test
        void areAllTriplesThatCouple() {
            MomentInvariants invariants = Gmp.cubic(2, 3).bind(layout());
            // 1 1 2, 2 2 2, 1 2 3 and 2 3 3 of two radial probes.
            assertThat(invariants.labels()).hasSize(3 * 2 + 4 + 2 * 2 * 2 + 2 * 3);
            assertThat(invariants.labels().get(1))
                    .isEqualTo("order=1 sigma=0.25 x order=1 sigma=0.25 x order=2 sigma=0.5");
        }

        @Test
        void moreProbesThanThereAreAreRefused() {
            assertThatThrownBy(() -> Gmp.cubic(4, 3).bind(layout()))
                    .isInstanceOf(ConfigException.class)
                    .hasMessage(
                            "invariants: got cubic with channels: 4, expected at most 3, as many as the descriptor has"
                                    + " radial probes or channels");
        }

        @Test
        void ordersThatDoNotCoupleAreRefused() {
            assertThatThrownBy(() -> Gmp.cubic(1, 1).bind(layout()))
                    .isInstanceOf(ConfigException.class)
                    .hasMessage(
                            "invariants: got cubic with maxOrder: 1, expected orders of which three couple to a scalar,"
                                    + " e.g. 1, 1 and 2; the orders are [0, 1, 2, 3, 4]");
        }
    }

    @Nested
    class Joint extends Contract {
        Joint() {
            super(Gmp.joint(Gmp.orderZero(), Gmp.powerSpectrum(), Gmp.cubic(2, 2)));
        }

        @Test
        void promisesWhatAllOfItsPartsPromise() {
            assertThat(family().usesWeightedProductsOnly()).isTrue();
            assertThat(family().bind(layout()).rotationInvariant()).isTrue();
            InvariantFamily mixed = Gmp.joint(Gmp.powerSpectrum(), Gmp.groupNorm(false));
            assertThat(mixed.usesWeightedProductsOnly()).isFalse();
            assertThat(mixed.bind(layout()).rotationInvariant()).isFalse();
            assertThat(mixed.bind(layout()).smooth()).isFalse();
        }
    }

    @Nested
    class PowerSpectra extends Contract {
        PowerSpectra() {
            super(Gmp.powerSpectrum());
        }
    }
}
