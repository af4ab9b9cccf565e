package io.github.gmp.spark;

import io.github.gmp.api.error.GmpException;
import io.github.gmp.api.task.Answer;
import io.github.gmp.api.task.Job;
import io.github.gmp.api.task.Task;
import io.github.gmp.api.task.TaskExecutor;
import org.apache.spark.SimpleFutureAction;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.rdd.RDD;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;
import scala.runtime.BoxedUnit;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** The tasks of one job: each call is a job of Spark, each task a partition of it. */
final class SparkTasks implements TaskExecutor.Session {
    /** How soon a wish to stop is seen. */
    private static final long LOOK_MILLIS = 100;

    private final JavaSparkContext spark;
    private final Job job;
    private final TaskExecutor.Host host;

    SparkTasks(JavaSparkContext spark, Job job, TaskExecutor.Host host) {
        this.spark = spark;
        this.job = job;
        this.host = host;
        if (spark.sc().isLocal()) {
            Workers.share(job, host.worker());
        }
    }

    /** What one task came to. */
    private record Result(Task task, RemoteAnswer answer) {}

    @Override
    public void run(List<Task> tasks, Consumer<Answer> answers) {
        if (tasks.isEmpty()) {
            return;
        }
        BlockingQueue<Result> results = new LinkedBlockingQueue<>();
        SimpleFutureAction<Void> action = submit(tasks, results);
        Optional<String> refusal = Optional.empty();
        try {
            boolean ended = false;
            while (!ended || !results.isEmpty()) {
                // Asked first: what comes after the last result cannot be a result.
                ended = action.isCompleted();
                Result result = results.poll(ended ? 0 : LOOK_MILLIS, TimeUnit.MILLISECONDS);
                if (result != null && result.answer().kind() == RemoteAnswer.Kind.ANSWERED) {
                    answers.accept(
                            new Answer(result.task().number(), result.answer().text()));
                } else if (result != null && result.answer().kind() == RemoteAnswer.Kind.REFUSED) {
                    refusal = refusal.or(() -> Optional.of(result.answer().text()));
                }
                if (refusal.isPresent() || host.cancelled().getAsBoolean()) {
                    action.cancel();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new GmpException("interrupted while Spark ran tasks of " + job.name(), e);
        } finally {
            // Whatever was thrown: nobody waits for the rest.
            action.cancel();
        }
        if (refusal.isPresent()) {
            throw new GmpException(refusal.get());
        }
        requireSuccess(action);
    }

    private SimpleFutureAction<Void> submit(List<Task> tasks, BlockingQueue<Result> results) {
        RDD<String> texts = spark.parallelize(tasks.stream().map(Task::json).toList(), tasks.size())
                .rdd();
        Seq<Object> partitions = CollectionConverters.asScala(IntStream.range(0, tasks.size())
                        .<Object>mapToObj(i -> i)
                        .toList())
                .toSeq();
        return spark.sc()
                .submitJob(
                        texts,
                        new RemoteTask(job),
                        partitions,
                        (partition, answer) -> {
                            results.add(new Result(tasks.get((Integer) partition), RemoteAnswer.of(answer)));
                            return BoxedUnit.UNIT;
                        },
                        () -> null);
    }

    private void requireSuccess(SimpleFutureAction<Void> action) {
        Throwable failure = action.value().get().failed().getOrElse(() -> null);
        if (failure != null && !host.cancelled().getAsBoolean()) {
            throw new GmpException(
                    "Spark could not run the tasks of " + job.name() + ": " + SparkFailures.text(failure), failure);
        }
    }

    @Override
    public void close() {
        Workers.forget(job);
        spark.close();
    }
}
