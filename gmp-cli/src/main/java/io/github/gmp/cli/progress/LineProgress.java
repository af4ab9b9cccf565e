package io.github.gmp.cli.progress;

import io.github.gmp.runtime.progress.Progress;
import io.github.gmp.runtime.progress.ProgressUnit;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;

/** Sparse lines for files and pipes, where a bar would only leave rubbish. */
final class LineProgress implements Progress {
    private final PrintWriter out;
    private final long quietNanos;
    private final LongSupplier clock;
    private boolean running;
    private String task = "";
    private long total;
    private long done;
    private long skipped;
    private ProgressUnit unit = ProgressUnit.STEPS;
    private String extra = "";
    private long started;
    private long lastShown;

    LineProgress(PrintWriter out, Duration quietTime, LongSupplier clock) {
        this.out = out;
        this.quietNanos = quietTime.toNanos();
        this.clock = clock;
    }

    @Override
    public synchronized void start(String name, long steps, ProgressUnit shownAs) {
        finish();
        running = true;
        task = name;
        total = steps;
        unit = shownAs;
        done = 0;
        skipped = 0;
        extra = "";
        started = clock.getAsLong();
        lastShown = started;
    }

    @Override
    public synchronized void advance(long steps) {
        if (!running) {
            return;
        }
        done += steps;
        long now = clock.getAsLong();
        if (now - lastShown >= quietNanos && done > skipped) {
            lastShown = now;
            show(state(now));
        }
    }

    @Override
    public synchronized void skip(long steps) {
        done += steps;
        skipped += steps;
    }

    @Override
    public synchronized void note(String text) {
        extra = text;
    }

    @Override
    public synchronized void finish() {
        if (running) {
            running = false;
            show(String.format(Locale.ROOT, "done in %.1f s", (clock.getAsLong() - started) * 1e-9));
        }
    }

    private String state(long now) {
        String name = unit.name().isEmpty() ? "" : " " + unit.name();
        if (total <= 0) {
            return done / unit.steps() + name;
        }
        double secondsLeft = (now - started) * 1e-9 * Math.max(0, total - done) / (done - skipped);
        return String.format(
                Locale.ROOT, "%d of %d%s, %.0f s left", done / unit.steps(), total / unit.steps(), name, secondsLeft);
    }

    private void show(String state) {
        out.println(task + ": " + state + (extra.isEmpty() ? "" : ", " + extra));
        out.flush();
    }
}
