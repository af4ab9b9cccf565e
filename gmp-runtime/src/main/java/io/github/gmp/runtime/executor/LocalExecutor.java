package io.github.gmp.runtime.executor;

import io.github.gmp.api.task.Answer;
import io.github.gmp.api.task.Job;
import io.github.gmp.api.task.Task;
import io.github.gmp.api.task.TaskExecutor;
import io.github.gmp.runtime.parallel.IndexedTasks;

import java.util.List;
import java.util.function.Consumer;

/** Runs tasks on threads of this process. */
public final class LocalExecutor implements TaskExecutor {
    /** What configurations call it. */
    public static final String NAME = "local";

    @Override
    public Session start(Job job, Host host) {
        return new Threads(host);
    }

    private record Threads(Host host) implements Session {
        @Override
        public void run(List<Task> tasks, Consumer<Answer> answers) {
            IndexedTasks.run(tasks.size(), host.threads(), index -> {
                if (!host.cancelled().getAsBoolean()) {
                    Task task = tasks.get(index);
                    host.worker()
                            .run(task, host.cancelled())
                            .ifPresent(json -> answers.accept(new Answer(task.number(), json)));
                }
            });
        }

        @Override
        public void close() {
            // The threads end with each run.
        }
    }
}
