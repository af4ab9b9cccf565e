package io.github.gmp.experiments.search;

import io.github.gmp.api.error.GmpException;
import io.github.gmp.experiments.progress.Progress;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;

/**
 * Runs the trials of a search on several threads. A candidate that was tried before, in this run or in the journal, is not tried again.
 * Numbers and results depend on the order in which candidates are asked for, never on which thread finishes first.
 */
final class TrialPool implements AutoCloseable {
    private static final Logger LOG = LogManager.getLogger(TrialPool.class);

    private final CandidateTrial trial;
    private final Journal journal;
    private final BooleanSupplier cancelled;
    private final Progress progress;
    private final ExecutorService threads;
    private final Map<String, SearchTrial> finished = new LinkedHashMap<>();

    TrialPool(CandidateTrial trial, Journal journal, int threads, BooleanSupplier cancelled, Progress progress) {
        this.trial = trial;
        this.journal = journal;
        this.cancelled = cancelled;
        this.progress = progress;
        this.threads = Executors.newFixedThreadPool(threads, task -> {
            Thread thread = new Thread(task, "gmp-trial");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Tries candidates.
     *
     * @param candidates candidates, possibly with repetitions
     * @return their trials, in the same order
     * @throws SearchCancelledException if the search was stopped meanwhile
     */
    List<SearchTrial> run(List<Candidate> candidates) {
        Map<String, Future<SearchTrial>> running = new LinkedHashMap<>();
        for (Candidate candidate : candidates) {
            if (finished.containsKey(candidate.hash()) || running.containsKey(candidate.hash())) {
                continue;
            }
            int number = finished.size() + running.size() + 1;
            running.put(candidate.hash(), threads.submit(() -> runOrRecall(candidate, number)));
        }
        running.forEach((hash, future) -> finished.put(hash, await(future)));
        List<SearchTrial> trials = new ArrayList<>();
        for (Candidate candidate : candidates) {
            trials.add(finished.get(candidate.hash()));
        }
        return trials;
    }

    /** @return all trials so far, by number */
    List<SearchTrial> trials() {
        return List.copyOf(finished.values());
    }

    private SearchTrial runOrRecall(Candidate candidate, int number) {
        if (cancelled.getAsBoolean()) {
            throw new SearchCancelledException();
        }
        SearchTrial result = journal.find(candidate, number).orElseGet(() -> runAndRecord(candidate, number));
        progress.advance(1);
        return result;
    }

    private SearchTrial runAndRecord(Candidate candidate, int number) {
        SearchTrial result;
        try {
            TrialOutcome outcome = trial.run(candidate, cancelled);
            boolean finite = Double.isFinite(outcome.error()) && Double.isFinite(outcome.operationsPerAtom());
            result = finite
                    ? SearchTrial.finished(number, candidate, outcome)
                    : SearchTrial.failed(number, candidate, "the error is not finite: training diverged");
        } catch (GmpException e) {
            result = SearchTrial.failed(number, candidate, String.valueOf(e.getMessage()));
        } catch (OutOfMemoryError e) {
            // One candidate too large for this machine must not end the search; what it held is garbage by now.
            result = SearchTrial.failed(number, candidate, "out of memory");
        }
        if (cancelled.getAsBoolean()) {
            // A trial that was told to stop early is not what its configuration promises.
            throw new SearchCancelledException();
        }
        result.failure().ifPresent(reason -> LOG.warn("trial {} failed: {}", number, reason));
        try {
            journal.add(result);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return result;
    }

    private static SearchTrial await(Future<SearchTrial> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SearchCancelledException();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException problem) {
                throw problem;
            }
            if (e.getCause() instanceof Error problem) {
                throw problem;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
