package io.github.gmp.runtime.config;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code ${name}}: a value that is taken from the data at hand. */
final class Placeholder {
    private static final Pattern SYNTAX = Pattern.compile("\\$\\{([A-Za-z][A-Za-z.]*)}");

    private Placeholder() {}

    static boolean matches(Object value) {
        return value instanceof String text && SYNTAX.matcher(text).matches();
    }

    static String name(Object placeholder) {
        Matcher matcher = SYNTAX.matcher((String) placeholder);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not a placeholder: " + placeholder);
        }
        return matcher.group(1);
    }
}
