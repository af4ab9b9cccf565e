package io.github.gmp.models.committee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.gmp.api.error.DataException;
import io.github.gmp.api.error.GmpException;
import io.github.gmp.api.model.EpochRecord;
import io.github.gmp.api.model.Regressor;
import io.github.gmp.api.model.RegressorEvaluation;
import io.github.gmp.api.model.RegressorTrainer;
import io.github.gmp.api.model.TrainingContext;
import io.github.gmp.api.model.TrainingLabel;
import io.github.gmp.api.model.TrainingResult;
import io.github.gmp.api.model.TrainingSet;
import io.github.gmp.api.parallel.TaskRunner;
import io.github.gmp.api.potential.CommitteeRegressor;
import io.github.gmp.api.state.ModelState;
import io.github.gmp.api.structure.Element;
import io.github.gmp.models.LinearGeometry;
import io.github.gmp.models.SyntheticData;
import io.github.gmp.models.ridge.RidgeConfig;
import io.github.gmp.models.ridge.RidgeTrainer;
import io.github.gmp.models.training.NetworkConfigs;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

class CommitteeTrainerTest {
    private static final Element[] WATER = {Element.H, Element.H, Element.O};

    static RegressorTrainer ridge() {
        return ridge(Optional.empty());
    }

    private static RegressorTrainer ridge(Optional<Double> forceWeight) {
        return new RidgeTrainer(new RidgeConfig(Optional.of(1e-6), List.of(), false, forceWeight, Optional.empty()));
    }

    private static TrainingSet water(int structures) {
        return new SyntheticData(3, 4, SyntheticData::smooth).structures(structures, WATER);
    }

    private static CommitteeRegressor committee(TrainingResult result) {
        return (CommitteeRegressor) result.regressor();
    }

    @Test
    void predictsTheMeanOfDifferentMembers() {
        TrainingSet set = water(30);
        CommitteeRegressor committee = committee(new CommitteeTrainer(3, false, NetworkConfigs.snn(3, Optional.empty()))
                .fit(set, set, TrainingContext.silent(5)));

        assertThat(committee.members()).hasSize(3);
        assertThat(committee.members().stream().map(Regressor::state).distinct())
                .hasSize(3);
        RegressorEvaluation mean = committee.evaluate(set.features(), set.atomicNumbers());
        List<RegressorEvaluation> members = committee.members().stream()
                .map(member -> member.evaluate(set.features(), set.atomicNumbers()))
                .toList();
        double difference = 0;
        for (int atom = 0; atom < set.atoms(); atom++) {
            double sum = 0;
            double sumOfGradients = 0;
            for (RegressorEvaluation member : members) {
                sum += member.atomicEnergies()[atom];
                sumOfGradients += member.featureGradient().get(atom, 1);
            }
            assertThat(mean.atomicEnergies()[atom]).isCloseTo(sum / 3, within(1e-12));
            assertThat(mean.featureGradient().get(atom, 1)).isCloseTo(sumOfGradients / 3, within(1e-12));
            difference = Math.max(
                    difference,
                    Math.abs(members.get(0).atomicEnergies()[atom]
                            - members.get(1).atomicEnergies()[atom]));
        }
        assertThat(difference).isGreaterThan(1e-4);
        Regressor member = committee.members().get(0);
        assertThat(committee.parameterCount()).isEqualTo(3 * member.parameterCount());
        assertThat(committee.operationsPerAtom()).isEqualTo(3 * member.operationsPerAtom() + 3);
    }

    @Test
    void committeesOfNeighboringSeedsShareNoMember() {
        TrainingSet set = water(20);
        RegressorTrainer trainer = new CommitteeTrainer(2, false, NetworkConfigs.snn(1, Optional.empty()));
        List<ModelState> states = new ArrayList<>();
        for (long seed = 0; seed < 3; seed++) {
            committee(trainer.fit(set, set, TrainingContext.silent(seed)))
                    .members()
                    .forEach(member -> states.add(member.state()));
        }
        assertThat(states).doesNotHaveDuplicates();
    }

    @Test
    void epochsAreCountedThroughAllMembers() {
        TrainingSet set = water(20);
        TrainingResult result = new CommitteeTrainer(2, false, NetworkConfigs.snn(3, Optional.empty()))
                .fit(set, set, TrainingContext.silent(1));
        assertThat(result.history()).extracting(EpochRecord::epoch).containsExactly(1, 2, 3, 4, 5, 6);
    }

    @Test
    void aCancelledTrainingKeepsTheMembersThatThereAre() {
        TrainingSet set = water(20);
        List<EpochRecord> told = new ArrayList<>();
        TrainingResult result = new CommitteeTrainer(4, false, NetworkConfigs.snn(3, Optional.empty()))
                .fit(set, set, new TrainingContext(1, TaskRunner.sequential(), told::add, () -> told.size() >= 5));
        assertThat(committee(result).members()).hasSize(2);
        assertThat(result.notes()).contains("training was stopped: the committee has 2 of 4 members");
    }

