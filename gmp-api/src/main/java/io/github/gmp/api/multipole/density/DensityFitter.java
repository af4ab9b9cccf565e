package io.github.gmp.api.multipole.density;

import io.github.gmp.api.error.DataException;
import io.github.gmp.api.plugin.ComponentKind;

import java.util.List;
import java.util.Map;

/** Turns radial densities into sums of Gaussians and these into tables. Immutable and thread-safe; the same data give the same bits. */
public interface DensityFitter {
    /** The component kind. */
    ComponentKind<DensityFitter> KIND = new ComponentKind<>("density-fitter", DensityFitter.class);

    /**
     * {@return the Gaussians of a density; where the wanted quality was not reached, the best found and what is missing}
     *
     * @param data the density of one element
     * @throws DataException if the data cannot be those of an atom, e.g. do not hold the stated number of electrons
     */
    FittedDensity fit(RadialDensity data);

    /**
     * The text of a table file that a density source reads.
     *
     * @param notes free text by key for human readers (description, source, license, command), in order
     * @param fits one per element
     * @return the content of the file, the same for the same arguments
     */
    String table(Map<String, String> notes, List<FittedDensity> fits);
}
