package io.github.gmp.api.descriptor;

import io.github.gmp.api.error.DataException;
import io.github.gmp.api.error.GmpException;
import io.github.gmp.api.parallel.TaskRunner;
import io.github.gmp.api.state.ModelState;
import io.github.gmp.api.structure.AtomicStructure;

import java.util.List;

/**
 * A descriptor with constants that are taken from training data, e.g. a basis in which features are uncorrelated. As a factory makes it, it
 * is not fitted: cutoff, labels, properties and cost are known, but {@link #evaluate} throws {@link IllegalStateException}. The host fits
 * it to the training set (never to validation or test frames) before anything is evaluated, and stores its state with the model.
 */
public interface FittableDescriptor extends Descriptor {
    /** {@return whether it can be evaluated} */
    boolean isFitted();

    /**
     * Takes the constants from structures. Those of an earlier fit have no influence.
     *
     * @param training the structures of the training set, at least one
     * @param runner what may be done side by side; the result does not depend on it, bit for bit
     * @return a fitted descriptor with the same features
     * @throws DataException if the structures cannot be fitted to (none, or with an element that the descriptor does not know)
     * @throws GmpException if the configuration does not go with any of them
     */
    FittableDescriptor fit(List<AtomicStructure> training, TaskRunner runner);

    /**
     * {@return all that {@link #restore} needs beside the configuration}
     *
     * @throws IllegalStateException if it is not fitted
     */
    ModelState state();

    /**
     * {@return the fitted descriptor, which gives the same features bit for bit}
     *
     * @param state what {@link #state()} of a descriptor of the same configuration returned
     * @throws GmpException if the state is not one of such a descriptor
     */
    FittableDescriptor restore(ModelState state);
}
