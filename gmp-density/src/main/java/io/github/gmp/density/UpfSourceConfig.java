package io.github.gmp.density;

import io.github.gmp.api.multipole.density.DensityFitter;
import io.github.gmp.api.plugin.ComponentSpec;
import io.github.gmp.api.plugin.Param;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Configuration of the density source {@code upf}.
 *
 * @param folder folder of UPF files
 * @param files UPF files
 * @param elements elements to fit
 * @param fitter what fits them
 */
public record UpfSourceConfig(
        @Param(
                doc =
                        "Folder of UPF files; all files in it that end with .upf are read. A relative name is relative to the"
                                + " configuration file.")
        Optional<Path> folder,

        @Param(
                doc = "UPF files, besides those of the folder. Names are relative to the configuration file.",
                defaultValue = "[]")
        List<Path> files,

        @Param(
                doc = "Elements that are needed: only these are fitted, which takes seconds each the first time.",
                defaultValue = "${data.elements}")
        List<String> elements,

        @Param(
                doc = "What turns the densities into Gaussians.",
                kind = DensityFitter.class,
                defaultValue = "gaussian-fit")
        ComponentSpec fitter) {}
