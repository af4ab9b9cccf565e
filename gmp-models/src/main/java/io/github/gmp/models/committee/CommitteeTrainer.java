package io.github.gmp.models.committee;

import io.github.gmp.api.error.DataException;
import io.github.gmp.api.model.Checkpoints;
import io.github.gmp.api.model.EpochRecord;
import io.github.gmp.api.model.Regressor;
import io.github.gmp.api.model.RegressorTrainer;
import io.github.gmp.api.model.TrainingContext;
import io.github.gmp.api.model.TrainingLabel;
import io.github.gmp.api.model.TrainingResult;
import io.github.gmp.api.model.TrainingSet;
import io.github.gmp.api.state.ModelState;
import io.github.gmp.toolkit.training.TrainingChecks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.Supplier;

/** Trains the members of a committee one after the other. Epochs are counted through all of them. */
public final class CommitteeTrainer implements RegressorTrainer {
    /** The name of the component. */
    public static final String TYPE = "committee";

    private final int members;
    private final boolean bootstrap;
    private final RegressorTrainer member;

    /**
     * @param members number of members
     * @param bootstrap whether each is trained on a sample of its own
     * @param member trains a member
     */
    public CommitteeTrainer(int members, boolean bootstrap, RegressorTrainer member) {
        this.members = members;
        this.bootstrap = bootstrap;
        this.member = member;
    }

    @Override
    public TrainingResult fit(TrainingSet training, TrainingSet validation, TrainingContext context) {
        // Before samples are drawn, so that messages have the numbers of the structures in the set itself.
        TrainingChecks.check(training, validation);
        CommitteeProgress progress = new CommitteeProgress(context.seed(), members);
        context.checkpoints().latest(stored -> progress.restore(stored, member));
        progress.history().forEach(context.onEpoch());
        // Seeds that follow one another would make the committees of seeds 1 and 2 share members.
        SplittableRandom seeds = new SplittableRandom(context.seed());
        for (int index = 0; index < members; index++) {
            long seed = seeds.nextLong();
            SplittableRandom random = seeds.split();
            if (index < progress.done().size()) {
                continue;
            }
            if (index > 0 && context.cancelled().getAsBoolean()) {
                break;
            }
            TrainingSet set = bootstrap ? BootstrapSample.of(training, random) : training;
            progress.add(member.fit(set, validation, contextOfMember(seed, progress, context)));
        }
        return new TrainingResult(new Committee(progress.done()), progress.history(), notes(progress));
    }

    private static TrainingContext contextOfMember(long seed, CommitteeProgress progress, TrainingContext context) {
        int before = progress.history().size();
        return new TrainingContext(
                seed,
                context.runner(),
                epoch -> context.onEpoch().accept(counted(epoch, before)),
                context.cancelled(),
                new Checkpoints() {
                    @Override
                    public <T> Optional<T> latest(Function<ModelState, T> reader) {
                        return progress.takeCurrent().map(reader);
                    }

                    @Override
                    public void save(int epoch, Supplier<ModelState> state) {
                        context.checkpoints().save(before + epoch, () -> progress.write(state.get()));
                    }
                });
    }

    static EpochRecord counted(EpochRecord epoch, int before) {
        return new EpochRecord(
                before + epoch.epoch(),
                epoch.trainingLoss(),
                epoch.trainingMae(),
                epoch.validationMae(),
                epoch.validationForceMae(),
                epoch.learningRate());
    }

    private List<String> notes(CommitteeProgress progress) {
        List<Regressor> trained = progress.done();
        Map<String, List<String>> byNote = new LinkedHashMap<>();
        for (int index = 0; index < trained.size(); index++) {
            String name = Integer.toString(index + 1);
            progress.notes().get(index).forEach(note -> byNote.computeIfAbsent(note, key -> new ArrayList<>())
                    .add(name));
        }
        List<String> notes = new ArrayList<>();
        byNote.forEach((note, who) -> notes.add(
                who.size() == trained.size()
                        ? note
                        : (who.size() == 1 ? "member " : "members ") + String.join(", ", who) + ": " + note));
        if (trained.size() < members) {
            notes.add("training was stopped: the committee has " + trained.size() + " of " + members + " members"
                    + (trained.size() == 1 ? ", and no spread" : ""));
        } else if (trained.stream().map(Regressor::state).distinct().count() == 1) {
            notes.add("all members are equal, because they do not depend on the seed: use bootstrap: true");
        }
        return notes;
    }

    @Override
    public Set<TrainingLabel> labels() {
        return member.labels();
    }

    @Override
    public OptionalInt epochs() {
        OptionalInt each = member.epochs();
        return each.isPresent() ? OptionalInt.of(Math.multiplyExact(members, each.getAsInt())) : each;
    }

    @Override
    public OptionalDouble operationsPerAtom(int features) {
        OptionalDouble each = member.operationsPerAtom(features);
        return each.isPresent() ? OptionalDouble.of(members * (each.getAsDouble() + 1)) : each;
    }

    @Override
    public RegressorTrainer onEnergiesOnly() {
        return new CommitteeTrainer(members, bootstrap, member.onEnergiesOnly());
    }

    @Override
    public Regressor restore(ModelState state) {
        return regressor(state, member::restore);
    }

    /**
     * {@return the committee, which needs no configuration}
     *
     * @param state state of a committee
     * @param members restores a member
     * @throws DataException if it is not one of a committee
     */
    public static Regressor regressor(ModelState state, Function<ModelState, Regressor> members) {
        return Committee.restore(state, members);
    }
}
