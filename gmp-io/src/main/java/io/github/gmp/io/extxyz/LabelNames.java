package io.github.gmp.io.extxyz;

import java.util.List;
import java.util.Locale;

/** The names under which labels are looked for, in order of preference. */
final class LabelNames {
    static final String ENERGY = "energy";
    static final String FORCES = "forces";
    static final String STRESS = "stress";

    static final List<String> ENERGY_KEYS = List.of("energy", "Energy", "REF_energy", "dft_energy", "free_energy");
    static final List<String> FORCES_COLUMNS = List.of("forces", "force", "REF_forces", "dft_forces");
    static final List<String> STRESS_KEYS = List.of("stress", "REF_stress", "dft_stress");
    static final List<String> VIRIAL_KEYS =
            List.of("virial", "virials", "REF_virial", "REF_virials", "dft_virial", "dft_virials");

    private LabelNames() {}

    static boolean isVirial(String key) {
        return key.toLowerCase(Locale.ROOT).contains("virial");
    }
}
