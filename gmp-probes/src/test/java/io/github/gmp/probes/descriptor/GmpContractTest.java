package io.github.gmp.probes.descriptor;

import io.github.gmp.api.descriptor.Descriptor;
import io.github.gmp.api.multipole.invariant.InvariantFamily;
import io.github.gmp.probes.angular.PolynomialForm;
import io.github.gmp.probes.radial.Normalization;
import io.github.gmp.testkit.DescriptorContract;
import io.github.gmp.toolkit.cutoff.CutoffFunctions;
import io.github.gmp.toolkit.kernel.KernelChoice;
import org.junit.jupiter.api.Nested;

/** The contract of descriptors for every kind of invariants, cutoff and polynomials. */
class GmpContractTest {
    private static final double CUTOFF = 4.5;

    private abstract static class Contract extends DescriptorContract {
        private final Descriptor descriptor;

        Contract(PolynomialForm form, int maxOrder, InvariantFamily invariants, boolean hard) {
            descriptor = Gmp.descriptor(
                    Gmp.radial(Normalization.VOLUME, 0.3, 0.9, 1.6),
                    Gmp.angular(maxOrder, form),
                    invariants,
                    hard ? CutoffFunctions.hard(CUTOFF) : CutoffFunctions.polynomial(CUTOFF, 2));
        }

        @Override
        protected Descriptor descriptor() {
            return descriptor;
        }
    }

    @Nested
    class OrderNormSmooth extends Contract {
        OrderNormSmooth() {
            super(PolynomialForm.SOLID, 4, Gmp.orderNorm(false), false);
        }
    }

    @Nested
    class OrderNormHardLiteral extends Contract {
        OrderNormHardLiteral() {
            super(PolynomialForm.LITERAL, 4, Gmp.orderNorm(false), true);
        }
    }

    @Nested
    class OrderNormRootSmooth extends Contract {
        OrderNormRootSmooth() {
            super(PolynomialForm.SOLID, 3, Gmp.orderNorm(true), false);
        }
    }

    @Nested
    class PowerSpectrumSmoothLiteral extends Contract {
        PowerSpectrumSmoothLiteral() {
            super(PolynomialForm.LITERAL, 3, Gmp.powerSpectrum(), false);
        }
    }

    @Nested
    class PowerSpectrumHard extends Contract {
        PowerSpectrumHard() {
            super(PolynomialForm.SOLID, 3, Gmp.powerSpectrum(), true);
        }
    }

    @Nested
    class GroupNormHardLiteral extends Contract {
        GroupNormHardLiteral() {
            super(PolynomialForm.LITERAL, 3, Gmp.groupNorm(false), true);
        }

        /**
         * Not the default seed: in its molecule a moment (1,1,1) passes through zero within a step of the numerical derivative, where |μ|
         * has its kink.
         */
        @Override
        protected long seed() {
            return 20210203;
        }
    }

    @Nested
    class GroupNormSmoothSolid extends Contract {
        GroupNormSmoothSolid() {
            super(PolynomialForm.SOLID, 3, Gmp.groupNorm(true), false);
        }
    }

    /** Up to order 1 a group is a whole order: the one case in which the norm of the paper is invariant under rotation. */
    @Nested
    class GroupNormUpToOrderOne extends Contract {
        GroupNormUpToOrderOne() {
            super(PolynomialForm.LITERAL, 1, Gmp.groupNorm(false), false);
        }
    }

    /** Polynomials and probes that no built-in component makes, as a plugin may bring them. */
    @Nested
    class ForeignProbes extends DescriptorContract {
        @Override
        protected Descriptor descriptor() {
            return new GmpDescriptor(
                    Gmp.DENSITY,
                    ForeignBases.radial(),
                    ForeignBases.angular(),
                    Gmp.orderNorm(false),
                    CutoffFunctions.tanhCubed(CUTOFF),
                    KernelChoice.ofProcess());
        }
    }
}
