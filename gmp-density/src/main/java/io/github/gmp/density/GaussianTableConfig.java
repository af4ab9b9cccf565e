package io.github.gmp.density;

import io.github.gmp.api.plugin.Param;

import java.util.Optional;

/**
 * Configuration of the density source {@code gaussian-table}.
 *
 * @param table a built-in table
 * @param file a table of the user's own
 */
public record GaussianTableConfig(
        @Param(
                doc =
                        "Built-in table: sg15 = fitted to SG15 ONCV PBE pseudopotentials, 69 elements H to Bi without Ce to Lu;"
                                + " paper = the Gaussians of arXiv:2102.02390, 63 elements.",
                defaultValue = "sg15")
        BuiltInTable table,

        @Param(
                doc = "JSON file with a table of your own, used instead of the built-in one; a relative name is"
                        + " relative to the configuration file, the format is that of the built-in table"
                        + " (see docs/gmp.md); 'gmp density fit' makes one.")
        Optional<String> file) {}
