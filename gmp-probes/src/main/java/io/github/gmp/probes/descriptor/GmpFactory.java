package io.github.gmp.probes.descriptor;

import io.github.gmp.api.density.DensitySource;
import io.github.gmp.api.descriptor.CutoffFunction;
import io.github.gmp.api.descriptor.Descriptor;
import io.github.gmp.api.invariant.InvariantFamily;
import io.github.gmp.api.kernel.KernelChoice;
import io.github.gmp.api.plugin.ComponentContext;
import io.github.gmp.api.plugin.ComponentFactory;
import io.github.gmp.api.plugin.ComponentKind;
import io.github.gmp.api.probe.AngularBasis;
import io.github.gmp.api.probe.RadialBasis;

import java.util.Map;

/** Makes GMP descriptors. */
public final class GmpFactory implements ComponentFactory<GmpConfig, Descriptor> {
    @Override
    public ComponentKind<Descriptor> kind() {
        return Descriptor.KIND;
    }

    @Override
    public String name() {
        return "gmp";
    }

    @Override
    public String description() {
        return "Gaussian multipole features (Lei and Medford, arXiv:2102.02390): the electron density around each atom, seen"
                + " by Gaussian probes with angular polynomials. The number of features does not depend on the number of"
                + " elements.";
    }

    @Override
    public Class<GmpConfig> configType() {
        return GmpConfig.class;
    }

    @Override
    public Map<String, Map<String, Object>> presets() {
        return GmpPresets.all();
    }

    @Override
    public Descriptor create(GmpConfig config, ComponentContext context) {
        return new GmpDescriptor(
                context.create(DensitySource.KIND, config.density()),
                context.create(RadialBasis.KIND, config.radial()),
                context.create(AngularBasis.KIND, config.angular()),
                context.create(InvariantFamily.KIND, config.invariants()),
                context.create(CutoffFunction.KIND, config.cutoff()),
                KernelChoice.ofProcess());
    }
}
