package io.github.gmp.models.input;

import io.github.gmp.api.error.DataException;
import io.github.gmp.api.state.ModelState;
import io.github.gmp.api.state.StateReader;

/** Readers of the states of this package's regressors and of their trainings, which begin with the same checks. */
public final class StoredStates {
    /** Name of the attribute with the seed of a training. */
    public static final String SEED = "seed";

    private StoredStates() {}

    /**
     * {@return reads it}
     *
     * @param state the state of a regressor
     * @param type the type that it should be of
     * @throws DataException if it is of another type
     */
    public static StateReader regressor(ModelState state, String type) {
        return state.reader("the stored regressor", type);
    }

    /**
     * {@return reads it}
     *
     * @param state the state of a training that is not finished
     * @param type the type that it should be of
     * @param seed seed of the training that is to go on from it
     * @throws DataException if it is of another type, or of a training with another seed
     */
    public static StateReader training(ModelState state, String type, long seed) {
        StateReader reader = state.reader("the stored training", type);
        String stored = reader.text(SEED);
        if (!stored.equals(Long.toString(seed))) {
            throw new DataException("the stored training has the seed " + stored + ", expected " + seed);
        }
        return reader;
    }
}
