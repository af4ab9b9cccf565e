package io.github.gmp.testkit.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gmp.api.plugin.Param;
import org.junit.jupiter.api.Test;

import java.util.List;

/** The assertions hold where they should, and fail where they should. */
class ConfigAssertionsTest {
    /** A configuration. */
    public record Ladder(
            @Param(doc = "Number of rungs.", defaultValue = "8", range = "[2, 100]")
            int rungs,

            @Param(doc = "Elements to climb.", defaultValue = "${data.elements}")
            List<String> elements) {}

    @Test
    void defaultsAndKeysAreBound() {
        ConfigAssertions.assertDefaults(new Ladder(8, List.of("H", "O")));
        ConfigAssertions.assertBinds("{rungs: 3, elements: [C]}", new Ladder(3, List.of("C")));
        assertThat(ConfigAssertions.bind(Ladder.class, "rungs: 4").rungs()).isEqualTo(4);
    }

    @Test
    void problemsAreComparedWordByWord() {
        ConfigAssertions.assertProblems(
                Ladder.class,
                "{rungs: 1, rugns: 2}",
                "rungs: got 1, expected a whole number from 2 to 100",
                "rugns: unknown key 'rugns'; did you mean 'rungs'? (known: elements, rungs)");
        assertThatThrownBy(() -> ConfigAssertions.assertProblems(Ladder.class, "{rungs: 1}", "rungs: is wrong"))
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> ConfigAssertions.assertProblems(Ladder.class, "{rungs: 2}", "rungs: is wrong"))
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> ConfigAssertions.assertDefaults(new Ladder(9, List.of("H", "O"))))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void keysAreAMap() {
        assertThatThrownBy(() -> ConfigAssertions.bind(Ladder.class, "[1]"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a map of keys was expected, got [1]");
    }
}
