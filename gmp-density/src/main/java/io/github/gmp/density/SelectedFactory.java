package io.github.gmp.density;

import io.github.gmp.api.density.DensitySource;
import io.github.gmp.api.density.Species;
import io.github.gmp.api.density.SpeciesSelector;
import io.github.gmp.api.error.DataException;
import io.github.gmp.api.math.GaussianMixture;
import io.github.gmp.api.plugin.ComponentContext;
import io.github.gmp.api.plugin.ComponentFactory;
import io.github.gmp.api.plugin.ComponentKind;
import io.github.gmp.api.plugin.ComponentSpec;
import io.github.gmp.api.plugin.ConfigException;
import io.github.gmp.api.structure.Element;
import io.github.gmp.density.SelectedConfig.State;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Makes densities that depend on a column of the structure: ions, spins. */
public final class SelectedFactory implements ComponentFactory<SelectedConfig, DensitySource> {
    @Override
    public ComponentKind<DensitySource> kind() {
        return DensitySource.KIND;
    }

    @Override
    public String name() {
        return "selected";
    }

    @Override
    public String description() {
        return "Ionic or spin densities: atoms of one element have different densities, told apart by a column of numbers in the"
                + " structures, such as charges or magnetic moments. Nothing is interpolated: an atom must have one of the values"
                + " listed for its element.";
    }

    @Override
    public Class<SelectedConfig> configType() {
        return SelectedConfig.class;
    }

    /**
     * {@inheritDoc}
     *
     * @throws ConfigException if an element is unknown or not in the base, or the base tells atoms apart itself
     * @throws IllegalArgumentException if an element has no values or one twice
     */
    @Override
    public DensitySource create(SelectedConfig config, ComponentContext context) {
        DensitySource base = context.create(DensitySource.KIND, config.base());
        if (base.selector().isPresent()) {
            throw ConfigException.invalid("base", config.base().type(), "a source with one density per element");
        }
        Map<Element, List<Double>> values = new EnumMap<>(Element.class);
        Map<Species, GaussianMixture> densities = new HashMap<>();
        // In a fixed order, so that the same mistake always gets the same message.
        new TreeMap<>(config.species()).forEach((symbol, states) -> {
            Element element = element(symbol, base);
            values.put(element, states.stream().map(State::value).toList());
            for (State state : states) {
                DensitySource source = state.density()
                        .map(spec -> ownSource(spec, symbol, context))
                        .orElse(base);
                densities.put(Species.of(element, state.value()), source.density(element));
            }
        });
        SpeciesSelector selector = new SpeciesSelector(config.property(), config.tolerance(), values);
        return new SelectedDensities(base, selector, densities);
    }

    private static DensitySource ownSource(ComponentSpec spec, String symbol, ComponentContext context) {
        DensitySource source = context.create(DensitySource.KIND, spec);
        if (source.selector().isPresent()) {
            throw ConfigException.invalid("species." + symbol, spec.type(), "sources with one density per element");
        }
        return source;
    }

    private static Element element(String symbol, DensitySource base) {
        Element element;
        try {
            element = Element.of(symbol);
            base.density(element);
        } catch (DataException e) {
            throw ConfigException.invalid("species." + symbol, symbol, "an element of the base: " + e.getMessage());
        }
        return element;
    }
}
