package io.github.gmp.density;

import io.github.gmp.api.multipole.density.DensityFitter;
import io.github.gmp.api.multipole.density.DensitySource;
import io.github.gmp.api.multipole.density.GaussianMixture;
import io.github.gmp.api.plugin.ComponentContext;
import io.github.gmp.api.plugin.ConfigException;
import io.github.gmp.api.structure.Element;
import io.github.gmp.density.slater.SlaterAtom;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/** Makes valence densities by Slater's rules, see {@link SlaterAtom}, as sums of Gaussians: every element has one. */
final class SlaterDensities {
    private SlaterDensities() {}

    /**
     * @throws ConfigException if there is no element or an element is unknown
     */
    static DensitySource of(SlaterConfig config, ComponentContext context) {
        Set<Element> elements = ElementLists.parse(config.elements());
        if (elements.isEmpty()) {
            throw ConfigException.invalid("elements", "[]", "one or more elements");
        }
        DensityFitter fitter = context.create(DensityFitter.KIND, config.fitter());
        FitCache cache = new FitCache(fitter, config.fitter(), context.cache(FitCache.PURPOSE));
        Map<Element, GaussianMixture> densities = new EnumMap<>(Element.class);
        elements.forEach(element -> densities.put(element, cache.fit(new SlaterAtom(element).density())));
        return new GaussianTable("by Slater's rules", densities);
    }
}
