package io.github.gmp.testkit;

import io.github.gmp.api.model.Checkpoints;
import io.github.gmp.api.model.RegressorState;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Keeps the state of every epoch, and begins with a given one. */
public final class RecordedCheckpoints implements Checkpoints {
    private final Optional<RegressorState> first;
    private final List<RegressorState> saved = new ArrayList<>();

    private RecordedCheckpoints(Optional<RegressorState> first) {
        this.first = first;
    }

    /** {@return the checkpoints of a training that begins with its first epoch} */
    public static RecordedCheckpoints empty() {
        return new RecordedCheckpoints(Optional.empty());
    }

    /**
     * {@return the checkpoints of a training that goes on from a state}
     *
     * @param state the state of a training that was stopped
     */
    public static RecordedCheckpoints from(RegressorState state) {
        return new RecordedCheckpoints(Optional.of(state));
    }

    @Override
    public <T> Optional<T> latest(Function<RegressorState, T> reader) {
        return first.map(reader);
    }

    @Override
    public void save(int epoch, Supplier<RegressorState> state) {
        saved.add(state.get());
    }

    /** {@return the states, in the order in which they were saved} */
    public List<RegressorState> saved() {
        return List.copyOf(saved);
    }
}
