package io.github.gmp.runtime.describe;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sentences of documentation. */
final class Sentences {
    /** A full stop that ends a sentence, unlike that of "Eq. 3". */
    private static final Pattern END = Pattern.compile("(?<!\\bEqs?|\\bal|e\\.g|i\\.e|\\bdoi)\\.\\s+(?=\\p{Lu})");

    private Sentences() {}

    /**
     * {@return the first one}
     *
     * @param text some sentences
     */
    static String first(String text) {
        Matcher matcher = END.matcher(text);
        return matcher.find() ? text.substring(0, matcher.start() + 1) : text;
    }

    /**
     * {@return the same with a full stop at the end and, unless it begins with a name or formula, a capital at the beginning}
     *
     * @param text words that may lack a capital or a full stop
     */
    static String sentence(String text) {
        String trimmed = text.strip();
        boolean word = trimmed.matches("(?s)\\p{Ll}{2,}[ ,;].*");
        String begun = word ? Character.toUpperCase(trimmed.charAt(0)) + trimmed.substring(1) : trimmed;
        return begun.matches("(?s).*[.!?]\\)?") ? begun : begun + ".";
    }
}
