package io.github.gmp.experiments.search.journal;

import io.github.gmp.experiments.report.Numbers;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How well a search used the threads of its process, over all sessions that ran trials there. A session lasts from reading the configuration to the report, or to its last
 * trial if it did not come so far; the start of the Java machine is left out. What that does beside trials, compiling and collecting garbage on
 * threads of its own, counts neither for nor against: times are those on the clock.
 *
 * @param sessions number of sessions
 * @param seconds how long they lasted together
 * @param threadSeconds the same times the threads that each of them had
 * @param trialSeconds how long trials took together, each on one thread
 * @param idleSeconds for how long no trial was running
 */
public record ThreadUse(int sessions, double seconds, double threadSeconds, double trialSeconds, double idleSeconds) {
    private static final double MILLI = 1000;

    /**
     * {@return the use; nothing if there is no session on threads in which a trial ended}
     *
     * @param log the sessions
     * @param trials all trials that ended, in seconds since the epoch; those of failures included
     * @param end when the last session ended, if it came to its end or is just about to
     */
    public static Optional<ThreadUse> of(SessionLog log, SearchPace trials, Optional<Instant> end) {
        int sessions = 0;
        double seconds = 0;
        double threadSeconds = 0;
        double trialSeconds = 0;
        double busySeconds = 0;
        for (int s = 0; s < log.sessions().size(); s++) {
            SessionLog.Session session = log.sessions().get(s);
            boolean last = s + 1 == log.sessions().size();
            double begun = seconds(session.begun());
            double next = last
                    ? Double.POSITIVE_INFINITY
                    : seconds(log.sessions().get(s + 1).begun());
            SearchPace own = within(trials, begun, next);
            if (own.trials().isEmpty() || session.threads().isEmpty()) {
                continue;
            }
            double lastTrial = own.trials().get(own.trials().size() - 1).end();
            double ended =
                    last ? Math.max(lastTrial, end.map(ThreadUse::seconds).orElse(lastTrial)) : lastTrial;
            sessions++;
            seconds += ended - begun;
            threadSeconds += session.threads().getAsInt() * (ended - begun);
            trialSeconds +=
                    own.trials().stream().mapToDouble(SearchPace.Timed::seconds).sum();
            busySeconds += own.busySeconds();
        }
        return seconds > 0
                ? Optional.of(new ThreadUse(
                        sessions, seconds, threadSeconds, trialSeconds, Math.max(0, seconds - busySeconds)))
                : Optional.empty();
    }

    private static SearchPace within(SearchPace trials, double begun, double next) {
        List<SearchPace.Timed> own = new ArrayList<>();
        for (SearchPace.Timed trial : trials.trials()) {
            if (trial.end() >= begun && trial.end() < next) {
                own.add(trial);
            }
        }
        return new SearchPace(own);
    }

    private static double seconds(Instant instant) {
        return instant.toEpochMilli() / MILLI;
    }

    /** {@return the share of the threads' time in which they ran trials} */
    double busyShare() {
        return trialSeconds / threadSeconds;
    }

    /** {@return the share of the time in which no trial was running} */
    double idleShare() {
        return idleSeconds / seconds;
    }

    /** {@return the same in a line, e.g. {@code threads: 96 % of their time in trials (2 threads for 52 s); no trial ran for 1.3 s (2.5 %)}} */
    public String line() {
        return "threads: " + percent(busyShare(), 0) + " of their time in trials ("
                + threads() + " for " + Numbers.duration(seconds)
                + (sessions == 1 ? "" : " in " + sessions + " sessions") + "); no trial ran for "
                + Numbers.duration(idleSeconds) + " (" + percent(idleShare(), 1) + ")";
    }

    /** The number of threads, on average where sessions had different ones. */
    private String threads() {
        double mean = threadSeconds / seconds;
        boolean whole = Math.abs(mean - Math.rint(mean)) < 1e-6;
        return Numbers.fixed(mean, whole ? 0 : 1) + (whole && Math.rint(mean) == 1 ? " thread" : " threads");
    }

    private static String percent(double share, int decimals) {
        return Numbers.fixed(100 * share, decimals) + " %";
    }
}
