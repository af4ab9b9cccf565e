package io.github.gmp.api.multipole.density;

import io.github.gmp.api.error.DataException;
import io.github.gmp.api.plugin.ComponentKind;
import io.github.gmp.api.structure.Element;

import java.util.Optional;
import java.util.Set;

/**
 * Where the electron densities of isolated atoms come from. Usually every element has one; a source may also tell atoms of an element apart
 * by a column of the structure ({@link #selector()}). Implementations are immutable and thread-safe.
 */
public interface DensitySource {
    /** The component kind, key {@code density} of a GMP descriptor. */
    ComponentKind<DensitySource> KIND = new ComponentKind<>("density", DensitySource.class);

    /** {@return the elements this source has a density for} */
    Set<Element> elements();

    /**
     * The valence electron density of one atom, ρ(r) = Σ_k B_k exp(−β_k r²), B in e/Å³, β in Å⁻².
     *
     * @param element an element
     * @return its density, that of the neutral atom where there are several
     * @throws DataException if the source does not have the element; the message lists what it has
     */
    GaussianMixture density(Element element);

    /** {@return how atoms of one element are told apart; empty (the default) if every element has one density} */
    default Optional<SpeciesSelector> selector() {
        return Optional.empty();
    }

    /**
     * The valence electron density of one species, ρ(r) = Σ_k B_k exp(−β_k r²), B in e/Å³, β in Å⁻².
     *
     * @param species an element, with one of the values that {@link #selector()} lists for it, if it lists any
     * @return its density
     * @throws DataException if the source does not have the species; the message lists what it has
     */
    default GaussianMixture density(Species species) {
        if (species.value().isPresent()) {
            throw new DataException("the density source does not tell atoms of one element apart, but was asked for "
                    + species.element().symbol() + " with the value "
                    + species.value().getAsDouble());
        }
        return density(species.element());
    }
}
