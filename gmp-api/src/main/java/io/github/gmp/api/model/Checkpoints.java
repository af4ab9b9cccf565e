package io.github.gmp.api.model;

import io.github.gmp.api.error.GmpException;
import io.github.gmp.api.state.ModelState;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Where a training keeps its state from epoch to epoch, so that one that was stopped or killed goes on bit for bit as if it had not been. The
 * host sees to it that a state is offered only to a training with the configuration, data and seed that it comes from. Trainers that solve
 * in one step ignore it.
 */
public interface Checkpoints {
    /**
     * Asked once, before the first epoch.
     *
     * @param reader makes what the trainer continues from of a state; its exceptions say why a state is none of the trainer's. May be called
     *     several times, with older states
     * @param <T> what it makes
     * @return that of the latest state; empty if the training is to begin with the first epoch
     * @throws GmpException if there are states, but none can be used
     */
    <T> Optional<T> latest(Function<ModelState, T> reader);

    /**
     * Called after every epoch; returns when the state survives the end of the process, however it comes.
     *
     * @param epoch number of the epoch, from 1
     * @param state everything that changes from epoch to epoch; asked for during the call, or not at all
     * @throws GmpException if it cannot be written
     */
    void save(int epoch, Supplier<ModelState> state);

    /** {@return the number of epochs before the state that {@link #latest} gave; 0 if it gave none} */
    default int epochsDone() {
        return 0;
    }

    /** {@return a place that keeps nothing and has nothing} */
    static Checkpoints none() {
        return new Checkpoints() {
            @Override
            public <T> Optional<T> latest(Function<ModelState, T> reader) {
                return Optional.empty();
            }

            @Override
            public void save(int epoch, Supplier<ModelState> state) {
                // Nobody will ask for it.
            }
        };
    }
}
