package io.github.gmp.experiments.search;

import io.github.gmp.api.trial.TrialAnswer;
import io.github.gmp.api.trial.TrialExecutor;
import io.github.gmp.api.trial.TrialTask;
import io.github.gmp.experiments.progress.Progress;
import io.github.gmp.experiments.search.worker.TrialReply;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * Has the trials of a search run by an executor, and writes down each as soon as it is answered. A candidate that was tried before, in this
 * run or in the journal, is not tried again. Numbers and results depend on the order in which candidates are asked for, never on which
 * trial ends first.
 */
final class TrialPool {
    private static final Logger LOG = LogManager.getLogger(TrialPool.class);

    private final Function<Candidate, String> tasks;
    private final TrialExecutor.Session executor;
    private final Journal journal;
    private final BooleanSupplier cancelled;
    private final Progress progress;
    private final Map<String, SearchTrial> finished = new LinkedHashMap<>();

    TrialPool(
            Function<Candidate, String> tasks,
            TrialExecutor.Session executor,
            Journal journal,
            BooleanSupplier cancelled,
            Progress progress) {
        this.tasks = tasks;
        this.executor = executor;
        this.journal = journal;
        this.cancelled = cancelled;
        this.progress = progress;
    }

    /**
     * Tries candidates.
     *
     * @param candidates candidates, possibly with repetitions
     * @return their trials, in the same order
     * @throws SearchCancelledException if the search was stopped meanwhile
     */
    List<SearchTrial> run(List<Candidate> candidates) {
        Map<String, Candidate> fresh = new LinkedHashMap<>();
        candidates.stream()
                .filter(candidate -> !finished.containsKey(candidate.hash()))
                .forEach(candidate -> fresh.putIfAbsent(candidate.hash(), candidate));
        Map<String, SearchTrial> results = new ConcurrentHashMap<>();
        List<SearchTrial> waiting = new ArrayList<>();
        List<TrialTask> toRun = new ArrayList<>();
        int number = finished.size();
        for (Candidate candidate : fresh.values()) {
            number++;
            Optional<TrialReply> known =
                    journal.find(candidate).or(() -> candidate.refusal().map(TrialReply::failed));
            if (known.isPresent()) {
                results.put(candidate.hash(), recalled(new SearchTrial(number, candidate, known.get())));
            } else {
                waiting.add(new SearchTrial(number, candidate, TrialReply.failed("not run")));
                toRun.add(new TrialTask(toRun.size(), tasks.apply(candidate)));
            }
        }
        requireNotCancelled();
        executor.run(toRun, answer -> {
            SearchTrial trial = answered(waiting.get(answer.number()), answer);
            results.put(trial.candidate().hash(), trial);
        });
        requireNotCancelled();
        if (results.size() != fresh.size()) {
            throw new IllegalStateException("the executor answered " + (results.size() - fresh.size() + toRun.size())
                    + " of " + toRun.size() + " tasks");
        }
        fresh.keySet().forEach(hash -> finished.put(hash, results.get(hash)));
        return candidates.stream()
                .map(candidate -> finished.get(candidate.hash()))
                .toList();
    }

    /** @return all trials so far, by number */
    List<SearchTrial> trials() {
        return List.copyOf(finished.values());
    }

    private void requireNotCancelled() {
        if (cancelled.getAsBoolean()) {
            throw new SearchCancelledException();
        }
    }

    private SearchTrial recalled(SearchTrial trial) {
        progress.advance(1);
        return trial;
    }

    /** On any thread. */
    private SearchTrial answered(SearchTrial asked, TrialAnswer answer) {
        SearchTrial trial = new SearchTrial(asked.number(), asked.candidate(), TrialReply.parse(answer.json()));
        trial.failure().ifPresent(reason -> LOG.warn("trial {} failed: {}", trial.number(), reason));
        try {
            journal.add(trial);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        progress.advance(1);
        return trial;
    }
}
