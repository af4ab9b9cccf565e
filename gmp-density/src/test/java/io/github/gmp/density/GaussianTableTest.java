package io.github.gmp.density;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.gmp.api.error.DataException;
import io.github.gmp.api.multipole.density.DensitySource;
import io.github.gmp.api.multipole.density.GaussianMixture;
import io.github.gmp.api.plugin.ComponentFactory;
import io.github.gmp.api.plugin.ConfigException;
import io.github.gmp.api.plugin.Plugin;
import io.github.gmp.api.structure.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.ServiceLoader;

class GaussianTableTest {
    private static final String HEADER = "{\"format\": \"gmp-gaussian-table\","
            + " \"units\": {\"amplitude\": \"e/angstrom^3\", \"exponent\": \"1/angstrom^2\"}, \"elements\": ";

    @TempDir
    Path folder;

    private DensitySource create(Optional<String> file) {
        return create(file, Optional.empty());
    }

    private DensitySource create(Optional<String> file, Optional<String> other) {
        return GaussianTables.of(
                new GaussianTableConfig(BuiltInTable.PAPER, file.map(folder::resolve), other.map(folder::resolve)));
    }

    private String table(String content) throws IOException {
        Files.writeString(folder.resolve("table.json"), content);
        return "table.json";
    }

    private void assertRejected(String content, String message) throws IOException {
        String file = table(content);
        assertThatThrownBy(() -> create(Optional.of(file)))
                .isInstanceOf(DataException.class)
                .hasMessage("density table " + folder.resolve(file) + ": " + message);
    }

    @Test
    void theBuiltInTableHasTheElementsOfThePaper() {
        DensitySource source = create(Optional.empty());

        assertThat(source.elements()).hasSize(63).contains(Element.H, Element.Cl, Element.Cu, Element.Bi);
        assertThat(source.elements()).doesNotContain(Element.He, Element.La);
    }

    // Valence electrons of the SG15 pseudopotentials that the paper's densities were fitted to (z_valence), Hf and Ta
    // with the 4f shell
    // in the core. The paper did not constrain the integral; its largest deviation is 4.2 % (Cs).
    @ParameterizedTest
    @CsvSource({
        "H, 1", "Li, 3", "B, 3", "C, 4", "N, 5", "O, 6", "F, 7", "Na, 9", "Al, 11", "Si, 4", "P, 5", "S, 6", "Cl, 7",
        "Fe, 16", "Cu, 19", "Br, 7", "Ag, 19", "I, 17", "Cs, 9", "Hf, 12", "Ta, 13", "Pt, 18", "Au, 19"
    })
    void densitiesIntegrateToTheValenceElectrons(Element element, double electrons) {
        assertThat(create(Optional.empty()).density(element).integral())
                .isCloseTo(electrons, within(0.045 * electrons));
    }

    @Test
    void theRowsOfOxygenAreThoseOfThePaper() {
        assertThat(create(Optional.empty()).density(Element.O))
                .isEqualTo(new GaussianMixture(
                        new double[] {-16.71395146843721, 12.88440201519098, 4.741066846660114, 0.39613529431691197},
                        new double[] {21.104966141790488, 10.924239597403231, 3.817042495822807, 1.3258954428113234}));
    }

    @Test
    void aMissingElementIsNamedWithWhatThereIs() throws IOException {
        String file = table(HEADER + "{\"O\": {\"gaussians\": [[1.0, 0.5]]}, \"H\": {\"gaussians\": [[1.0, 2.0]]}}}");

        DensitySource source = create(Optional.of(file));

        assertThat(source.density(Element.H)).isEqualTo(GaussianMixture.of(1, 2));
        assertThatThrownBy(() -> source.density(Element.Cl))
                .isInstanceOf(DataException.class)
                .hasMessage("the density table " + folder.resolve(file) + " has no element Cl; it has H O");
        assertThatThrownBy(() -> create(Optional.empty()).density(Element.He))
                .hasMessageStartingWith("the density table 'paper' has no element He; it has H Li Be B C N O F Na");
    }

