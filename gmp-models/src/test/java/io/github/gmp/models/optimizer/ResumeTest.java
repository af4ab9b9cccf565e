package io.github.gmp.models.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gmp.api.error.DataException;
import io.github.gmp.api.parallel.TaskRunner;
import io.github.gmp.models.kernel.ScalarKernels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Stopped, written, read and gone on: the same bits as without the stop. */
class ResumeTest {
    private static final int PARAMETERS = 17;

    private static Optimizer optimizer(OptimizerKind kind) {
        double[] decay = new double[PARAMETERS];
        decay[3] = 0.1;
        return kind.create(
                decay,
                List.of(new WeightMatrix(0, 3, 4), new WeightMatrix(13, 2, 2)),
                new ScalarKernels(),
                TaskRunner.sequential());
    }

    @ParameterizedTest
    @EnumSource(OptimizerKind.class)
    void optimizersGoOnWhereTheyWere(OptimizerKind kind) {
        for (int stop = 0; stop < 25; stop += 6) {
            SplittableRandom random = new SplittableRandom(1);
            double[] whole = new double[PARAMETERS];
            double[] resumed = new double[PARAMETERS];
            Optimizer one = optimizer(kind);
            Optimizer other = optimizer(kind);
            for (int step = 0; step < 25; step++) {
                if (step == stop) {
                    Optimizer fresh = optimizer(kind);
                    fresh.restore(other.state());
                    other = fresh;
                }
                double[] gradient = random.doubles(PARAMETERS, -1, 1).toArray();
                one.step(whole, gradient, 0.01);
                other.step(resumed, gradient, 0.01);
            }
            assertThat(resumed).containsExactly(whole);
            assertThat(other.state()).usingRecursiveComparison().isEqualTo(one.state());
        }
    }

    @Test
    void theStateIsACopy() {
        Optimizer adam = optimizer(OptimizerKind.ADAM);
        double[] parameters = new double[PARAMETERS];
        Map<String, double[]> before = adam.state();
        adam.step(parameters, new SplittableRandom(2).doubles(PARAMETERS).toArray(), 0.01);
        assertThat(before.get("first-moment")).containsOnly(0.0);
        assertThat(adam.state().get("first-moment")).doesNotContain(0.0);
    }

    @Test
    void averagesAndRatesGoOnWhereTheyWere() {
        MovingAverage average = new MovingAverage(0.9, new double[] {1, 2});
        average.add(new double[] {3, 4});
        MovingAverage fresh = new MovingAverage(0.9, new double[2]);
        fresh.restore(average.state());
        average.add(new double[] {5, 7});
        fresh.add(new double[] {5, 7});
        assertThat(fresh.values()).containsExactly(average.values());

        LearningRate rate = new LearningRate(ScheduleKind.PLATEAU, 0.1, 100, 0, 2, 0.5);
        rate.observe(1);
        rate.observe(1);
        LearningRate freshRate = new LearningRate(ScheduleKind.PLATEAU, 0.1, 100, 0, 2, 0.5);
        freshRate.restore(rate.state());
        rate.observe(1);
        freshRate.observe(1);
        assertThat(rate.at(3)).isEqualTo(0.05);
        assertThat(freshRate.at(3)).isEqualTo(0.05);
    }

    @Test
    void refusesStatesOfSomethingElse() {
        Optimizer adam = optimizer(OptimizerKind.ADAM);
        assertThatThrownBy(() -> adam.restore(optimizer(OptimizerKind.SOAP).state()))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith(
                        "the stored state of Adam has the arrays [first-moment, second-moment, progress, ")
                .hasMessageEndingWith("expected [first-moment, second-moment, powers]");
        Map<String, double[]> shorter = new LinkedHashMap<>(adam.state());
        shorter.put("second-moment", new double[3]);
        assertThatThrownBy(() -> adam.restore(shorter))
                .isInstanceOf(DataException.class)
                .hasMessage("array 'second-moment' of the stored state of Adam has 3 numbers, expected 17");
    }
}
