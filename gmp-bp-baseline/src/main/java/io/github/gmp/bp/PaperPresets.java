package io.github.gmp.bp;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The twelve sets of symmetry functions that Lei and Medford compare GMP with (arXiv:2102.02390): cosine cutoff of 10 Å, η divided by
 * r_c², λ = ±1. The η of G2 are 8 or 4 values spaced evenly in log η from 0.05 to 5; papers print them with four digits, here they have
 * all, as in the reference code.
 */
final class PaperPresets {
    private static final List<Double> EIGHT_ETAS = List.of(
            0.05,
            0.0965348864441625,
            0.186379686015747,
            0.359842836500576,
            0.6947477471865688,
            1.3413478976398629,
            2.5897373396156056,
            5.0);
    private static final List<Double> FOUR_ETAS = List.of(0.05, 0.23207944168063893, 1.0772173450159419, 5.0);

    private static final List<Double> NO_SHIFT = List.of(0.0);
    private static final List<Double> TWO_SHIFTS = List.of(0.0, 1.5);

    private static final Map<String, Map<String, Object>> ALL = build();

    private PaperPresets() {}

    /** {@return the presets {@code bp-paper-1} … {@code bp-paper-12}, in that order} */
    static Map<String, Map<String, Object>> all() {
        return ALL;
    }

    private static Map<String, Map<String, Object>> build() {
        Map<String, Object> rich = angles(List.of(0.001, 0.01, 0.03), List.of(1.0, 2.0, 4.0));
        Map<String, Object> medium = angles(List.of(0.01, 0.03), List.of(1.0, 4.0));
        Map<String, Object> poor = angles(List.of(0.01), List.of(1.0, 4.0));
        List<Map<String, Object>> sets = List.of(
                set(EIGHT_ETAS, TWO_SHIFTS, rich),
                set(EIGHT_ETAS, TWO_SHIFTS, medium),
                set(EIGHT_ETAS, NO_SHIFT, poor),
                set(EIGHT_ETAS, NO_SHIFT, rich),
                set(EIGHT_ETAS, NO_SHIFT, medium),
                set(EIGHT_ETAS, TWO_SHIFTS, poor),
                set(FOUR_ETAS, TWO_SHIFTS, rich),
                set(FOUR_ETAS, TWO_SHIFTS, medium),
                set(FOUR_ETAS, NO_SHIFT, poor),
                set(FOUR_ETAS, NO_SHIFT, rich),
                set(FOUR_ETAS, NO_SHIFT, medium),
                set(FOUR_ETAS, TWO_SHIFTS, poor));
        Map<String, Map<String, Object>> presets = new LinkedHashMap<>();
        for (int i = 0; i < sets.size(); i++) {
            presets.put("bp-paper-" + (i + 1), sets.get(i));
        }
        return Collections.unmodifiableMap(presets);
    }

    private static Map<String, Object> angles(List<Double> etas, List<Double> zetas) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("etas", etas);
        map.put("zetas", zetas);
        map.put("lambdas", List.of(-1, 1));
        return Collections.unmodifiableMap(map);
    }

    private static Map<String, Object> set(List<Double> etas, List<Double> shifts, Map<String, Object> g4) {
        Map<String, Object> cutoff = new LinkedHashMap<>();
        cutoff.put("type", "cosine");
        cutoff.put("radius", 10.0);
        Map<String, Object> g2 = new LinkedHashMap<>();
        g2.put("etas", etas);
        g2.put("shifts", shifts);
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("cutoff", Collections.unmodifiableMap(cutoff));
        map.put("etaUnits", "per-cutoff-square");
        map.put("g2", Collections.unmodifiableMap(g2));
        map.put("g4", g4);
        return Collections.unmodifiableMap(map);
    }
}
