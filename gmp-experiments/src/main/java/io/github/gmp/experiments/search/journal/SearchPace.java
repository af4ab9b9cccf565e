package io.github.gmp.experiments.search.journal;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * How fast trials were, and how long the rest takes at that pace.
 *
 * @param trials trials that ended
 */
public record SearchPace(List<Timed> trials) {
    public SearchPace {
        trials = trials.stream().sorted(Comparator.comparingDouble(Timed::end)).toList();
    }

    /**
     * A trial in time.
     *
     * @param rung number of its rung
     * @param end when it ended, seconds from any beginning
     * @param seconds how long it took
     */
    public record Timed(int rung, double end, double seconds) {}

    /**
     * {@return their pace; in seconds since the epoch, without those that were run for others or whose line does not say when they ended}
     *
     * @param entries trials of a journal
     */
    public static SearchPace of(Stream<JournalEntry> entries) {
        return new SearchPace(entries.filter(entry -> !entry.shared())
                .flatMap(entry -> entry.finished().stream()
                        .map(end -> new Timed(
                                entry.rung(),
                                end.toEpochMilli() * 1e-3,
                                entry.reply().seconds())))
                .toList());
    }

    /** {@return how many seconds at least one trial was running: pauses between sessions do not count} */
    public double busySeconds() {
        double busy = 0;
        double until = Double.NEGATIVE_INFINITY;
        List<Timed> byStart = trials.stream()
                .sorted(Comparator.comparingDouble(trial -> trial.end() - trial.seconds()))
                .toList();
        for (Timed trial : byStart) {
            double start = Math.max(until, trial.end() - trial.seconds());
            busy += Math.max(0, trial.end() - start);
            until = Math.max(until, trial.end());
        }
        return busy;
    }

    /** {@return how many trials ran at a time, on average; nothing if none finished or they took no time} */
    public OptionalDouble sideBySide() {
        double busy = busySeconds();
        double sum = trials.stream().mapToDouble(Timed::seconds).sum();
        return busy > 0 ? OptionalDouble.of(sum / busy) : OptionalDouble.empty();
    }

    /**
     * {@return the mean time of its trials, s}
     *
     * @param rung number of a rung
     */
    public OptionalDouble secondsOf(int rung) {
        return trials.stream()
                .filter(trial -> trial.rung() == rung)
                .mapToDouble(Timed::seconds)
                .average();
    }

    /**
     * {@return how long they take, s; nothing if a rung that has trials left was not tried yet}
     *
     * @param left how many trials are left of each rung, the first one first
     */
    public OptionalDouble remaining(List<Long> left) {
        double sum = 0;
        for (int r = 0; r < left.size(); r++) {
            OptionalDouble each = secondsOf(r + 1);
            if (left.get(r) > 0 && each.isEmpty()) {
                return OptionalDouble.empty();
            }
            sum += Math.max(0, left.get(r)) * each.orElse(0);
        }
        OptionalDouble together = sideBySide();
        return together.isPresent() ? OptionalDouble.of(sum / together.getAsDouble()) : OptionalDouble.empty();
    }
}
