package io.github.gmp.experiments.search.run;

import io.github.gmp.api.task.Task;
import io.github.gmp.api.task.Worker;
import io.github.gmp.experiments.report.Numbers;
import io.github.gmp.experiments.search.Candidate;
import io.github.gmp.experiments.search.SearchBudget;
import io.github.gmp.experiments.search.halving.Rung;
import io.github.gmp.experiments.search.worker.TrialReply;
import io.github.gmp.runtime.progress.Progress;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How long a search takes, from a few of its trials run beforehand: random candidates on every rung, as many as a moment allows.
 *
 * @param rungs what was found for each rung
 * @param budget how many trials there are
 * @param threads trials to run at a time
 */
record SearchEstimate(List<OfRung> rungs, SearchBudget budget, int threads) {
    /** All rungs share this time; a trial that is running then is given up. */
    private static final double PATIENCE_SECONDS = 20;

    /**
     * The trials of a rung.
     *
     * @param seconds mean time of a trial; of one that was given up the time until then
     * @param samples number of trials that finished
     */
    record OfRung(double seconds, int samples) {}

    static SearchEstimate of(
            List<Candidate> samples,
            SearchRunner.Setup setup,
            Worker worker,
            SearchBudget budget,
            int threads,
            BooleanSupplier cancelled,
            Progress progress) {
        List<OfRung> rungs = new ArrayList<>();
        progress.start("samples", (long) samples.size() * setup.rungs().size());
        try {
            for (Rung rung : setup.rungs()) {
                Function<Candidate, Task> task = sample ->
                        new Task(0, setup.tasks().apply(setup.attempts().apply(sample, rung)));
                List<Candidate> sound = samples.stream()
                        .filter(sample ->
                                setup.attempts().apply(sample, rung).refusal().isEmpty())
                        .toList();
                double patience = PATIENCE_SECONDS / setup.rungs().size();
                rungs.add(measure(sound.stream().map(task).toList(), worker, patience, cancelled, progress));
            }
        } finally {
            progress.finish();
        }
        return new SearchEstimate(rungs, budget, threads);
    }

    private static OfRung measure(
            List<Task> tasks, Worker worker, double patience, BooleanSupplier cancelled, Progress progress) {
        long start = System.nanoTime();
        List<Double> times = new ArrayList<>();
        BooleanSupplier enough = () -> cancelled.getAsBoolean() || seconds(start) > patience;
        for (Task task : tasks) {
            long began = System.nanoTime();
            Optional<String> answer = worker.run(task, enough);
            if (answer.isEmpty()) {
                break;
            }
            if (TrialReply.parse(answer.get()).outcome().isPresent()) {
                times.add(seconds(began));
            }
            progress.advance(1);
        }
        // The first runs code that is not compiled yet.
        List<Double> warm = times.size() > 1 ? times.subList(1, times.size()) : times;
        double mean = warm.stream().mapToDouble(time -> time).average().orElse(seconds(start));
        return new OfRung(mean, times.size());
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) * 1e-9;
    }

    /** {@return the same in a line, e.g. {@code time: about 12 min on 2 threads (0.53, 8.2 s for each trial of the rungs, measured on 5 samples)}} */
    String line() {
        double total = 0;
        for (int r = 0; r < rungs.size(); r++) {
            total += rungs.get(r).seconds() * budget.trialsOnRung(r + 1);
        }
        boolean known = rungs.stream().allMatch(rung -> rung.samples() > 0);
        String each = rungs.stream()
                .map(rung -> (rung.samples() > 0 ? "" : "more than ") + Numbers.significant(rung.seconds()) + " s")
                .collect(Collectors.joining(", "));
        return "time: " + (known ? "about " : "more than ") + words(total / threads) + " on " + threads
                + (threads == 1 ? " thread" : " threads") + " (" + each + " for a trial"
                + (rungs.size() == 1 ? "" : " of each rung") + ", measured on random candidates)";
    }

    private static String words(double seconds) {
        if (seconds < 100) {
            return Numbers.fixed(seconds, 0) + " s";
        }
        return seconds < 6000 ? Numbers.fixed(seconds / 60, 0) + " min" : Numbers.fixed(seconds / 3600, 1) + " h";
    }
}
