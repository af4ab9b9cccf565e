package io.github.gmp.runtime.config;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * What an unquoted YAML scalar means, by the core schema of YAML 1.2: unlike in YAML 1.1, {@code 1e-3} is a number, and {@code No} and
 * {@code Y} are text, as befits chemical elements.
 */
final class YamlScalars {
    private static final Pattern WHOLE = Pattern.compile("[-+]?[0-9]+");
    private static final Pattern DECIMAL = Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");
    private static final Set<String> INFINITE = Set.of(".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF");
    private static final Set<String> MINUS_INFINITE = Set.of("-.inf", "-.Inf", "-.INF");
    private static final Set<String> NOT_A_NUMBER = Set.of(".nan", ".NaN", ".NAN");
    private static final Set<String> NOTHING = Set.of("", "~", "null", "Null", "NULL");
    private static final Set<String> YES = Set.of("true", "True", "TRUE");
    private static final Set<String> NO = Set.of("false", "False", "FALSE");

    private YamlScalars() {}

    /**
     * {@return whether it stands for no value at all}
     *
     * @param plain the characters of an unquoted scalar
     */
    static boolean isNothing(String plain) {
        return NOTHING.contains(plain);
    }

    /**
     * {@return a Boolean, Long, Double or the text itself}
     *
     * @param plain the characters of an unquoted scalar
     */
    static Object valueOf(String plain) {
        if (YES.contains(plain)) {
            return Boolean.TRUE;
        }
        if (NO.contains(plain)) {
            return Boolean.FALSE;
        }
        if (INFINITE.contains(plain)) {
            return Double.POSITIVE_INFINITY;
        }
        if (MINUS_INFINITE.contains(plain)) {
            return Double.NEGATIVE_INFINITY;
        }
        if (NOT_A_NUMBER.contains(plain)) {
            return Double.NaN;
        }
        if (WHOLE.matcher(plain).matches()) {
            return wholeNumber(plain);
        }
        return DECIMAL.matcher(plain).matches() ? (Object) Double.valueOf(plain) : plain;
    }

    private static Object wholeNumber(String plain) {
        try {
            return Long.valueOf(plain);
        } catch (NumberFormatException tooLarge) {
            // Still a number; a field of whole numbers will refuse it.
            return Double.valueOf(plain);
        }
    }
}
