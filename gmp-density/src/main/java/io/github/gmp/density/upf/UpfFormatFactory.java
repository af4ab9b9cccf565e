package io.github.gmp.density.upf;

import io.github.gmp.api.density.RadialDensityFormat;
import io.github.gmp.api.plugin.ComponentContext;
import io.github.gmp.api.plugin.ComponentFactory;
import io.github.gmp.api.plugin.ComponentKind;

/** Makes {@link UpfFormat}s. */
public final class UpfFormatFactory implements ComponentFactory<UpfConfig, RadialDensityFormat> {
    @Override
    public ComponentKind<RadialDensityFormat> kind() {
        return RadialDensityFormat.KIND;
    }

    @Override
    public String name() {
        return "upf";
    }

    @Override
    public String description() {
        return "Valence density of a pseudopotential file (.upf), Unified Pseudopotential Format version 1 or 2: PP_R in bohr,"
                + " PP_RHOATOM = 4 pi r^2 rho in electrons per bohr, element and z_valence of PP_HEADER.";
    }

    @Override
    public Class<UpfConfig> configType() {
        return UpfConfig.class;
    }

    @Override
    public RadialDensityFormat create(UpfConfig config, ComponentContext context) {
        return new UpfFormat();
    }
}
