package io.github.gmp.experiments.search.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gmp.api.error.DataException;
import io.github.gmp.api.error.GmpException;
import io.github.gmp.api.task.Job;
import io.github.gmp.api.task.Task;
import io.github.gmp.api.task.Worker;
import io.github.gmp.experiments.ExperimentsTestHost;
import io.github.gmp.fixtures.MorseMolecules;
import io.github.gmp.fixtures.SmallConfigurations;
import io.github.gmp.runtime.config.ComponentSpecs;
import io.github.gmp.runtime.dataset.DataConfig;
import io.github.gmp.runtime.dataset.SplitConfig;
import io.github.gmp.runtime.files.NamedFile;
import io.github.gmp.runtime.progress.Progress;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a worker in another process accepts and refuses. */
class TrialWorkersTest {
    @TempDir
    Path folder;

    private TrialWorkers workers;

    @BeforeEach
    void writeData() {
        MorseMolecules.write(MorseMolecules.frames(30, 3), "", folder.resolve("morse.extxyz"));
        workers = ExperimentsTestHost.get(TrialWorkers.class);
    }

    private Job job(Map<String, String> versions) {
        return new Job(TrialWorkers.KIND, "id", "small", folder.toString(), List.of(), versions, "{}");
    }

    private Worker.Environment environment() {
        return new Worker.Environment(folder, Optional.empty(), List.of());
    }

    private String hash() {
        SplitConfig split = new SplitConfig(Optional.of(12.0), 6, 6, 0, Optional.empty());
        DataConfig data = new DataConfig(
                List.of(NamedFile.in(folder, "morse.extxyz")),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                split,
                Map.of());
        return workers.data().divided(data, Progress.silent()).hash();
    }

    private static Task task(Map<String, Object> regressor, String dataHash, Optional<Double> timeLimit) {
        Map<String, Object> data = Map.of(
                "files", List.of("morse.extxyz"), "split", Map.of("train", 12, "validation", 6, "test", 6, "seed", 0));
        return new Task(
                3,
                new TrialDescription(
                                ComponentSpecs.toMap(ExperimentsTestHost.spec("descriptor", SmallConfigurations.GMP)),
                                ComponentSpecs.toMap(ExperimentsTestHost.spec("regressor", regressor)),
                                data,
                                dataHash,
                                7,
                                true,
                                false,
                                timeLimit)
                        .toJson());
    }

    @Test
    void aWorkerOfAnotherProcessAnswersLikeThatOfTheSearch() {
        Task task = task(SmallConfigurations.RIDGE, hash(), Optional.empty());
        TrialReply here =
                answer(workers.open(job(workers.versions()), environment(), workers.data(), note -> {}), task);
        TrialReply there = answer(Worker.open(job(workers.versions()), environment()), task);
        TrialScores outcome = here.outcome().orElseThrow();
        assertThat(there.outcome().orElseThrow().validation()).isEqualTo(outcome.validation());
        assertThat(there.outcome().orElseThrow().test()).isEqualTo(outcome.test());
        assertThat(outcome.validation().forceMae().orElseThrow()).isPositive();
        assertThat(outcome.features()).isEqualTo(8);
        // As it is written to the journal and read again.
        assertThat(TrialReply.parse(there.toJson())).isEqualTo(there);
    }

    @Test
    void otherVersionsAreRefused() {
        Map<String, String> others = new LinkedHashMap<>(workers.versions());
        others.put("gmp-probes", "0.9");
        assertThatThrownBy(() -> Worker.open(job(others), environment()))
                .isInstanceOf(GmpException.class)
                .hasMessage("this worker cannot run tasks of small: its gmp-probes is "
                        + workers.versions().get("gmp-probes") + ", that of the command is 0.9");
        others.remove("gmp-probes");
        assertThatThrownBy(() -> Worker.open(job(others), environment()))
                .hasMessageEndingWith(", that of the command is none");
    }

    @Test
    void otherDataAreNoFaultOfTheTrial() {
        Worker worker = Worker.open(job(workers.versions()), environment());
        assertThatThrownBy(() -> worker.run(task(SmallConfigurations.RIDGE, "abc", Optional.empty()), () -> false))
                .isInstanceOf(DataException.class)
                .hasMessage("morse.extxyz (from " + folder + "): other data than those of the search: SHA-256 " + hash()
                        + " here, abc there");
    }

    @Test
    void failuresAreAnswersAndCancelledTrialsAreNone() {
        Worker worker = Worker.open(job(workers.versions()), environment());
        assertThat(answer(worker, task(SmallConfigurations.NETWORK, hash(), Optional.of(1e-6)))
                        .failure())
                .contains("out of time: it took more than 0.000001 s (timeLimit)");
        assertThat(worker.run(task(SmallConfigurations.NETWORK, hash(), Optional.empty()), () -> true))
                .isEmpty();
        assertThatThrownBy(() -> worker.run(new Task(0, "{\"seed\": 1}"), () -> false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not a task of this version of gmp search: {\"seed\": 1}");
    }

    private static TrialReply answer(Worker worker, Task task) {
        return TrialReply.parse(worker.run(task, () -> false).orElseThrow());
    }
}
