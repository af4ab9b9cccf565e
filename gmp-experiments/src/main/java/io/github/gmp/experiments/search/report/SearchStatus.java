package io.github.gmp.experiments.search.report;

import io.github.gmp.api.error.DataException;
import io.github.gmp.experiments.report.Numbers;
import io.github.gmp.experiments.report.Table;
import io.github.gmp.experiments.search.Objective;
import io.github.gmp.experiments.search.Objectives;
import io.github.gmp.experiments.search.ReferenceConfig;
import io.github.gmp.experiments.search.ReferenceTrial;
import io.github.gmp.experiments.search.SearchBudget;
import io.github.gmp.experiments.search.SearchConfig;
import io.github.gmp.experiments.search.SearchTrial;
import io.github.gmp.experiments.search.SearchTrials;
import io.github.gmp.experiments.search.journal.JournalEntry;
import io.github.gmp.experiments.search.journal.SearchFolder;
import io.github.gmp.experiments.search.journal.SearchPace;
import io.github.gmp.experiments.search.journal.ThreadUse;
import io.github.gmp.runtime.config.ConfigBinder;
import jakarta.inject.Inject;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What a search has come to so far, from its folder alone: it may be running, stopped or finished, here or on another machine. */
public final class SearchStatus {
    private static final double MILLI = 1000;

    private final ConfigBinder binder;

    /** @param binder binds configurations */
    @Inject
    public SearchStatus(ConfigBinder binder) {
        this.binder = binder;
    }

    /**
     * Reads neither data nor locks.
     *
     * @param path the folder of a search
     * @param clock tells how long ago things were
     * @return lines for the user: how far it is, the best so far, speed and remaining time, the front so far
     * @throws DataException if no search of this version was begun there
     * @throws IOException if the folder cannot be read
     */
    public List<String> lines(Path path, Clock clock) throws IOException {
        SearchFolder folder = SearchFolder.of(path);
        // Before the journal: a search that ends between the two is called running, never the other way round.
        boolean finished = folder.isFinished();
        return lines(
                folder.bound(binder).config(),
                folder.entries(),
                folder.threadUse(Optional.empty()),
                finished,
                clock.instant());
    }

    static List<String> lines(
            SearchConfig config,
            List<JournalEntry> entries,
            Optional<ThreadUse> threads,
            boolean finished,
            Instant now) {
        SearchBudget budget = new SearchBudget(config);
        // What failed says nothing about the time of what is left.
        SearchPace pace = SearchPace.of(
                entries.stream().filter(entry -> entry.reply().outcome().isPresent()));
        SearchTrials result = result(config, entries);
        List<String> lines = new ArrayList<>();
        lines.add(
                "search " + config.name() + " by " + config.algorithm().title() + ": " + state(entries, finished, now));
        lines.add("");
        lines.addAll(rungs(budget, entries, pace).text());
        lines.add("");
        if (result.finished().isEmpty()) {
            lines.add("no full trial of a candidate has finished yet");
        } else {
            lines.add("best: "
                    + config.objectives().stream()
                            .map(objective -> best(objective, result))
                            .collect(Collectors.joining(", ")));
            lines.add("hypervolume: " + hypervolume(result));
        }
        threads.ifPresent(use -> lines.add(use.line()));
        if (!finished) {
            pace.sideBySide().ifPresent(together -> lines.add(speed(pace, together)));
            OptionalDouble left = pace.remaining(left(budget, entries));
            left.ifPresent(seconds -> lines.add("time left: " + Numbers.duration(seconds) + " at most at that speed"));
        }
        if (!result.finished().isEmpty()) {
            SearchTables tables = new SearchTables(result, config.space().keySet());
            lines.add("");
            lines.add("Front " + (finished ? "" : "so far ") + "(* smallest error):");
            lines.add("");
            lines.addAll(tables.front().text());
            if (!result.references().isEmpty()) {
                lines.add("");
                lines.addAll(tables.references().text());
            }
        }
        return lines;
    }

