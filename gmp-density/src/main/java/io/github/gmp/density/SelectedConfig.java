package io.github.gmp.density;

import io.github.gmp.api.multipole.density.DensitySource;
import io.github.gmp.api.plugin.ComponentSpec;
import io.github.gmp.api.plugin.Param;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Configuration of the density source {@code selected}.
 *
 * @param property name of the column
 * @param base densities of all elements that are not told apart
 * @param species by symbol of the element, the values of the column with their densities
 * @param tolerance how far the value of an atom may be from the nearest of the listed ones
 */
public record SelectedConfig(
        @Param(
                doc =
                        "Column of one number per atom in the structures that tells atoms of an element apart, e.g. initial_charges or"
                                + " initial_magmoms; the structures need it only where they have elements listed under species.")
        String property,

        @Param(
                doc = "Densities of all elements that are not listed under species.",
                kind = DensitySource.class,
                defaultValue = "gaussian-table")
        ComponentSpec base,

        @Param(
                doc = "By element, the values of the column that atoms of this element may have, e.g."
                        + " {Fe: [{value: 2, density: {type: gaussian-table, file: fe2.json}}, {value: 0}]}.")
        Map<String, List<State>> species,

        @Param(
                doc =
                        "How far the value of an atom may be from the nearest of the listed ones, in the unit of the column.",
                range = "[0, inf)",
                defaultValue = "0.01")
        double tolerance) {

    /**
     * Atoms of an element with one value of the column.
     *
     * @param value the value
     * @param density where their density comes from
     */
    public record State(
            @Param(doc = "Value of the column, e.g. a charge in e.")
            double value,

            @Param(
                    doc = "Where the density of these atoms comes from; without it, from base.",
                    kind = DensitySource.class)
            Optional<ComponentSpec> density) {}
}
