package io.github.gmp.io.text;

import java.nio.charset.StandardCharsets;

/**
 * Decimal numbers as scientific programs write them: {@code -1.5}, {@code 2e-3}, {@code 1.0D+00}, {@code nan}, {@code Infinity}; never
 * what only Java would read ({@code 1.5f}, {@code 0x1p3}), never a decimal comma. Correctly rounded.
 */
public final class DecimalParser {
    /** Integers up to 10^15 and powers of ten up to 10^22 are exact doubles, so that one operation on them is correctly rounded. */
    private static final int EXACT_DIGITS = 15;

    private static final double[] EXACT_POWERS = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };

    private DecimalParser() {}

    /**
     * {@return its value, also NaN and infinities}
     *
     * @param text a number, blanks around it not allowed
     * @throws NumberFormatException if it is not a number
     */
    public static double parse(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return parse(bytes, 0, bytes.length);
    }

    /**
     * {@return its value, also NaN and infinities}
     *
     * @param bytes an array that holds a number in ASCII
     * @param from index of its first byte
     * @param to index after its last byte
     * @throws NumberFormatException if it is not a number
     */
    public static double parse(byte[] bytes, int from, int to) {
        int i = from;
        boolean negative = i < to && bytes[i] == '-';
        if (negative || i < to && bytes[i] == '+') {
            i++;
        }
        long mantissa = 0;
        int significant = 0;
        int digits = 0;
        int scale = 0;
        boolean point = false;
        for (; i < to; i++) {
            int digit = bytes[i] - '0';
            if (digit >= 0 && digit <= 9) {
                digits++;
                if (significant > 0 || digit > 0) {
                    significant++;
                }
                if (significant <= EXACT_DIGITS) {
                    mantissa = 10 * mantissa + digit;
                }
                scale -= point ? 1 : 0;
            } else if (bytes[i] == '.' && !point) {
                point = true;
            } else {
                break;
            }
        }
        if (digits == 0) {
            return named(bytes, from, to);
        }
        int exponent = i < to ? exponent(bytes, i, from, to) : 0;
        int power = scale + exponent;
        if (significant <= EXACT_DIGITS && Math.abs(power) < EXACT_POWERS.length) {
            double value = power < 0 ? mantissa / EXACT_POWERS[-power] : mantissa * EXACT_POWERS[power];
            return negative ? -value : value;
        }
        return Double.parseDouble(ascii(bytes, from, to).replace('d', 'e').replace('D', 'e'));
    }

    /** Reads the exponent from its letter on; values beyond any double are capped, the slow path sees the text itself. */
    private static int exponent(byte[] bytes, int letter, int from, int to) {
        int lower = bytes[letter] | 0x20;
        int i = letter + 1;
        if (lower != 'e' && lower != 'd' || i == to) {
            throw notANumber(bytes, from, to);
        }
        boolean negative = bytes[i] == '-';
        if (negative || bytes[i] == '+') {
            i++;
        }
        if (i == to) {
            throw notANumber(bytes, from, to);
        }
        int value = 0;
        for (; i < to; i++) {
            int digit = bytes[i] - '0';
            if (digit < 0 || digit > 9) {
                throw notANumber(bytes, from, to);
            }
            value = Math.min(10 * value + digit, 100_000);
        }
        return negative ? -value : value;
    }

    private static double named(byte[] bytes, int from, int to) {
        String word = ascii(bytes, from, to).toLowerCase(java.util.Locale.ROOT);
        return switch (word) {
            case "nan", "+nan", "-nan" -> Double.NaN;
            case "inf", "+inf", "infinity", "+infinity" -> Double.POSITIVE_INFINITY;
            case "-inf", "-infinity" -> Double.NEGATIVE_INFINITY;
            default -> throw notANumber(bytes, from, to);
        };
    }

    private static NumberFormatException notANumber(byte[] bytes, int from, int to) {
        return new NumberFormatException("'" + new String(bytes, from, to - from, StandardCharsets.UTF_8) + "'");
    }

    private static String ascii(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }
}
