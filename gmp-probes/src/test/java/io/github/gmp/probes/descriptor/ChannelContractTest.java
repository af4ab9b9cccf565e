package io.github.gmp.probes.descriptor;

import io.github.gmp.api.descriptor.Descriptor;
import io.github.gmp.api.multipole.invariant.InvariantFamily;
import io.github.gmp.api.parallel.TaskRunner;
import io.github.gmp.api.structure.AtomicStructure;
import io.github.gmp.api.structure.Element;
import io.github.gmp.probes.angular.PolynomialForm;
import io.github.gmp.probes.mixing.ChannelsConfig;
import io.github.gmp.probes.mixing.ElementResolution;
import io.github.gmp.probes.radial.Normalization;
import io.github.gmp.testkit.DescriptorContract;
import io.github.gmp.testkit.RandomStructures;
import io.github.gmp.toolkit.cutoff.CutoffFunctions;
import io.github.gmp.toolkit.kernel.KernelChoice;
import org.junit.jupiter.api.Nested;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** The contract of descriptors for fitted channels and cubic invariants. */
class ChannelContractTest {
    static final double CUTOFF = 4.5;
    static final List<Element> ELEMENTS = List.of(Element.H, Element.C, Element.O);

    static List<AtomicStructure> training(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<AtomicStructure> structures = new ArrayList<>();
        for (int k = 0; k < 40; k++) {
            structures.add(RandomStructures.molecule(ELEMENTS, 8, CUTOFF, random));
        }
        return structures;
    }

    static ChannelGmpDescriptor unfitted(
            int channels,
            ElementResolution elements,
            InvariantFamily family,
            PolynomialForm form,
            KernelChoice choice) {
        return new ChannelGmpDescriptor(
                Gmp.DENSITY,
                Gmp.radial(Normalization.VOLUME, 0.3, 0.6, 0.9, 1.6),
                Gmp.angular(3, form),
                family,
                CutoffFunctions.polynomial(CUTOFF, 2),
                new ChannelsConfig(channels, elements),
                choice);
    }

    private abstract static class Contract extends DescriptorContract {
        private final Descriptor descriptor;

        Contract(int channels, ElementResolution elements, InvariantFamily family, PolynomialForm form) {
            descriptor = unfitted(channels, elements, family, form, KernelChoice.ofProcess())
                    .fit(training(3), TaskRunner.sequential());
        }

        @Override
        protected Descriptor descriptor() {
            return descriptor;
        }
    }

    @Nested
    class ResolvedPowerSpectrum extends Contract {
        ResolvedPowerSpectrum() {
            super(5, ElementResolution.RESOLVED, Gmp.powerSpectrum(), PolynomialForm.SOLID);
        }
    }

    @Nested
    class TotalPowerSpectrumLiteral extends Contract {
        TotalPowerSpectrumLiteral() {
            super(3, ElementResolution.TOTAL, Gmp.powerSpectrum(), PolynomialForm.LITERAL);
        }
    }

    @Nested
    class ResolvedJoint extends Contract {
        ResolvedJoint() {
            super(
                    4,
                    ElementResolution.RESOLVED,
                    Gmp.joint(Gmp.orderZero(), Gmp.powerSpectrum(), Gmp.cubic(2, 3)),
                    PolynomialForm.SOLID);
        }
    }

    @Nested
    class ResolvedCubicLiteral extends Contract {
        ResolvedCubicLiteral() {
            super(3, ElementResolution.RESOLVED, Gmp.cubic(2, 2), PolynomialForm.LITERAL);
        }
    }

    /** Without channels: radial probes as they are. */
    @Nested
    class CubicOfRadialProbes extends DescriptorContract {
        @Override
        protected Descriptor descriptor() {
            return Gmp.descriptor(
                    Gmp.radial(Normalization.VOLUME, 0.3, 0.9),
                    Gmp.angular(3, PolynomialForm.SOLID),
                    Gmp.cubic(2, 3),
                    CutoffFunctions.polynomial(CUTOFF, 2));
        }
    }
}
