package io.github.gmp.spark;

import io.github.gmp.api.plugin.ComponentFactory;
import io.github.gmp.api.plugin.Plugin;
import io.github.gmp.api.task.TaskExecutor;

import java.util.Collection;
import java.util.List;

/** Offers the executor {@code spark}. */
public final class SparkPlugin implements Plugin {
    @Override
    public String name() {
        return "gmp-spark";
    }

    @Override
    public int spiVersion() {
        return Plugin.SPI_VERSION;
    }

    @Override
    public Collection<ComponentFactory<?, ?>> factories() {
        return List.of(ComponentFactory.of(
                TaskExecutor.KIND,
                "spark",
                "Runs the trials of a search, or the shards of gmp featurize, on Apache Spark 4 (https://spark.apache.org), one task for each: on threads of this"
                        + " process or on a cluster. Files that they read have to be there under the same paths on all machines.",
                SparkExecutorConfig.class,
                (config, context) -> new SparkExecutor(config)));
    }
}
