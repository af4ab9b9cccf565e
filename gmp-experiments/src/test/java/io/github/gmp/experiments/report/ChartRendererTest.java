package io.github.gmp.experiments.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gmp.experiments.report.Chart.Axis;
import io.github.gmp.experiments.report.Chart.Line;
import io.github.gmp.experiments.report.Chart.Marker;
import io.github.gmp.experiments.report.Chart.Point;
import io.github.gmp.experiments.report.Chart.Series;
import io.github.gmp.experiments.report.Chart.Style;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

import java.io.StringReader;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;

class ChartRendererTest {
    private static final Chart CHART = new Chart(
            "Error against \"features\" & more",
            new Axis("features", true),
            new Axis("test MAE in meV", true),
            List.of(
                    new Series(
                            "GMP",
                            List.of(new Point(12, 88, 3), new Point(66, 40, 60)),
                            new Style(ChartColor.series(0), Marker.CIRCLE, Line.NONE)),
                    new Series(
                            "front",
                            List.of(new Point(12, 88, 0), new Point(66, 40, 0)),
                            new Style(ChartColor.INK, Marker.NONE, Line.DASHED)),
                    new Series(
                            "left out",
                            List.of(new Point(0, 3, 0), new Point(Double.NaN, 3, 0)),
                            new Style(ChartColor.series(1), Marker.SQUARE, Line.NONE))));

    @Test
    void isTheSameTextEveryTime() {
        assertThat(new ChartRenderer(600, 400, false).svg(CHART))
                .isEqualTo(new ChartRenderer(600, 400, false).svg(CHART));
    }

    @Test
    void isWellFormedDescribedAndColoredByTheThemeOfThePage() throws Exception {
        String svg = new ChartRenderer(600, 400, true).svg(CHART);
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        Document document = factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
        assertThat(document.getDocumentElement().getAttribute("aria-label"))
                .isEqualTo("Error against \"features\" & more");
        assertThat(document.getDocumentElement().getAttribute("viewBox")).isEqualTo("0 0 600 400");
        assertThat(svg)
                .contains("var(--series-1,#0067a8)")
                .contains("var(--ink,#1c2430)")
                .contains("stroke-dasharray:5,4")
                .doesNotContain("rgb(1,2,")
                .doesNotContain("rgb(255,255,255)")
                .doesNotContain("var(--series-2");
    }

    @Test
    void logarithmicAxesAlwaysHaveLabeledTicks() {
        AxisRange narrow = AxisRange.of(new double[] {41, 170}, true);
        assertThat(narrow.min()).isEqualTo(30);
        assertThat(narrow.max()).isEqualTo(200);
        assertThat(List.of(narrow.label(30), narrow.label(40), narrow.label(50), narrow.label(60), narrow.label(200)))
                .containsExactly("", "", "50", "", "200");
        AxisRange wide = AxisRange.of(new double[] {0.012, 5}, true);
        assertThat(List.of(wide.label(0.02), wide.label(0.1), wide.label(0.3), wide.label(5)))
                .containsExactly("0.02", "0.1", "", "5");
    }

    @Test
    void shortLogarithmicAxesBecomeLinear() {
        AxisRange range = AxisRange.of(new double[] {138, 171}, true);
        assertThat(range.logarithmic()).isFalse();
        assertThat(range.label(140)).isEqualTo("140");
        assertThat(range.label(145.5)).isEqualTo("145.5");
    }

    @Test
    void linearAxesStartAtZeroWhenItIsNear() {
        assertThat(AxisRange.of(new double[] {1, 100}, false).min()).isZero();
        assertThat(AxisRange.of(new double[] {90, 100}, false).min()).isBetween(85.0, 90.0);
    }
}