    @Test
    void membersWithoutChanceAreReported() {
        TrainingSet set = water(20);
        assertThat(new CommitteeTrainer(3, false, ridge())
                        .fit(set, set, TrainingContext.silent(1))
                        .notes())
                .contains("all members are equal, because they do not depend on the seed: use bootstrap: true");
        CommitteeRegressor bootstrapped =
                committee(new CommitteeTrainer(3, true, ridge()).fit(set, set, TrainingContext.silent(1)));
        assertThat(bootstrapped.members().stream().map(Regressor::state).distinct())
                .hasSize(3);
    }

    /** What all say is said once, other things with who says them. */
    @Test
    void notesAreGathered() {
        TrainingSet set = SyntheticData.withFeature(water(20), 2, 0.5);
        assertThat(new CommitteeTrainer(2, true, ridge())
                        .fit(set, set, TrainingContext.silent(1))
                        .notes())
                .contains("dropped 1 feature without variation in the training set: 2");
        RegressorTrainer choosing = new RidgeTrainer(
                new RidgeConfig(Optional.empty(), List.of(1e-6, 1e-1), false, Optional.empty(), Optional.empty()));
        assertThat(new CommitteeTrainer(2, true, choosing)
                        .fit(set, set, TrainingContext.silent(1))
                        .notes())
                .anyMatch(note -> note.startsWith("member 1: lambda "))
                .anyMatch(note -> note.startsWith("member 2: lambda "));
    }

    /** Copies of a structure share an evaluation, which must not be used by two threads at the same time. */
    @Test
    void bootstrapSamplesWithForcesTrainTheSameOnTwoThreads() {
        TrainingSet set = LinearGeometry.addTo(water(60), 41);
        TaskRunner threads = (tasks, task) -> CompletableFuture.allOf(IntStream.range(0, tasks)
                        .mapToObj(index -> CompletableFuture.runAsync(() -> task.accept(index)))
                        .toArray(CompletableFuture[]::new))
                .join();
        for (RegressorTrainer member : List.of(ridge(Optional.of(2.0)), NetworkConfigs.snn(2, Optional.of(2.0)))) {
            RegressorTrainer trainer = new CommitteeTrainer(2, true, member);
            assertThat(trainer.usesGeometry()).isTrue();
            assertThat(trainer.labels()).containsExactlyInAnyOrder(TrainingLabel.ENERGY, TrainingLabel.FORCES);
            assertThat(trainer.epochs().orElse(0)).isEqualTo(2 * member.epochs().orElse(0));
            ModelState expected =
                    trainer.fit(set, set, TrainingContext.silent(1)).regressor().state();
            ModelState actual = trainer.fit(set, set, new TrainingContext(1, threads, epoch -> {}, () -> false))
                    .regressor()
                    .state();
            assertThat(actual.tensors()).isEqualTo(expected.tensors());
        }
    }

    @Test
    void aSampleNeedsAllElements() {
        List<Element[]> compositions = new ArrayList<>(Collections.nCopies(4000, new Element[] {Element.H}));
        TrainingSet all = new SyntheticData(3, 4, SyntheticData::smooth).structures(compositions);
        int[] numbers = all.atomicNumbers();
        for (int z = 2; z < 40; z++) {
            numbers[z] = z;
        }
        assertThatThrownBy(() -> new CommitteeTrainer(2, true, ridge()).fit(all, all, TrainingContext.silent(1)))
                .isInstanceOf(GmpException.class)
                .hasMessageStartingWith(
                        "none of 100 bootstrap samples has all elements of the training set (H, He, Li, ")
                .hasMessageEndingWith("), because few structures have some of them; use bootstrap: false");
    }

    @Test
    void aStateOfAnotherKindOfMemberIsRefused() {
        TrainingSet set = water(20);
        ModelState state = new CommitteeTrainer(2, true, ridge())
                .fit(set, set, TrainingContext.silent(1))
                .regressor()
                .state();
        assertThatThrownBy(() -> new CommitteeTrainer(2, true, NetworkConfigs.snn(1, Optional.empty())).restore(state))
                .isInstanceOf(DataException.class)
                .hasMessage("the stored regressor is of type 'ridge', expected 'snn'");
        assertThatThrownBy(() -> new CommitteeTrainer(2, true, ridge())
                        .restore(new ModelState(Map.of("type", "committee", "members", "0"), Map.of())))
                .isInstanceOf(DataException.class)
                .hasMessage("attribute 'members' of the stored regressor: got 0, expected an integer from 1 to 1000");
    }
}
