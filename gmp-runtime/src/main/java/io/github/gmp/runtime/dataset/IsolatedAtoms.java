package io.github.gmp.runtime.dataset;

import io.github.gmp.api.structure.LabeledStructure;

import java.util.Locale;
import java.util.Set;

/** Tells reference frames for the energy of one atom from structures. */
public final class IsolatedAtoms {
    private static final Set<String> CONFIG_TYPES = Set.of("isolatedatom", "isolated_atom");

    private IsolatedAtoms() {}

    /**
     * {@return whether it is one atom marked {@code config_type=IsolatedAtom} (or {@code isolated_atom}), the convention of the field}
     *
     * @param frame a frame
     */
    public static boolean isOne(LabeledStructure frame) {
        String type = frame.info().getOrDefault("config_type", "").toLowerCase(Locale.ROOT);
        return frame.structure().size() == 1 && CONFIG_TYPES.contains(type);
    }
}
