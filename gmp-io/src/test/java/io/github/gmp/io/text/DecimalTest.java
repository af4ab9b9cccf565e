package io.github.gmp.io.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalTest {
    @ParameterizedTest
    @CsvSource({
        "4.9E-324, 5.0e-324",
        "2.0E23, 2.0e23",
        "8.41E21, 8.41e21",
        "2.0E-3, 0.002",
        "9.5367431640625E-7, 9.5367431640625e-7",
        "0.1, 0.1",
        "-12, -12.0",
        "1e16, 10000000000000000.0",
        "1e17, 1.0e17",
        "1.5e-5, 0.000015",
        "1.5e-6, 1.5e-6",
        "1.7976931348623157E308, 1.7976931348623157e308",
        "-0.0, -0.0"
    })
    void shortest(double value, String expected) {
        assertThat(ShortestDecimal.of(value)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "-", "+", ".", "e5", "1e", "1e+", "1.2.3", "1,5", "0x10", "1f", "1d", "1_0", "--1", "1 ", "١"
            })
    void refuses(String text) {
        assertThatThrownBy(() -> DecimalParser.parse(text))
                .isInstanceOf(NumberFormatException.class)
                .hasMessage("'" + text + "'");
    }

    @Test
    void readsWhatIsNotFinite() {
        assertThat(DecimalParser.parse("NaN")).isNaN();
        assertThat(DecimalParser.parse("+Inf")).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(DecimalParser.parse("-infinity")).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(DecimalParser.parse("1e99999999999")).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(DecimalParser.parse("1e-99999999999")).isZero();
        assertThatThrownBy(() -> ShortestDecimal.of(Double.NaN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a finite number was expected, got NaN");
    }
}
