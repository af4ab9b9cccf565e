package io.github.gmp.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.gmp.fixtures.MorseMolecules;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;

/** The page, the file of metrics and the text of {@code gmp train}: the same numbers in all of them. */
class TrainReportTest {
    @TempDir
    static Path folder;

    private static Path config;
    private static SearchFixture.Outcome network;
    private static String page;
    private static JsonNode metrics;

    @BeforeAll
    static void train() throws IOException {
        MorseMolecules.write(MorseMolecules.frames(60, 3), "config_type=cold", folder.resolve("cold.extxyz"));
        MorseMolecules.write(MorseMolecules.frames(40, 4), "config_type=warm", folder.resolve("warm.extxyz"));
        config = Files.writeString(folder.resolve("train.yaml"), """
                name: morse
                data:
                  files: [cold.extxyz, warm.extxyz]
                  split: {validation: 15, test: 15}
                descriptor:
                  type: gmp
                  radial: {type: gaussian, sigmas: [0.4, 1.0]}
                  angular: {type: mcsh, maxOrder: 2}
                  cutoff: {type: smooth, radius: 5.0}
                regressor: {type: snn, nodes: 8, epochs: 7, batchNorm: false, forceWeight: 5}
                """);
        network = gmp("train", "--config", config, "--out", folder.resolve("network"));
        assertThat(network.code()).as(network.err()).isZero();
        page = Files.readString(folder.resolve("network/report.html"));
        metrics = new ObjectMapper()
                .readTree(folder.resolve("network/metrics.json").toFile());
    }

    @Test
    void theTablesOfThePageHoldTheNumbersOfTheFile() {
        List<List<String>> sets = rows(elements("table").get(0));
        String[] names = {"train", "validation", "test"};
        for (int s = 0; s < 3; s++) {
            JsonNode set = metrics.get(names[s]);
            assertThat(sets.get(s).subList(1, 8))
                    .as(names[s])
                    .containsExactly(
                            set.get("structures").asText(),
                            milli(set.get("energyMae")),
                            milli(set.get("energyRmse")),
                            milli(set.get("energyMaePerAtom")),
                            milli(set.get("energyRmsePerAtom")),
                            milli(set.get("forceMae")),
                            milli(set.get("forceRmse")));
        }
        List<List<String>> elements = rows(elements("table").get(1));
        assertThat(elements).hasSize(3);
        for (List<String> row : elements) {
            String symbol = row.get(0).replace("on ", "");
            for (int s = 0; s < 3; s++) {
                JsonNode forces = metrics.get(names[s]).get("forcesByElement").get(symbol);
                assertThat(row.subList(1 + 2 * s, 3 + 2 * s))
                        .as(symbol)
                        .containsExactly(milli(forces.get("forceMae")), milli(forces.get("forceRmse")));
            }
        }
        List<List<String>> types = rows(elements("table").get(2));
        assertThat(types)
                .extracting(row -> row.get(0))
                .containsExactly(
                        "training, cold",
                        "training, warm",
                        "validation, cold",
                        "validation, warm",
                        "test, cold",
                        "test, warm");
        JsonNode cold = metrics.get("test").get("byConfigType").get("cold");
        assertThat(types.get(4).subList(1, 3))
                .containsExactly(cold.get("structures").asText(), milli(cold.get("energyMae")));
    }

    @Test
    void theTerminalShowsTheSameTables() {
        JsonNode test = metrics.get("test");
        assertThat(network.out())
                .containsPattern("test +15 +" + milli(test.get("energyMae")) + " +" + milli(test.get("energyRmse")))
                .containsPattern("forces \\(meV/Å\\) +MAE +RMSE +MAE +RMSE +MAE +RMSE\n")
                .containsPattern("on O( +[0-9.,]+){4} +"
                        + milli(test.get("forcesByElement").get("O").get("forceMae")))
                .contains("config_type (test set)  structures")
                .contains("report: " + folder.resolve("network/report.html"));
        assertThat(network.out().indexOf("trained on          energies and forces"))
                .as("the data come before the errors")
                .isBetween(0, network.out().indexOf("config_type (test set)"));
        assertThat(network.out())
                .contains("time of training    up to 7 epochs; what is left is shown from the first one");
    }

