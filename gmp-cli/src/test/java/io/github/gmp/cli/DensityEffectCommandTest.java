package io.github.gmp.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** {@code gmp density effect} on a Gaussian density, of which everything is known. */
class DensityEffectCommandTest {
    @TempDir
    Path folder;

    private record Outcome(int code, String out, String err) {}

    @BeforeEach
    void writeFiles() throws IOException {
        StringBuilder csv = new StringBuilder("element,electrons,r_angstrom,rho_electrons_per_angstrom3\n");
        for (String element : List.of("O", "Fe")) {
            for (int i = 0; i < 500; i++) {
                double r = 0.02 * i;
                csv.append(element + ",5.568327996831707," + r + "," + Math.exp(-r * r) + "\n");
            }
        }
        Files.writeString(folder.resolve("atoms.csv"), csv);
        // The same, 3 % more of it, and another number of electrons.
        Files.writeString(folder.resolve("O_1.g"), "1.0 1.0\n");
        Files.writeString(folder.resolve("O_2.g"), "1.03 1.0\n");
        Files.writeString(folder.resolve("Fe_1.g"), "2.0 1.0\n");
    }

    private Outcome effect(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        List<String> all = new ArrayList<>(List.of("density", "effect", "--quiet", folder + "/atoms.csv"));
        all.addAll(Arrays.asList(arguments));
        int code = GmpMain.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(all.toArray(String[]::new));
        return new Outcome(
                code, out.toString().replace(folder + "/", ""), err.toString().replace(folder + "/", ""));
    }

    private String density(String name, String file) {
        return name + "={type: gaussian-table, file: " + folder.resolve(file) + "}";
    }

    @Test
    void everyOrderIsComparedInPercent() throws IOException {
        Outcome outcome = effect(
                "--density",
                density("same", "O_1.g"),
                "--density",
                density("more", "O_2.g"),
                "--density",
                density("other", "Fe_1.g"),
                "--out",
                folder.resolve("out").toString());

        assertThat(outcome).isEqualTo(new Outcome(0, """
                                          same                              more                       other
                element     n = 0     n = 1     n = 2     n = 3  n = 0  n = 1  n = 2  n = 3  n = 0  n = 1  n = 2  n = 3
                ───────  ────────  ────────  ────────  ────────  ─────  ─────  ─────  ─────  ─────  ─────  ─────  ─────
                O        0.000000  0.000000  0.000000  0.000000   3.00   3.00   3.00   3.00      –      –      –      –
                median   0.000000  0.000000  0.000000  0.000000   3.00   3.00   3.00   3.00      –      –      –      –
                not compared: Fe: other has 11.1 electrons, Fe has 5.568327996831707
                """, ""));
        assertThat(Files.readAllLines(folder.resolve("out/density-effect.csv")))
                .hasSize(1 + 2 * 16)
                .startsWith(
                        "element,reference,electrons,source,order,sigma_angstrom,deviation",
                        "O,O,5.568327996831707,same,0,0.25,0.000000")
                .endsWith("O,O,5.568327996831707,more,3,2.0,0.030000");
        assertThat(folder.resolve("out/density-effect.svg"))
                .content()
                .startsWith("<svg xmlns=")
                .contains("fill=\"white\"")
                .endsWith("</svg>\n");
    }

    @Test
    void mistakesAreTold() {
        assertThat(effect("--density", "x={type: gaussian-tabel}"))
                .isEqualTo(new Outcome(
                        2,
                        "",
                        "gmp: --density x.type: unknown density 'gaussian-tabel'; did you mean 'gaussian-table'? (known:"
                                + " gaussian-table, layered, selected, single-gaussian, slater, upf)\n"));
        assertThat(effect("--density", density("iron", "Fe_1.g")))
                .isEqualTo(new Outcome(
                        2,
                        "",
                        "gmp: none of the density sources has an element of the numerical densities, with as many"
                                + " electrons\n"));
    }
}
