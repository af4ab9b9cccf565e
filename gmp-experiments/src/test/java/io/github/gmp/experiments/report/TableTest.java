package io.github.gmp.experiments.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gmp.experiments.report.Table.Cell;
import io.github.gmp.experiments.report.Table.Column;
import org.junit.jupiter.api.Test;

import java.util.List;

class TableTest {
    private static final Table TABLE = new Table(
            List.of(
                    new Column("", "descriptor", false),
                    new Column("MAE in meV", "train", true),
                    new Column("MAE in meV", "test", true)),
            List.of(
                    List.of(Cell.of("GMP <3>"), Cell.of("1.50"), new Cell("2.00 ± 0.10", true)),
                    List.of(Cell.of("BP"), Cell.of("12.5"), Cell.of(""))));

    @Test
    void textIsAlignedAndMarksTheBest() {
        assertThat(TABLE.text())
                .containsExactly(
                        "                MAE in meV",
                        "descriptor  train          test",
                        "──────────  ─────  ────────────",
                        "GMP <3>      1.50  2.00 ± 0.10*",
                        "BP           12.5");
    }

    @Test
    void htmlEscapesAndMarksTheBest() {
        assertThat(TABLE.html())
                .contains("<th colspan=\"2\" scope=\"colgroup\" class=\"group\">MAE in meV</th>")
                .contains("<td class=\"text\">GMP &lt;3&gt;</td>")
                .contains("<td class=\"number best\">2.00 ± 0.10</td>");
    }

    @Test
    void groupsCanBeTakenOut() {
        assertThat(TABLE.withGroups(List.of("")).text()).containsExactly("descriptor", "──────────", "GMP <3>", "BP");
    }

    @Test
    void rowsMustFit() {
        assertThatThrownBy(() -> new Table(TABLE.columns(), List.of(List.of(Cell.of("x")))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a row has 1 cells, the table 3 columns");
    }

    @Test
    void csvQuotesWhatNeedsIt() {
        assertThat(Csv.text(List.of(List.of("name", "value"), List.of("a \"b\", c", "1"))))
                .isEqualTo("name,value\n\"a \"\"b\"\", c\",1\n");
    }

    @Test
    void numbersHaveThreeDigitsAndNoLocale() {
        assertThat(Numbers.significant(0.0012345)).isEqualTo("0.00123");
        assertThat(Numbers.significant(12.345)).isEqualTo("12.3");
        assertThat(Numbers.significant(1234.5)).isEqualTo("1235");
        assertThat(Numbers.meanAndDeviation(12.34, 0.456)).isEqualTo("12.3 ± 0.5");
        assertThat(Numbers.count(14701)).isEqualTo("14,701");
    }
}
