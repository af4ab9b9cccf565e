package io.github.gmp.experiments.evaluate;

import io.github.gmp.runtime.model.GroupedErrors;

import java.util.List;
import java.util.Optional;

/**
 * Errors of a model on labeled structures.
 *
 * @param errors the errors, in all and by group
 * @param atoms number of atoms
 * @param atomsOutside number of atoms with a feature outside its range in the training set
 * @param largestExcess largest distance of a feature from its range, in widths of the range
 * @param energySpread spread of the energies against their errors, of a committee; eV
 * @param forceSpread spread of the forces on atoms against their errors (norms of vectors), of a committee; eV/Å
 * @param warnings what the user should know
 */
public record EvaluateResult(
        GroupedErrors errors,
        long atoms,
        long atomsOutside,
        double largestExcess,
        Optional<SpreadCalibration> energySpread,
        Optional<SpreadCalibration> forceSpread,
        List<String> warnings) {
    /** Copies the list. */
    public EvaluateResult {
        warnings = List.copyOf(warnings);
    }
}
