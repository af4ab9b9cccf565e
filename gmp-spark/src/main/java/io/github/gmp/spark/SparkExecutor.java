package io.github.gmp.spark;

import io.github.gmp.api.error.GmpException;
import io.github.gmp.api.task.Job;
import io.github.gmp.api.task.TaskExecutor;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;

/** Runs tasks on Spark, with this process as the driver. */
final class SparkExecutor implements TaskExecutor {
    private final SparkExecutorConfig config;

    SparkExecutor(SparkExecutorConfig config) {
        this.config = config;
    }

    @Override
    public Session start(Job job, Host host) {
        SparkConf settings = new SparkSettings(config, host).of(job);
        return new SparkTasks(context(settings), job, host);
    }

    private static JavaSparkContext context(SparkConf settings) {
        try {
            return new JavaSparkContext(settings);
        } catch (Exception e) {
            // Scala declares no exceptions: checked ones come as they are.
            throw new GmpException(
                    "Spark cannot be used at master " + settings.get("spark.master") + ": " + SparkFailures.text(e), e);
        }
    }
}