    @Test
    void curvesAndParityAreDrawn() {
        assertThat(elements("svg"))
                .extracting(svg -> svg.getAttribute("aria-label"))
                .containsExactly(
                        "Loss on the training set against epoch",
                        "Energy errors against epoch",
                        "Force errors against epoch",
                        "Learning rate against epoch",
                        "Loss on the training set against time",
                        "Energy errors against time",
                        "Force errors against time",
                        "Learning rate against time",
                        "Predicted against reference energies",
                        "Predicted against reference forces");
        // 70 structures of 4 atoms.
        assertThat(page).contains("All are drawn.", "Drawn, at random with a fixed seed: 600 of 840 training.");
        assertThat(page.split("<h2>Predictions", 2)[1].split("</h2>", 2)[0]).doesNotContain("Calibration");
    }

    @Test
    void thePageStandsAloneAndSaysWhereItComesFrom() {
        assertThat(page)
                .doesNotContain("<script", "src=", "href=")
                .contains("<h1>Training: morse</h1>")
                .contains("trained on 70 structures (energies and forces).")
                .contains("<dt>frames</dt><dd>100</dd>")
                .contains("forceWeight: 5.0")
                .contains(metrics.get("provenance").get("dataHash").asText())
                .contains(metrics.get("provenance").get("configurationHash").asText())
                .doesNotContain("Stopped after");
        assertThat(metrics.get("stopped").asBoolean()).isFalse();
        assertThat(metrics.get("data").get("trainedOn").asText()).isEqualTo("energies and forces");
    }

    /** Linear models on bootstrap samples, without epochs and, in this data set, with one type. */
    @Test
    void aCommitteeIsCalibrated() throws IOException {
        Path out = folder.resolve("committee");
        SearchFixture.Outcome outcome = gmp(
                "train",
                "--config",
                config,
                "--out",
                out,
                "--quiet",
                "--set",
                "regressor={type: committee, members: 3, bootstrap: true, member: {type: ridge}}");
        assertThat(outcome.code()).as(outcome.err()).isZero();
        assertThat(outcome.out())
                .contains("Spread of the committee against its errors on the test set")
                .doesNotContain("time of training");
        String html = Files.readString(out.resolve("report.html"));
        assertThat(html)
                .contains("<h2>Calibration of the committee</h2>", "Error over spread of all: ")
                .contains("aria-label=\"Error against spread, energies\"")
                .contains("aria-label=\"Error against spread, forces\"")
                .doesNotContain("Learning curves");
        JsonNode spread = new ObjectMapper()
                .readTree(out.resolve("metrics.json").toFile())
                .get("test")
                .get("energySpread");
        assertThat(spread.get("count").asInt()).isEqualTo(15);
        assertThat(spread.get("errorOverSpread").asDouble())
                .isEqualTo(spread.get("error").asDouble() / spread.get("spread").asDouble());
        assertThat(html)
                .contains(String.format(
                        Locale.ROOT,
                        "of their ranks: %.2f",
                        spread.get("rankCorrelation").asDouble()));
    }

