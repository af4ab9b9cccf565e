package io.github.gmp.cli.progress;

import io.github.gmp.runtime.progress.Progress;
import io.github.gmp.runtime.progress.ProgressUnit;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

import java.io.PrintWriter;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongConsumer;

/** A bar that redraws itself in one line of a terminal. */
final class BarProgress implements Progress {
    private static final int UPDATE_MILLIS = 200;

    private final PrintWriter out;
    private final int columns;
    private Optional<ProgressBar> bar = Optional.empty();
    private LongConsumer restart = done -> {};

    BarProgress(PrintWriter out, int columns) {
        this.out = out;
        this.columns = columns;
    }

    @Override
    public synchronized void start(String task, long total, ProgressUnit unit) {
        finish();
        show(task, total, unit, 0);
    }

    private void show(String task, long total, ProgressUnit unit, long doneBefore) {
        // One column less: a full line makes some terminals wrap.
        DelegatingProgressBarConsumer consumer = new DelegatingProgressBarConsumer(this::redraw, columns - 1);
        bar = Optional.of(new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(total)
                .setUnit(unit.name(), unit.steps())
                .setStyle(ProgressBarStyle.ASCII)
                .showSpeed(new DecimalFormat("0.0", DecimalFormatSymbols.getInstance(Locale.ROOT)))
                .setUpdateIntervalMillis(UPDATE_MILLIS)
                .setMaxRenderedLength(columns - 1)
                .setConsumer(consumer)
                .startsFrom(doneBefore, Duration.ZERO)
                .build());
        restart = done -> show(task, total, unit, done);
    }

    @Override
    public synchronized void skip(long steps) {
        bar.ifPresent(shown -> {
            if (steps > 0) {
                // The bar of this library knows at its start only what was done before.
                shown.close();
                restart.accept(shown.getCurrent() + steps);
            }
        });
    }

    private void redraw(String line) {
        out.print("\r" + line);
        out.flush();
    }

    @Override
    public synchronized void advance(long steps) {
        bar.ifPresent(shown -> shown.stepBy(steps));
    }

    @Override
    public synchronized void note(String extra) {
        bar.ifPresent(shown -> shown.setExtraMessage(" " + extra));
    }

    @Override
    public synchronized void finish() {
        bar.ifPresent(shown -> {
            shown.close();
            out.println();
            out.flush();
        });
        bar = Optional.empty();
    }
}
