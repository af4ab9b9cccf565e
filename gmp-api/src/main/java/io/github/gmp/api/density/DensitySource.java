package io.github.gmp.api.density;

import io.github.gmp.api.error.DataException;
import io.github.gmp.api.math.GaussianMixture;
import io.github.gmp.api.plugin.ComponentKind;
import io.github.gmp.api.structure.Element;

import java.util.Set;

/** Where the electron densities of isolated atoms come from. Implementations are immutable and thread-safe. */
public interface DensitySource {
    /** The component kind, key {@code density} of a GMP descriptor. */
    ComponentKind<DensitySource> KIND = new ComponentKind<>("density", DensitySource.class);

    /** @return the elements this source has a density for */
    Set<Element> elements();

    /**
     * The valence electron density of one atom, ρ(r) = Σ_k B_k exp(−β_k r²), B in e/Å³, β in Å⁻².
     *
     * @param element an element
     * @return its density
     * @throws DataException if the source does not have the element; the message lists what it has
     */
    GaussianMixture density(Element element);
}
