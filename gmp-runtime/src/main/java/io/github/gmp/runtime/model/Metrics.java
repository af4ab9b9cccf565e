package io.github.gmp.runtime.model;

import java.util.Optional;

/**
 * Errors of predictions on a set of structures, in eV, eV/Å and eV/Å³ (printed as meV, meV/Å and meV/Å³).
 *
 * @param structures number of structures
 * @param energyMae mean |E − Ê| per structure, eV
 * @param energyRmse root of the mean (E − Ê)², eV
 * @param energyMaePerAtom mean |E − Ê| / N, eV/atom
 * @param energyRmsePerAtom root of the mean ((E − Ê) / N)², eV/atom
 * @param forces errors of the forces, where they were compared
 * @param stress errors of the stresses, where they were compared
 */
public record Metrics(
        int structures,
        double energyMae,
        double energyRmse,
        double energyMaePerAtom,
        double energyRmsePerAtom,
        Optional<ForceMetrics> forces,
        Optional<StressMetrics> stress) {}
