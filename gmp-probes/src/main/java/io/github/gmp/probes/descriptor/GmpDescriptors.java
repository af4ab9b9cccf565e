package io.github.gmp.probes.descriptor;

import io.github.gmp.api.descriptor.CutoffFunction;
import io.github.gmp.api.descriptor.Descriptor;
import io.github.gmp.api.multipole.density.DensitySource;
import io.github.gmp.api.multipole.invariant.InvariantFamily;
import io.github.gmp.api.multipole.probe.AngularBasis;
import io.github.gmp.api.multipole.probe.RadialBasis;
import io.github.gmp.api.plugin.ComponentContext;
import io.github.gmp.api.plugin.ConfigException;
import io.github.gmp.probes.mixing.ChannelsConfig;
import io.github.gmp.probes.mixing.ElementResolution;
import io.github.gmp.toolkit.kernel.KernelChoice;

/** Makes GMP descriptors. */
public final class GmpDescriptors {
    private GmpDescriptors() {}

    /**
     * {@return a descriptor with the kernel of this process}
     *
     * @param config what it is made of
     * @param context makes the parts
     * @throws ConfigException if there are more channels than moments to mix
     */
    public static Descriptor of(GmpConfig config, ComponentContext context) {
        DensitySource density = context.create(DensitySource.KIND, config.density());
        RadialBasis radial = context.create(RadialBasis.KIND, config.radial());
        AngularBasis angular = context.create(AngularBasis.KIND, config.angular());
        InvariantFamily invariants = context.create(InvariantFamily.KIND, config.invariants());
        CutoffFunction cutoff = context.create(CutoffFunction.KIND, config.cutoff());
        KernelChoice choice = KernelChoice.ofProcess();
        if (config.channels().isEmpty()) {
            String origin = config.density() + ", " + config.angular() + ", " + config.cutoff();
            return new BlockGmpDescriptor(density, radial, angular, invariants, cutoff, choice, origin);
        }
        ChannelsConfig channels = config.channels().get();
        requirePossible(channels, density, radial);
        return new ChannelGmpDescriptor(density, radial, angular, invariants, cutoff, channels, choice);
    }

    /** The elements of the data are not known yet, but those of the densities are. */
    private static void requirePossible(ChannelsConfig channels, DensitySource density, RadialBasis radial) {
        int parts = channels.elements() == ElementResolution.TOTAL
                ? 1
                : density.elements().size();
        int most = parts * radial.probes().size();
        if (channels.count() > most) {
            throw ConfigException.invalid(
                    "channels.count",
                    channels.count(),
                    "at most " + most + ", the number of radial probes"
                            + (parts > 1 ? " times that of the elements of the densities" : ""));
        }
    }
}
