package io.github.gmp.probes.descriptor;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The feature sets of arXiv:2102.02390 (Tables 4, 5, 7, 9, 11): its densities, normalization, literal polynomials, group norm and
 * hard cutoff. In the names, N is the largest order and M the number of widths.
 */
public final class GmpPresets {
    private static final double MOLECULE_CUTOFF = 10;
    private static final double LARGE_CUTOFF = 15;
    private static final int ASPIRIN_MAX_ORDER = 7;
    private static final int LARGE_MAX_ORDER = 4;

    private static final List<List<Double>> ASPIRIN = List.of(
            List.of(0.25),
            List.of(0.25, 2.0),
            List.of(0.25, 1.0, 2.0),
            List.of(0.25, 0.75, 1.5, 2.0),
            List.of(0.25, 0.5, 1.0, 1.5, 2.0),
            List.of(0.25, 0.5, 0.75, 1.0, 1.5, 2.0));
    private static final List<Double> FORCE_12 =
            List.of(0.125, 0.25, 0.375, 0.5, 0.625, 0.75, 0.875, 1.0, 1.25, 1.5, 1.75, 2.0);
    private static final List<List<Double>> QM9 = List.of(
            List.of(0.02, 0.2, 0.4, 0.69, 1.1, 1.66, 2.66, 4.4),
            List.of(0.02, 0.12, 0.24, 0.36, 0.5, 0.69, 0.92, 1.2, 1.52, 2.0, 2.66, 3.5, 5.0),
            // "37" in the paper; the list printed there has 36.
            List.of(
                    0.02, 0.05, 0.08, 0.12, 0.16, 0.2, 0.24, 0.28, 0.32, 0.36, 0.4, 0.45, 0.5, 0.56, 0.62, 0.69, 0.76,
                    0.84, 0.92, 1.01, 1.1, 1.2, 1.3, 1.4, 1.52, 1.66, 1.82, 2.0, 2.42, 2.66, 2.92, 3.2, 3.5, 3.9, 4.4,
                    5.0));
    private static final List<List<Double>> OC20 = List.of(
            List.of(0.02, 0.16, 0.32, 0.5, 0.76, 1.1, 1.52, 2.2, 3.2, 5.0),
            List.of(
                    0.02, 0.08, 0.16, 0.24, 0.32, 0.4, 0.5, 0.62, 0.76, 0.92, 1.1, 1.3, 1.52, 1.82, 2.2, 2.66, 3.2, 3.9,
                    5.0));

    private GmpPresets() {}

    /** {@return the presets by name, in the order to list them} */
    public static Map<String, Map<String, Object>> all() {
        Map<String, Map<String, Object>> presets = new LinkedHashMap<>();
        addFamily(presets, "gmp-paper-aspirin", ASPIRIN_MAX_ORDER, ASPIRIN, MOLECULE_CUTOFF);
        presets.put("gmp-paper-force-2-4", preset(2, ASPIRIN.get(3), MOLECULE_CUTOFF));
        presets.put("gmp-paper-force-3-12", preset(3, FORCE_12, MOLECULE_CUTOFF));
        addFamily(presets, "gmp-paper-qm9", LARGE_MAX_ORDER, QM9, LARGE_CUTOFF);
        addFamily(presets, "gmp-paper-oc20", LARGE_MAX_ORDER, OC20, LARGE_CUTOFF);
        return Collections.unmodifiableMap(presets);
    }

    private static void addFamily(
            Map<String, Map<String, Object>> presets,
            String prefix,
            int largestOrder,
            List<List<Double>> sigmaSets,
            double cutoff) {
        for (int order = 0; order <= largestOrder; order++) {
            for (List<Double> sigmas : sigmaSets) {
                presets.put(prefix + "-" + order + "-" + sigmas.size(), preset(order, sigmas, cutoff));
            }
        }
    }

    private static Map<String, Object> preset(int maxOrder, List<Double> sigmas, double cutoff) {
        Map<String, Object> preset = new LinkedHashMap<>();
        preset.put("density", component("gaussian-table", Map.entry("table", "paper")));
        preset.put("radial", component("gaussian", Map.entry("sigmas", sigmas), Map.entry("normalization", "paper")));
        preset.put("angular", component("mcsh", Map.entry("maxOrder", maxOrder), Map.entry("polynomials", "literal")));
        preset.put("invariants", component("group-norm"));
        preset.put("cutoff", component("hard", Map.entry("radius", cutoff)));
        return Collections.unmodifiableMap(preset);
    }

    @SafeVarargs
    private static Map<String, Object> component(String type, Map.Entry<String, ?>... keys) {
        Map<String, Object> component = new LinkedHashMap<>();
        component.put("type", type);
        for (Map.Entry<String, ?> key : keys) {
            component.put(key.getKey(), key.getValue());
        }
        return Collections.unmodifiableMap(component);
    }
}
