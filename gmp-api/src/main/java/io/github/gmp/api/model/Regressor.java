package io.github.gmp.api.model;

import io.github.gmp.api.error.DataException;
import io.github.gmp.api.math.Matrix;
import io.github.gmp.api.state.ModelState;
import io.github.gmp.api.structure.Element;

import java.util.Set;

/** A trained map from the features of an atom to its energy. Immutable and thread-safe. */
public interface Regressor {
    /** {@return the number of features it was trained with} */
    int featureCount();

    /** {@return the elements it can predict: those of its training set, and any others that it knows enough about} */
    Set<Element> elements();

    /** {@return the number of trained parameters, as the paper counts them (weights, biases, batch-norm scales and shifts)} */
    long parameterCount();

    /** {@return the floating-point operations per atom of one energy prediction: a deterministic cost for searches} */
    double operationsPerAtom();

    /**
     * {@return the atomic energies and their gradients by the features}
     *
     * @param features G, {@code [atoms][features]}
     * @param atomicNumbers Z of each atom
     * @throws DataException if an element is none of {@link #elements}
     * @throws IllegalArgumentException if the number of features does not fit
     */
    RegressorEvaluation evaluate(Matrix features, int[] atomicNumbers);

    /** {@return all that {@link RegressorTrainer#restore} needs to build this regressor again, bit for bit} */
    ModelState state();
}
