package io.github.gmp.density;

import io.github.gmp.api.density.DensitySource;
import io.github.gmp.api.density.Species;
import io.github.gmp.api.density.SpeciesSelector;
import io.github.gmp.api.error.DataException;
import io.github.gmp.api.math.GaussianMixture;
import io.github.gmp.api.structure.Element;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
