package io.github.gmp.probes.radial;

import io.github.gmp.api.multipole.probe.RadialBasis;
import io.github.gmp.api.multipole.probe.RadialProbe;
import io.github.gmp.api.plugin.ConfigException;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Gaussian probes of several widths.
 *
 * @param probes the probes
 */
public record GaussianBasis(List<RadialProbe> probes) implements RadialBasis {
    /** Copies the list. */
    public GaussianBasis {
        probes = List.copyOf(probes);
    }

    /**
     * {@return their probes}
     *
     * @param config the widths
     * @throws ConfigException if there is no width, or one is given twice
     */
    public static RadialBasis of(GaussianBasisConfig config) {
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
