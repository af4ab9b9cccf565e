package io.github.gmp.density;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gmp.api.error.DataException;
import io.github.gmp.api.multipole.density.DensitySource;
import io.github.gmp.api.multipole.density.GaussianMixture;
import io.github.gmp.api.structure.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The text formats of other codes: .g and .gpsp. */
class TextTablesTest {
    private static final String SEPARATOR = "****\n";

    @TempDir
    Path folder;

    private DensitySource file(String name, String content) throws IOException {
        Files.writeString(folder.resolve(name), content);
        return create(Optional.of(name), Optional.empty());
    }

    private DensitySource folder(String name) {
        return create(Optional.empty(), Optional.of(name));
    }

    private DensitySource create(Optional<String> file, Optional<String> inFolder) {
        return GaussianTables.of(
                new GaussianTableConfig(BuiltInTable.PAPER, file.map(folder::resolve), inFolder.map(folder::resolve)));
    }

    private void assertRejected(String name, String content, String message) {
        assertThatThrownBy(() -> file(name, content))
                .isInstanceOf(DataException.class)
                .hasMessage("density table " + folder.resolve(name) + message);
    }

    private void assertFolderRejected(String name, String message) {
        assertThatThrownBy(() -> folder(name))
                .isInstanceOf(DataException.class)
                .hasMessage("density table " + folder.resolve(name) + message);
    }

    @Test
    void aFolderOfGFilesIsATable() throws IOException {
        Path tables = Files.createDirectory(folder.resolve("tables"));
        Files.writeString(tables.resolve("C_pseudodensity_2.g"), "-1.5\t14.25\n2.5e0\t1.0\n");
        Files.writeString(tables.resolve("Cu_pseudodensity.g"), "# by hand\n\n  3.5   2.0  \n");
        Files.writeString(tables.resolve("H.g"), "1 2\r\n");
        Files.writeString(tables.resolve("README"), "not a table");

        DensitySource source = folder("tables");

        assertThat(source.elements()).containsExactly(Element.H, Element.C, Element.Cu);
        assertThat(source.density(Element.C))
                .isEqualTo(new GaussianMixture(new double[] {-1.5, 2.5}, new double[] {14.25, 1}));
        assertThat(source.density(Element.Cu)).isEqualTo(GaussianMixture.of(3.5, 2));
        assertThat(source.density(Element.H)).isEqualTo(GaussianMixture.of(1, 2));
        assertThatThrownBy(() -> source.density(Element.O))
                .isInstanceOf(DataException.class)
                .hasMessage("the density table " + tables + " has no element O; it has H C Cu");
    }

    @Test
    void oneGFileIsATableOfOneElement() throws IOException {
        assertThat(file("Fe_pseudodensity_4.g", "1 2").elements()).containsExactly(Element.Fe);
    }

    @Test
    void foldersThatAreNoTableAreRefused() throws IOException {
        assertFolderRejected("absent", ": there is no such folder");
        Path tables = Files.createDirectory(folder.resolve("tables"));
        assertFolderRejected("tables", ": the folder has no file named like C_pseudodensity_4.g, one per element");
        Files.writeString(tables.resolve("C_pseudodensity_4.g"), "1 2");
        Files.writeString(tables.resolve("C_pseudodensity_5.g"), "1 2");
        assertFolderRejected(
                "tables",
                ": C_pseudodensity_4.g and C_pseudodensity_5.g are of the same element; keep one of them in the folder");
    }

    @Test
    void malformedGFilesAreRefusedWithTheirPlace() {
        assertRejected("C_x.g", "", ":1: a line 'B beta' per Gaussian was expected, got nothing");
        assertRejected("C_x.g", "1 2\n3", ":2: two numbers 'B beta' were expected, got '3'");
        assertRejected("C_x.g", "1 2 3", ":1: two numbers 'B beta' were expected, got '1 2 3'");
        assertRejected("C_x.g", "1 NaN", ":1: two numbers 'B beta' were expected, got '1 NaN'");
        assertRejected("C_x.g", "1 0x1p2", ":1: two numbers 'B beta' were expected, got '1 0x1p2'");
        assertRejected("C_x.g", "1e999 2", ":1: B must be finite, got 1e999");
        assertRejected("C_x.g", "1 0.0", ":1: beta must be positive and finite, got 0.0");
        assertRejected(
                "carbon.g", "1 2", ": the name does not begin with an element and '_', as in C_pseudodensity_4.g");
        assertRejected("Xx_1.g", "1 2", ": the name begins with an unknown element 'Xx'; did you mean 'Xe'?");
    }

    @Test
    void aGpspFileIsATable() throws IOException {
        DensitySource source = file(
                "small.gpsp",
                "# GMP_psp_small\n# version 1.0\n! 3 elements\n" + SEPARATOR + "X\t0\t1\n0.0\t1.0\n" + SEPARATOR
                        + "H\t1\t1\n0.5\t1.25\n" + SEPARATOR + "Pu\t94\t2\n-1.5\t2.0\n4.0\t0.5");

        assertThat(source.elements()).containsExactly(Element.H, Element.Pu);
        assertThat(source.density(Element.H)).isEqualTo(GaussianMixture.of(0.5, 1.25));
        assertThat(source.density(Element.Pu))
                .isEqualTo(new GaussianMixture(new double[] {-1.5, 4}, new double[] {2, 0.5}));
    }

    @Test
    void malformedGpspFilesAreRefusedWithTheirPlace() {
        String h = SEPARATOR + "H 1 1\n0.5 1.25\n";
        assertRejected("t.gpsp", "", ":1: blocks of '****', 'SYMBOL Z K' and K lines 'B beta' were expected, got none");
        assertRejected(
                "t.gpsp",
                SEPARATOR + "X 0 1\n0.0 1.0\n",
                ":3: blocks of '****', 'SYMBOL Z K' and K lines 'B beta' were expected, got none");
        assertRejected("t.gpsp", "! 2 elements\n" + h, ":4: the file says that it has 2 elements, but it has 1");
        assertRejected("t.gpsp", h + SEPARATOR, ":4: the file ends after a line of asterisks");
        assertRejected("t.gpsp", SEPARATOR + "H 1\n", ":2: 'SYMBOL Z K', e.g. 'C 6 4', was expected, got 'H 1'");
        assertRejected("t.gpsp", SEPARATOR + "H 2 1\n", ":2: H has the atomic number 1, the file says 2");
        assertRejected("t.gpsp", SEPARATOR + "Xx 2 1\n", ":2: unknown element 'Xx'; did you mean 'Xe'?");
        assertRejected("t.gpsp", h + h, ":5: H is given twice");
        assertRejected("t.gpsp", SEPARATOR + "H 1 0\n", ":2: H has no Gaussians; one or more were expected");
        assertRejected("t.gpsp", SEPARATOR + "H 1 2\n1 2\n", ":3: the file ends after 1 of the 2 Gaussians of H");
        assertRejected(
                "t.gpsp", h + "1 2\n", ":4: a line of asterisks before the next element was expected, got '1 2'");
        assertRejected("t.gpsp", SEPARATOR + "H 1 1\n1 -2\n", ":3: beta must be positive and finite, got -2");
        assertThatThrownBy(() -> create(Optional.of("absent.gpsp"), Optional.empty()))
                .isInstanceOf(DataException.class)
                .hasMessage("density table " + folder.resolve("absent.gpsp") + ": there is no such file");
    }
}
