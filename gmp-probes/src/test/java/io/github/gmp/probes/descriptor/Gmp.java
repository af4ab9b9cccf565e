package io.github.gmp.probes.descriptor;

import io.github.gmp.api.descriptor.CutoffFunction;
import io.github.gmp.api.multipole.density.DensitySource;
import io.github.gmp.api.multipole.density.GaussianMixture;
import io.github.gmp.api.multipole.invariant.InvariantFamily;
import io.github.gmp.api.multipole.probe.AngularBasis;
import io.github.gmp.api.multipole.probe.RadialBasis;
import io.github.gmp.api.plugin.ComponentContext;
import io.github.gmp.api.plugin.ComponentKind;
import io.github.gmp.api.plugin.ComponentSpec;
import io.github.gmp.api.structure.Element;
import io.github.gmp.probes.angular.HarmonicsBasis;
import io.github.gmp.probes.angular.HarmonicsConfig;
import io.github.gmp.probes.angular.PolynomialForm;
import io.github.gmp.probes.invariant.CubicConfig;
import io.github.gmp.probes.invariant.GroupNormConfig;
import io.github.gmp.probes.invariant.InvariantComponents;
import io.github.gmp.probes.invariant.JointConfig;
import io.github.gmp.probes.invariant.OrderNormConfig;
import io.github.gmp.probes.radial.GaussianBasis;
import io.github.gmp.probes.radial.GaussianBasisConfig;
import io.github.gmp.probes.radial.Normalization;
import io.github.gmp.toolkit.kernel.KernelChoice;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Parts of GMP descriptors for tests, made the way configurations make them. */
public final class Gmp {
    /** H, C, O, Cu of the paper's table. */
    public static final DensitySource DENSITY = density(Map.of(
            Element.H,
            new GaussianMixture(
                    new double[] {0.35818350882527633, 0.9543549631513567},
                    new double[] {1.749036220541453, 11.513950121107746}),
            Element.C,
            new GaussianMixture(
                    new double[] {-1.8949789297635986, 0.34115264584614974, -0.38049508491235867, 2.190017109543172},
                    new double[] {14.899169349347131, 1.0261675759658286, 32.41168785359683, 2.9812798399784577}),
            Element.O,
            new GaussianMixture(
                    new double[] {-16.71395146843721, 12.88440201519098, 4.741066846660114, 0.39613529431691197},
                    new double[] {21.104966141790488, 10.924239597403231, 3.817042495822807, 1.3258954428113234})));

    private Gmp() {}

    public static DensitySource density(Map<Element, GaussianMixture> densities) {
        return new DensitySource() {
            @Override
            public Set<Element> elements() {
                return densities.keySet();
            }

            @Override
            public GaussianMixture density(Element element) {
                return densities.get(element);
            }
        };
    }

    public static RadialBasis radial(Normalization normalization, Double... sigmas) {
        return GaussianBasis.of(new GaussianBasisConfig(List.of(sigmas), normalization));
    }

    public static AngularBasis angular(int maxOrder, PolynomialForm form) {
        return HarmonicsBasis.of(new HarmonicsConfig(maxOrder, Optional.empty(), form));
    }

    public static AngularBasis orders(PolynomialForm form, Integer... orders) {
        return HarmonicsBasis.of(new HarmonicsConfig(0, Optional.of(List.of(orders)), form));
    }

    public static InvariantFamily groupNorm(boolean signedSingles) {
        return InvariantComponents.groupNorm(new GroupNormConfig(signedSingles));
    }

    public static InvariantFamily orderNorm(boolean root) {
        return InvariantComponents.orderNorm(new OrderNormConfig(root));
    }

    public static InvariantFamily powerSpectrum() {
        return InvariantComponents.powerSpectrum();
    }

    public static InvariantFamily orderZero() {
        return InvariantComponents.orderZero();
    }

    public static InvariantFamily cubic(int channels, int maxOrder) {
        return InvariantComponents.cubic(new CubicConfig(channels, maxOrder));
    }

    /** Made the way a configuration does: nested families by their place in the list. */
    public static InvariantFamily joint(InvariantFamily... families) {
        ComponentContext context = new ComponentContext() {
            @Override
            public <T> T create(ComponentKind<T> kind, ComponentSpec spec) {
                return kind.type().cast(families[Integer.parseInt(spec.path())]);
            }
        };
        List<ComponentSpec> specs = IntStream.range(0, families.length)
                .mapToObj(k -> new ComponentSpec("family", Map.of(), Integer.toString(k)))
                .toList();
        return InvariantComponents.joint(new JointConfig(specs), context);
    }

    public static GmpDescriptor descriptor(
            RadialBasis radial, AngularBasis angular, InvariantFamily invariants, CutoffFunction cutoff) {
        return new GmpDescriptor(DENSITY, radial, angular, invariants, cutoff, KernelChoice.ofProcess());
    }
}
