package io.github.gmp.bp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.gmp.api.descriptor.Descriptor;
import io.github.gmp.api.structure.AtomicStructure;
import io.github.gmp.api.structure.Cell;
import io.github.gmp.api.structure.Element;
import io.github.gmp.bp.SymmetryFunctionLists.Angles;
import io.github.gmp.bp.SymmetryFunctionLists.Gaussians;
import io.github.gmp.bp.symmetry.Pairing;
import io.github.gmp.toolkit.cutoff.CutoffFunctions;
import io.github.gmp.toolkit.kernel.KernelChoice;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** One set of symmetry functions of a file of reference values. Both layouts (AMPTorch, n2p2) read the same. */
record Golden(
        String name,
        AtomicStructure structure,
        double cutoff,
        List<Function> functions,
        double[][] features,
        int[] derivativeCenters,
        double[][][] derivatives) {

    /** A function as the files name it; η in Å⁻², {@code second} is R_s or ζ. */
    record Function(String sort, List<String> elements, double eta, double second, int lambda) {
        String label() {
            // The reference codes name pairs in any order and carry a rounding error in η.
            List<String> ordered = elements.stream()
                    .map(Element::of)
                    .sorted()
                    .map(Element::symbol)
                    .toList();
            String tail = sort.equals("G2")
                    ? " shift=" + text(second)
                    : " zeta=" + text(second) + " lambda=" + (lambda > 0 ? "+1" : "-1");
            return sort + " " + String.join("-", ordered) + " eta=" + text(eta) + tail;
        }

        private static String text(double value) {
            return new BigDecimal(value)
                    .round(new MathContext(6))
                    .stripTrailingZeros()
                    .toPlainString();
        }
    }

    static List<Golden> read(String name, InputStream stream) throws IOException {
        JsonNode root = new ObjectMapper().readTree(stream);
        List<Golden> sets = new ArrayList<>();
        for (Map.Entry<String, JsonNode> set : root.get("sets").properties()) {
            sets.add(read(name + " " + set.getKey(), root, set.getValue()));
        }
        return sets;
    }

    private static Golden read(String name, JsonNode root, JsonNode set) {
        int[] centers = new int[root.get("derivative_centres").size()];
        for (int i = 0; i < centers.length; i++) {
            centers[i] = root.get("derivative_centres").get(i).asInt();
        }
        List<Function> functions = new ArrayList<>();
        double[][] features;
        double[][][] derivatives = new double[centers.length][][];
        if (set.has("atoms")) {
            JsonNode atoms = set.get("atoms");
            atoms.get(0).get("features").forEach(f -> functions.add(function(f)));
            features = new double[atoms.size()][];
            for (int i = 0; i < features.length; i++) {
                JsonNode row = atoms.get(i).get("features");
                features[i] = new double[row.size()];
                for (int k = 0; k < row.size(); k++) {
                    features[i][k] = row.get(k).get("G").asDouble();
                    if (!function(row.get(k)).equals(functions.get(k))) {
                        throw new AssertionError(name + ": atoms have different functions");
                    }
                }
            }
            for (int i = 0; i < centers.length; i++) {
                derivatives[i] = matrix(atoms.get(centers[i]).get("derivatives"));
            }
        } else {
            set.get("feature_list").forEach(f -> functions.add(function(f)));
            features = matrix(set.get("features"));
            for (int i = 0; i < centers.length; i++) {
                derivatives[i] = matrix(set.get("derivatives").get(i));
            }
        }
        return new Golden(
                name, structure(root), root.get("cutoff_A").asDouble(), functions, features, centers, derivatives);
    }

    private static Function function(JsonNode f) {
        // n2p2 numbers its functions: 2 = G2, 3 = G4 (narrow), 9 = G5 (wide).
        String type = f.get("type").asText();
        String sort = Map.of("2", "G2", "3", "G4", "9", "G5").getOrDefault(type, type);
        List<String> elements = new ArrayList<>();
        f.get("elements").forEach(e -> elements.add(e.asText()));
        boolean radial = sort.equals("G2");
        return new Function(
                sort,
                elements,
                f.get("eta").asDouble(),
                f.get(radial ? "Rs" : "zeta").asDouble(),
                radial ? 0 : (int) f.get("lambda").asDouble());
    }

    private static AtomicStructure structure(JsonNode root) {
        int atoms = root.get("symbols").size();
        Element[] elements = new Element[atoms];
        double[] positions = new double[3 * atoms];
        for (int i = 0; i < atoms; i++) {
            elements[i] = Element.of(root.get("symbols").get(i).asText());
            System.arraycopy(matrix(root.get("positions_A"))[i], 0, positions, 3 * i, 3);
        }
        double[] rows = new double[9];
        for (int v = 0; v < 3; v++) {
            System.arraycopy(matrix(root.get("cell_A_rows"))[v], 0, rows, 3 * v, 3);
        }
        JsonNode pbc = root.get("pbc");
        return new AtomicStructure(
                elements,
                positions,
                Cell.of(
                        rows,
                        pbc.get(0).asBoolean(),
                        pbc.get(1).asBoolean(),
                        pbc.get(2).asBoolean()));
    }

    private static double[][] matrix(JsonNode node) {
        double[][] result = new double[node.size()][];
        for (int i = 0; i < result.length; i++) {
            result[i] = new double[node.get(i).size()];
            for (int k = 0; k < result[i].length; k++) {
                result[i][k] = node.get(i).get(k).asDouble();
            }
        }
        return result;
    }

    /** The descriptor with the functions of this set, from its lists. */
    Descriptor descriptor(KernelChoice kernel) {
        Set<String> elements = new LinkedHashSet<>();
        functions.forEach(f -> elements.addAll(f.elements()));
        SymmetryFunctionLists lists = new SymmetryFunctionLists(
                false,
                Optional.of(new Gaussians(etas("G2"), seconds("G2"))),
                Optional.empty(),
                angles("G4"),
                angles("G5"));
        return Setups.descriptor(
                List.copyOf(elements), Pairing.BY_ELEMENT, CutoffFunctions.cosine(cutoff), lists, Map.of(), kernel);
    }

    private Optional<Angles> angles(String sort) {
        return etas(sort).isEmpty()
                ? Optional.empty()
                : Optional.of(new Angles(etas(sort), seconds(sort), List.of(-1.0, 1.0)));
    }

    private List<Double> etas(String sort) {
        Set<Double> distinct = new TreeSet<>();
        functions.stream().filter(f -> f.sort().equals(sort)).forEach(f -> distinct.add(f.eta()));
        return List.copyOf(distinct);
    }

    private List<Double> seconds(String sort) {
        Set<Double> distinct = new TreeSet<>();
        functions.stream().filter(f -> f.sort().equals(sort)).forEach(f -> distinct.add(f.second()));
        return List.copyOf(distinct);
    }
}
