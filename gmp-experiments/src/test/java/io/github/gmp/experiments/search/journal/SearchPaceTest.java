package io.github.gmp.experiments.search.journal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;

class SearchPaceTest {
    /** Two at a time for 4 s, a night without any, one more of 2 s; the second rung is four times as dear. */
    private static final SearchPace PACE = new SearchPace(List.of(
            new SearchPace.Timed(1, 2, 2),
            new SearchPace.Timed(1, 3, 2),
            new SearchPace.Timed(2, 4, 4),
            new SearchPace.Timed(1, 30_002, 2)));

    @Test
    void pausesDoNotCount() {
        assertThat(PACE.busySeconds()).isEqualTo(4 + 2);
        assertThat(PACE.sideBySide()).hasValue((2 + 2 + 4 + 2) / 6.0);
    }

    @Test
    void whatIsLeftIsCountedByRung() {
        assertThat(PACE.secondsOf(1)).hasValue(2);
        assertThat(PACE.remaining(List.of(5L, 3L))).hasValue((5 * 2 + 3 * 4) / (10 / 6.0));
        assertThat(PACE.remaining(List.of(0L, 0L))).hasValue(0);
        // Fewer may be left than planned, never less than none.
        assertThat(PACE.remaining(List.of(-2L, 1L))).hasValue(4 / (10 / 6.0));
    }

    @Test
    void nothingIsClaimedOfARungThatWasNotTried() {
        assertThat(PACE.remaining(List.of(1L, 1L, 1L))).isEmpty();
        assertThat(new SearchPace(List.of()).remaining(List.of(1L))).isEmpty();
        assertThat(new SearchPace(List.of()).sideBySide()).isEmpty();
    }
}
