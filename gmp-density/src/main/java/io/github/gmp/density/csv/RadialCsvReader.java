package io.github.gmp.density.csv;

import io.github.gmp.api.error.DataException;
import io.github.gmp.api.multipole.density.RadialDensity;
import io.github.gmp.api.structure.Element;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/**
 * Reads tables of radial densities: a header, then one line per radius, the lines of an element (or pseudopotential) together. Blank lines
 * and lines that begin with # are skipped. Without a column of electrons their number is what the density adds up to.
 */
final class RadialCsvReader {
    private final Path file;
    private final RadialCsvConfig config;
    private final List<RadialDensity> densities = new ArrayList<>();
    private final Set<String> finished = new LinkedHashSet<>();
    private Optional<CsvBlock> open = Optional.empty();

    RadialCsvReader(Path file, RadialCsvConfig config) {
        this.file = file;
        this.config = config;
    }

    List<RadialDensity> read() {
        try (InputStream bytes = Files.newInputStream(file);
                InputStream plain = isCompressed(file) ? new GZIPInputStream(bytes) : bytes;
                BufferedReader reader = new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
            parse(reader);
            return densities;
        } catch (NoSuchFileException e) {
            throw new DataException(file + ": there is no such file", e);
        } catch (IOException e) {
            throw new DataException(file + ": cannot be read, or is damaged or truncated: " + e, e);
        }
    }

    static boolean isCompressed(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".gz");
    }

    private void parse(BufferedReader reader) throws IOException {
        long number = 0;
        Optional<CsvColumns> columns = Optional.empty();
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            number++;
            String place = file + ":" + number;
            if (line.isBlank() || columns.isPresent() && line.startsWith("#")) {
                continue;
            }
            if (columns.isEmpty()) {
                columns = Optional.of(CsvColumns.of(place, line, config));
            } else {
                row(place, line.split(",", -1), columns.get());
            }
        }
        close();
        if (densities.isEmpty()) {
            throw new DataException(file + ": there are no densities; a header and lines of numbers were expected");
        }
    }

    private void row(String place, String[] fields, CsvColumns columns) {
        if (fields.length != columns.count()) {
            throw new DataException(place + ": " + columns.count() + " columns were expected, got " + fields.length
                    + "; the file is truncated or malformed");
        }
        String name = fields[columns.name()].strip();
        if (open.filter(block -> block.name().equals(name)).isEmpty()) {
            close();
            if (finished.contains(name)) {
                throw new DataException(place + ": '" + name + "' comes a second time; its lines must stand together");
            }
            open = Optional.of(new CsvBlock(place, name, element(place, name), columns));
        }
        open.orElseThrow().add(place, fields);
    }

    private void close() {
        open.ifPresent(block -> {
            densities.add(block.density());
            finished.add(block.name());
        });
        open = Optional.empty();
    }

    private static Element element(String place, String name) {
        String symbol = name.split("[_.-]", 2)[0];
        try {
            return Element.of(symbol);
        } catch (DataException e) {
            throw new DataException(place + ": " + e.getMessage(), e);
        }
    }
}
