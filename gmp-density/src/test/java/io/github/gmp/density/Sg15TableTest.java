package io.github.gmp.density;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.gmp.api.multipole.density.FitQuality;
import io.github.gmp.api.multipole.density.GaussianMixture;
import io.github.gmp.api.multipole.density.RadialDensity;
import io.github.gmp.api.structure.Element;
import io.github.gmp.density.csv.RadialCsvConfig;
import io.github.gmp.density.csv.RadialCsvFormat;
import io.github.gmp.density.fit.GaussianFit;
import io.github.gmp.density.fit.GaussianFitConfig;
import io.github.gmp.density.fit.QualityMeasure;
import io.github.gmp.fixtures.SharedFolder;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The committed table: what it promises, and, where the data it was fitted to are at hand, how well it follows them. */
class Sg15TableTest {
    private static final double LARGEST_CANCELLATION = 15;
    private static final double MOST_NEGATIVE = 1e-3;
    /** How far a fit may be behind the reference fits of the same number of Gaussians. */
    private static final double MARGIN = 1.05;

    private final GaussianTable table = GaussianTableReader.read(BuiltInTable.SG15);

    private static JsonNode json() throws IOException {
        try (InputStream stream = Sg15TableTest.class.getResourceAsStream("sg15.json")) {
            return new JsonMapper().readTree(stream);
        }
    }

    private static List<RadialDensity> data(Path shared) {
        return new RadialCsvFormat(new RadialCsvConfig(Optional.empty(), Optional.empty()))
                .read(shared.resolve("density/sg15-extended/radial-densities.csv.gz"));
    }

    @Test
    void itHasTheElementsUpToBismuthWithoutTheLanthanidesAfterLanthanum() {
        assertThat(table.elements()).hasSize(69).contains(Element.H, Element.He, Element.La, Element.Hf, Element.Bi);
        assertThat(table.elements()).doesNotContain(Element.Ce, Element.Lu, Element.Po);
    }

    @Test
    void sourceLicenseAndCommandAreStated() throws IOException {
        JsonNode root = json();

        assertThat(root.path("license").textValue()).startsWith("CC BY-SA 4.0, ");
        assertThat(root.path("source").textValue()).contains("SG15 ONCV PBE", "10.1016/j.cpc.2015.05.011");
        assertThat(root.path("command").textValue())
                .startsWith("gmp density fit sg15-extended/radial-densities.csv.gz --error 0.01 ");
        assertThat(root.path("elements").path("W").path("fit").path("data").textValue())
                .isEqualTo("W_ONCV_PBE-1.1");
    }

    @Test
    void integralsAreExactCancellationIsBoundedAndDensitiesArePositive() throws IOException {
        for (Map.Entry<String, JsonNode> entry : json().path("elements").properties()) {
            GaussianMixture mixture = table.density(Element.of(entry.getKey()));
            double electrons = entry.getValue().path("electrons").doubleValue();
            assertThat(electrons).isEqualTo(Math.rint(electrons)).isPositive();
            assertThat(mixture.integral())
                    .describedAs("electrons of %s", entry.getKey())
                    .isCloseTo(electrons, offset(1e-12 * electrons));
            double absolute = 0;
            for (int k = 0; k < mixture.size(); k++) {
                absolute += Math.abs(mixture.amplitude(k)) * Math.pow(Math.PI / mixture.exponent(k), 1.5);
            }
            assertThat(absolute / electrons)
                    .describedAs("cancellation of %s", entry.getKey())
                    .isBetween(1 - 1e-12, LARGEST_CANCELLATION);
            for (int i = 0; i <= 10_000; i++) {
                double r = 1e-3 * i;
                assertThat(mixture.value(r))
                        .describedAs("density of %s at %s Å", entry.getKey(), r)
                        .isGreaterThan(-MOST_NEGATIVE);
            }
        }
    }

    @Test
    void theStatedQualityIsThatOfTheGaussians() throws IOException {
        Optional<Path> shared = SharedFolder.find();
        assumeThat(shared).describedAs(SharedFolder.ABSENT).isPresent();
        JsonNode elements = json().path("elements");

        List<RadialDensity> data = data(shared.get());

        assertThat(data).hasSize(69);
        for (RadialDensity density : data) {
            JsonNode entry = elements.path(density.element().symbol());
            FitQuality quality = QualityMeasure.of(density, table.density(density.element()));
            assertThat(entry.path("fit").path("data").textValue()).isEqualTo(density.name());
            assertThat(entry.path("electrons").doubleValue()).isEqualTo(density.electrons());
            assertThat(quality.l1())
                    .describedAs("L1 of %s", density)
                    .isCloseTo(entry.path("fit").path("L1").doubleValue(), offset(1e-3 * quality.l1()))
                    .isLessThan(0.014);
            assertThat(quality.l2())
                    .describedAs("L2 of %s", density)
                    .isCloseTo(entry.path("fit").path("L2").doubleValue(), offset(1e-3 * quality.l2()));
        }
    }

    /** Against reachable-fit-quality.csv, at the same number of Gaussians; it ends at 7. */
    @Test
    void fitsAreAsGoodAsTheBestKnown() throws IOException {
        Optional<Path> shared = SharedFolder.find();
        assumeThat(shared).describedAs(SharedFolder.ABSENT).isPresent();
        Map<String, Double> known =
                Files.readAllLines(shared.get().resolve("density/reachable-fit-quality.csv")).stream()
                        .skip(1)
                        .map(line -> line.split(","))
                        .collect(
                                Collectors.toMap(fields -> fields[0] + fields[3], fields -> Double.valueOf(fields[5])));
        int compared = 0;

        for (RadialDensity density : data(shared.get())) {
            GaussianMixture mixture = table.density(density.element());
            Double best = known.get(density.element().symbol() + mixture.size());
            if (best != null) {
                compared++;
                assertThat(QualityMeasure.of(density, mixture).l1())
                        .describedAs("L1 of %s with %d Gaussians", density, mixture.size())
                        .isLessThan(MARGIN * best);
            }
        }
        assertThat(compared).isGreaterThanOrEqualTo(67);
    }

    @Test
    void anElementOfTheTableComesOutAgain() {
        Optional<Path> shared = SharedFolder.find();
        assumeThat(shared).describedAs(SharedFolder.ABSENT).isPresent();
        Map<Element, RadialDensity> data = new EnumMap<>(Element.class);
        data(shared.get()).forEach(density -> data.put(density.element(), density));

        for (Element element : List.of(Element.H, Element.O)) {
            GaussianMixture again = GaussianFit.fit(data.get(element), GaussianFitConfig.DEFAULT)
                    .mixture();
            GaussianMixture committed = table.density(element);
            assertThat(again.size()).isEqualTo(committed.size());
            for (int k = 0; k < again.size(); k++) {
                // Not to the last bit: the exponential function may differ between processors.
                assertThat(again.exponent(k)).isCloseTo(committed.exponent(k), offset(1e-4 * committed.exponent(k)));
            }
        }
    }
}
