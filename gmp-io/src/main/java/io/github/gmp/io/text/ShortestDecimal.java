package io.github.gmp.io.text;

/**
 * Writes a double with the fewest digits that read back to the same bits. {@link Double#toString(double)} does so only from Java 19 on;
 * before, it may give one digit too many, and files would differ with the JVM.
 */
public final class ShortestDecimal {
    private static final int SMALLEST_PLAIN_EXPONENT = -5;
    private static final int LARGEST_PLAIN_EXPONENT = 16;
    private static final int UNIQUE_DIGITS = 15;

    private ShortestDecimal() {}

    /**
     * Appends a number, e.g. {@code 0.1}, {@code -12.0}, {@code 1.5e-10}.
     *
     * @param out where to
     * @param value a finite number
     * @throws IllegalArgumentException if it is not finite
     */
    public static void append(StringBuilder out, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("a finite number was expected, got " + value);
        }
        if (value == 0) {
            out.append(1 / value < 0 ? "-0.0" : "0.0");
            return;
        }
        if (value < 0) {
            out.append('-');
        }
        String text = Double.toString(Math.abs(value));
        int letter = text.indexOf('E');
        int exponent = letter < 0 ? 0 : Integer.parseInt(text.substring(letter + 1));
        String number = letter < 0 ? text : text.substring(0, letter);
        int point = number.indexOf('.');
        StringBuilder digits = new StringBuilder(number).deleteCharAt(point);
        exponent += point - 1;
        while (digits.length() > 1 && digits.charAt(0) == '0') {
            digits.deleteCharAt(0);
            exponent--;
        }
        stripTrailingZeros(digits);
        // Different decimals of up to 15 digits are different doubles (subnormal ones aside): nothing to shorten.
        boolean unique = digits.length() <= UNIQUE_DIGITS && Math.abs(value) >= Double.MIN_NORMAL;
        int shortened = unique ? 0 : shorten(digits, exponent, Math.abs(value));
        layOut(out, digits, exponent + shortened);
    }

    /**
     * {@return its shortest text}
     *
     * @param value a finite number
     * @throws IllegalArgumentException if it is not finite
     */
    public static String of(double value) {
        StringBuilder out = new StringBuilder();
        append(out, value);
        return out.toString();
    }

    /**
     * Takes digits away as long as the number stays the same. A shorter decimal that rounds to the value, if there is one, lies directly
     * below or above the present one.
     *
     * @return how much the exponent grew (1 when 9.99 became 10)
     */
    private static int shorten(StringBuilder digits, int exponent, double value) {
        int shift = 0;
        while (digits.length() > 1) {
            int last = digits.length() - 1;
            boolean upFirst = digits.charAt(last) >= '5';
            String down = digits.substring(0, last);
            String up = increment(down);
            int upShift = up.length() - down.length();
            boolean upFits = reads(up, exponent + shift + upShift, value);
            boolean downFits = reads(down, exponent + shift, value);
            if (!upFits && !downFits) {
                return shift;
            }
            boolean takeUp = upFits && (upFirst || !downFits);
            digits.setLength(0);
            digits.append(takeUp ? up : down);
            shift += takeUp ? upShift : 0;
            stripTrailingZeros(digits);
        }
        return shift;
    }

    private static boolean reads(String digits, int exponent, double value) {
        return Double.parseDouble(digits + "e" + (exponent - digits.length() + 1)) == value;
    }

    private static String increment(String digits) {
        return Long.toString(Long.parseLong(digits) + 1);
    }

    private static void stripTrailingZeros(StringBuilder digits) {
        while (digits.length() > 1 && digits.charAt(digits.length() - 1) == '0') {
            digits.setLength(digits.length() - 1);
        }
    }

    private static void layOut(StringBuilder out, CharSequence digits, int exponent) {
        int count = digits.length();
        if (exponent < SMALLEST_PLAIN_EXPONENT || exponent > LARGEST_PLAIN_EXPONENT) {
            out.append(digits.charAt(0)).append('.').append(count > 1 ? digits.subSequence(1, count) : "0");
            out.append('e').append(exponent);
        } else if (exponent < 0) {
            out.append("0.").append("0".repeat(-exponent - 1)).append(digits);
        } else if (count > exponent + 1) {
            out.append(digits, 0, exponent + 1).append('.').append(digits, exponent + 1, count);
        } else {
            out.append(digits).append("0".repeat(exponent + 1 - count)).append(".0");
        }
    }
}
