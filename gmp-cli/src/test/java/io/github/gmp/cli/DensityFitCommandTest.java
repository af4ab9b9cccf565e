package io.github.gmp.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** {@code gmp density fit} as a user calls it, on made-up atoms, with the real plugins. */
class DensityFitCommandTest {
    private static final String HEADER = "pseudopotential,electrons,r_angstrom,rho_electrons_per_angstrom3\n";

    @TempDir
    Path folder;

    private record Outcome(int code, String out, String err) {}

    private static Outcome gmp(Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = GmpMain.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(Stream.of(arguments).map(String::valueOf).toArray(String[]::new));
        return new Outcome(code, out.toString(), err.toString());
    }

    /** Lines of an atom with N electrons in one exponential, ρ = N ζ³/8π exp(−ζr). */
    private static String atom(String name, int electrons, double zeta) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i <= 240; i++) {
            double r = 0.03 * i;
            double density = electrons * Math.pow(zeta, 3) / (8 * Math.PI) * Math.exp(-zeta * r);
            lines.append(String.format(Locale.ROOT, "%s,%d,%.3f,%.12e%n", name, electrons, r, density));
        }
        return lines.toString();
    }

    private Path atoms(String name, String... atoms) throws IOException {
        return Files.writeString(folder.resolve(name), HEADER + String.join("", atoms));
    }

    @Test
    void theTableServesAsADensity() throws IOException {
        Path input = atoms("atoms.csv", atom("O_made-up", 6, 5), atom("H_made-up", 1, 3.6));
        Path table = folder.resolve("table.json");

        Outcome outcome = gmp(
                "density",
                "fit",
                input,
                "--out",
                table,
                "--plots",
                folder.resolve("plots"),
                "--note",
                "source=made up");

        assertThat(outcome.code()).as(outcome.err()).isZero();
        List<String> lines = outcome.out().lines().toList();
        assertThat(lines.get(0)).matches("element +K +L1 +L2 +integral +minimum +cancellation +data");
        assertThat(lines.get(2))
                .matches("H +[2-8]  0\\.00\\d{3}  0\\.0\\d{4}  1\\.0000000000 +\\d\\.\\de-\\d+ +1\\.00  H_made-up");
        assertThat(lines.get(3)).startsWith("O ");
        assertThat(lines).endsWith("table: " + table);
        assertThat(table)
                .content()
                .contains(
                        "  \"source\": \"made up\",\n",
                        "  \"command\": \"gmp density fit " + input + " --out table.json\",\n")
                .doesNotContain("shortfall");
        assertThat(folder.resolve("plots/H.svg")).content().startsWith("<svg ").contains("</svg>");
        assertThat(folder.resolve("plots/O.svg")).exists();
        Path water = Files.writeString(folder.resolve("water.xyz"), "3\n\nO 0 0 0\nH 0.96 0 0\nH -0.24 0.93 0\n");
        Path config = Files.writeString(
                folder.resolve("features.yaml"),
                "descriptor: {type: gmp, density: {type: gaussian-table, file: table.json}, radial: {type: gaussian,"
                        + " sigmas: [0.5]}, angular: {type: mcsh, maxOrder: 2}, cutoff: {type: smooth, radius: 4.0}}\n");
        assertThat(gmp("featurize", "--config", config, water, "--out", folder.resolve("f.npz"), "--quiet")
                        .code())
                .isZero();
    }

    @Test
    void theNumberOfThreadsDoesNotMatter() throws IOException {
        Path input = atoms("atoms.csv", atom("H", 1, 3.6), atom("He", 2, 5), atom("Li", 3, 4));
        Path one = folder.resolve("table.json");
        assertThat(gmp("density", "fit", input, "--out", one, "--threads", 1, "--quiet")
                        .code())
                .isZero();
        String text = Files.readString(one);

        assertThat(gmp("density", "fit", input, "--out", one, "--threads", 3, "--quiet")
                        .code())
                .isZero();
        assertThat(one).hasContent(text);
    }

    @Test
    void whatFallsShortLeavesAPartialTable() throws IOException {
        Path input = atoms("atoms.csv", atom("H", 1, 3.6), atom("He", 2, 5));
        Path table = folder.resolve("table.json");

        Outcome outcome = gmp(
                "density",
                "fit",
                input,
                "--out",
                table,
                "--error",
                0.9,
                "--error-for",
                "He=1e-6",
                "--set",
                "largestGaussians=3");

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.out())
                .containsPattern("fell short: He \\(" + input
                        + ":243\\): 3 Gaussians: L1 is 0\\.0\\d+, at most 1\\.0E-6 was" + " wanted\n")
                .endsWith("partial table: " + folder.resolve("table.partial.json") + "\n");
        assertThat(table).doesNotExist();
        assertThat(folder.resolve("table.partial.json"))
                .content()
                .contains("\"shortfall\": \"3 Gaussians: ", "\"H\": {\"electrons\": 1, ");
    }

    @Test
    void oneBadElementDoesNotLoseTheOthers() throws IOException {
        Path input = atoms("atoms.csv", atom("H", 1, 3.6), atom("He", 2, 5).replace("He,2,", "He,9,"));

        Outcome outcome = gmp("density", "fit", input, "--out", folder.resolve("t.json"), "--gaussians", 4);

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.out())
                .contains("no fit: " + input
                        + ":243: He: the density adds up to 2.000 electrons up to r = 7.20 Å, 9.0 were"
                        + " expected within 10 %; check the units\n")
                .endsWith("partial table: " + folder.resolve("t.partial.json") + "\n");
    }

    @Test
    void anElementComesOnce() throws IOException {
        Path first = atoms("first.csv", atom("H_1.0", 1, 3.6), atom("He", 2, 5));
        Path second = atoms("second.csv", atom("H_1.1", 1, 3.7));
        Path table = folder.resolve("t.json");

        Outcome twice = gmp("density", "fit", first, second, "--out", table);
        Outcome misspelled = gmp("density", "fit", first, second, "--out", table, "--skip", "H_2.0");
        Outcome skipped =
                gmp("density", "fit", first, second, "--out", table, "--skip", "H_1.0", "--gaussians", 3, "--quiet");

        assertThat(twice.code()).isEqualTo(2);
        assertThat(twice.err())
                .isEqualTo("gmp: element H comes twice: H_1.0 (" + first + ":2) and H_1.1 (" + second
                        + ":2); leave one out, with --skip NAME or by naming other files\n");
        assertThat(misspelled.err())
                .isEqualTo("gmp: --skip: there is no density 'H_2.0' in the input; did you mean 'H_1.0'?\n");
        assertThat(skipped.code()).isZero();
        assertThat(table).content().contains("\"data\": \"H_1.1\"");
    }

    @Test
    void dataAreComparedWithOtherFiles() throws IOException {
        Path input = atoms("atoms.csv", atom("H_a", 1, 3.6), atom("He_a", 2, 5), atom("Li_a", 3, 4));
        Path other = atoms("other.csv", atom("H_b", 1, 3.6), atom("He_b", 1, 5));

        Outcome outcome = gmp(
                "density",
                "fit",
                input,
                "--check",
                other,
                "--out",
                folder.resolve("t.json"),
                "--gaussians",
                3,
                "--quiet");

        assertThat(outcome.code()).isZero();
        assertThat(outcome.out())
                .contains(
                        "check: He_a has 2.0 electrons, He_b has 1.0\n"
                                + "check: nothing to compare with for Li\n"
                                + "check: 1 densities have the electrons of the other file; largest difference 0.0 of the electrons\n");
    }

    @Test
    void mistakesAreTold() throws IOException {
        Path input = atoms("atoms.csv", atom("H", 1, 3.6));
        Path table = folder.resolve("t.json");
        Path empty = Files.createDirectory(folder.resolve("empty"));

        assertThat(gmp("density", "fit", folder.resolve("a.dat"), "--out", table)
                        .err())
                .isEqualTo("gmp: " + folder.resolve("a.dat")
                        + ": no format of radial densities goes by this file name (known"
                        + " formats: radial-csv, upf; names end with .upf, .csv or .csv.gz)\n");
        assertThat(gmp("density", "fit", empty, "--out", table).err())
                .isEqualTo("gmp: " + empty + ": the folder has no files of radial densities (.upf, .csv, .csv.gz)\n");
        assertThat(gmp("density", "fit", input, "--out", folder.resolve("absent/t.json"))
                        .err())
                .isEqualTo("gmp: " + folder.resolve("absent/t.json") + ": cannot be written: the folder "
                        + folder.resolve("absent") + " does not exist\n");
        assertThat(gmp("density", "fit", input, "--out", table, "--error", -1).err())
                .isEqualTo("gmp: gaussian-fit.error: got -1.0, expected a number greater than 0 and at most 1\n");
        assertThat(gmp("density", "fit", input, "--out", table, "--set", "ratio=2")
                        .err())
                .startsWith("gmp: gaussian-fit.ratio: unknown key 'ratio'");
        assertThat(gmp("density", "fit", input, "--out", table, "--error-for", "Hx=0.1")
                        .err())
                .startsWith("gmp: --error-for: unknown element 'Hx'");
        assertThat(gmp("density", "fit", input).err())
                .isEqualTo("gmp: Missing required option: '--out=TABLE'\nTry 'gmp density fit --help'.\n");
        assertThat(gmp("density").out()).contains("Usage: gmp density", "fit     Fit Gaussians", "effect  Tell");
        assertThat(table).doesNotExist();
    }
}
