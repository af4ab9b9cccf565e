package io.github.gmp.bp.symmetry;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers in feature labels. */
final class LabelNumbers {
    private LabelNumbers() {}

    /**
     * {@return the number without trailing zeros, in plain notation unless it is tiny or huge}
     *
     * @param value a finite number
     * @param digits significant digits at most
     */
    static String format(double value, int digits) {
        BigDecimal rounded =
                BigDecimal.valueOf(value).round(new MathContext(digits)).stripTrailingZeros();
        double magnitude = Math.abs(value);
        boolean plain = magnitude == 0 || (magnitude >= 1e-5 && magnitude < 1e7);
        return plain ? rounded.toPlainString() : rounded.toString();
    }
}
