package io.github.gmp.models.optimizer;

import java.util.Map;

/** Something that changes with every step and can be written to a checkpoint: restored, it goes on bit for bit as if it had not been stopped. */
public interface Resumable {
    /** {@return copies of all its numbers, by name} */
    Map<String, double[]> state();

    /**
     * @param state what {@link #state} gave, of an object made with the same arguments
     * @throws io.github.gmp.api.error.DataException if arrays are missing, unknown or of another length
     */
    void restore(Map<String, double[]> state);
}
