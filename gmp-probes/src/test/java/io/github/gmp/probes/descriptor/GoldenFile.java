package io.github.gmp.probes.descriptor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.gmp.api.multipole.density.DensitySource;
import io.github.gmp.api.multipole.density.GaussianMixture;
import io.github.gmp.api.structure.AtomicStructure;
import io.github.gmp.api.structure.Cell;
import io.github.gmp.api.structure.Element;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Feature values of reference codes for one structure, as JSON. */
record GoldenFile(
        String name,
        AtomicStructure structure,
        double cutoff,
        Double[] sigmas,
        DensitySource density,
        int[] derivativeCenters,
        List<Variant> variants) {
    /** The output of one reference code. */
    record Variant(String name, List<Column> columns, double[][] features, double[][][] derivatives) {}

    /** One feature: its order, the number of its group (0 if the feature is of the whole order) and its width. */
    record Column(int order, int group, double sigma) {}

    static GoldenFile read(InputStream stream) throws IOException {
        JsonNode root = new ObjectMapper().readTree(stream);
        int atoms = root.get("symbols").size();
        Element[] elements = new Element[atoms];
        for (int i = 0; i < atoms; i++) {
            elements[i] = Element.of(root.get("symbols").get(i).textValue());
        }
        JsonNode periodic = root.get("pbc");
        Cell cell = Cell.of(
                flat(root.get("cell_A_rows")),
                periodic.get(0).booleanValue(),
                periodic.get(1).booleanValue(),
                periodic.get(2).booleanValue());
        Map<Element, GaussianMixture> densities = new EnumMap<>(Element.class);
        root.get("valence_gaussians_B_beta").properties().forEach(entry -> {
            double[][] rows = matrix(entry.getValue());
            double[] amplitudes = new double[rows.length];
            double[] exponents = new double[rows.length];
            for (int k = 0; k < rows.length; k++) {
                amplitudes[k] = rows[k][0];
                exponents[k] = rows[k][1];
            }
            densities.put(Element.of(entry.getKey()), new GaussianMixture(amplitudes, exponents));
        });
        List<Variant> variants = new ArrayList<>();
        root.get("variants").forEach(v -> variants.add(variant(v)));
        double[] centers = vector(root.get("derivative_centres"));
        double[] sigmas = vector(root.get("sigmas_A"));
        return new GoldenFile(
                root.get("structure").textValue(),
                new AtomicStructure(elements, flat(root.get("positions_A")), cell),
                root.get("cutoff_A").doubleValue(),
                Arrays.stream(sigmas).boxed().toArray(Double[]::new),
                Gmp.density(densities),
                Arrays.stream(centers).mapToInt(c -> (int) c).toArray(),
                variants);
    }

    private static Variant variant(JsonNode node) {
        List<Column> columns = new ArrayList<>();
        for (JsonNode c : node.get("feature_list")) {
            columns.add(new Column(
                    c.get("order").intValue(),
                    c.path("group").intValue(),
                    c.get("sigma").doubleValue()));
        }
        JsonNode derivatives = node.path("derivatives");
        double[][][] parsed = new double[derivatives.size()][][];
        for (int i = 0; i < parsed.length; i++) {
            parsed[i] = matrix(derivatives.get(i));
        }
        return new Variant(node.get("name").textValue(), columns, matrix(node.get("features")), parsed);
    }

    private static double[][] matrix(JsonNode node) {
        double[][] rows = new double[node.size()][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = vector(node.get(i));
        }
        return rows;
    }

    private static double[] vector(JsonNode node) {
        double[] values = new double[node.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = node.get(i).doubleValue();
        }
        return values;
    }

    private static double[] flat(JsonNode node) {
        return Arrays.stream(matrix(node)).flatMapToDouble(Arrays::stream).toArray();
    }
}
