package io.github.gmp.benchmarks;

import java.util.ArrayList;
import java.util.List;

/** A section of a page of Markdown, from its heading to the next of the same level, that another command writes than the rest. */
final class PageSection {
    private static final String LEVEL = "## ";

    private PageSection() {}

    /**
     * {@return its lines, heading included, without empty ones at the end; none if the page has no such section}
     *
     * @param page the page
     * @param heading the line that the section begins with
     */
    static List<String> find(String page, String heading) {
        List<String> section = new ArrayList<>();
        for (String line : page.lines().toList()) {
            if (section.isEmpty() ? line.equals(heading) : !line.startsWith(LEVEL)) {
                section.add(line);
            } else if (!section.isEmpty()) {
                break;
            }
        }
        while (!section.isEmpty() && section.get(section.size() - 1).isEmpty()) {
            section.remove(section.size() - 1);
        }
        return section;
    }

    /**
     * {@return the page with the section at its end, in the place of any older one}
     *
     * @param page the page
     * @param heading the line that the section begins with
     * @param section its lines, heading included; none to leave the section out
     */
    static String put(String page, String heading, List<String> section) {
        List<String> lines = new ArrayList<>(page.lines().toList());
        int from = lines.indexOf(heading);
        if (from >= 0) {
            int to = from + 1;
            while (to < lines.size() && !lines.get(to).startsWith(LEVEL)) {
                to++;
            }
            lines.subList(from, to).clear();
        }
        if (!section.isEmpty()) {
            if (!lines.isEmpty() && !lines.get(lines.size() - 1).isEmpty()) {
                lines.add("");
            }
            lines.addAll(section);
        }
        return String.join("\n", lines) + "\n";
    }
}
