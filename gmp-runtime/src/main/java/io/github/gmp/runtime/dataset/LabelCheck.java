package io.github.gmp.runtime.dataset;

import io.github.gmp.api.error.DataException;
import io.github.gmp.api.structure.LabeledStructure;

/** Checks labels that training stands on; readers check too, but formats may come from anyone. */
final class LabelCheck {
    private static final String AXES = "xyz";

    private LabelCheck() {}

    /** @throws DataException if there are no atoms or a label is not finite */
    static void requireSound(LabeledStructure frame) {
        if (frame.structure().size() == 0) {
            throw new DataException(frame.source() + ": has no atoms");
        }
        frame.energy().ifPresent(energy -> {
            if (!Double.isFinite(energy)) {
                throw new DataException(frame.source() + ": energy is " + energy + "; a finite number was expected");
            }
        });
        frame.forces().ifPresent(forces -> {
            for (int i = 0; i < forces.length; i++) {
                if (!Double.isFinite(forces[i])) {
                    throw new DataException(frame.source() + ": atom " + (i / 3 + 1) + ": force " + AXES.charAt(i % 3)
                            + " is " + forces[i] + "; a finite number was expected");
                }
            }
        });
    }

    /** @throws DataException if the frame has no energy */
    static void requireEnergy(LabeledStructure frame) {
        if (frame.energy().isEmpty()) {
            String keys = frame.info().isEmpty()
                    ? "no other keys"
                    : "the keys " + String.join(", ", frame.info().keySet());
            throw new DataException(frame.source()
                    + ": has no energy (looked for energy, Energy, REF_energy, dft_energy, free_energy); the frame has "
                    + keys + ". If one of them is the energy, name it in data.format, e.g."
                    + " {type: extxyz, energyKey: my_energy}");
        }
    }
}
