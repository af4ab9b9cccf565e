package io.github.gmp.experiments.density;

import io.github.gmp.api.error.DataException;
import io.github.gmp.api.error.GmpException;
import io.github.gmp.api.error.Suggestions;
import io.github.gmp.api.multipole.density.RadialDensity;
import io.github.gmp.api.multipole.density.RadialDensityFormat;
import io.github.gmp.api.plugin.ComponentFactory;
import io.github.gmp.api.plugin.ComponentSpec;
import io.github.gmp.api.structure.Element;
import io.github.gmp.runtime.plugin.ComponentRegistry;
import jakarta.inject.Inject;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads radial densities from files and folders, each file in the format that claims its name. */
public final class RadialDensityFiles {
    private static final String CSV = "radial-csv";

    private final ComponentRegistry registry;

    /** @param registry makes the formats */
    @Inject
    public RadialDensityFiles(ComponentRegistry registry) {
        this.registry = registry;
    }

    /**
     * {@return the densities, in that order}
     *
     * @param paths files, or folders whose files of known formats are read in the order of their names
     * @param units keys of the format {@code radial-csv}
     * @throws DataException if a file is malformed, of no known format, or a folder has none
     */
    public List<RadialDensity> read(List<Path> paths, Map<String, Object> units) {
        List<String> names = registry.factories().stream()
                .filter(factory -> factory.kind().equals(RadialDensityFormat.KIND))
                .map(ComponentFactory::name)
                .toList();
        List<RadialDensityFormat> formats = new ArrayList<>();
        for (String name : names) {
            ComponentSpec spec = new ComponentSpec(name, name.equals(CSV) ? units : Map.of(), name);
            formats.add(registry.create(RadialDensityFormat.KIND, spec));
        }
        List<RadialDensity> densities = new ArrayList<>();
        for (Path path : paths) {
            for (Path file : filesOf(path, formats)) {
                RadialDensityFormat format = formatOf(file, formats)
                        .orElseThrow(() -> new DataException(file + ": no format of radial densities goes by this file"
                                + " name (known formats: " + String.join(", ", names)
                                + "; names end with .upf, .csv or .csv.gz)"));
                densities.addAll(format.read(file));
            }
        }
        return densities;
    }

    /**
     * {@return the others by element}
     *
     * @param densities densities
     * @param skipped names of those to leave out
     * @throws GmpException if a name to skip is unknown
     * @throws DataException if an element comes twice
     */
    static Map<Element, RadialDensity> byElement(List<RadialDensity> densities, List<String> skipped) {
        List<String> names = densities.stream().map(RadialDensity::name).toList();
        for (String name : skipped) {
            if (!names.contains(name)) {
                throw new GmpException("--skip: there is no density '" + name + "' in the input"
                        + Suggestions.nearest(name, names)
                                .map(near -> "; did you mean '" + near + "'?")
                                .orElse(""));
            }
        }
        Map<Element, RadialDensity> byElement = new EnumMap<>(Element.class);
        for (RadialDensity density : densities) {
            if (skipped.contains(density.name())) {
                continue;
            }
            RadialDensity first = byElement.putIfAbsent(density.element(), density);
            if (first != null) {
                throw new DataException("element " + density.element().symbol() + " comes twice: " + first.name()
                        + " (" + first.origin() + ") and " + density.name() + " (" + density.origin()
                        + "); leave one out, with --skip NAME or by naming other files");
            }
        }
        return byElement;
    }

    private static List<Path> filesOf(Path path, List<RadialDensityFormat> formats) {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (Stream<Path> entries = Files.list(path)) {
            List<Path> files = entries.filter(Files::isRegularFile)
                    .filter(file -> formatOf(file, formats).isPresent())
                    .sorted()
                    .toList();
            if (files.isEmpty()) {
                throw new DataException(path + ": the folder has no files of radial densities (.upf, .csv, .csv.gz)");
            }
            return files;
        } catch (IOException e) {
            throw new DataException(path + ": cannot be read: " + e, e);
        }
    }

    private static Optional<RadialDensityFormat> formatOf(Path file, List<RadialDensityFormat> formats) {
        return formats.stream().filter(format -> format.claims(file)).findFirst();
    }
}
