package io.github.gmp.probes.descriptor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

class PresetsTest {
    private final Map<String, Map<String, Object>> presets = GmpPresets.all();

    @Test
    void thereIsOnePerSetOfThePaper() {
        // Aspirin orders 0-7 with 1-6 widths, two of the force example, QM9 with three and OC20 with two lists in
        // orders 0-4.
        assertThat(presets).hasSize(8 * 6 + 2 + 5 * 3 + 5 * 2);
        assertThat(presets)
                .containsKeys(
                        "gmp-paper-aspirin-0-1",
                        "gmp-paper-aspirin-7-6",
                        "gmp-paper-force-2-4",
                        "gmp-paper-force-3-12",
                        "gmp-paper-qm9-0-8",
                        "gmp-paper-qm9-4-36",
                        "gmp-paper-oc20-4-19");
    }

    @Test
    void theyAreFaithfulToThePaper() {
        assertThat(presets.get("gmp-paper-aspirin-3-2"))
                .isEqualTo(Map.of(
                        "density", Map.of("type", "gaussian-table", "table", "paper"),
                        "radial", Map.of("type", "gaussian", "sigmas", List.of(0.25, 2.0), "normalization", "paper"),
                        "angular", Map.of("type", "mcsh", "maxOrder", 3, "polynomials", "literal"),
                        "invariants", Map.of("type", "group-norm"),
                        "cutoff", Map.of("type", "hard", "radius", 10.0)));
        assertThat(presets.get("gmp-paper-oc20-2-10").get("cutoff")).isEqualTo(Map.of("type", "hard", "radius", 15.0));
    }

    @Test
    void theNumberInTheNameIsTheNumberOfWidths() {
        presets.forEach((name, preset) -> {
            List<?> sigmas = (List<?>) ((Map<?, ?>) preset.get("radial")).get("sigmas");
            assertThat(name).endsWith("-" + sigmas.size());
            assertThat(sigmas).as(name).doesNotHaveDuplicates();
        });
    }
}
