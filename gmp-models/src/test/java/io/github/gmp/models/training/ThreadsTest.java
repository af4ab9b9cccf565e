package io.github.gmp.models.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.gmp.api.model.Checkpoints;
import io.github.gmp.api.model.TrainingContext;
import io.github.gmp.api.model.TrainingSet;
import io.github.gmp.api.parallel.TaskRunner;
import io.github.gmp.api.structure.Element;
import io.github.gmp.models.LinearGeometry;
import io.github.gmp.models.SyntheticData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;

/** Networks trained by one, two and four threads are the same bit for bit. */
class ThreadsTest {
    private static final Element[] WATER = {Element.H, Element.H, Element.O};
    /** Several chunks of 43 molecules, the last one smaller. */
    private static final int STRUCTURES = 200;

    @ParameterizedTest(name = "per element {0}, batch norm {1}")
    @CsvSource({"false, false", "true, false", "false, true"})
    void trainTheSameNetwork(boolean perElement, boolean batchNorm) {
        TrainingSet set = new SyntheticData(3, 4, SyntheticData::smooth).structures(STRUCTURES, WATER);
        NetworkConfigs configs = configs(batchNorm);
        NetworkTrainer trainer = (NetworkTrainer) (perElement ? configs.hdnn() : configs.snn());
        double[] expected = train(trainer, configs.build(), set, TaskRunner.sequential());
        for (int threads : new int[] {1, 2, 4}) {
            Threads runner = new Threads(threads);
            assertThat(train(trainer, configs.build(), set, runner)).containsExactly(expected);
            if (threads == 4 && !batchNorm) {
                assertThat(runner.tasks).as("tasks of a batch").isGreaterThan(3);
            }
        }
    }

    @Test
    void trainTheSameNetworkOnForces() {
        TrainingSet set =
                LinearGeometry.addTo(new SyntheticData(3, 4, SyntheticData::smooth).structures(STRUCTURES, WATER), 5);
        NetworkConfigs configs = configs(false);
        configs.forceWeight = Optional.of(1.0);
        configs.stressWeight = Optional.of(0.5);
        NetworkTrainer trainer = (NetworkTrainer) configs.hdnn();
        double[] expected = train(trainer, configs.build(), set, TaskRunner.sequential());
        for (int threads : new int[] {1, 2, 4}) {
            assertThat(train(trainer, configs.build(), set, new Threads(threads)))
                    .containsExactly(expected);
        }
    }

    private static NetworkConfigs configs(boolean batchNorm) {
        NetworkConfigs configs = new NetworkConfigs();
        configs.batchNorm = batchNorm;
        configs.batchSize = 150;
        configs.epochs = 3;
        return configs;
    }

    private static double[] train(NetworkTrainer trainer, NetworkConfig config, TrainingSet set, TaskRunner runner) {
        NetworkTraining training = trainer.prepare(set, new ArrayList<>()).run(config, set, set, runner);
        return training.run(TrainingContext.silent(1), new ArrayList<>()).bestParameters();
    }

    /** Chunks change the order of additions and nothing else. */
    @Test
    void chunksAddUpToTheBatch() {
        TrainingSet set = new SyntheticData(3, 4, SyntheticData::smooth).structures(STRUCTURES, WATER);
        NetworkConfigs configs = configs(false);
        configs.batchSize = STRUCTURES;
        NetworkTraining training = ((NetworkTrainer) configs.snn())
                .prepare(set, new ArrayList<>())
                .run(configs.build(), set, set, TaskRunner.sequential());
        training.run(
                new TrainingContext(5, TaskRunner.sequential(), record -> {}, () -> true, Checkpoints.none()),
                new ArrayList<>());
        int[] order = new int[STRUCTURES];
        Arrays.setAll(order, i -> i);
        double[] sum = new double[training.parameters().length];
        for (int s = 0; s < STRUCTURES; s++) {
            training.lossAndGradient(new Batch(order, s, s + 1));
            for (int i = 0; i < sum.length; i++) {
                sum[i] += training.gradient()[i] / STRUCTURES;
            }
        }

        training.lossAndGradient(new Batch(order, 0, STRUCTURES));

        assertThat(training.gradient()).containsExactly(sum, within(1e-13));
        assertThat(Arrays.stream(sum).map(Math::abs).max().orElseThrow()).isGreaterThan(1e-3);
    }

    /** Runs tasks on that many threads, the last ones first. */
    private static final class Threads implements TaskRunner {
        private final int threads;
        int tasks;

        Threads(int threads) {
            this.threads = threads;
        }

        @Override
        public void run(int count, IntConsumer task) {
            tasks = Math.max(tasks, count);
            ExecutorService executor = Executors.newFixedThreadPool(threads);
            try {
                List<Future<?>> futures = new ArrayList<>();
                for (int index = count - 1; index >= 0; index--) {
                    int i = index;
                    futures.add(executor.submit(() -> task.accept(i)));
                }
                for (Future<?> future : futures) {
                    future.get();
                }
            } catch (InterruptedException | ExecutionException e) {
                throw new AssertionError(e);
            } finally {
                executor.shutdown();
            }
        }
    }
}
