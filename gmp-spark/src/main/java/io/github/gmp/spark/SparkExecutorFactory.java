package io.github.gmp.spark;

import io.github.gmp.api.plugin.ComponentContext;
import io.github.gmp.api.plugin.ComponentFactory;
import io.github.gmp.api.plugin.ComponentKind;
import io.github.gmp.api.task.TaskExecutor;

/** Makes {@link SparkExecutor}s. */
final class SparkExecutorFactory implements ComponentFactory<SparkExecutorConfig, TaskExecutor> {
    @Override
    public ComponentKind<TaskExecutor> kind() {
        return TaskExecutor.KIND;
    }

    @Override
    public String name() {
        return "spark";
    }

    @Override
    public String description() {
        return "Runs the trials of a search, or the shards of gmp featurize, on Apache Spark 4 (https://spark.apache.org), one task for each: on threads of this"
                + " process or on a cluster. Files that they read have to be there under the same paths on all machines.";
    }

    @Override
    public Class<SparkExecutorConfig> configType() {
        return SparkExecutorConfig.class;
    }

    @Override
    public TaskExecutor create(SparkExecutorConfig config, ComponentContext context) {
        return new SparkExecutor(config);
    }
}
