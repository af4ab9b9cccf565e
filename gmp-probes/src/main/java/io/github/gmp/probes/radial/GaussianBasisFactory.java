package io.github.gmp.probes.radial;

import io.github.gmp.api.plugin.ComponentContext;
import io.github.gmp.api.plugin.ComponentFactory;
import io.github.gmp.api.plugin.ComponentKind;
import io.github.gmp.api.plugin.ConfigException;
import io.github.gmp.api.probe.RadialBasis;
import io.github.gmp.api.probe.RadialProbe;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Makes sets of Gaussian probes. */
public final class GaussianBasisFactory implements ComponentFactory<GaussianBasisConfig, RadialBasis> {
    @Override
    public ComponentKind<RadialBasis> kind() {
        return RadialBasis.KIND;
    }

    @Override
    public String name() {
        return "gaussian";
    }

    @Override
    public String description() {
        return "Gaussian probes G(r) = A exp(-r^2 / (2 sigma^2)) of one or more widths (arXiv:2102.02390, equation 1).";
    }

    @Override
    public Class<GaussianBasisConfig> configType() {
        return GaussianBasisConfig.class;
    }

    /** @throws ConfigException if there is no width, or one is given twice */
    @Override
    public RadialBasis create(GaussianBasisConfig config, ComponentContext context) {
        if (config.sigmas().isEmpty()) {
            throw ConfigException.invalid("sigmas", "[]", "at least one width in Å");
        }
        Set<Double> seen = new HashSet<>();
        for (double sigma : config.sigmas()) {
            if (!seen.add(sigma)) {
                throw ConfigException.invalid(
                        "sigmas", config.sigmas(), "every width once; " + sigma + " is there twice");
            }
        }
        List<RadialProbe> probes = config.sigmas().stream()
                .<RadialProbe>map(sigma -> new GaussianProbe(sigma, config.normalization()))
                .toList();
        return new GaussianBasis(probes);
    }
}
