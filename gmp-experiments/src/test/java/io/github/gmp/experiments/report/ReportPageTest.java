package io.github.gmp.experiments.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

class ReportPageTest {
    @Test
    void isOneFileThatLoadsNothingAndEscapesAllText() {
        String html = new ReportPage("A & B", "what <b>")
                .section("S<1>")
                .notice(List.of("careful & <slow>"))
                .facts(Map.of("k<", "v>"))
                .list(List.of("<script>alert(1)</script>"))
                .folded("config", "a: <b>")
                .html();
        assertThat(html)
                .startsWith("<!DOCTYPE html>")
                .contains("<title>A &amp; B</title>")
                .contains("what &lt;b&gt;")
                .contains("<h2>S&lt;1&gt;</h2>")
                .contains("<p>careful &amp; &lt;slow&gt;</p>")
                .contains("<dt>k&lt;</dt><dd>v&gt;</dd>")
                .contains("<pre>a: &lt;b&gt;</pre>")
                .contains("prefers-color-scheme: dark")
                .doesNotContain("<script")
                .doesNotContain("http://")
                .doesNotContain("https://")
                .doesNotContain("@import");
    }
}
