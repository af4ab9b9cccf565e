package io.github.gmp.experiments.search.worker;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gmp.api.error.GmpException;
import io.github.gmp.api.task.Task;
import io.github.gmp.experiments.ExperimentsTestHost;
import io.github.gmp.experiments.trial.TrialRunner;
import io.github.gmp.fixtures.MorseMolecules;
import io.github.gmp.fixtures.SmallConfigurations;
import io.github.gmp.runtime.config.ComponentSpecs;
import io.github.gmp.runtime.config.ConfigBinder;
import io.github.gmp.runtime.dataset.DataConfig;
import io.github.gmp.runtime.dataset.DatasetLoader;
import io.github.gmp.runtime.dataset.SplitConfig;
import io.github.gmp.runtime.features.FeatureProvider;
import io.github.gmp.runtime.features.Featurizer;
import io.github.gmp.runtime.files.NamedFile;
import io.github.gmp.runtime.progress.Progress;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** What becomes of a trial whose features take too long or too much. */
class JobWorkerTest {
    /** Only what hangs takes as long, however busy the machine is. */
    private static final int PATIENCE_MINUTES = 60;

    private static final Map<String, Object> HUGE = Map.of(
            "type", "gmp",
            "radial", Map.of("type", "gaussian", "sigmas", List.of(0.77)),
            "cutoff", Map.of("type", "smooth", "radius", 5.0));

    @TempDir
    Path folder;

    private JobData data;

    @BeforeEach
    void writeData() {
        MorseMolecules.write(MorseMolecules.frames(30, 3), "", folder.resolve("morse.extxyz"));
        data = new JobData(ExperimentsTestHost.get(DatasetLoader.class));
    }

    /** Features that take until somebody stops them. */
    private static final FeatureProvider ENDLESS = (spec, descriptor, structures, threads, progress) -> {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(PATIENCE_MINUTES);
        while (System.nanoTime() < end) {
            progress.requireWanted();
            Thread.onSpinWait();
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

    @Test
    void whatRanOutOfMemoryInCompanyIsTriedAgainAlone() throws InterruptedException {
        FeatureProvider plain = new Featurizer();
        CountDownLatch hugeIsThere = new CountDownLatch(1);
        CountDownLatch innocentWasHit = new CountDownLatch(1);
        AtomicInteger innocentRuns = new AtomicInteger();
        AtomicInteger hugeRuns = new AtomicInteger();
        AtomicInteger atOnce = new AtomicInteger();
        Map<Integer, Integer> companyOfRun = new ConcurrentHashMap<>();
        // The huge trial holds all memory while the innocent one asks for a little.
        FeatureProvider scarce = (spec, descriptor, structures, threads, progress) -> {
            atOnce.incrementAndGet();
            try {
                if (spec.keys().toString().contains("0.77")) {
                    hugeRuns.incrementAndGet();
                    hugeIsThere.countDown();
                    await(innocentWasHit);
                    throw new OutOfMemoryError("Java heap space");
                }
                if (innocentRuns.get() == 0) {
                    innocentRuns.incrementAndGet();
                    await(hugeIsThere);
                    innocentWasHit.countDown();
                    throw new GmpException("frame 1: out of memory", new OutOfMemoryError("Java heap space"));
                }
                companyOfRun.put(innocentRuns.incrementAndGet(), atOnce.get());
                return plain.features(spec, descriptor, structures, threads, progress);
            } finally {
                atOnce.decrementAndGet();
            }
        };
        JobWorker worker = worker(scarce);
        Map<String, TrialReply> replies = new ConcurrentHashMap<>();
        Thread huge = new Thread(() -> replies.put("huge", answer(worker, task(HUGE, Optional.empty()))));
        Thread innocent = new Thread(
                () -> replies.put("innocent", answer(worker, task(SmallConfigurations.GMP, Optional.empty()))));
        huge.start();
        innocent.start();
        huge.join();
        innocent.join();
        assertThat(replies.get("innocent").failure()).isEmpty();
        assertThat(replies.get("huge").failure())
                .contains("out of memory; allow Java more with the environment variable GMP_JAVA_OPTS, e.g. -Xmx8g");
        assertThat(hugeRuns).as("in company, then alone").hasValue(2);
        // One run that was hit, then the features of three sets with nobody beside them.
        assertThat(companyOfRun).isEqualTo(Map.of(2, 1, 3, 1, 4, 1));
        // What one that was never hit comes to, alone from the beginning.
        assertThat(answer(worker(plain), task(SmallConfigurations.GMP, Optional.empty()))
                        .outcome()
                        .orElseThrow()
                        .validation())
                .isEqualTo(replies.get("innocent").outcome().orElseThrow().validation());
    }

    @Test
    void whatRanOutOfMemoryAloneHasFailed() {
        AtomicInteger runs = new AtomicInteger();
        FeatureProvider huge = (spec, descriptor, structures, threads, progress) -> {
            runs.incrementAndGet();
            throw new GmpException("frame 1: out of memory", new OutOfMemoryError("Java heap space"));
        };
        assertThat(answer(worker(huge), task(SmallConfigurations.GMP, Optional.empty()))
                        .failure())
                .contains("frame 1: out of memory");
        assertThat(runs).hasValue(1);
    }

    private static TrialReply answer(JobWorker worker, Task task) {
        return TrialReply.parse(worker.run(task, () -> false).orElseThrow());
    }

    private static void await(CountDownLatch latch) {
        try {
            // With one trial after the other nobody would ever come to meet this one.
            assertThat(latch.await(PATIENCE_MINUTES, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private JobWorker worker(FeatureProvider features) {
        return new JobWorker(
                ExperimentsTestHost.get(ConfigBinder.class),
                ExperimentsTestHost.get(TrialRunner.class),
                data,
                features,
                folder);
    }

    private Task task(Optional<Double> timeLimit) {
        return task(SmallConfigurations.GMP, timeLimit);
    }

    private Task task(Map<String, Object> descriptor, Optional<Double> timeLimit) {
        SplitConfig split = new SplitConfig(Optional.of(12.0), 6, 6, 0, Optional.empty());
        DataConfig config = new DataConfig(
                List.of(NamedFile.in(folder, "morse.extxyz")),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                split,
                Map.of());
        return new Task(
                0,
                new TrialDescription(
                                ComponentSpecs.toMap(ExperimentsTestHost.spec("descriptor", descriptor)),
                                ComponentSpecs.toMap(ExperimentsTestHost.spec("regressor", SmallConfigurations.RIDGE)),
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
}
