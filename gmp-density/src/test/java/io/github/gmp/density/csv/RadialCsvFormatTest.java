package io.github.gmp.density.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.gmp.api.error.DataException;
import io.github.gmp.api.multipole.density.RadialDensity;
import io.github.gmp.api.structure.Element;
import io.github.gmp.density.radial.LengthUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

class RadialCsvFormatTest {
    private static final String HEADER = "element,electrons,r_angstrom,rho_electrons_per_angstrom3\n";
    private static final RadialCsvConfig NO_UNITS = new RadialCsvConfig(Optional.empty(), Optional.empty());

    @TempDir
    Path folder;

    private List<RadialDensity> read(String text, RadialCsvConfig config) throws IOException {
        return new RadialCsvFormat(config).read(Files.writeString(folder.resolve("atoms.csv"), text));
    }

    private void assertRejected(String text, String message) {
        assertThatThrownBy(() -> read(text, NO_UNITS))
                .isInstanceOf(DataException.class)
                .hasMessage(folder.resolve("atoms.csv") + message);
    }

    @Test
    void severalElementsInOneFile() throws IOException {
        List<RadialDensity> densities =
                read(HEADER + "H,1,0,0.5\nH,1,1,0.25\n\n# a remark\nH,1,2,0\nO,6,0.5,3\nO,6,1,2\nO,6,2,1\n", NO_UNITS);

        assertThat(densities).extracting(RadialDensity::element).containsExactly(Element.H, Element.O);
        assertThat(densities.get(0).electrons()).isEqualTo(1);
        assertThat(densities.get(0).density(1)).isEqualTo(0.25);
        assertThat(densities.get(1).origin()).isEqualTo(folder.resolve("atoms.csv") + ":7");
        assertThat(densities.get(1).radius(2)).isEqualTo(2);
    }

    @Test
    void unitsAreConverted() throws IOException {
        String rows = "C_test-1.0,4,1,2\nC_test-1.0,4,2,3\nC_test-1.0,4,3,1\n";
        double bohr = 0.529177210903;

        RadialDensity shells = read(
                        "# pseudopotential,z_valence,r_bohr,4_pi_r2_rho_electrons_per_bohr\n" + rows, NO_UNITS)
                .get(0);
        RadialDensity densities = read(
                        "element,electrons,r,density\n" + rows,
                        new RadialCsvConfig(Optional.of(LengthUnit.BOHR), Optional.of(DensityUnit.ELECTRONS_PER_BOHR3)))
                .get(0);

        assertThat(shells.name()).isEqualTo("C_test-1.0");
        assertThat(shells.element()).isEqualTo(Element.C);
        assertThat(shells.radius(1)).isCloseTo(2 * bohr, within(1e-15));
        assertThat(shells.density(1)).isCloseTo(3 / (4 * Math.PI * 4) / Math.pow(bohr, 3), within(1e-13));
        assertThat(densities.density(1)).isCloseTo(3 / Math.pow(bohr, 3), within(1e-13));
    }

    @Test
    void withoutElectronsTheirNumberIsTheIntegral() throws IOException {
        RadialDensity density = read(
                        "element,r_angstrom,4_pi_r2_rho_electrons_per_angstrom\nH,0,0\nH,1,1\nH,2,0\n", NO_UNITS)
                .get(0);

        assertThat(density.electrons()).isCloseTo(1, within(1e-14));
    }

    @Test
    void compressedFilesToo() throws IOException {
        Path file = folder.resolve("atoms.csv.gz");
        byte[] text = (HEADER + "H,1,0,0.5\nH,1,1,0.25\nH,1,2,0\n").getBytes(StandardCharsets.UTF_8);
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(text);
        }
        RadialCsvFormat format = new RadialCsvFormat(NO_UNITS);
        assertThat(format.claims(file)).isTrue();
        assertThat(format.read(file)).hasSize(1);

        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length - 12));
        assertThatThrownBy(() -> format.read(file))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith(file + ": cannot be read, or is damaged or truncated: ");
    }

    @Test
    void badFilesAreToldWithFileAndLine() {
        assertRejected("", ": there are no densities; a header and lines of numbers were expected");
        assertRejected(
                "symbol,r,density\n",
                ":1: there is no column for the element; 'element' or 'pseudopotential' was expected, got 'symbol', 'r',"
                        + " 'density'");
        assertRejected(
                "element,r,density\n",
                ":1: column 'r' does not say its unit; name it r_bohr or r_angstrom, or give the unit (lengthUnit: bohr or"
                        + " angstrom)");
        assertRejected(
                "element,r_bohr,density\n",
                ":1: column 'density' does not say its unit; name it rho_electrons_per_bohr3, rho_electrons_per_angstrom3,"
                        + " 4_pi_r2_rho_electrons_per_bohr, 4_pi_r2_rho_electrons_per_angstrom, or give the unit"
                        + " (densityUnit)");
        assertRejected(
                "element,r_nm,density\n",
                ":1: there is no column for the radius; 'r_bohr' or 'r_angstrom' or 'r' was expected, got 'element',"
                        + " 'r_nm', 'density'");
        assertRejected(
                HEADER + "H,1,0,0.5\nH,1,1\n",
                ":3: 4 columns were expected, got 3; the file is truncated or malformed");
        assertRejected(HEADER + "H,1,0,abc\n", ":2: H: the density: a finite number was expected, got 'abc'");
        assertRejected(HEADER + "H,-1,0,1\n", ":2: H: electrons: a positive number was expected, got -1.0");
        assertRejected(HEADER + "H,1,1,1\nH,1,0.5,1\n", ":3: H: radii must ascend from 0 or more, got 0.5");
        assertRejected(
                HEADER + "H,1,1,1\nH,2,2,1\n",
                ":3: H has 2.0 electrons here and 1.0 before; one element with one density was expected");
        assertRejected(
                HEADER + "Qx,1,1,1\n", ":2: unknown element 'Qx'; an element symbol such as H or Cl was expected");
        assertRejected(
                HEADER + "H,1,0,1\nH,1,1,1\nH,1,2,1\nO,6,0,1\nO,6,1,1\nO,6,2,1\nH,1,3,1\n",
                ":8: 'H' comes a second time; its lines must stand together");
        assertRejected(HEADER + "H,1,0,1\n", ":2: H has 1 lines; at least 3 radii were expected");
        assertRejected(
                "element,r_bohr,rho_electrons_per_bohr3\nH,0,0\nH,1,0\nH,2,0\n",
                ":2: H: the density adds up to 0.0 electrons; a positive number was expected");
    }
}
