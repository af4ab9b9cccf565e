package io.github.gmp.runtime.features;

import io.github.gmp.api.task.Job;
import io.github.gmp.api.task.Worker;
import io.github.gmp.runtime.RuntimeTestHost;

/** Workers of a process that no command has started, as far as shards go: the host of these is above this module. */
public final class ShardWorkerProvider implements Worker.Provider {
    @Override
    public Worker open(Job job, Worker.Environment environment) {
        return RuntimeTestHost.get(ShardWorkers.class).open(job, environment);
    }
}
