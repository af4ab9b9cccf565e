package io.github.gmp.probes.invariant;

import io.github.gmp.api.multipole.invariant.InvariantFamily;
import io.github.gmp.api.multipole.invariant.MomentLayout;
import io.github.gmp.api.multipole.probe.AngularProbe;
import io.github.gmp.api.plugin.ComponentContext;
import io.github.gmp.api.plugin.ComponentFactory;
import io.github.gmp.api.plugin.ConfigException;

import java.util.List;

/** The invariants that a configuration can name. */
public final class InvariantComponents {
    private InvariantComponents() {}

    /** {@return their factories} */
    public static List<ComponentFactory<?, ?>> all() {
        return List.of(
                ComponentFactory.of(
                        InvariantFamily.KIND,
                        "group-norm",
                        "The norm of the paper (arXiv:2102.02390, equation 3), one feature per permutation group of each order:"
                                + " sqrt(sum of mu^2 over the permutations of (a,b,c)). NOT invariant under rotation from order 2 on; kept for"
                                + " comparison with the paper.",
                        GroupNormConfig.class,
                        (config, context) -> groupNorm(config)),
                ComponentFactory.of(
                        InvariantFamily.KIND,
                        "order-norm",
                        "One feature per order: the sum of n!/(a!b!c!) mu_abc^2 over all components of the order, or its root. Invariant"
                                + " under rotation.",
                        OrderNormConfig.class,
                        (config, context) -> orderNorm(config)),
                ComponentFactory.of(
                        InvariantFamily.KIND,
                        "power-spectrum",
                        "One feature per order and pair of radial probes: the sum of n!/(a!b!c!) mu_abc(sigma) mu_abc(sigma'). Invariant"
                                + " under rotation; the pairs with sigma = sigma' are the squared order norm.",
                        PowerSpectrumConfig.class,
                        (config, context) -> powerSpectrum()),
                ComponentFactory.of(
                        InvariantFamily.KIND,
                        "order-zero",
                        "One feature per radial probe or channel: its moment of order 0, which is invariant under rotation by itself. A"
                                + " supplement to others, see joint.",
                        OrderZeroConfig.class,
                        (config, context) -> orderZero()),
                ComponentFactory.of(
                        InvariantFamily.KIND,
                        "cubic",
                        "Products of three moments coupled to a scalar, one per triple of orders n1 <= n2 <= n3 of even sum (n3 <= n1 + n2,"
                                + " none of them 0) and triple of radial probes or channels: the mean over directions u of F_n1(u) F_n2(u)"
                                + " F_n3(u), F_n(u) the sum of weight_c P_c(u) mu_c. Invariant under rotation.",
                        CubicConfig.class,
                        (config, context) -> cubic(config)),
                ComponentFactory.of(
                        InvariantFamily.KIND,
                        "joint",
                        "The features of several families of invariants, one after the other, e.g. order-zero, power-spectrum and cubic.",
                        JointConfig.class,
                        InvariantComponents::joint));
    }

    /**
     * The norms of permutation groups, Eq. 3 of arXiv:2102.02390.
     *
     * @param config the sign of groups of one component
     * @return the family
     */
    public static InvariantFamily groupNorm(GroupNormConfig config) {
        BlockNorms.Form form = config.signedSingles() ? BlockNorms.Form.ROOT_SIGNED_SINGLES : BlockNorms.Form.ROOT;
        return layout -> new BlockNorms(layout, ComponentBlock.groups(layout), form, isInvariant(layout));
    }

    /** A group norm is invariant only where it is the norm of its whole order: orders 0 and 1 of the Maxwell-Cartesian harmonics. */
    private static boolean isInvariant(MomentLayout layout) {
        return layout.weightedNormsAreInvariant()
                && layout.angular().stream().allMatch(InvariantComponents::isOneGroupOfEqualWeights);
    }

    private static boolean isOneGroupOfEqualWeights(AngularProbe probe) {
        AngularProbe.Component first = probe.components().get(0);
        return probe.components().stream()
                .allMatch(c -> c.group().equals(first.group()) && c.weight() == first.weight());
    }

    /**
     * The norms of whole orders, which are invariant under rotation.
     *
     * @param config whether the root is taken
     * @return the family
     */
    public static InvariantFamily orderNorm(OrderNormConfig config) {
        BlockNorms.Form form = config.root() ? BlockNorms.Form.ROOT : BlockNorms.Form.SQUARED;
        return new WeightedProductFamily(layout ->
                new BlockNorms(layout, ComponentBlock.orders(layout), form, layout.weightedNormsAreInvariant()));
    }

    /** {@return power spectra: the order norm with all pairs of radial probes} */
    public static InvariantFamily powerSpectrum() {
        return new WeightedProductFamily(PowerSpectrum::new);
    }

    /** {@return the moments of order 0 as they are} */
    public static InvariantFamily orderZero() {
        return new WeightedProductFamily(OrderZero::new);
    }

    /**
     * Products of three moments, coupled to a scalar.
     *
     * @param config which of them
     * @return the family
     */
    public static InvariantFamily cubic(CubicConfig config) {
        return new WeightedProductFamily(layout -> new CubicInvariants(layout, config));
    }

    /**
     * The features of several families side by side.
     *
     * @param config the families
     * @param context makes them
     * @return the family
     * @throws ConfigException if there is none
     */
    public static InvariantFamily joint(JointConfig config, ComponentContext context) {
        if (config.families().isEmpty()) {
            throw ConfigException.invalid("families", "[]", "one or more families of invariants");
        }
        return new JointFamily(config.families().stream()
                .map(spec -> context.create(InvariantFamily.KIND, spec))
                .toList());
    }
}
