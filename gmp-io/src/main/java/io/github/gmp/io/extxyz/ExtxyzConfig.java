package io.github.gmp.io.extxyz;

import io.github.gmp.api.plugin.Param;

import java.util.Optional;

/**
 * Which keys hold the labels, where the usual names do not say it.
 *
 * @param energyKey key of the energy
 * @param forcesKey column of the forces
 * @param stressKey key of the stress or virial
 */
public record ExtxyzConfig(
        @Param(
                doc = "Key of the comment line that holds the total energy; without it the first of energy, Energy,"
                        + " REF_energy, dft_energy, free_energy that is present.",
                unit = "eV")
        Optional<String> energyKey,

        @Param(
                doc = "Name of the three columns that hold the forces; without it the first of forces, force,"
                        + " REF_forces, dft_forces that is present.",
                unit = "eV/Å")
        Optional<String> forcesKey,

        @Param(
                doc = "Key of the comment line that holds the stress (positive = tension) or, if its name contains"
                        + " 'virial', the virial = -stress * volume; 6 numbers xx yy zz yz xz xy or 9. Without it"
                        + " the first of stress, REF_stress, dft_stress, virial, virials, REF_virial, REF_virials,"
                        + " dft_virial, dft_virials that is present.",
                unit = "eV/Å³ (virial: eV)")
        Optional<String> stressKey) {

    /** {@return the choice of no key: the usual names are looked for} */
    public static ExtxyzConfig defaults() {
        return new ExtxyzConfig(Optional.empty(), Optional.empty(), Optional.empty());
    }
}
