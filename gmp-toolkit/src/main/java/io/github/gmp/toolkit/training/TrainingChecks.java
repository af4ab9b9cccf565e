package io.github.gmp.toolkit.training;

import io.github.gmp.api.error.DataException;
import io.github.gmp.api.model.TrainingGeometry;
import io.github.gmp.api.model.TrainingLabel;
import io.github.gmp.api.model.TrainingSet;
import io.github.gmp.api.structure.Element;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/** Checks of training data that every regressor needs before it starts. */
public final class TrainingChecks {
    private TrainingChecks() {}

    /**
     * @param training the training set
     * @param validation the validation set
     * @throws DataException if a set is empty or has a structure without atoms, a value is not finite, or the validation set has an
     *     element or a number of features that the training set has not
     */
    public static void check(TrainingSet training, TrainingSet validation) {
        check(training, "training");
        check(validation, "validation");
        int expected = training.features().columns();
        int got = validation.features().columns();
        if (expected != got) {
            throw new DataException(
                    "the validation set has " + got + " features per atom, the training set " + expected);
        }
        for (Element element : validation.elements()) {
            if (!training.elements().contains(element)) {
                throw new DataException(
                        "element " + element + " occurs in the validation set but not in the training set");
            }
        }
    }

    private static void check(TrainingSet set, String name) {
        if (set.structures() == 0) {
            throw new DataException("the " + name + " set is empty: at least one structure is needed");
        }
        if (set.features().columns() == 0) {
            throw new DataException("the atoms of the " + name + " set have no features: at least one is needed");
        }
        int columns = set.features().columns();
        double[] features = set.features().array();
        for (int s = 0; s < set.structures(); s++) {
            if (set.atoms(s) < 1) {
                throw new DataException("structure " + s + " of the " + name + " set has no atoms");
            }
            if (!Double.isFinite(set.energies()[s])) {
                throw new DataException("the energy of structure " + s + " of the " + name + " set is "
                        + set.energies()[s] + ", a finite number is needed");
            }
            int end = set.offsets()[s + 1] * columns;
            for (int i = set.offsets()[s] * columns; i < end; i++) {
                if (!Double.isFinite(features[i])) {
                    throw new DataException("feature " + i % columns + " of atom " + (i / columns - set.offsets()[s])
                            + " in structure " + s + " of the " + name + " set is " + features[i]
                            + ", a finite number is needed");
                }
            }
        }
    }

    /**
     * @param set a set to train on or to validate with
     * @param name what to call it
     * @param forceWeight weight of the forces, if they are used
     * @param stressWeight weight of the stress, if it is used
     * @throws DataException if forces or stress are used and no structure has them
     */
    public static void requireLabels(
            TrainingSet set, String name, Optional<Double> forceWeight, Optional<Double> stressWeight) {
        if (forceWeight.isPresent() && !has(set, TrainingGeometry::forces)) {
            throw new DataException("forceWeight is set, but no structure of the " + name
                    + " set has forces; add them to the data or remove forceWeight");
        }
        if (stressWeight.isPresent() && !has(set, TrainingGeometry::strainGradient)) {
            throw new DataException(
                    "stressWeight is set, but no structure of the " + name
                            + " set has a stress and a cell periodic along three axes; add it to the data or remove stressWeight");
        }
    }

    /**
     * {@return the labels that are trained on}
     *
     * @param forceWeight weight of the forces, if they are used
     * @param stressWeight weight of the stress, if it is used
     */
    public static Set<TrainingLabel> labels(Optional<Double> forceWeight, Optional<Double> stressWeight) {
        Set<TrainingLabel> labels = EnumSet.of(TrainingLabel.ENERGY);
        forceWeight.ifPresent(weight -> labels.add(TrainingLabel.FORCES));
        stressWeight.ifPresent(weight -> labels.add(TrainingLabel.STRESS));
        return Collections.unmodifiableSet(labels);
    }

    private static boolean has(TrainingSet set, BiFunction<TrainingGeometry, Integer, Optional<double[]>> labels) {
        return set.geometry()
                .map(geometry -> IntStream.range(0, set.structures())
                        .anyMatch(s -> labels.apply(geometry, s).isPresent()))
                .orElse(false);
    }
}
