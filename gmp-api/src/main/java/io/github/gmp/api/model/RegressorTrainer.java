package io.github.gmp.api.model;

import io.github.gmp.api.error.GmpException;
import io.github.gmp.api.plugin.ComponentKind;
import io.github.gmp.api.state.ModelState;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;

/** A configured way to train regressors. Immutable and thread-safe. */
public interface RegressorTrainer {
    /** The component kind, key {@code regressor} of a configuration. */
    ComponentKind<RegressorTrainer> KIND = new ComponentKind<>("regressor", RegressorTrainer.class);

    /**
     * Trains a regressor. Scalers and biases see the training set only; the validation set chooses when to stop and which weights to keep.
     *
     * @param training the training set
     * @param validation the validation set
     * @param context seed, threads, listener
     * @return the regressor and its history
     * @throws GmpException if the data cannot be trained on (empty set, non-finite features, divergence from the first epoch)
     */
    TrainingResult fit(TrainingSet training, TrainingSet validation, TrainingContext context);

    /** {@return the labels that {@link #fit} trains on; hosts tell how many structures have them. Energies only by default} */
    default Set<TrainingLabel> labels() {
        return Set.of(TrainingLabel.ENERGY);
    }

    /** {@return whether {@link #fit} uses {@link TrainingSet#geometry}, which takes memory and time to prepare} */
    default boolean usesGeometry() {
        return labels().contains(TrainingLabel.FORCES) || labels().contains(TrainingLabel.STRESS);
    }

    /** {@return the number of epochs that {@link #fit} tells of at most; empty if it solves in one step} */
    default OptionalInt epochs() {
        return OptionalInt.empty();
    }

    /**
     * The cost of a regressor before it is trained, where it follows from the configuration.
     *
     * @param features number of features
     * @return {@link Regressor#operationsPerAtom} of every regressor that {@link #fit} trains to its end on so many features; empty
     *     if only training tells
     */
    default OptionalDouble operationsPerAtom(int features) {
        return OptionalDouble.empty();
    }

    /**
     * The same training on energies alone: what is left where the descriptor offers no derivatives.
     *
     * @return a trainer that does not use geometry
     * @throws GmpException if it cannot do without
     */
    default RegressorTrainer onEnergiesOnly() {
        if (usesGeometry()) {
            throw new GmpException(
                    "this regressor is trained on forces or stress, but the descriptor offers no derivatives of"
                            + " its features; choose another descriptor, or train on energies");
        }
        return this;
    }

    /**
     * {@return the regressor of a state, the same bit for bit}
     *
     * @param state what {@link Regressor#state()} returned
     * @throws GmpException if the state is not one of this trainer's
     */
    Regressor restore(ModelState state);
}
