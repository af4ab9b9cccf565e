package io.github.gmp.runtime.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.gmp.api.error.DataException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reading, changing and writing configuration trees. */
class ConfigTreeTest {
    @TempDir
    Path folder;

    private ConfigTree load(String text) throws IOException {
        return ConfigTree.load(Files.writeString(folder.resolve("a b.yaml"), text));
    }

    @Test
    void scalarsFollowYaml12() throws IOException {
        Map<String, Object> map = load("""
                        \uFEFF# a comment
                        whole: [0, -3, +4, 007, 123456789012]
                        decimal: [1.5, 1e-3, 1E5, -.5, 2., 1.0e+10, .inf, -.inf, 123456789012345678901234567890]
                        truth: [true, False]
                        text: [No, Y, yes, on, 'true', "1", 1:30, 2024-01-01, 0x1F, 1_000, a b, é]
                        nested: {a: {b: [{c: 1}]}}
                        """).map();

        assertThat(map.get("whole")).isEqualTo(List.of(0L, -3L, 4L, 7L, 123456789012L));
        assertThat(map.get("decimal"))
                .isEqualTo(List.of(
                        1.5,
                        1e-3,
                        1e5,
                        -0.5,
                        2.0,
                        1e10,
                        Double.POSITIVE_INFINITY,
                        Double.NEGATIVE_INFINITY,
                        123456789012345678901234567890.0));
        assertThat(map.get("truth")).isEqualTo(List.of(true, false));
        assertThat(map.get("text"))
                .isEqualTo(List.of(
                        "No", "Y", "yes", "on", "true", "1", "1:30", "2024-01-01", "0x1F", "1_000", "a b", "é"));
        assertThat(map.get("nested")).isEqualTo(Map.of("a", Map.of("b", List.of(Map.of("c", 1L)))));
    }

    @Test
    void jsonIsRead() throws IOException {
        assertThat(load("{\"a\": [1, 2.5, \"x\"],\n \"b\": {\"c\": true}}").map())
                .isEqualTo(Map.of("a", List.of(1L, 2.5, "x"), "b", Map.of("c", true)));
    }

