package io.github.gmp.density;

import io.github.gmp.api.error.DataException;
import io.github.gmp.api.multipole.density.DensityFitter;
import io.github.gmp.api.multipole.density.DensitySource;
import io.github.gmp.api.multipole.density.GaussianMixture;
import io.github.gmp.api.multipole.density.RadialDensity;
import io.github.gmp.api.plugin.ComponentContext;
import io.github.gmp.api.plugin.ConfigException;
import io.github.gmp.api.structure.Element;
import io.github.gmp.density.upf.UpfReader;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Makes densities from pseudopotentials: the atomic valence density of UPF files, fitted when needed and remembered. */
final class UpfDensities {
    private UpfDensities() {}

    private static final String ENDING = ".upf";

    /**
     * @throws ConfigException if neither a folder nor files are given, or an element is unknown
     * @throws DataException if there is no UPF file, two are of the same element, one cannot be read, or none is of an element that is needed
     */
    static DensitySource of(UpfSourceConfig config, ComponentContext context) {
        if (config.folder().isEmpty() && config.files().isEmpty()) {
            throw ConfigException.invalid("files", "[]", "UPF files, or a folder of them");
        }
        Set<Element> needed = ElementLists.parse(config.elements());
        Map<Element, RadialDensity> read = read(files(config));
        DensityFitter fitter = context.create(DensityFitter.KIND, config.fitter());
        FitCache cache = new FitCache(fitter, config.fitter(), context.cache(FitCache.PURPOSE));
        Map<Element, GaussianMixture> densities = new EnumMap<>(Element.class);
        read.forEach((element, data) -> {
            if (needed.contains(element)) {
                densities.put(element, cache.fit(data));
            }
        });
        if (densities.isEmpty()) {
            throw new DataException(
                    "UPF files: none is of " + symbols(needed) + "; they are of " + symbols(read.keySet()));
        }
        return new GaussianTable("of " + read.size() + " UPF files", densities);
    }

    private static String symbols(Set<Element> elements) {
        return String.join(" ", elements.stream().map(Element::symbol).toList());
    }

    private static List<Path> files(UpfSourceConfig config) {
        List<Path> files = new ArrayList<>();
        config.folder().ifPresent(folder -> files.addAll(list(folder)));
        files.addAll(config.files());
        return files;
    }

    private static List<Path> list(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new DataException("UPF files: there is no folder " + folder);
        }
        try (Stream<Path> entries = Files.list(folder)) {
            List<Path> files = entries.filter(file -> file.getFileName()
                            .toString()
                            .toLowerCase(Locale.ROOT)
                            .endsWith(ENDING))
                    .sorted()
                    .toList();
            if (files.isEmpty()) {
                throw new DataException("UPF files: the folder " + folder + " has no file that ends with " + ENDING);
            }
            return files;
        } catch (IOException e) {
            throw new DataException("UPF files: the folder " + folder + " cannot be read: " + e, e);
        }
    }

    private static Map<Element, RadialDensity> read(List<Path> files) {
        Map<Element, RadialDensity> read = new EnumMap<>(Element.class);
        for (Path file : files) {
            RadialDensity data = UpfReader.read(file);
            RadialDensity other = read.put(data.element(), data);
            if (other != null) {
                throw new DataException("UPF files: " + other.origin() + " and " + data.origin() + " are both of "
                        + data.element().symbol() + "; give one of them");
            }
        }
        return read;
    }
}
