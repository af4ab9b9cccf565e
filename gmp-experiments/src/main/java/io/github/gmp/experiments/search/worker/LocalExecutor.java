package io.github.gmp.experiments.search.worker;

import io.github.gmp.api.trial.TrialAnswer;
import io.github.gmp.api.trial.TrialExecutor;
import io.github.gmp.api.trial.TrialJob;
import io.github.gmp.api.trial.TrialTask;
import io.github.gmp.experiments.parallel.IndexedTasks;

import java.util.List;
import java.util.function.Consumer;

/** Runs trials on threads of this process. */
public final class LocalExecutor implements TrialExecutor {
    @Override
    public Session start(TrialJob job, Host host) {
        return new Threads(host);
    }

    private record Threads(Host host) implements Session {
        @Override
        public void run(List<TrialTask> tasks, Consumer<TrialAnswer> answers) {
            IndexedTasks.run(tasks.size(), host.threads(), index -> {
                if (!host.cancelled().getAsBoolean()) {
                    TrialTask task = tasks.get(index);
                    host.worker()
                            .run(task, host.cancelled())
                            .ifPresent(json -> answers.accept(new TrialAnswer(task.number(), json)));
                }
            });
        }

        @Override
        public void close() {
            // The threads end with each run.
        }
    }
}
