package io.github.gmp.runtime.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gmp.api.error.DataException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

class JsonTest {
    private record Point(double x, OptionalDouble y) {
        Point {
            if (x < 0) {
                throw new IllegalArgumentException("x has to be positive");
            }
        }

        public boolean isFinite() {
            return Double.isFinite(x);
        }
    }

    private enum Kind {
        ROUND,
        SQUARE
    }

    private record Drawing(
            String name,
            int number,
            boolean closed,
            Kind kind,
            List<Point> points,
            Map<String, Object> notes,
            Optional<Point> center,
            OptionalInt layer,
            OptionalLong size) {}

    private static final Drawing DRAWING = new Drawing(
            "a",
            3,
            true,
            Kind.ROUND,
            List.of(new Point(0.5, OptionalDouble.of(1)), new Point(Double.NaN, OptionalDouble.empty())),
            Map.of("why", List.of(7L)),
            Optional.of(new Point(2, OptionalDouble.empty())),
            OptionalInt.of(4),
            OptionalLong.empty());
    private static final String LINE = "{\"name\":\"a\",\"number\":3,\"closed\":true,\"kind\":\"ROUND\","
            + "\"points\":[{\"x\":0.5,\"y\":1.0},{\"x\":\"NaN\"}],\"notes\":{\"why\":[7]},\"center\":{\"x\":2.0},\"layer\":4}";

    @Test
    void recordsAreWrittenInTheirOrderWithoutWhatIsAbsent() {
        assertThat(Json.line(DRAWING)).isEqualTo(LINE);
        assertThat(Json.text(new Point(1, OptionalDouble.empty()))).isEqualTo("{\n  \"x\" : 1.0\n}\n");
    }

    @Test
    void whatIsReadIsWhatWasWritten() {
        assertThat(Json.read(Drawing.class, LINE, "here")).isEqualTo(DRAWING);
        assertThat(Json.plain(DRAWING)).containsEntry("number", 3L).containsEntry("center", Map.of("x", 2.0));
        assertThat(Json.find(Point.class, "{\"x\":1}")).contains(new Point(1, OptionalDouble.empty()));
        assertThat(Json.find(Point.class, "{\"x\":1")).isEmpty();
        assertThat(Json.find(Point.class, "null")).isEmpty();
        assertThat(Json.findPlain("{\"x\":1}")).contains(Map.of("x", 1L));
        assertThat(Json.findPlain("null")).isEmpty();
        assertThat(Json.findPlain("[1]")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"number\":3 | \"number\":3.5 | 'number' is absent or not a whole number",
                "\"number\":3 | \"number\":\"3\" | 'number' is absent or not a whole number",
                "\"number\":3 | \"number\":null | 'number' is absent or not a whole number",
                "\"number\":3 | \"number\":3000000000 | 'number' is absent or not a whole number",
                "\"number\":3, | | 'number' is absent or not a whole number",
                "\"a\" | 5 | 'name' is absent or not text",
                "\"a\" | null | 'name' is absent or not text",
                "true | \"true\" | 'closed' is absent or not true or false",
                "true | 1 | 'closed' is absent or not true or false",
                "\"ROUND\" | \"FLAT\" | 'kind' is absent or not one of ROUND, SQUARE",
                "\"ROUND\" | 0 | 'kind' is absent or not one of ROUND, SQUARE",
                "\"y\":1.0 | \"y\":\"1.0\" | 'points[0].y' is absent or not a number",
                "\"y\":1.0 | \"y\":null | 'points[0].y' is absent or not a number",
                "{\"x\":\"NaN\"} | {} | 'points[1].x' is absent or not a number",
                "{\"x\":\"NaN\"} | null | 'points[1]' is absent or not an object",
                "{\"x\":2.0} | [2.0] | 'center' is absent or not an object",
                "{\"x\":2.0} | {\"x\":-2.0} | 'center': x has to be positive",
                "\"y\":1.0 | \"z\":1.0 | 'points[0].z' is not known; known here: x, y",
                "\"y\":1.0 | \"x\":1.0 | a name that the object has already, before line 1, column 75",
                "\"layer\":4} | \"layer\":4 | is no JSON from line 1, column 142 on",
                "\"layer\":4} | \"layer\":4}} | is no JSON from line 1, column 143 on",
            })
    void whatIsWrongIsNamed(String part, String replacement, String problem) {
        String broken = LINE.replace(part, replacement == null ? "" : replacement);
        assertThat(broken).isNotEqualTo(LINE);
        assertThatThrownBy(() -> Json.read(Drawing.class, broken, "file.json:7"))
                .isInstanceOf(DataException.class)
                .hasMessage("file.json:7: " + problem);
    }

    @Test
    void whatIsNoObjectIsNone() {
        assertThatThrownBy(() -> Json.read(Point.class, "[1]", "f"))
                .isInstanceOf(DataException.class)
                .hasMessage("f: is not an object of JSON");
        assertThatThrownBy(() -> Json.read(Point.class, "null", "f"))
                .isInstanceOf(DataException.class)
                .hasMessage("f: is not an object of JSON");
        assertThatThrownBy(() -> Json.read(Point.class, "", "f"))
                .isInstanceOf(DataException.class)
                .hasMessage("f: is not an object of JSON");
    }

    @Test
    void theVersionIsKnownWhateverElseThereIs() {
        assertThat(Json.version("{\"a\":{\"version\":1},\"version\":7,\"b\"")).hasValue(7);
        assertThat(Json.version("{\"version\":\"7\"}")).isEmpty();
        assertThat(Json.version("{\"a\":1}")).isEmpty();
        assertThat(Json.version("[7]")).isEmpty();
        assertThat(Json.version("no JSON")).isEmpty();
    }

    @Test
    void whatIsNoDocumentIsNotWritten() {
        assertThatThrownBy(() -> Json.line(new Object()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("neither a record nor plain data: class java.lang.Object");
    }
}
