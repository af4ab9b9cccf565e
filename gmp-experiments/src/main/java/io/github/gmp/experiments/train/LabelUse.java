package io.github.gmp.experiments.train;

import io.github.gmp.api.error.DataException;
import io.github.gmp.api.model.TrainingLabel;
import io.github.gmp.runtime.dataset.SetContent;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;

/**
 * Which labels are trained on, and how many structures have them: nothing is trained silently without.
 *
 * @param labels what the regressor is trained on
 * @param compared whether forces and stress are predicted and compared in any case
 * @param sets training, validation and test set
 */
record LabelUse(Set<TrainingLabel> labels, boolean compared, List<SetContent> sets) {
    private static final String WAYS_OUT =
            "; add them to the data, name where they are in data.format (e.g. {type: extxyz, ";

    /** @throws DataException if a label is to be trained on that no structure of the training or of the validation set has */
    void requireLabels() {
        // The test set decides nothing.
        for (SetContent set : sets.subList(0, 2)) {
            if (labels.contains(TrainingLabel.FORCES) && set.withForces() == 0) {
                throw new DataException("forceWeight is set, but none of the " + set.structures() + " " + set.name()
                        + " structures has forces (looked for forces, force, REF_forces, dft_forces)" + WAYS_OUT
                        + "forcesKey: my_forces}), or remove forceWeight to train on energies alone");
            }
            if (labels.contains(TrainingLabel.STRESS) && set.withStress() == 0) {
                throw new DataException("stressWeight is set, but none of the " + set.structures() + " " + set.name()
                        + " structures has a stress and a cell periodic along three axes" + WAYS_OUT
                        + "stressKey: my_stress}), or remove stressWeight");
            }
        }
    }

    /** {@return what is trained on, and what happens to the other labels} */
    String words() {
        List<String> trained = new ArrayList<>(List.of("energies"));
        if (labels.contains(TrainingLabel.FORCES)) {
            trained.add("forces");
        }
        if (labels.contains(TrainingLabel.STRESS)) {
            trained.add("stress");
        }
        String rest = compared ? " are compared only" : " are not used";
        String forces = !labels.contains(TrainingLabel.FORCES) && some(SetContent::withForces) ? "; forces" + rest : "";
        String stress =
                !labels.contains(TrainingLabel.STRESS) && some(SetContent::withStress) ? "; stresses" + rest : "";
        return String.join(" and ", trained) + forces + stress;
    }

    /** {@return how many structures lack a label that is trained on, and what is done about it} */
    List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        for (SetContent set : sets) {
            if (labels.contains(TrainingLabel.FORCES)) {
                missing(set, set.withForces(), "forces", warnings);
            }
            if (labels.contains(TrainingLabel.STRESS)) {
                missing(set, set.withStress(), "stress (or are not periodic along three axes)", warnings);
            }
        }
        return warnings;
    }

    private static void missing(SetContent set, int with, String label, List<String> warnings) {
        if (with < set.structures()) {
            String what = set.name().equals("training") ? "trained on" : "compared";
            warnings.add((set.structures() - with) + " of " + set.structures() + " " + set.name()
                    + " structures have no " + label + "; they are " + what + " with the labels that they have");
        }
    }

    private boolean some(ToIntFunction<SetContent> count) {
        return sets.stream().mapToInt(count).sum() > 0;
    }
}
