package io.github.gmp.density;

import io.github.gmp.api.error.DataException;
import io.github.gmp.api.multipole.density.GaussianMixture;
import io.github.gmp.api.structure.Element;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads the tables of AMPTorch: a folder with a file {@code SYMBOL_ANYTHING.g} or {@code SYMBOL.g} per element, e.g. {@code
 * C_pseudodensity_4.g}, with a line {@code B beta} (e/Å³, Å⁻²) per Gaussian.
 */
final class GFolderReader {
    static final String ENDING = ".g";
    private static final Pattern NAME = Pattern.compile("([A-Z][a-z]?)(_.*)?\\.g");

    private GFolderReader() {}

    /**
     * {@return the table of all {@code .g} files directly in it}
     *
     * @param folder a folder
     * @throws DataException if there are none, two of them are of the same element, or one is malformed
     */
    static GaussianTable readFolder(Path folder) {
        Map<Element, Path> files = new EnumMap<>(Element.class);
        for (Path file : list(folder)) {
            Path other = files.put(element(file), file);
            if (other != null) {
                throw new DataException("density table " + folder + ": " + other.getFileName() + " and "
                        + file.getFileName() + " are of the same element; keep one of them in the folder");
            }
        }
        if (files.isEmpty()) {
            throw new DataException("density table " + folder
                    + ": the folder has no file named like C_pseudodensity_4.g, one per element");
        }
        Map<Element, GaussianMixture> densities = new EnumMap<>(Element.class);
        files.forEach((element, file) -> densities.put(element, density(file)));
        return new GaussianTable(folder.toString(), densities);
    }

    /**
     * {@return the table of its one element}
     *
     * @param file a {@code .g} file
     * @throws DataException if the name does not tell the element, or the file cannot be read or is malformed
     */
    static GaussianTable readFile(Path file) {
        return new GaussianTable(file.toString(), Map.of(element(file), density(file)));
    }

    private static List<Path> list(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new DataException("density table " + folder + ": there is no such folder");
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(ENDING))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new DataException("density table " + folder + ": cannot be read: " + e, e);
        }
    }

    private static Element element(Path file) {
        String name = file.getFileName().toString();
        Matcher matcher = NAME.matcher(name);
        if (!matcher.matches()) {
            throw new DataException("density table " + file
                    + ": the name does not begin with an element and '_', as in C_pseudodensity_4.g");
        }
        try {
            return Element.of(matcher.group(1));
        } catch (DataException e) {
            throw new DataException("density table " + file + ": the name begins with an " + e.getMessage(), e);
        }
    }

    private static GaussianMixture density(Path file) {
        TableLines lines = new TableLines(file);
        GaussianRows rows = new GaussianRows();
        for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
            lines.addGaussian(line.get(), rows);
        }
        if (rows.size() == 0) {
            throw lines.problem("a line 'B beta' per Gaussian was expected, got nothing");
        }
        return rows.mixture();
    }
}
