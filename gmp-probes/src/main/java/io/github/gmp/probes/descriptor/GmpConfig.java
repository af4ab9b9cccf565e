package io.github.gmp.probes.descriptor;

import io.github.gmp.api.descriptor.CutoffFunction;
import io.github.gmp.api.multipole.density.DensitySource;
import io.github.gmp.api.multipole.invariant.InvariantFamily;
import io.github.gmp.api.multipole.probe.AngularBasis;
import io.github.gmp.api.multipole.probe.RadialBasis;
import io.github.gmp.api.plugin.ComponentSpec;
import io.github.gmp.api.plugin.Param;
import io.github.gmp.probes.mixing.ChannelsConfig;

import java.util.Optional;

/**
 * Configuration of the descriptor {@code gmp}.
 *
 * @param density the electron densities of the elements
 * @param radial the radial probes
 * @param angular the angular probes
 * @param invariants what turns moments into features
 * @param cutoff the cutoff function with its radius
 * @param channels what mixes moments before invariants are formed
 */
public record GmpConfig(
        @Param(
                doc = "Electron densities of the elements.",
                kind = DensitySource.class,
                defaultValue = "{type: gaussian-table, table: sg15}")
        ComponentSpec density,

        @Param(
                doc = "Radial probes.",
                kind = RadialBasis.class,
                defaultValue = "{type: gaussian, sigmas: [0.25, 1.0, 2.0], normalization: volume}")
        ComponentSpec radial,

        @Param(
                doc = "Angular probes.",
                kind = AngularBasis.class,
                defaultValue = "{type: mcsh, maxOrder: 3, polynomials: solid}")
        ComponentSpec angular,

        @Param(
                doc = "What turns moments into features: order-norm and power-spectrum are invariant under rotation,"
                        + " group-norm (the paper's) is not from order 2 on.",
                kind = InvariantFamily.class,
                defaultValue = "{type: order-norm}")
        ComponentSpec invariants,

        @Param(doc = "Cutoff function.", kind = CutoffFunction.class, defaultValue = "{type: smooth, radius: 6.0}")
        ComponentSpec cutoff,

        @Param(
                doc =
                        "Forms invariants of channels, whitened linear mixes of the moments of all radial probes and elements,"
                                + " instead of moments. They are fitted to the training set and stored with the model.")
        Optional<ChannelsConfig> channels) {}