    private static String state(List<JournalEntry> entries, boolean finished, Instant now) {
        if (finished) {
            return "finished";
        }
        Optional<Instant> last =
                entries.stream().flatMap(entry -> entry.finished().stream()).max(Comparator.naturalOrder());
        return "not finished; "
                + last.map(time -> "the last trial ended "
                                + Numbers.duration(
                                        Math.max(0, Duration.between(time, now).toMillis() / MILLI))
                                + " ago")
                        .orElse("no trial has ended yet");
    }

    private static Table rungs(SearchBudget budget, List<JournalEntry> entries, SearchPace pace) {
        List<Table.Column> columns = List.of(
                new Table.Column("", "rung", true),
                new Table.Column("trials", "finished", true),
                new Table.Column("trials", "failed", true),
                new Table.Column("trials", "planned", true),
                new Table.Column("", "s/trial", true));
        List<List<Table.Cell>> rows = new ArrayList<>();
        for (int rung = 1; rung <= budget.rungs(); rung++) {
            int number = rung;
            long done = entries.stream().filter(entry -> entry.rung() == number).count();
            long failed = entries.stream()
                    .filter(entry -> entry.rung() == number)
                    .filter(entry -> entry.reply().failure().isPresent())
                    .count();
            OptionalDouble seconds = pace.secondsOf(rung);
            rows.add(List.of(
                    Table.Cell.of(rung == budget.rungs() ? "full" : String.valueOf(rung)),
                    Table.Cell.of(String.valueOf(done - failed)),
                    Table.Cell.of(String.valueOf(failed)),
                    Table.Cell.of("≤ " + budget.trialsOnRung(rung)),
                    Table.Cell.of(seconds.isPresent() ? Numbers.significant(seconds.getAsDouble()) : "")));
        }
        return new Table(columns, rows);
    }

    private static String best(Objective objective, SearchTrials result) {
        SearchTrial trial = result.finished().stream()
                .min(Comparator.comparingDouble((SearchTrial t) -> objective.of(t.result()))
                        .thenComparingInt(SearchTrial::number))
                .orElseThrow();
        return objective.shown(objective.of(trial.result())) + " (trial " + trial.number() + ")";
    }

    private static String hypervolume(SearchTrials result) {
        List<Double> volumes = result.hypervolumes();
        return Numbers.significant(volumes.get(volumes.size() - 1));
    }

    private static String speed(SearchPace pace, double together) {
        return "speed: "
                + Numbers.significant(60 * pace.trials().size() / pace.busySeconds()) + " trials per minute, "
                + Numbers.fixed(together, 1) + " at a time";
    }

    private static List<Long> left(SearchBudget budget, List<JournalEntry> entries) {
        return IntStream.rangeClosed(1, budget.rungs())
                .mapToObj(rung -> budget.trialsOnRung(rung)
                        - entries.stream().filter(entry -> entry.rung() == rung).count())
                .toList();
    }

    /** Hand-picked pairs whose full trial has not ended are left out. */
    private static SearchTrials result(SearchConfig config, List<JournalEntry> entries) {
        int full = config.rungs().size() + 1;
        List<SearchTrial> trials = new ArrayList<>();
        Map<String, SearchTrial> references = new TreeMap<>();
        for (JournalEntry entry : entries) {
            SearchTrial trial = entry.trial(config);
            if (entry.reference().isEmpty()) {
                trials.add(trial);
            } else if (entry.rung() == full) {
                references.put(entry.reference().get(), trial);
            }
        }
        List<ReferenceTrial> shown = config.references().stream()
                .map(ReferenceConfig::name)
                .filter(references::containsKey)
                .map(name -> new ReferenceTrial(name, List.of(references.get(name))))
                .toList();
        return new SearchTrials(new Objectives(config.objectives()), full, trials, trials, shown);
    }
}
