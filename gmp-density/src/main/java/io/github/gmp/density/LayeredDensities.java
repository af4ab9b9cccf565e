package io.github.gmp.density;

import io.github.gmp.api.multipole.density.DensitySource;
import io.github.gmp.api.multipole.density.GaussianMixture;
import io.github.gmp.api.plugin.ComponentContext;
import io.github.gmp.api.plugin.ConfigException;
import io.github.gmp.api.structure.Element;

import java.util.EnumMap;
import java.util.Map;

/** Puts density sources over each other: a table of a few elements over one of many. */
final class LayeredDensities {
    private LayeredDensities() {}

    /**
     * @throws ConfigException if there is no source, or one tells atoms of an element apart
     */
    static DensitySource of(LayeredConfig config, ComponentContext context) {
        if (config.sources().isEmpty()) {
            throw ConfigException.invalid("sources", "[]", "one or more density sources");
        }
        Map<Element, GaussianMixture> densities = new EnumMap<>(Element.class);
        for (int i = 0; i < config.sources().size(); i++) {
            DensitySource source =
                    context.create(DensitySource.KIND, config.sources().get(i));
            if (source.selector().isPresent()) {
                throw ConfigException.invalid(
                        "sources[" + i + "]",
                        config.sources().get(i).type(),
                        "a source with one density per element; put 'layered' into the base of 'selected' instead");
            }
            source.elements().forEach(element -> densities.computeIfAbsent(element, source::density));
        }
        return new GaussianTable("of " + config.sources().size() + " layers", densities);
    }
}
