package io.github.gmp.models.committee;

import io.github.gmp.api.model.EpochRecord;
import io.github.gmp.api.model.Regressor;
import io.github.gmp.api.model.RegressorState;
import io.github.gmp.api.model.RegressorTrainer;
import io.github.gmp.api.model.TrainingContext;
import io.github.gmp.api.model.TrainingLabel;
import io.github.gmp.api.model.TrainingResult;
import io.github.gmp.api.model.TrainingSet;
import io.github.gmp.models.input.TrainingChecks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SplittableRandom;

/** Trains the members of a committee one after the other. Epochs are counted through all of them. */
final class CommitteeTrainer implements RegressorTrainer {
    static final String TYPE = "committee";

    private final int members;
    private final boolean bootstrap;
    private final RegressorTrainer member;

    /**
     * @param members number of members
     * @param bootstrap whether each is trained on a sample of its own
     * @param member trains a member
     */
    CommitteeTrainer(int members, boolean bootstrap, RegressorTrainer member) {
        this.members = members;
        this.bootstrap = bootstrap;
        this.member = member;
    }

    @Override
    public TrainingResult fit(TrainingSet training, TrainingSet validation, TrainingContext context) {
        // Before samples are drawn, so that messages have the numbers of the structures in the set itself.
        TrainingChecks.check(training, validation);
        List<Regressor> trained = new ArrayList<>();
        List<EpochRecord> history = new ArrayList<>();
        Map<String, List<String>> notes = new LinkedHashMap<>();
        // Seeds that follow one another would make the committees of seeds 1 and 2 share members.
        SplittableRandom seeds = new SplittableRandom(context.seed());
        while (trained.size() < members
                && (trained.isEmpty() || !context.cancelled().getAsBoolean())) {
            long seed = seeds.nextLong();
            SplittableRandom random = seeds.split();
            TrainingSet set = bootstrap ? BootstrapSample.of(training, random) : training;
            int before = history.size();
            TrainingResult result = member.fit(
                    set,
                    validation,
                    new TrainingContext(
                            seed,
                            context.runner(),
                            epoch -> {
                                EpochRecord counted = counted(epoch, before);
                                history.add(counted);
                                context.onEpoch().accept(counted);
                            },
                            context.cancelled()));
            trained.add(result.regressor());
            String name = Integer.toString(trained.size());
            result.notes().forEach(note -> notes.computeIfAbsent(note, key -> new ArrayList<>())
                    .add(name));
        }
        return new TrainingResult(new Committee(trained), history, notes(notes, trained));
    }

    private static EpochRecord counted(EpochRecord epoch, int before) {
        return new EpochRecord(
                before + epoch.epoch(),
                epoch.trainingLoss(),
                epoch.trainingMae(),
                epoch.validationMae(),
                epoch.validationForceMae(),
                epoch.learningRate());
    }

    private List<String> notes(Map<String, List<String>> byNote, List<Regressor> trained) {
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
    public Regressor restore(RegressorState state) {
        return Committee.restore(state, member);
    }
}