    @Test
    void theBaseDirectoryIsTheFolderOfTheFile() throws IOException {
        assertThat(load("a: 1").baseDirectory()).isEqualTo(folder.toAbsolutePath());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            a: 1\\na: 2               | :2: key 'a' is given twice
            a: {b: 1, b: 1}           | :1: key 'b' is given twice
            a: 1\\nb:                 | :2: key 'b' has no value
            a: [1, ~]                 | :1: a value is missing here
            a: !!java.net.URL [x]     | :1: YAML tags are not allowed, got tag:yaml.org,2002:java.net.URL
            a: !thing x               | :1: YAML tags are not allowed, got !thing
            a: !!set {x: 1}           | :1: YAML tags are not allowed, got tag:yaml.org,2002:set
            a: &x [*x]                | :1: is nested too deeply or too large for a configuration
            ? [1]\\n: 2               | :1: a key must be text
            a: [1                     | :1: is not valid YAML: expected ',' or ']', but got <stream end>
            a: 1\\n\\tb: 2            | :2: is not valid YAML: found character '\\t(TAB)' that cannot start any token. (Do not use \\t(TAB) for indentation)
            a: 1\\n---\\nb: 1         | :2: is not valid YAML: but found another document
            # nothing                 | : is empty
            [1, 2]                    | : expected keys with values such as 'descriptor: {type: gmp}', got [1, 2]
            """)
    void malformedFilesAreRefusedWithTheirLine(String text, String message) throws IOException {
        String file = text.replace("\\n", "\n").replace("\\t", "\t");
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> load(file))
                .withMessage(folder.resolve("a b.yaml") + message);
    }

    @Test
    void aBillionLaughsAreRefused() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 9; i++) {
            String previous = "*a" + (i - 1);
            bomb.append("a" + i + ": &a" + i + " [" + String.join(", ", java.util.Collections.nCopies(10, previous))
                    + "]\n");
        }
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> load(bomb.toString()))
                .withMessageEndingWith(
                        "is not valid YAML: Number of aliases for non-scalar nodes exceeds the specified max=50");
    }

    @Test
    void filesThatCannotBeReadAreRefused() throws IOException {
        Path missing = folder.resolve("missing.yaml");
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> ConfigTree.load(missing))
                .withMessage(missing + ": there is no such file");
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> ConfigTree.load(folder))
                .withMessage(folder + ": is a folder, expected a YAML file");
        Path binary =
                Files.write(folder.resolve("binary.yaml"), new byte[] {'a', ':', ' ', (byte) 0xff, (byte) 0xfe, 0});
        assertThatExceptionOfType(DataException.class)
                .isThrownBy(() -> ConfigTree.load(binary))
                .withMessageStartingWith(binary + ": ");
    }

    @Test
    void oneValueIsReplaced() {
        ConfigTree tree = ConfigTree.of(Map.of("a", Map.of("b", List.of(1, Map.of("c", "x")))), Path.of(""));

        assertThat(tree.with("a.b[1].c", 2.5).map()).isEqualTo(Map.of("a", Map.of("b", List.of(1L, Map.of("c", 2.5)))));
        assertThat(tree.with("a.b[2]", true).map())
                .isEqualTo(Map.of("a", Map.of("b", List.of(1L, Map.of("c", "x"), true))));
        assertThat(tree.with("n.m[0].k", List.of(1, 2)).map().get("n"))
                .isEqualTo(Map.of("m", List.of(Map.of("k", List.of(1L, 2L)))));
        assertThat(tree.map())
                .as("the tree itself does not change")
                .isEqualTo(Map.of("a", Map.of("b", List.of(1L, Map.of("c", "x")))));
        for (String bad : List.of("", "a..b", "a.", ".a", "a[x]", "a[0", "a.b[5]", "a[0]", "a.b.c")) {
            assertThatIllegalArgumentException().as(bad).isThrownBy(() -> tree.with(bad, 1));
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tree.with("a", Path.of("x")))
                .withMessageStartingWith("a configuration holds text, numbers, booleans, lists and maps, got ");
    }

    @Test
    void writtenYamlReadsBackTheSame() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put(
                "text",
                Arrays.asList(
                        "plain",
                        "two words",
                        "",
                        " x ",
                        "true",
                        "No",
                        "yes",
                        "1",
                        "1e5",
                        "~",
                        "a: b",
                        "# c",
                        "it's",
                        "-x",
                        "- y",
                        "*a",
                        "&a",
                        "!t",
                        "%",
                        "@",
                        "`",
                        "a,b",
                        "[x]",
                        "{y}",
                        "tab\there",
                        "line\nbreak",
                        "Å ± é",
                        "\uD83D\uDE00",
                        "\\",
                        "\"",
                        "${data.elements}",
                        "null",
                        "x:",
                        "=",
                        "<<"));
        map.put("numbers", List.of(1, -2L, 1.5, 1e-7, 1e22, 0.1, Double.MIN_VALUE));
        map.put(
                "key: odd",
                List.of(List.of(1, 2), List.of(), Map.of(), Map.of("a", 1, "b", List.of(Map.of("c", Map.of("d", 1))))));
        map.put("maps", List.of(Map.of("a", Map.of("b", Map.of("c", "x"))), Map.of("short", 1)));
        map.put("empty", Map.of());
        ConfigTree tree = ConfigTree.of(map, Path.of(""));

        assertThat(YamlReader.readText(tree.toYaml(), "written")).isEqualTo(tree.map());
        assertThat(YamlReader.readText(YamlWriter.flow(tree.map()), "flow")).isEqualTo(tree.map());
    }

    @Test
    void writtenYamlIsLaidOutForReaders() {
        Map<String, Object> descriptor = new LinkedHashMap<>();
        descriptor.put("type", "gmp");
        descriptor.put("radial", Map.of("sigmas", List.of(0.25, 1.0)));
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("descriptor", descriptor);
        map.put("seeds", List.of(1, 2));
        map.put("list", List.of(Map.of("x", Map.of("y", 1)), 2));

        assertThat(ConfigTree.of(map, Path.of("")).toYaml()).isEqualTo("""
                descriptor:
                  type: gmp
                  radial: {sigmas: [0.25, 1.0]}
                seeds: [1, 2]
                list:
                  - x: {y: 1}
                  - 2
                """);
    }

    @Test
    void canonicalJsonDoesNotDependOnOrder() {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("b", List.of(1, 2.0, -0.0, 1e-7));
        one.put("a", "\"\u0001é\\");
        Map<String, Object> other = new LinkedHashMap<>();
        other.put("a", "\"\u0001é\\");
        other.put("b", List.of(1L, 2.0, 0.0, 1e-7));

        assertThat(ComponentSpecs.canonicalJson(one))
                .isEqualTo("{\"a\":\"\\\"\\u0001é\\\\\",\"b\":[1,2.0,0.0,1.0E-7]}")
                .isEqualTo(ComponentSpecs.canonicalJson(other));
        assertThatIllegalArgumentException().isThrownBy(() -> ComponentSpecs.canonicalJson(List.of(Double.NaN)));
        assertThat(ComponentSpecs.hashOf("abc".getBytes(StandardCharsets.UTF_8).length))
                .as("SHA-256 of the text 3")
                .isEqualTo("4e07408562bedb8b60ce05c1decfe3ad16b72230967de01f640b7e4729b49fce");
    }
}
