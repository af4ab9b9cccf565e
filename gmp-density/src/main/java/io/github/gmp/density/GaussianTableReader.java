package io.github.gmp.density;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.gmp.api.error.DataException;
import io.github.gmp.api.multipole.density.GaussianMixture;
import io.github.gmp.api.structure.Element;
import io.github.gmp.density.table.GaussianTableFormat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/**
 * Reads density tables: a JSON object with {@code format}, {@code units} and {@code elements}, each element with rows
 * {@code [B, beta]} under {@code gaussians} and, optionally, the number of {@code electrons} that they must add up to. Other
 * keys ({@code description}, {@code source}, {@code note}) are for human readers.
 */
final class GaussianTableReader {
    /** A table in other units than the stated ones is off by a factor of 3 or more; the worst published fit is off by 4 %. */
    private static final double ELECTRONS_TOLERANCE = 0.05;

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final String name;

    private GaussianTableReader(String name) {
        this.name = name;
    }

    /**
     * {@return the table}
     *
     * @param table a built-in table
     */
    static GaussianTable read(BuiltInTable table) {
        try (InputStream stream = GaussianTableReader.class.getResourceAsStream(table.resource())) {
            if (stream == null) {
                throw new IllegalStateException("the resource " + table.resource() + " is missing from the jar");
            }
            return new GaussianTableReader("'" + table.name().toLowerCase(Locale.ROOT) + "'").parse(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * {@return the table}
     *
     * @param file a JSON file
     * @throws DataException if the file cannot be read or is malformed
     */
    static GaussianTable read(Path file) {
        try (InputStream stream = new ByteArrayInputStream(TableFile.bytes(file))) {
            return new GaussianTableReader(file.toString()).parse(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private GaussianTable parse(InputStream stream) throws IOException {
        JsonNode root;
        try {
            root = MAPPER.readTree(stream);
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            String where = at == null ? "" : "line " + at.getLineNr() + ", column " + at.getColumnNr() + ": ";
            throw new DataException(
                    "density table " + name + ": " + where + "not valid JSON: " + e.getOriginalMessage(), e);
        }
        if (root == null || !root.isObject()) {
            throw problem("a JSON object with the keys format, units and elements was expected");
        }
        expectText(root.path("format"), "format", GaussianTableFormat.FORMAT);
        expectText(root.path("units").path("amplitude"), "units.amplitude", GaussianTableFormat.AMPLITUDE_UNIT);
        expectText(root.path("units").path("exponent"), "units.exponent", GaussianTableFormat.EXPONENT_UNIT);
        JsonNode elements = root.path("elements");
        if (!elements.isObject() || elements.isEmpty()) {
            throw problem(
                    "elements: an object with at least one element symbol was expected, got " + describe(elements));
        }
        Map<Element, GaussianMixture> densities = new EnumMap<>(Element.class);
        for (Map.Entry<String, JsonNode> entry : elements.properties()) {
            densities.put(element(entry.getKey()), density(entry.getKey(), entry.getValue()));
        }
        return new GaussianTable(name, densities);
    }

    private Element element(String symbol) {
        try {
            return Element.of(symbol);
        } catch (DataException e) {
            throw new DataException("density table " + name + ": elements: " + e.getMessage(), e);
        }
    }

    private GaussianMixture density(String symbol, JsonNode entry) {
        JsonNode rows = entry.path("gaussians");
        if (!rows.isArray() || rows.isEmpty()) {
            throw problem(
                    "element " + symbol + ": gaussians: a list of rows [B, beta] was expected, got " + describe(rows));
        }
        double[] amplitudes = new double[rows.size()];
        double[] exponents = new double[rows.size()];
        for (int k = 0; k < rows.size(); k++) {
            JsonNode row = rows.get(k);
            String where = "element " + symbol + ", Gaussian " + (k + 1);
            if (!row.isArray()
                    || row.size() != 2
                    || !row.get(0).isNumber()
                    || !row.get(1).isNumber()) {
                throw problem(where + ": two numbers [B, beta] were expected, got " + describe(row));
            }
            amplitudes[k] = row.get(0).doubleValue();
            exponents[k] = row.get(1).doubleValue();
            if (!Double.isFinite(amplitudes[k])) {
                throw problem(where + ": B must be finite, got " + row.get(0).asText());
            }
            if (!(exponents[k] > 0) || !Double.isFinite(exponents[k])) {
                throw problem(where + ": beta must be positive and finite, got "
                        + row.get(1).asText());
            }
        }
        GaussianMixture density = new GaussianMixture(amplitudes, exponents);
        checkElectrons(symbol, entry.path("electrons"), density.integral());
        return density;
    }

    private void checkElectrons(String symbol, JsonNode electrons, double integral) {
        if (!Double.isFinite(integral)) {
            throw problem("element " + symbol + ": the Gaussians add up to " + integral + " electrons");
        }
        if (electrons.isMissingNode()) {
            return;
        }
        if (!electrons.isNumber() || !(electrons.doubleValue() > 0)) {
            throw problem(
                    "element " + symbol + ": electrons: a positive number was expected, got " + describe(electrons));
        }
        double expected = electrons.doubleValue();
        if (Math.abs(integral - expected) > ELECTRONS_TOLERANCE * expected) {
            throw problem("element " + symbol + ": the Gaussians add up to " + integral + " electrons, the table says "
                    + electrons + "; check the units (" + GaussianTableFormat.AMPLITUDE_UNIT + " and "
                    + GaussianTableFormat.EXPONENT_UNIT + ")");
        }
    }

    private void expectText(JsonNode node, String key, String expected) {
        if (!expected.equals(node.textValue())) {
            throw problem(key + ": \"" + expected + "\" was expected, got " + describe(node));
        }
    }

    private static String describe(JsonNode node) {
        String text = node.toString();
        return node.isMissingNode() ? "nothing" : text.length() > 60 ? text.substring(0, 60) + "..." : text;
    }

    private DataException problem(String what) {
        return new DataException("density table " + name + ": " + what);
    }
}
