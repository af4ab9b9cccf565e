package io.github.gmp.density;

import io.github.gmp.api.error.DataException;
import io.github.gmp.api.multipole.density.DensitySource;
import io.github.gmp.api.multipole.density.GaussianMixture;
import io.github.gmp.api.structure.Element;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Densities by element. Immutable. */
public final class GaussianTable implements DensitySource {
    private final String name;
    private final Map<Element, GaussianMixture> densities;

    /**
     * @param name name of the table for messages, e.g. {@code 'paper'} or the file
     * @param densities the density of each element, B in e/Å³, β in Å⁻²; at least one
     */
    public GaussianTable(String name, Map<Element, GaussianMixture> densities) {
        if (densities.isEmpty()) {
            throw new IllegalArgumentException("a density table needs at least one element");
        }
        this.name = name;
        this.densities = Collections.unmodifiableMap(new EnumMap<>(densities));
    }

    @Override
    public Set<Element> elements() {
        return densities.keySet();
    }

    @Override
    public GaussianMixture density(Element element) {
        GaussianMixture density = densities.get(element);
        if (density == null) {
            throw new DataException("the density table " + name + " has no element " + element.symbol() + "; it has "
                    + densities.keySet().stream().map(Element::symbol).collect(Collectors.joining(" ")));
        }
        return density;
    }
}