    @Test
    void malformedFilesAreRejectedWithTheirPlace() throws IOException {
        assertThatThrownBy(() -> create(Optional.of("absent.json")))
                .isInstanceOf(DataException.class)
                .hasMessage("density table " + folder.resolve("absent.json") + ": there is no such file");
        assertRejected("[1, 2]", "a JSON object with the keys format, units and elements was expected");
        assertRejected("", "a JSON object with the keys format, units and elements was expected");
        assertRejected("{\"elements\": {}}", "format: \"gmp-gaussian-table\" was expected, got nothing");
        assertRejected(
                "{\"format\": \"gmp-gaussian-table\", \"units\": {\"amplitude\": \"e/bohr^3\"}}",
                "units.amplitude: \"e/angstrom^3\" was expected, got \"e/bohr^3\"");
        assertRejected(HEADER + "{}}", "elements: an object with at least one element symbol was expected, got {}");
        assertRejected(HEADER + "{\"cl\": {}}}", "elements: unknown element 'cl'; did you mean 'Cl'?");
        assertRejected(
                HEADER + "{\"Cl\": {}}}", "element Cl: gaussians: a list of rows [B, beta] was expected, got nothing");
        assertRejected(
                HEADER + "{\"Cl\": {\"gaussians\": [[1, 2], [3]]}}}",
                "element Cl, Gaussian 2: two numbers [B, beta] were expected, got [3]");
        assertRejected(
                HEADER + "{\"Cl\": {\"gaussians\": [[1, -2]]}}}",
                "element Cl, Gaussian 1: beta must be positive and finite, got -2");
        assertRejected(
                HEADER + "{\"Cl\": {\"gaussians\": [[1e999, 2]]}}}",
                "element Cl, Gaussian 1: B must be finite, got Infinity");
        assertRejected(
                HEADER + "{\"Cl\": {\"gaussians\": [[1e300, 1e-200]]}}}",
                "element Cl: the Gaussians add up to Infinity electrons");
        assertRejected(
                HEADER + "{\"H\": {\"electrons\": 1, \"gaussians\": [[1, 1]]}}}",
                "element H: the Gaussians add up to 5.568327996831708 electrons, the table says 1; check the units"
                        + " (e/angstrom^3 and 1/angstrom^2)");
        assertRejected(
                HEADER + "{\"H\": {\"electrons\": \"one\", \"gaussians\": [[1, 1]]}}}",
                "element H: electrons: a positive number was expected, got \"one\"");
        assertRejected("{\n \"a\": 1,\n \"a\": 2}", "line 3, column 5: not valid JSON: Duplicate field 'a'");
    }

    @Test
    void aTruncatedFileIsRejected() throws IOException {
        String file = table(HEADER);

        assertThatThrownBy(() -> create(Optional.of(file)))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith("density table " + folder.resolve(file) + ": line 1, column ")
                .hasMessageContaining("not valid JSON: Unexpected end-of-input");
    }

    @Test
    void aFileAndAFolderAtOnceAreRefused() {
        assertThatThrownBy(() -> create(Optional.of("a.json"), Optional.of("b")))
                .isInstanceOf(ConfigException.class)
                .hasMessage("folder: got b, expected either a file or a folder, not both; 'layered' joins tables");
    }

    @Test
    void theServiceLoaderFindsThePlugin() {
        assertThat(ServiceLoader.load(Plugin.class).stream()
                        .map(ServiceLoader.Provider::get)
                        .filter(plugin -> plugin.name().equals("gmp-density")))
                .singleElement()
                .satisfies(plugin -> assertThat(plugin.factories())
                        .extracting(ComponentFactory::name)
                        .containsExactlyInAnyOrder(
                                "gaussian-table",
                                "layered",
                                "selected",
                                "single-gaussian",
                                "slater",
                                "upf",
                                "gaussian-fit",
                                "upf",
                                "radial-csv"));
    }
}
