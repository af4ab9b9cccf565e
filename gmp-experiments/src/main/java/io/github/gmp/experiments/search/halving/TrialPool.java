package io.github.gmp.experiments.search.halving;

import io.github.gmp.api.task.Answer;
import io.github.gmp.api.task.Task;
import io.github.gmp.api.task.TaskExecutor;
import io.github.gmp.experiments.search.Attempt;
import io.github.gmp.experiments.search.SearchCancelledException;
import io.github.gmp.experiments.search.SearchTrial;
import io.github.gmp.experiments.search.journal.Journal;
import io.github.gmp.experiments.search.worker.TrialReply;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * Has the trials of a search run by an executor, and writes down each as soon as it is answered. What was tried before, in this run or
 * in the journal, is not tried again. Numbers and results depend on the order in which candidates are asked for, never on which
 * trial ends first.
 */
public final class TrialPool {
    private static final Logger LOG = LogManager.getLogger(TrialPool.class);

    private final Function<Attempt, String> tasks;
    private final Costs costs;
    private final TaskExecutor.Session executor;
    private final Journal journal;
    private final BooleanSupplier cancelled;
    private final Listener listener;
    private final Map<String, SearchTrial> finished = new LinkedHashMap<>();

    /** Told about every trial as it ends, on any thread. */
    @FunctionalInterface
    public interface Listener {
        /**
         * @param trial a trial that ended
         * @param known whether it was not run now: it was refused, or is in the journal
         */
        void ended(SearchTrial trial, boolean known);
    }

    /**
     * @param tasks makes tasks
     * @param costs what trials cost
     * @param executor runs tasks
     * @param journal finished trials are taken from and added to it
     * @param cancelled when true, stop
     * @param listener told about every trial
     */
    public TrialPool(
            Function<Attempt, String> tasks,
            Costs costs,
            TaskExecutor.Session executor,
            Journal journal,
            BooleanSupplier cancelled,
            Listener listener) {
        this.tasks = tasks;
        this.costs = costs;
        this.executor = executor;
        this.journal = journal;
        this.cancelled = cancelled;
        this.listener = listener;
    }

    /**
     * Runs trials.
     *
     * @param attempts what to try, possibly with repetitions
     * @return their trials, in the same order
     * @throws SearchCancelledException if the search was stopped meanwhile
     */
    public List<SearchTrial> run(List<Attempt> attempts) {
        Map<String, Attempt> fresh = new LinkedHashMap<>();
        attempts.stream()
                .filter(attempt -> !finished.containsKey(attempt.hash()))
                .forEach(attempt -> fresh.putIfAbsent(attempt.hash(), attempt));
        Map<String, SearchTrial> results = new ConcurrentHashMap<>();
        List<SearchTrial> waiting = new ArrayList<>();
        int number = finished.size();
        for (Attempt attempt : fresh.values()) {
            number++;
            Optional<TrialReply> known =
                    attempt.refusal().map(TrialReply::refused).or(() -> journal.find(attempt));
            if (known.isPresent()) {
                SearchTrial trial = new SearchTrial(number, attempt, known.get());
                share(trial);
                results.put(attempt.hash(), trial);
                listener.ended(trial, true);
            } else {
                waiting.add(new SearchTrial(number, attempt, TrialReply.refused("not run")));
            }
        }
        requireNotCancelled();
        sortByWork(waiting);
        List<Task> toRun = new ArrayList<>();
        waiting.forEach(trial -> toRun.add(new Task(toRun.size(), tasks.apply(trial.attempt()))));
        executor.run(toRun, answer -> {
            SearchTrial trial = answered(waiting.get(answer.number()), answer);
            results.put(trial.attempt().hash(), trial);
        });
        requireNotCancelled();
        if (results.size() != fresh.size()) {
            throw new IllegalStateException("the executor answered " + (results.size() - fresh.size() + toRun.size())
                    + " of " + toRun.size() + " tasks");
        }
        fresh.keySet().forEach(hash -> finished.put(hash, results.get(hash)));
        return attempts.stream()
                .map(attempt -> asJudged(finished.get(attempt.hash()), attempt))
                .toList();
    }

    /**
     * The dearest first: the search waits for all of them, and when the last one is a long one that began last, the other threads have
     * nothing to do. For one or two trials there is nothing to gain.
     */
    private void sortByWork(List<SearchTrial> waiting) {
        if (waiting.size() < 3) {
            return;
        }
        double[] works = costs.work(waiting.stream().map(SearchTrial::attempt).toList());
        Map<String, Double> byAttempt = new HashMap<>();
        for (int i = 0; i < works.length; i++) {
            byAttempt.put(waiting.get(i).attempt().hash(), works[i]);
        }
        // Of equal ones the one that was asked for first: sorting is stable.
        waiting.sort(Comparator.comparingDouble(
                trial -> -byAttempt.get(trial.attempt().hash())));
    }

    /** {@return the number of trials so far} */
    public int count() {
        return finished.size();
    }

    /** {@return all trials so far, by number} */
    public List<SearchTrial> trials() {
        return finished.values().stream()
                .map(trial -> asJudged(trial, trial.attempt()))
                .toList();
    }

    /**
     * On every rung a candidate has the cost that it will have in the full trial: a surrogate that takes the place of its network would
     * cost the same whatever the size of that.
     */
    private SearchTrial asJudged(SearchTrial trial, Attempt attempt) {
        TrialReply reply = trial.reply();
        if (reply.outcome().isPresent() && !attempt.isFull()) {
            OptionalDouble own = costs.operationsPerAtom(attempt.candidate());
            if (own.isPresent()) {
                reply = TrialReply.finished(reply.outcome().get().withOperationsPerAtom(own.getAsDouble()));
            }
        }
        return new SearchTrial(trial.number(), attempt, reply);
    }

    private void requireNotCancelled() {
        if (cancelled.getAsBoolean()) {
            throw new SearchCancelledException();
        }
    }

    private void share(SearchTrial trial) {
        try {
            journal.share(trial);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** On any thread. */
    private SearchTrial answered(SearchTrial asked, Answer answer) {
        SearchTrial trial = new SearchTrial(asked.number(), asked.attempt(), TrialReply.parse(answer.json()));
        trial.failure().ifPresent(reason -> LOG.warn("trial {} failed: {}", trial.number(), reason));
        try {
            journal.add(trial);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        listener.ended(trial, false);
        return trial;
    }
}
