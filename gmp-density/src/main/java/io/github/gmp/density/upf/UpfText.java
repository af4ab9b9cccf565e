package io.github.gmp.density.upf;

import io.github.gmp.api.error.DataException;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The sections of a UPF file. They look like XML but need not be well-formed (the free text of PP_INFO holds anything), so tags are
 * looked for one by one.
 */
final class UpfText {
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private final String file;
    private final String text;

    UpfText(String file, String text) {
        this.file = file;
        this.text = text;
    }

    /**
     * @param attributes what stands in the opening tag after its name
     * @param content what stands between the tags
     * @param start where the tag begins, as an offset in the file
     * @param contentStart where the content begins
     */
    record Section(String attributes, String content, int start, int contentStart) {
        Optional<String> attribute(String name) {
            Matcher matcher = Pattern.compile("(?<![\\w-])" + name + "\\s*=\\s*(\"([^\"]*)\"|'([^']*)')")
                    .matcher(attributes);
            if (!matcher.find()) {
                return Optional.empty();
            }
            return Optional.of((matcher.group(2) != null ? matcher.group(2) : matcher.group(3)).strip());
        }
    }

    /** The first section of that name, or empty. */
    Optional<Section> find(String tag) {
        Matcher opening = Pattern.compile("<" + tag + "(?=[\\s>/])").matcher(text);
        if (!opening.find()) {
            return Optional.empty();
        }
        int start = opening.start();
        int end = endOfTag(opening.end());
        if (end < 0) {
            throw at(start, "the tag <" + tag + " has no end; the file is truncated or malformed");
        }
        if (text.charAt(end - 1) == '/') {
            return Optional.of(new Section(text.substring(opening.end(), end - 1), "", start, end + 1));
        }
        int close = text.indexOf("</" + tag + ">", end);
        if (close < 0) {
            throw at(start, "<" + tag + "> is not closed by </" + tag + ">; the file is truncated or malformed");
        }
        return Optional.of(
                new Section(text.substring(opening.end(), end), text.substring(end + 1, close), start, end + 1));
    }

    Section require(String tag, String meaning) {
        return find(tag).orElseThrow(() -> {
            String what = "there is no <" + tag + "> (" + meaning + "); ";
            return text.contains("<UPF") && !text.contains("</UPF>")
                    ? at(text.length(), what + "the file ends without </UPF>, it is truncated")
                    : new DataException(file + ": " + what + "a UPF file with it was expected");
        });
    }

    /** A '>' inside quotes does not end a tag. */
    private int endOfTag(int from) {
        char quote = 0;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '>') {
                return i;
            }
        }
        return -1;
    }

    /** All numbers of a section. */
    double[] numbers(Section section, String tag) {
        double[] numbers = new double[section.content().length() / 2 + 1];
        int count = 0;
        Matcher word = Pattern.compile("\\S+").matcher(section.content());
        while (word.find()) {
            numbers[count++] = number(word.group(), section.contentStart() + word.start(), "<" + tag + ">");
        }
        double[] found = Arrays.copyOf(numbers, count);
        Optional<String> size = section.attribute("size");
        if (size.isPresent() && !size.get().equals(Integer.toString(count))) {
            throw at(
                    section.start(),
                    "<" + tag + "> says size=\"" + size.get() + "\" but holds " + count
                            + " numbers; the file is truncated or malformed");
        }
        return found;
    }

    double number(String word, int offset, String where) {
        try {
            // Fortran writes 1.0D+00 too.
            return Double.parseDouble(word.replace('D', 'E').replace('d', 'e'));
        } catch (NumberFormatException e) {
            throw at(offset, where + ": a number was expected, got '" + word + "'");
        }
    }

    /** The line of a version 1 header that ends with a label: its words before the label, and where they are. */
    Optional<HeaderLine> headerLine(Section header, String label) {
        Matcher line = Pattern.compile("(?m)^[ \\t]*(\\S.*?)[ \\t]+" + label + "\\b.*$")
                .matcher(header.content());
        if (!line.find()) {
            return Optional.empty();
        }
        return Optional.of(
                new HeaderLine(BLANKS.split(line.group(1).strip())[0], header.contentStart() + line.start(1)));
    }

    /**
     * @param value the first word
     * @param offset where it is
     */
    record HeaderLine(String value, int offset) {}

    DataException at(int offset, String message) {
        long line = 1 + text.substring(0, offset).chars().filter(c -> c == '\n').count();
        return new DataException(file + ":" + line + ": " + message);
    }
}
