package io.github.gmp.experiments.search.halving;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gmp.api.plugin.ComponentSpec;
import io.github.gmp.api.task.Answer;
import io.github.gmp.api.task.Task;
import io.github.gmp.api.task.TaskExecutor;
import io.github.gmp.experiments.search.Attempt;
import io.github.gmp.experiments.search.Candidate;
import io.github.gmp.experiments.search.SearchTrial;
import io.github.gmp.experiments.search.ToyTrials;
import io.github.gmp.experiments.search.journal.Journal;
import io.github.gmp.runtime.files.PlainJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Consumer;

class TrialPoolTest {
    private static final Costs COSTS = new Costs() {
        @Override
        public double[] work(List<Attempt> attempts) {
            return attempts.stream()
                    .mapToDouble(
                            attempt -> (Integer) attempt.candidate().values().get("work"))
                    .toArray();
        }

        @Override
        public OptionalDouble operationsPerAtom(Candidate candidate) {
            return OptionalDouble.empty();
        }
    };

    @TempDir
    Path folder;

    @Test
    void theDearestTrialsBeginFirstAndNumbersStayThoseOfTheQuestion() throws IOException {
        List<String> begun = new ArrayList<>();
        List<SearchTrial> trials;
        try (Journal journal = Journal.open(folder.resolve("journal"), Map.of(), false);
                TaskExecutor.Session executor = ToyTrials.executor(
                        values -> {
                            begun.add((String) values.get("name"));
                            return ToyTrials.outcome(1, 1, 1, 1);
                        },
                        1,
                        () -> false)) {
            TrialPool pool = new TrialPool(
                    attempt -> PlainJson.line(attempt.candidate().values()),
                    COSTS,
                    executor,
                    journal,
                    () -> false,
                    (trial, known) -> {});
            trials = pool.run(List.of(attempt("a", 3), attempt("b", 7), attempt("c", 3), attempt("d", 9)));
        }
        assertThat(begun).containsExactly("d", "b", "a", "c");
        assertThat(trials.stream().map(SearchTrial::number)).containsExactly(1, 2, 3, 4);
        assertThat(trials.stream().map(trial -> trial.candidate().values().get("name")))
                .containsExactly("a", "b", "c", "d");
    }

    @Test
    void tasksAreNumberedInTheOrderInWhichTheyAreHandedOver() throws IOException {
        List<Integer> numbers = new ArrayList<>();
        TaskExecutor.Session executor = new TaskExecutor.Session() {
            @Override
            public void run(List<Task> tasks, Consumer<Answer> answers) {
                tasks.forEach(task -> {
                    numbers.add(task.number());
                    answers.accept(new Answer(task.number(), "{\"failure\": \"" + task.json() + "\"}"));
                });
            }

            @Override
            public void close() {}
        };
        try (Journal journal = Journal.open(folder.resolve("journal"), Map.of(), false)) {
            TrialPool pool = new TrialPool(
                    attempt -> (String) attempt.candidate().values().get("name"),
                    COSTS,
                    executor,
                    journal,
                    () -> false,
                    (trial, known) -> {});
            List<SearchTrial> trials = pool.run(List.of(attempt("a", 1), attempt("b", 2), attempt("c", 3)));
            assertThat(trials.stream().map(trial -> trial.failure().orElseThrow()))
                    .containsExactly("a", "b", "c");
        }
        assertThat(numbers).containsExactly(0, 1, 2);
    }

    private static Attempt attempt(String name, int work) {
        ComponentSpec descriptor = new ComponentSpec("fake", Map.of("name", name), "descriptor");
        return Attempt.full(
                Candidate.of(Map.of("name", name, "work", work), descriptor, ToyTrials.spec("regressor")), 1);
    }
}
