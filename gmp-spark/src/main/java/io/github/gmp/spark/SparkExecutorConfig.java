package io.github.gmp.spark;

import io.github.gmp.api.plugin.Param;

import java.util.Map;
import java.util.Optional;

/**
 * Where Spark is, and how it is set up.
 *
 * @param master master URL
 * @param conf further settings of Spark, by name
 */
public record SparkExecutorConfig(
        @Param(
                doc =
                        "Master URL of Spark: local[N] for N threads of this process, spark://HOST:PORT, yarn, k8s://…; without it what"
                                + " spark-submit says, otherwise as many local threads as --threads says.")
        Optional<String> master,

        @Param(
                doc = "Settings of Spark by name, such as spark.executor.memory: 4g"
                        + " (https://spark.apache.org/docs/latest/configuration.html). The web page of the application is off unless"
                        + " spark.ui.enabled says otherwise.",
                defaultValue = "{}")
        Map<String, String> conf) {
    /** Copies the map. */
    public SparkExecutorConfig {
        conf = Map.copyOf(conf);
    }
}
