package io.github.gmp.experiments.report;

/** Text for HTML. */
public final class Html {
    private Html() {}

    /**
     * {@return the text with the characters that mean something in HTML (in content and in quoted attributes) escaped}
     *
     * @param text any text
     */
    public static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }
}
