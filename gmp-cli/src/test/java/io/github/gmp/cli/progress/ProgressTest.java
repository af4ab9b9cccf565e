package io.github.gmp.cli.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.gmp.runtime.progress.Progress;
import io.github.gmp.runtime.progress.ProgressUnit;
import org.junit.jupiter.api.Test;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** What progress looks like, in a file and on a terminal. */
class ProgressTest {
    private final StringWriter text = new StringWriter();
    private final PrintWriter out = new PrintWriter(text, true);

    @Test
    void linesAreSparse() {
        AtomicLong seconds = new AtomicLong();
        Progress progress = new LineProgress(out, Duration.ofSeconds(10), () -> Duration.ofSeconds(seconds.get())
                .toNanos());

        progress.start("features", 40);
        for (int i = 0; i < 40; i++) {
            seconds.incrementAndGet();
            progress.note("step " + i);
            progress.advance(1);
        }
        progress.start("training", -1);
        seconds.addAndGet(11);
        progress.advance(7);
        progress.finish();
        progress.finish();
        progress.advance(5);

        assertThat(text.toString()).isEqualToNormalizingNewlines("""
                features: 10 of 40, 30 s left, step 9
                features: 20 of 40, 20 s left, step 19
                features: 30 of 40, 10 s left, step 29
                features: 40 of 40, 0 s left, step 39
                features: done in 40.0 s, step 39
                training: 7
                training: done in 11.0 s
                """);
    }

    /** What an earlier session did counts as done, but tells nothing about the time. */
    @Test
    void skippedStepsTakeNoTime() {
        AtomicLong seconds = new AtomicLong();
        Progress progress = new LineProgress(out, Duration.ofSeconds(10), () -> Duration.ofSeconds(seconds.get())
                .toNanos());
        progress.start("training", 100);
        progress.skip(60);
        seconds.addAndGet(20);
        progress.advance(10);
        progress.finish();
        assertThat(text.toString()).isEqualToNormalizingNewlines("""
                training: 70 of 100, 60 s left
                training: done in 20.0 s
                """);
    }

    @Test
    void theBarGoesOnWhereAnEarlierSessionStopped() {
        Progress progress = ProgressDisplays.bar(out, 80);
        progress.start("training", 100);
        progress.skip(60);
        progress.advance(10);
        progress.finish();
        String[] states = text.toString().stripTrailing().split("\r");
        assertThat(states[states.length - 1]).startsWith("training  70%").contains("70/100");
    }

    @Test
    void bytesAreShownAsMegabytes() {
        AtomicLong seconds = new AtomicLong();
        Progress progress = new LineProgress(out, Duration.ofSeconds(10), () -> Duration.ofSeconds(seconds.get())
                .toNanos());

        progress.start("features", 400_000_000, ProgressUnit.MEGABYTES);
        progress.note("1,234 structures/s");
        seconds.addAndGet(20);
        progress.advance(100_000_000);
        progress.start("features", -1, ProgressUnit.MEGABYTES);
        seconds.addAndGet(20);
        progress.advance(7_000_000);

        assertThat(text.toString()).isEqualToNormalizingNewlines("""
                features: 100 of 400 MB, 60 s left, 1,234 structures/s
                features: done in 20.0 s, 1,234 structures/s
                features: 7 MB
                """);
    }

    @Test
    void theBarEndsFullAndInOneLineOfTheTerminal() {
        Progress progress = ProgressDisplays.bar(out, 80);

        progress.start("features", 3);
        progress.advance(3);
        progress.note("a note that is longer than the line, and must not make it wrap: " + "x".repeat(100));
        progress.finish();

        String[] states = text.toString().stripTrailing().split("\r");
        assertThat(states[states.length - 1]).startsWith("features").contains("100%", "3/3");
        assertThat(states).allSatisfy(state -> assertThat(state.length()).isLessThan(80));
        assertThat(text.toString().lines().filter(line -> !line.isEmpty())).hasSizeLessThanOrEqualTo(states.length);
    }

    @Test
    void silenceAcceptsEverything() {
        Progress progress = Progress.silent();
        assertThatCode(() -> {
                    progress.finish();
                    progress.start("x", 1);
                    progress.advance(1);
                    progress.note("y");
                })
                .doesNotThrowAnyException();
    }
}
