package io.github.gmp.density;

import io.github.gmp.api.plugin.Param;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Configuration of the density source {@code gaussian-table}.
 *
 * @param table a built-in table
 * @param file a table of the user's own
 * @param folder a folder with a table of the user's own per element
 */
public record GaussianTableConfig(
        @Param(
                doc =
                        "Built-in table: sg15 = fitted to SG15 ONCV PBE pseudopotentials, 69 elements H to Bi without Ce to Lu;"
                                + " paper = the Gaussians of arXiv:2102.02390, 63 elements.",
                defaultValue = "sg15")
        BuiltInTable table,

        @Param(
                doc =
                        "File with a table of your own, used instead of the built-in one: .gpsp of GMPFeaturizer, .g of AMPTorch"
                                + " (one element), otherwise JSON, as 'gmp density fit' makes it (see docs/densities.md). A relative name is relative to the"
                                + " configuration file.")
        Optional<Path> file,

        @Param(
                doc =
                        "Folder of .g files of AMPTorch, one per element, named like C_pseudodensity_4.g; used instead of the"
                                + " built-in table.")
        Optional<Path> folder) {}
