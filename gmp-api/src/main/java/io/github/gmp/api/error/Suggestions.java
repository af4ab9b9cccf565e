package io.github.gmp.api.error;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** "Did you mean": the nearest valid name to a misspelled one. */
public final class Suggestions {
    private Suggestions() {}

    /**
     * The candidate with the smallest edit distance (Levenshtein with transpositions, case ignored), if it is close enough to be a
     * plausible misspelling: at most a third of the length of the longer word, at least one edit, and something left in common. Among
     * equally near ones the first candidate wins.
     *
     * @param got what the user wrote
     * @param candidates the valid names
     * @return the nearest valid name, or empty if none is close
     */
    public static Optional<String> nearest(String got, Collection<String> candidates) {
        String wanted = got.toLowerCase(Locale.ROOT);
        Optional<String> best = Optional.empty();
        int bestDistance = Integer.MAX_VALUE;
        for (String candidate : candidates) {
            int distance = distance(wanted, candidate.toLowerCase(Locale.ROOT));
            int longer = Math.max(wanted.length(), candidate.length());
            int allowed = Math.min(Math.max(1, longer / 3), longer - 1);
            if (distance <= allowed && distance < bestDistance) {
                bestDistance = distance;
                best = Optional.of(candidate);
            }
        }
        return best;
    }

    private static int distance(String a, String b) {
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            d[i][0] = i;
        }
        for (int j = 0; j <= b.length(); j++) {
            d[0][j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            for (int j = 1; j <= b.length(); j++) {
                int substitution = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                d[i][j] = Math.min(Math.min(d[i - 1][j] + 1, d[i][j - 1] + 1), d[i - 1][j - 1] + substitution);
                boolean swapped =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                if (swapped) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
