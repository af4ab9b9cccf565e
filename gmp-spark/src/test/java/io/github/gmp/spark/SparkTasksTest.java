package io.github.gmp.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gmp.api.error.DataException;
import io.github.gmp.api.error.GmpException;
import io.github.gmp.api.task.Answer;
import io.github.gmp.api.task.Job;
import io.github.gmp.api.task.Task;
import io.github.gmp.api.task.TaskExecutor;
import io.github.gmp.api.task.Worker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** What a session promises, on two threads of Spark with workers that do as they are told. */
@Timeout(120)
class SparkTasksTest {
    private static final Job JOB = new Job(
            "search",
            "id",
            "small",
            "/data",
            List.of(new Job.InputFile("a.xyz", "ab12")),
            Map.of("gmp", "1", "kernel", "x"),
            "{}");

    private static List<Task> tasks(int count) {
        return IntStream.range(0, count).mapToObj(i -> new Task(i, "task " + i)).toList();
    }

    /** {@return the answers that were handed over} */
    private static List<Answer> run(String master, Worker worker, BooleanSupplier cancelled, int count) {
        List<Answer> answers = new ArrayList<>();
        run(master, worker, cancelled, count, answers::add);
        return answers;
    }

    private static void run(
            String master, Worker worker, BooleanSupplier cancelled, int count, Consumer<Answer> answers) {
        SparkExecutorConfig config = new SparkExecutorConfig(Optional.of(master), Map.of());
        try (TaskExecutor.Session session =
                new SparkExecutor(config).start(JOB, new TaskExecutor.Host(worker, 2, cancelled, List.of()))) {
            session.run(List.of(), answers);
            session.run(tasks(count), answers);
        }
    }

    private static Optional<String> reversed(Task task) {
        return Optional.of(new StringBuilder(task.json()).reverse().toString());
    }

    @Test
    void everyTaskIsAnsweredOnce() {
        assertThat(run("local[2]", (task, stop) -> reversed(task), () -> false, 20))
                .containsExactlyInAnyOrderElementsOf(tasks(20).stream()
                        .map(task -> new Answer(task.number(), reversed(task).orElseThrow()))
                        .toList());
    }

    @Test
    void answersAreHandedOverAsSoonAsTheyAreThere() {
        CountDownLatch first = new CountDownLatch(1);
        List<Integer> answered = new ArrayList<>();
        Worker worker = (task, stop) -> {
            if (task.number() > 0) {
                await(first);
            }
            return reversed(task);
        };
        run("local[2]", worker, () -> false, 4, answer -> {
            answered.add(answer.number());
            first.countDown();
        });
        assertThat(answered).startsWith(0).containsExactlyInAnyOrder(0, 1, 2, 3);
    }

    @Test
    void aCancelledSearchKeepsWhatIsAnsweredAndStopsTheRest() {
        AtomicBoolean cancelled = new AtomicBoolean();
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch told = new CountDownLatch(1);
        List<Answer> answers = new ArrayList<>();
        Worker worker = (task, stop) -> {
            if (task.number() == 0) {
                // Another one has to run, to be told.
                await(started);
                return reversed(task);
            }
            started.countDown();
            while (!stop.getAsBoolean()) {
                Thread.onSpinWait();
            }
            told.countDown();
            return Optional.empty();
        };
        run("local[2]", worker, cancelled::get, 5, answer -> {
            answers.add(answer);
            cancelled.set(true);
        });
        assertThat(answers).containsExactly(new Answer(0, "0 ksat"));
        await(told);
    }

    @Test
    void whyAWorkerCannotRunTasksIsToldInItsWords() {
        CountDownLatch answered = new CountDownLatch(1);
        Worker worker = (task, stop) -> {
            if (task.number() == 1) {
                // Spark fetches results on several threads: the refusal could overtake the answer, which would be
                // dropped.
                await(answered);
                throw new DataException("morse.extxyz: no such file");
            }
            return reversed(task);
        };
        List<Answer> answers = new ArrayList<>();
        Consumer<Answer> kept = answer -> {
            answers.add(answer);
            answered.countDown();
        };
        assertThatThrownBy(() -> run("local[1]", worker, () -> false, 3, kept))
                .isInstanceOf(GmpException.class)
                .hasMessage("morse.extxyz: no such file");
        assertThat(answers).contains(new Answer(0, "0 ksat"));
    }

    @Test
    void aTaskThatIsLostRunsAgain() {
        AtomicInteger runs = new AtomicInteger();
        Worker worker = (task, stop) -> {
            if (task.number() == 1 && runs.incrementAndGet() < 3) {
                throw new IllegalStateException("lost");
            }
            return reversed(task);
        };
        assertThat(run("local[2,3]", worker, () -> false, 3))
                .extracting(Answer::number)
                .containsExactlyInAnyOrder(0, 1, 2);
        assertThat(runs).hasValue(3);
    }

    @Test
    void aDefectEndsTheRunWithoutTheStackTracesOfSpark() {
        Worker worker = (task, stop) -> {
            throw new IllegalStateException("broken");
        };
        assertThatThrownBy(() -> run("local[1]", worker, () -> false, 1))
                .isInstanceOf(GmpException.class)
                .hasMessageStartingWith(
                        "Spark could not run the tasks of small: Job aborted due to stage failure: Task 0 in"
                                + " stage 0.0 failed 1 times, most recent failure: Lost task 0.0 in stage 0.0 (TID 0) (")
                .hasMessageEndingWith("java.lang.IllegalStateException: broken");
    }

    @Test
    void whatTheReceiverThrowsEndsTheRun() {
        IllegalStateException full = new IllegalStateException("the disk is full");
        assertThatThrownBy(() -> run("local[2]", (task, stop) -> reversed(task), () -> false, 3, answer -> {
                    throw full;
                }))
                .isSameAs(full);
    }

    @Test
    void aMasterThatIsNoneIsRefused() {
        assertThatThrownBy(() -> run("sparc://here", (task, stop) -> reversed(task), () -> false, 1))
                .isInstanceOf(GmpException.class)
                .hasMessageStartingWith("Spark cannot be used at master sparc://here: ")
                .hasMessageContaining("Could not parse Master URL");
    }

    @Test
    void sparkThatIsGoneIsTold() {
        SparkExecutorConfig config = new SparkExecutorConfig(Optional.of("local[1]"), Map.of());
        TaskExecutor.Session session = new SparkExecutor(config)
                .start(JOB, new TaskExecutor.Host((task, stop) -> reversed(task), 1, () -> false, List.of()));
        session.close();
        assertThatThrownBy(() -> session.run(tasks(1), answer -> {}))
                .isInstanceOf(GmpException.class)
                .hasMessage(
                        "Spark at master local[1] cannot be reached, or has ended the application of small; its warnings,"
                                + " above this, say why");
    }

    @Test
    void jobsTravelWhole() {
        assertThat(new RemoteTask(JOB).job()).isEqualTo(JOB);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
