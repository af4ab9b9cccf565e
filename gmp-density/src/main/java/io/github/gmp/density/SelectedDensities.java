package io.github.gmp.density;

import io.github.gmp.api.error.DataException;
import io.github.gmp.api.multipole.density.DensitySource;
import io.github.gmp.api.multipole.density.GaussianMixture;
import io.github.gmp.api.multipole.density.Species;
import io.github.gmp.api.multipole.density.SpeciesSelector;
import io.github.gmp.api.plugin.ComponentContext;
import io.github.gmp.api.plugin.ComponentSpec;
import io.github.gmp.api.plugin.ConfigException;
import io.github.gmp.api.structure.Element;
import io.github.gmp.density.SelectedConfig.State;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Densities of elements, some of which have several, told apart by a column of the structure. Immutable. */
final class SelectedDensities implements DensitySource {
    private final DensitySource base;
    private final SpeciesSelector selector;
    private final Map<Species, GaussianMixture> densities;

    /**
     * @param base has all elements
     * @param selector tells atoms of some of them apart
     * @param densities the density of every species that the selector lists
     */
    SelectedDensities(DensitySource base, SpeciesSelector selector, Map<Species, GaussianMixture> densities) {
        this.base = base;
        this.selector = selector;
        this.densities = Map.copyOf(densities);
    }

    /**
     * Makes densities that depend on a column of the structure: ions, spins.
     *
     * @throws ConfigException if an element is unknown or not in the base, or the base tells atoms apart itself
     * @throws IllegalArgumentException if an element has no values or one twice
     */
    static DensitySource of(SelectedConfig config, ComponentContext context) {
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

    @Override
    public Set<Element> elements() {
        return base.elements();
    }

    @Override
    public GaussianMixture density(Element element) {
        return base.density(element);
    }

    @Override
    public Optional<SpeciesSelector> selector() {
        return Optional.of(selector);
    }

    @Override
    public GaussianMixture density(Species species) {
        if (species.value().isEmpty()) {
            return base.density(species.element());
        }
        GaussianMixture density = densities.get(species);
        if (density == null) {
            throw new DataException(
                    "there is no density of " + species.element().symbol() + " with "
                            + selector.property() + " = " + species.value().getAsDouble() + "; there are those of "
                            + selector.values().entrySet().stream()
                                    .map(entry -> entry.getKey().symbol() + " with " + entry.getValue())
                                    .collect(Collectors.joining(", ")));
        }
        return density;
    }
}
