package io.github.gmp.io.text;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

class DecimalPropertyTest {
    @Property(tries = 5000)
    void everyDoubleReadsBack(@ForAll long bits) {
        double value = Double.longBitsToDouble(bits);
        if (Double.isFinite(value)) {
            String text = ShortestDecimal.of(value);
            assertThat(Double.doubleToRawLongBits(DecimalParser.parse(text))).isEqualTo(bits);
            assertThat(significantDigits(text)).isEqualTo(fewestDigits(value));
        }
    }

    @Property(tries = 5000)
    void agreesWithTheJdk(@ForAll long mantissa, @ForAll @IntRange(min = -340, max = 320) int exponent) {
        String text = mantissa + "e" + exponent;
        assertThat(DecimalParser.parse(text)).isEqualTo(Double.parseDouble(text));
        String shifted = mantissa % 1_000_000_000_000L + "." + Math.abs(mantissa % 1000);
        assertThat(DecimalParser.parse(shifted)).isEqualTo(Double.parseDouble(shifted));
    }

    private static int significantDigits(String text) {
        String digits = text.replaceAll("e.*", "").replaceAll("[-.]", "").replaceAll("^0+", "");
        return Math.max(1, digits.replaceAll("0+$", "").length());
    }

    /** The definition, by exact arithmetic: a decimal of n digits next to the value, below or above, that rounds to it. */
    private static int fewestDigits(double value) {
        BigDecimal exact = new BigDecimal(value);
        for (int digits = 1; digits < 17; digits++) {
            for (RoundingMode mode : new RoundingMode[] {RoundingMode.DOWN, RoundingMode.UP}) {
                BigDecimal rounded = exact.round(new MathContext(digits, mode));
                if (rounded.doubleValue() == value) {
                    return rounded.signum() == 0
                            ? 1
                            : rounded.stripTrailingZeros().precision();
                }
            }
        }
        return 17;
    }
}
