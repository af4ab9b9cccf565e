package io.github.gmp.probes.invariant;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gmp.api.invariant.InvariantFamily;
import io.github.gmp.api.invariant.MomentInvariants;
import io.github.gmp.api.invariant.MomentLayout;
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
    class PowerSpectra extends Contract {
        PowerSpectra() {
            super(Gmp.powerSpectrum());
        }
    }
}
