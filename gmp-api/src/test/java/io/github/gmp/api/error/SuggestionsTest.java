package io.github.gmp.api.error;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

class SuggestionsTest {
    private static final List<String> NAMES = List.of("sigmas", "normalization", "cutoff", "maxOrder", "type");

    @ParameterizedTest
    @CsvSource({
        "sigma, sigmas",
        "normalisation, normalization",
        "cutof, cutoff",
        "cuttoff, cutoff",
        "ctuoff, cutoff",
        "MAXORDER, maxOrder",
        "max_order, maxOrder",
        "tpye, type"
    })
    void nearMisspellings(String got, String expected) {
        assertThat(Suggestions.nearest(got, NAMES)).contains(expected);
    }

    @ParameterizedTest
    @CsvSource({"banana", "x", "sig", "''"})
    void nothingNear(String got) {
        assertThat(Suggestions.nearest(got, NAMES)).isEmpty();
    }

    @Test
    void theFirstOfEquallyNearOnes() {
        assertThat(Suggestions.nearest("bat", List.of("cat", "hat"))).contains("cat");
        assertThat(Suggestions.nearest("bat", List.of("hat", "cat"))).contains("hat");
        assertThat(Suggestions.nearest("a", List.of("b"))).isEmpty();
        assertThat(Suggestions.nearest("a", List.of("A"))).contains("A");
    }
}