    @Test
    void stressIsComparedWhereThereIsOne() throws IOException {
        Path yaml = Files.writeString(folder.resolve("stress.yaml"), """
                name: toy
                data: {files: [DATA], split: {train: 40, validation: 10, test: 10}}
                descriptor:
                  type: gmp
                  radial: {type: gaussian, sigmas: [0.4, 1.0]}
                  angular: {type: mcsh, maxOrder: 1}
                  cutoff: {type: smooth, radius: 4.0}
                regressor: {type: ridge, forceWeight: 1}
                """.replace(
                        "DATA",
                        Path.of("..", "examples", "data", "periodic-toy.extxyz.gz")
                                .toAbsolutePath()
                                .normalize()
                                .toString()));
        Path out = folder.resolve("stress");
        SearchFixture.Outcome outcome = gmp("train", "--config", yaml, "--out", out, "--quiet");
        assertThat(outcome.code()).as(outcome.err()).isZero();
        assertThat(outcome.out()).contains("stress (meV/Å³)");
        JsonNode test = new ObjectMapper()
                .readTree(out.resolve("metrics.json").toFile())
                .get("test");
        assertThat(test.get("stressMae").asDouble()).isPositive();
        assertThat(Files.readString(out.resolve("report.html")))
                .contains("aria-label=\"Predicted against reference stresses\"", milli(test.get("stressMae")));
        SearchFixture.Outcome dry = gmp("train", "--config", yaml, "--dry-run", "--quiet");
        assertThat(dry.out()).contains("trained on          energies and forces; stresses are compared only");
    }

    /** Total energies of different molecules span so much that errors are drawn for themselves. */
    @Test
    void whereCompositionsDifferEnergiesArePerAtom() throws IOException {
        Path yaml = Files.writeString(folder.resolve("molecules.yaml"), """
                name: molecules
                data: {files: [DATA], split: {train: 300, validation: 30, test: 30}}
                descriptor:
                  type: gmp
                  radial: {type: gaussian, sigmas: [0.5, 1.0]}
                  angular: {type: mcsh, maxOrder: 1}
                  cutoff: {type: smooth, radius: 4.0}
                regressor: {type: ridge}
                """.replace(
                        "DATA",
                        Path.of("..", "examples", "data", "molecules-gfn2.extxyz.gz")
                                .toAbsolutePath()
                                .normalize()
                                .toString()));
        Path out = folder.resolve("molecules");
        SearchFixture.Outcome outcome = gmp("train", "--config", yaml, "--out", out, "--quiet");
        assertThat(outcome.code()).as(outcome.err()).isZero();
        assertThat(Files.readString(out.resolve("report.html")))
                .contains("aria-label=\"Errors of energies against reference energies\"")
                .contains("<dt>isolated atoms</dt><dd>H C N O F S Cl (in no set)</dd>");
        assertThat(page).doesNotContain("Errors of energies against reference energies");
    }

    private static SearchFixture.Outcome gmp(Object... arguments) {
        return SearchFixture.gmp(arguments);
    }

    private static String milli(JsonNode value) {
        double milli = 1e3 * value.asDouble();
        return String.format(Locale.ROOT, milli >= 100 ? "%,.0f" : milli >= 10 ? "%.1f" : "%.2f", milli);
    }

    /** All elements of a name, each parsed as XML: tables and charts are well-formed by themselves. */
    private static List<Element> elements(String name) {
        List<Element> elements = new ArrayList<>();
        Matcher matcher =
                Pattern.compile("(?s)<" + name + "[ >].*?</" + name + ">").matcher(page);
        while (matcher.find()) {
            elements.add(parsed(matcher.group()).getDocumentElement());
        }
        return elements;
    }

    private static Document parsed(String xml) {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(xml)));
        } catch (Exception e) {
            throw new AssertionError(xml, e);
        }
    }

    /** Texts of the cells of the body. */
    private static List<List<String>> rows(Element table) {
        List<List<String>> rows = new ArrayList<>();
        NodeList body = ((Element) table.getElementsByTagName("tbody").item(0)).getElementsByTagName("tr");
        for (int r = 0; r < body.getLength(); r++) {
            List<String> row = new ArrayList<>();
            NodeList cells = ((Element) body.item(r)).getElementsByTagName("td");
            for (int c = 0; c < cells.getLength(); c++) {
                row.add(cells.item(c).getTextContent());
            }
            rows.add(row);
        }
        return rows;
    }
}
