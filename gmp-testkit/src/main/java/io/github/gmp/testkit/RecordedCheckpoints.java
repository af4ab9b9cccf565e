package io.github.gmp.testkit;

import io.github.gmp.api.model.Checkpoints;
import io.github.gmp.api.state.ModelState;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Keeps the state of every epoch, and begins with a given one. */
public final class RecordedCheckpoints implements Checkpoints {
    private final Optional<ModelState> first;
    private final List<ModelState> saved = new ArrayList<>();

    private RecordedCheckpoints(Optional<ModelState> first) {
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
    public static RecordedCheckpoints from(ModelState state) {
        return new RecordedCheckpoints(Optional.of(state));
    }

    @Override
    public <T> Optional<T> latest(Function<ModelState, T> reader) {
        return first.map(reader);
    }

    @Override
    public void save(int epoch, Supplier<ModelState> state) {
        saved.add(state.get());
    }

    /** {@return the states, in the order in which they were saved} */
    public List<ModelState> saved() {
        return List.copyOf(saved);
    }
}
