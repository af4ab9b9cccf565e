package io.github.gmp.experiments.search.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gmp.api.trial.TrialTask;
import io.github.gmp.experiments.config.ComponentSpecs;
import io.github.gmp.experiments.config.ConfigBinder;
import io.github.gmp.experiments.dataset.DataConfig;
import io.github.gmp.experiments.dataset.DatasetLoader;
import io.github.gmp.experiments.dataset.SplitConfig;
import io.github.gmp.experiments.features.FeatureProvider;
import io.github.gmp.experiments.progress.Progress;
import io.github.gmp.experiments.toy.MorseMolecules;
import io.github.gmp.experiments.toy.TestHost;
import io.github.gmp.experiments.trial.TrialRunner;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** What becomes of a trial whose features take too long or too much. */
class JobWorkerTest {
    private static final int PATIENCE = 60_000;

    @TempDir
    Path folder;

    private JobData data;

    @BeforeEach
    void writeData() {
        MorseMolecules.write(MorseMolecules.frames(30, 3), "", folder.resolve("morse.extxyz"));
        data = new JobData(TestHost.get(DatasetLoader.class), folder);
    }

    /** Features that take until somebody stops them. */
    private static final FeatureProvider ENDLESS = (spec, descriptor, structures, threads, progress) -> {
        for (int i = 0; i < PATIENCE; i++) {
            progress.requireWanted();
            sleep();
        }
        throw new AssertionError("nobody stopped the features");
    };

    @Test
    void theTimeLimitStopsFeatures() {
        Optional<String> answer = worker(ENDLESS).run(task(Optional.of(0.05)), () -> false);
        TrialReply reply = TrialReply.parse(answer.orElseThrow());
        assertThat(reply.failure()).contains("out of time: it took more than 0.0500 s (timeLimit)");
        assertThat(reply.seconds()).isGreaterThan(0.05);
    }

    @Test
    void cancellingStopsFeatures() {
        AtomicBoolean cancelled = new AtomicBoolean();
        FeatureProvider cancelling = (spec, descriptor, structures, threads, progress) -> {
            cancelled.set(true);
            return ENDLESS.features(spec, descriptor, structures, threads, progress);
        };
        assertThat(worker(cancelling).run(task(Optional.empty()), cancelled::get))
                .isEmpty();
    }

    private JobWorker worker(FeatureProvider features) {
        return new JobWorker(TestHost.get(ConfigBinder.class), TestHost.get(TrialRunner.class), data, features, folder);
    }

    private TrialTask task(Optional<Double> timeLimit) {
        SplitConfig split = new SplitConfig(Optional.of(12.0), 6, 6, 0, Optional.empty());
        DataConfig config = new DataConfig(
                List.of("morse.extxyz"), List.of(), List.of(), Optional.empty(), Optional.empty(), split, Map.of());
        return new TrialTask(
                0,
                new TrialDescription(
                                ComponentSpecs.toMap(TestHost.spec("descriptor", TestHost.GMP)),
                                ComponentSpecs.toMap(TestHost.spec("regressor", TestHost.RIDGE)),
                                Map.of(
                                        "files",
                                        List.of("morse.extxyz"),
                                        "split",
                                        Map.of("train", 12, "validation", 6, "test", 6, "seed", 0)),
                                data.divided(config, Progress.silent()).hash(),
                                7,
                                false,
                                false,
                                timeLimit)
                        .toJson());
    }

    private static void sleep() {
        try {
            Thread.sleep(1);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
