package io.github.gmp.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.jhdf.HdfFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Density sources as a configuration names them: files of other codes, layers, and densities that depend on a column. */
class DensitySourcesCommandTest {
    private static final String REST = "  radial: {type: gaussian, sigmas: [0.5]}\n"
            + "  angular: {type: mcsh, maxOrder: 1}\n"
            + "  cutoff: {type: smooth, radius: 4.0}\n";

    private static final String SELECTED = """
            descriptor:
              type: gmp
              density:
                type: selected
                property: initial_charges
                base: {type: layered, sources: [{type: gaussian-table, folder: tables}, {type: single-gaussian}]}
                species:
                  Fe:
                    - {value: 0}
                    - {value: 2, density: {type: gaussian-table, file: fe2.gpsp}}
            """ + REST;

    @TempDir
    Path folder;

    private record Outcome(int code, String err) {}

    @BeforeEach
    void writeTables() throws IOException {
        Path tables = Files.createDirectory(folder.resolve("tables"));
        Files.writeString(tables.resolve("O_pseudodensity_1.g"), "1.5\t1.25\n");
        Files.writeString(tables.resolve("Fe_pseudodensity_1.g"), "8.0\t2.0\n");
        Files.writeString(folder.resolve("fe2.gpsp"), "****\nFe\t26\t1\n7.0\t2.5\n");
    }

    private Outcome featurize(String config, String columns, String... rows) throws IOException {
        Path yaml = Files.writeString(folder.resolve("features.yaml"), config);
        Path input = Files.writeString(
                folder.resolve("in.extxyz"),
                rows.length + "\nProperties=species:S:1:pos:R:3" + columns + "\n" + String.join("\n", rows) + "\n");
        StringWriter err = new StringWriter();
        String[] arguments = {
            "featurize",
            "--config",
            yaml.toString(),
            input.toString(),
            "--out",
            folder.resolve("out.h5").toString(),
            "--quiet"
        };
        int code = GmpMain.commandLine()
                .setOut(new PrintWriter(new StringWriter()))
                .setErr(new PrintWriter(err))
                .execute(arguments);
        return new Outcome(code, err.toString().replace(folder + "/", ""));
    }

    private double[][] features() {
        try (HdfFile file = new HdfFile(folder.resolve("out.h5"))) {
            return (double[][]) file.getDatasetByPath("features").getData();
        }
    }

    @Test
    void atomsOfOneElementHaveTheDensityOfTheirValue() throws IOException {
        // Far apart, so that every atom sees itself alone; lanthanum comes from the last layer.
        Outcome outcome = featurize(
                SELECTED,
                ":initial_charges:R:1",
                "Fe 0 0 0 0.0",
                "Fe 0 0 10 2.0",
                "O 0 0 20 -1.3",
                "Fe 0 0 30 1.995",
                "La 0 0 40 0.1");

        assertThat(outcome).isEqualTo(new Outcome(0, outcome.err()));
        double[][] features = features();
        // Order 0 of a lone atom: (A B (pi / (alpha + beta))^(3/2))^2 with alpha = 1 / (2 sigma^2), A = (sigma sqrt(2
        // pi))^-3.
        assertThat(Arrays.stream(features).mapToDouble(row -> row[0]).toArray())
                .containsExactly(
                        new double[] {square(8, 2), square(7, 2.5), square(1.5, 1.25), square(7, 2.5), lanthanum()},
                        within(1e-12));
    }

    private static double square(double amplitude, double exponent) {
        double norm = Math.pow(0.5 * Math.sqrt(2 * Math.PI), -3);
        return Math.pow(norm * amplitude * Math.pow(Math.PI / (2 + exponent), 1.5), 2);
    }

    private static double lanthanum() {
        double exponent = 1 / (2 * Math.pow(0.5 * 2.07, 2));
        return square(57 * Math.pow(exponent / Math.PI, 1.5), exponent);
    }

    @Test
    void aMissingColumnIsToldWithItsFrame() throws IOException {
        assertThat(featurize(SELECTED, ":tag:I:1", "O 0 0 0 1", "Fe 0 0 2 1"))
                .isEqualTo(new Outcome(
                        2,
                        "gmp: in.extxyz, frame 1: atom 2 is Fe, whose density depends on the column 'initial_charges',"
                                + " which the structure does not have; its columns of one number per atom are tag\n"));
    }

    @Test
    void aValueWithoutDensityIsToldWithItsFrame() throws IOException {
        assertThat(featurize(SELECTED, ":initial_charges:R:1", "O 0 0 0 1.0", "Fe 0 0 2 3.0"))
                .isEqualTo(new Outcome(
                        2,
                        "gmp: in.extxyz, frame 1: atom 2 is Fe with initial_charges = 3.0, for which the density source"
                                + " of the descriptor has no density; it has Fe with initial_charges = 0.0, 2.0 (within"
                                + " 0.01)\n"));
    }

    @Test
    void anElementWithoutDensityIsToldWithWhatThereIs() throws IOException {
        String folderOnly = "descriptor:\n  type: gmp\n  density: {type: gaussian-table, folder: tables}\n" + REST;
        assertThat(featurize(folderOnly, "", "O 0 0 0", "La 0 0 2"))
                .isEqualTo(new Outcome(
                        2,
                        "gmp: in.extxyz, frame 1: atom 2 is La, for which the density source of the descriptor has no"
                                + " density; it has O Fe\n"));
    }

    @Test
    void mistakesAreToldWithTheirPath() throws IOException {
        assertThat(featurize(SELECTED.replace("Fe:\n", "fe:\n"), "", "O 0 0 0"))
                .isEqualTo(new Outcome(
                        2,
                        "gmp: descriptor.density.species.fe: got fe, expected an element of the base: unknown element"
                                + " 'fe'; did you mean 'Fe'?\n"));
        assertThat(featurize(SELECTED.replace("value: 2,", "charge: 2,"), "", "O 0 0 0"))
                .isEqualTo(new Outcome(
                        2,
                        "gmp: 2 problems in the configuration:\n"
                                + "  descriptor.density.species.Fe[1].value: is required: Value of the column, e.g. a"
                                + " charge in e (a number)\n"
                                + "  descriptor.density.species.Fe[1].charge: unknown key 'charge' (known: density,"
                                + " value)\n"));
        assertThat(featurize(SELECTED.replace("{value: 0}", "{value: 2}"), "", "O 0 0 0")
                        .err())
                .startsWith("gmp: descriptor.density: got ")
                .endsWith("expected values that fit together: Fe has the value 2.0 twice; give it once\n");
    }
}
