package io.github.gmp.experiments.evaluate;

import io.github.gmp.api.potential.Extrapolation;
import io.github.gmp.api.potential.Spread;
import io.github.gmp.api.structure.LabeledStructure;
import io.github.gmp.experiments.trial.GroupedErrorSums;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Collects an {@link EvaluateResult} structure by structure, in their order, on one thread. */
final class EvaluationSums {
    private final GroupedErrorSums errors = new GroupedErrorSums();
    private final SpreadSums energySpread = new SpreadSums();
    private final SpreadSums forceSpread = new SpreadSums();
    private long atoms;
    private long atomsOutside;
    private double largestExcess;

    /**
     * @param frame a structure with an energy
     * @param predicted what a model says about it
     */
    void add(LabeledStructure frame, Predicted predicted) {
        atoms += frame.structure().size();
        predicted.extrapolation().ifPresent(this::addExtrapolation);
        errors.add(frame, predicted.energy(), predicted.forces(), predicted.stress());
        predicted.spread().ifPresent(spread -> addSpread(frame, predicted, spread));
    }

    private void addExtrapolation(Extrapolation extrapolation) {
        atomsOutside += extrapolation.atomsOutside();
        for (double excess : extrapolation.largestExcess()) {
            largestExcess = Math.max(largestExcess, excess);
        }
    }

    private void addSpread(LabeledStructure frame, Predicted predicted, Spread spread) {
        energySpread.add(
                spread.energy(), Math.abs(predicted.energy() - frame.energy().orElseThrow()));
        if (frame.forces().isEmpty() || predicted.forces().isEmpty()) {
            return;
        }
        double[] reference = frame.forces().get();
        double[] forces = predicted.forces().get();
        for (int atom = 0; atom < spread.forces().length; atom++) {
            double squares = 0;
            for (int k = 3 * atom; k < 3 * atom + 3; k++) {
                squares += (forces[k] - reference[k]) * (forces[k] - reference[k]);
            }
            forceSpread.add(spread.forces()[atom], Math.sqrt(squares));
        }
    }

    /**
     * {@return the report, if any structures were added}
     *
     * @param warnings what else the user should know
     */
    Optional<EvaluateResult> report(List<String> warnings) {
        List<String> all = new ArrayList<>(warnings);
        if (atomsOutside > 0) {
            all.add(String.format(
                    Locale.ROOT,
                    "%d of %d atoms (%.3g %%) have features outside their range in the training set, by up to %.2g widths of"
                            + " the range: the model extrapolates there",
                    atomsOutside,
                    atoms,
                    100.0 * atomsOutside / atoms,
                    largestExcess));
        }
        return errors.errors()
                .map(found -> new EvaluateResult(
                        found,
                        atoms,
                        atomsOutside,
                        largestExcess,
                        energySpread.calibration(),
                        forceSpread.calibration(),
                        all));
    }
}
