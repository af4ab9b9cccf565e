package io.github.gmp.io.extxyz;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Splits a comment line into keys and values: {@code key=value key="quoted \"text\"" key='text' key={1 2 3} key=[[1, 2], [3, 4]] flag}.
 * Blanks around the equals sign are allowed; a key alone has the value T. In quotes {@code \n} is a line break and a backslash before
 * any other character stands for that character.
 */
final class CommentParser {
    private final String line;
    private int at;
    private boolean anyValue;

    private CommentParser(String line) {
        this.line = line;
    }

    /**
     * {@return its keys with the text of their values, quotes and braces removed; brackets stay}
     *
     * @param line a comment line
     * @throws CommentSyntaxException if a quote or bracket is not closed, or a key is given twice
     */
    static Map<String, String> parse(String line) throws CommentSyntaxException {
        return new CommentParser(line).entries();
    }

    /**
     * {@return its keys and values, or empty if it reads as free text: not a sequence of keys and values, or no key has a value}
     *
     * @param line a comment line without {@code Properties}
     * @throws CommentSyntaxException if it is malformed although it has a {@code Lattice} or an energy
     */
    static Optional<Map<String, String>> parseOptional(String line) throws CommentSyntaxException {
        CommentParser parser = new CommentParser(line);
        try {
            Map<String, String> entries = parser.entries();
            return parser.anyValue ? Optional.of(entries) : Optional.empty();
        } catch (CommentSyntaxException e) {
            if (mentions(line, "lattice") || mentions(line, "energy")) {
                throw e;
            }
            return Optional.empty();
        }
    }

    /**
     * {@return whether the text of the key followed by an equals sign occurs, also if the line is malformed}
     *
     * @param line a comment line
     * @param lowerCaseKey a key in lower case
     */
    static boolean mentions(String line, String lowerCaseKey) {
        String lower = line.toLowerCase(Locale.ROOT);
        int found = lower.indexOf(lowerCaseKey);
        return found >= 0
                && lower.substring(found + lowerCaseKey.length()).stripLeading().startsWith("=");
    }

    private Map<String, String> entries() throws CommentSyntaxException {
        Map<String, String> entries = new LinkedHashMap<>();
        skipBlanks();
        while (at < line.length()) {
            String key = key();
            skipBlanks();
            boolean hasValue = at < line.length() && line.charAt(at) == '=';
            String value = "T";
            if (hasValue) {
                anyValue = true;
                at++;
                skipBlanks();
                value = value(key);
            }
            boolean repeated = entries.containsKey(key);
            if (repeated && (hasValue || !"T".equals(entries.get(key)))) {
                throw new CommentSyntaxException("the key '" + key + "' is given twice; once was expected");
            }
            entries.put(key, value);
            skipBlanks();
        }
        return entries;
    }

    private String key() throws CommentSyntaxException {
        if (isQuote(line.charAt(at))) {
            return quoted("a key");
        }
        int start = at;
        while (at < line.length() && !isBlank(line.charAt(at)) && line.charAt(at) != '=') {
            at++;
        }
        if (start == at) {
            throw new CommentSyntaxException("there is no key before '=' in column " + (at + 1));
        }
        return line.substring(start, at);
    }

    private String value(String key) throws CommentSyntaxException {
        if (at == line.length()) {
            return "";
        }
        char first = line.charAt(at);
        String value;
        if (isQuote(first)) {
            value = quoted("the value of '" + key + "'");
        } else if (first == '{') {
            value = enclosed(key, '{', '}');
            value = value.substring(1, value.length() - 1).strip();
        } else if (first == '[') {
            value = enclosed(key, '[', ']');
        } else {
            int start = at;
            while (at < line.length() && !isBlank(line.charAt(at))) {
                at++;
            }
            return line.substring(start, at);
        }
        if (at < line.length() && !isBlank(line.charAt(at))) {
            throw new CommentSyntaxException(
                    "a blank was expected after the value of '" + key + "', got '" + line.charAt(at) + "'");
        }
        return value;
    }

    private String quoted(String what) throws CommentSyntaxException {
        char quote = line.charAt(at);
        int start = at++;
        StringBuilder text = new StringBuilder();
        while (at < line.length()) {
            char c = line.charAt(at++);
            if (c == quote) {
                return text.toString();
            }
            if (c == '\\' && at < line.length()) {
                char escaped = line.charAt(at++);
                text.append(escaped == 'n' ? '\n' : escaped);
            } else {
                text.append(c);
            }
        }
        throw new CommentSyntaxException(
                "the quote " + quote + " that opens " + what + " in column " + (start + 1) + " is never closed");
    }

    private String enclosed(String key, char open, char close) throws CommentSyntaxException {
        int start = at;
        int depth = 0;
        while (at < line.length()) {
            char c = line.charAt(at);
            if (c == '"') {
                quoted("an item of '" + key + "'");
                continue;
            }
            at++;
            if (c == open) {
                depth++;
            } else if (c == close && --depth == 0) {
                return line.substring(start, at);
            }
        }
        throw new CommentSyntaxException("the '" + open + "' that opens the value of '" + key + "' in column "
                + (start + 1) + " is never closed");
    }

    private void skipBlanks() {
        while (at < line.length() && isBlank(line.charAt(at))) {
            at++;
        }
    }

    private static boolean isQuote(char c) {
        return c == '"' || c == '\'';
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\r' || c == '\f';
    }
}
