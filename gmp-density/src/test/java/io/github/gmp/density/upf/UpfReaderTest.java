package io.github.gmp.density.upf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.gmp.api.error.DataException;
import io.github.gmp.api.multipole.density.RadialDensity;
import io.github.gmp.api.structure.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class UpfReaderTest {
    private static final double BOHR = 0.529177210903;
    private static final String RADII = "0.0 0.1 0.2\n0.4";
    private static final String SHELLS = "0.0 1.0E-02 4.0D-02\n0.16";

    @TempDir
    Path folder;

    private static String version2(String header, String radii, String shells) {
        return "<UPF version=\"2.0.1\">\n<PP_INFO>\nfree text, a < b & c\n</PP_INFO>\n<PP_HEADER " + header + "/>\n"
                + "<PP_MESH><PP_R type=\"real\" size=\"4\">\n" + radii + "\n</PP_R><PP_RAB>1 2 3 4</PP_RAB></PP_MESH>\n"
                + "<PP_RHOATOM size=\"4\">\n" + shells + "\n</PP_RHOATOM>\n</UPF>\n";
    }

    private RadialDensity read(String text) throws IOException {
        return UpfReader.read(Files.writeString(folder.resolve("Cl_test.upf"), text));
    }

    private void assertRejected(String text, String message) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(DataException.class)
                .hasMessage(folder.resolve("Cl_test.upf") + message);
    }

    @Test
    void version2HasAttributes() throws IOException {
        assertDensity(read(version2("comment=\"a > b\" element=\"Cl\"\n z_valence=\"  7.00\"", RADII, SHELLS)));
    }

    @Test
    void version1HasLabeledLines() throws IOException {
        assertDensity(read("<PP_HEADER>\n   0                   Version Number\n  Cl                   Element\n"
                + "   NC                  Norm - Conserving pseudopotential\n    7.00000000000      Z valence\n"
                + "</PP_HEADER>\n<PP_MESH>\n  <PP_R>\n" + RADII + "\n  </PP_R>\n</PP_MESH>\n<PP_RHOATOM>\n" + SHELLS
                + "\n</PP_RHOATOM>\n"));
    }

    /** 4πr²ρ = r² in atomic units: ρ is constant, also at the nucleus, where the file says nothing of it. */
    private static void assertDensity(RadialDensity density) {
        assertThat(density.element()).isEqualTo(Element.Cl);
        assertThat(density.electrons()).isEqualTo(7);
        assertThat(density.name()).isEqualTo("Cl_test");
        assertThat(density.size()).isEqualTo(4);
        assertThat(density.radius(3)).isCloseTo(0.4 * BOHR, within(1e-15));
        double expected = 1 / (4 * Math.PI * BOHR * BOHR * BOHR);
        for (int i = 0; i < 4; i++) {
            assertThat(density.density(i)).isCloseTo(expected, within(1e-13));
        }
    }

    @Test
    void badFilesAreToldWithFileAndLine() {
        String header = "element=\"Cl\" z_valence=\"7.00\"";
        assertThatThrownBy(() -> UpfReader.read(folder.resolve("absent.upf")))
                .isInstanceOf(DataException.class)
                .hasMessage(folder.resolve("absent.upf") + ": there is no such file");
        assertRejected(
                "",
                ": there is no <PP_HEADER> (element and number of valence electrons); a UPF file with it was expected");
        assertRejected(
                version2(header, RADII, SHELLS).replace("PP_RHOATOM", "PP_RHO"),
                ": there is no <PP_RHOATOM> (the density of the atom); a UPF file with it was expected");
        String whole = version2(header, RADII, SHELLS);
        assertRejected(
                whole.substring(0, whole.indexOf("<PP_RHOATOM")),
                ":10: there is no <PP_RHOATOM> (the density of the atom); the file ends without </UPF>, it is truncated");
        assertRejected(
                whole.substring(0, whole.indexOf("0.16")),
                ":10: <PP_RHOATOM> is not closed by </PP_RHOATOM>; the file is truncated or malformed");
        assertRejected(
                whole.substring(0, whole.indexOf("z_valence")),
                ":5: the tag <PP_HEADER has no end; the file is truncated or malformed");
        assertRejected(
                version2(header, RADII, "0.0 0.01 0.04"),
                ":10: <PP_RHOATOM> says size=\"4\" but holds 3 numbers; the file is truncated or malformed");
        assertRejected(
                version2(header, RADII, "0.0 0.01\n0.0x4 0.16"),
                ":12: <PP_RHOATOM>: a number was expected, got '0.0x4'");
        assertRejected(
                version2("element=\"Cl\" z_valence=\"-7.00\"", RADII, SHELLS),
                ":5: <PP_HEADER>: z_valence: a positive number was expected, got -7.00");
        assertRejected(
                version2("element=\"Cl\" z_valence=\"seven\"", RADII, SHELLS),
                ":5: <PP_HEADER>: z_valence: a number was expected, got 'seven'");
        assertRejected(
                version2("element=\"Cl\"", RADII, SHELLS),
                ":5: <PP_HEADER> has neither an attribute z_valence (UPF 2) nor a line 'Z valence' (UPF 1)");
        assertRejected(
                version2("element=\"Xq\" z_valence=\"7.00\"", RADII, SHELLS),
                ":5: <PP_HEADER>: element: unknown element 'Xq'; did you mean 'Xe'?");
        assertRejected(
                version2(header, "0.0 0.2 0.1 0.4", SHELLS),
                ": Cl, point 3: radii must ascend from 0 or more, got r = " + 0.1 * BOHR + " Å after " + 0.2 * BOHR
                        + " Å");
    }
}
