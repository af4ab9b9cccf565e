package io.github.gmp.models.committee;

import io.github.gmp.api.error.GmpException;
import io.github.gmp.api.model.EpochRecord;
import io.github.gmp.api.model.Regressor;
import io.github.gmp.api.model.RegressorTrainer;
import io.github.gmp.api.model.TrainingResult;
import io.github.gmp.api.state.ModelState;
import io.github.gmp.api.state.StateReader;
import io.github.gmp.models.input.EpochTable;
import io.github.gmp.models.input.StoredStates;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How far the training of a committee is, as it is used and as plain data: the members that are done, their epochs counted through, what they
 * noted, and the state of the training of the next one ({@code current.NAME}).
 */
final class CommitteeProgress {
    private static final String TYPE = "committee training";
    private static final String DONE = "done";
    private static final String EPOCHS = "epochs";
    private static final String NOTES = "notes-";
    private static final String CURRENT = "current.";

    private final long seed;
    private final int members;
    private final List<Regressor> done = new ArrayList<>();
    private final List<List<String>> notes = new ArrayList<>();
    private final List<EpochRecord> history = new ArrayList<>();
    private Optional<ModelState> current = Optional.empty();

    /**
     * @param seed seed of the training
     * @param members number of members that there will be
     */
    CommitteeProgress(long seed, int members) {
        this.seed = seed;
        this.members = members;
    }

    /** {@return the members that are done} */
    List<Regressor> done() {
        return done;
    }

    /** {@return what each of them noted} */
    List<List<String>> notes() {
        return notes;
    }

    /** {@return their epochs, counted through} */
    List<EpochRecord> history() {
        return history;
    }

    /** {@return the state that the training of the next member goes on from, once} */
    Optional<ModelState> takeCurrent() {
        Optional<ModelState> taken = current;
        current = Optional.empty();
        return taken;
    }

    void add(TrainingResult member) {
        int before = history.size();
        done.add(member.regressor());
        notes.add(member.notes());
        member.history().forEach(epoch -> history.add(CommitteeTrainer.counted(epoch, before)));
    }

    /** @param inWork state of the training of the next member */
    ModelState write(ModelState inWork) {
        ModelState.Builder state = ModelState.builder()
                .type(TYPE)
                .integer(StoredStates.SEED, seed)
                .integer(DONE, done.size())
                .integer(EPOCHS, history.size());
        EpochTable.write(history, state);
        for (int member = 0; member < done.size(); member++) {
            state.nested(Committee.prefix(member), done.get(member).state());
            List<String> noted = notes.get(member);
            state.integer(NOTES + member, noted.size());
            for (int n = 0; n < noted.size(); n++) {
                state.text(note(member, n), noted.get(n));
            }
        }
        return state.nested(CURRENT, inWork).build();
    }

    /**
     * Goes back to a state. After an exception this object is of no use until another state has been restored.
     *
     * @param state what {@link #write} returned
     * @param trainer trains a member
     * @return this
     * @throws GmpException if the state is not one of a training with this seed and such members
     */
    CommitteeProgress restore(ModelState state, RegressorTrainer trainer) {
        StateReader reader = StoredStates.training(state, TYPE, seed);
        int count = reader.integer(DONE, 0, members - 1);
        int epochs = reader.integer(EPOCHS, 0, Integer.MAX_VALUE);
        history.clear();
        history.addAll(EpochTable.read(reader, epochs));
        done.clear();
        notes.clear();
        for (int member = 0; member < count; member++) {
            int index = member;
            done.add(trainer.restore(state.nested(Committee.prefix(member))));
            notes.add(IntStream.range(0, reader.integer(NOTES + member, 0, Integer.MAX_VALUE))
                    .mapToObj(n -> reader.text(note(index, n)))
                    .toList());
        }
        current = Optional.of(state.nested(CURRENT));
        return this;
    }

    private static String note(int member, int note) {
        return "note-" + member + "-" + note;
    }
}
