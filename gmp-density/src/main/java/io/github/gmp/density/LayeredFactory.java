package io.github.gmp.density;

import io.github.gmp.api.density.DensitySource;
import io.github.gmp.api.math.GaussianMixture;
import io.github.gmp.api.plugin.ComponentContext;
import io.github.gmp.api.plugin.ComponentFactory;
import io.github.gmp.api.plugin.ComponentKind;
import io.github.gmp.api.plugin.ConfigException;
import io.github.gmp.api.structure.Element;

import java.util.EnumMap;
import java.util.Map;

/** Puts density sources over each other: a table of a few elements over one of many. */
public final class LayeredFactory implements ComponentFactory<LayeredConfig, DensitySource> {
    @Override
    public ComponentKind<DensitySource> kind() {
        return DensitySource.KIND;
    }

    @Override
    public String name() {
        return "layered";
    }

    @Override
    public String description() {
        return "Several density sources over each other: an element has the density of the first source that has the element. For"
                + " tables of your own that replace elements of a built-in table or add to them.";
    }

    @Override
    public Class<LayeredConfig> configType() {
        return LayeredConfig.class;
    }

    /**
     * {@inheritDoc}
     *
     * @throws ConfigException if there is no source, or one tells atoms of an element apart
     */
    @Override
    public DensitySource create(LayeredConfig config, ComponentContext context) {
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
