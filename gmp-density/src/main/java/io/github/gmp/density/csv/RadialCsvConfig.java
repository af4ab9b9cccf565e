package io.github.gmp.density.csv;

import io.github.gmp.api.plugin.Param;
import io.github.gmp.density.radial.LengthUnit;

import java.util.Optional;

/**
 * Configuration of the radial density format {@code radial-csv}.
 *
 * @param lengthUnit unit of r where the header does not say it
 * @param densityUnit unit of the density where the header does not say it
 */
public record RadialCsvConfig(
        @Param(doc = "Unit of r, for files whose header names the column r without a unit.")
        Optional<LengthUnit> lengthUnit,

        @Param(
                doc =
                        "What the density is, for files whose header names the column density without a unit: electrons per bohr^3"
                                + " or angstrom^3, or 4 pi r^2 rho in electrons per bohr or angstrom.")
        Optional<DensityUnit> densityUnit) {}
