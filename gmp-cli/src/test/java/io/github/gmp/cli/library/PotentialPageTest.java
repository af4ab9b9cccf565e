package io.github.gmp.cli.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gmp.api.error.DataException;
import io.github.gmp.api.parallel.TaskRunner;
import io.github.gmp.api.potential.Potential;
import io.github.gmp.api.structure.AtomicStructure;
import io.github.gmp.api.structure.LabeledStructure;
import io.github.gmp.cli.GmpMain;
import io.github.gmp.fixtures.RepositoryFiles;
import io.github.gmp.runtime.api.Models;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** The code in docs/using-a-potential.md is that of examples/potential, which works. */
@Isolated
class PotentialPageTest {
    private static final Path PROGRAM = RepositoryFiles.get("examples/potential/UsePotential.java");
    private static final Path COPPER = RepositoryFiles.get("examples/data/periodic-toy.extxyz.gz");
    private static final List<String> EMBEDDED = List.of(
            "gmp-api",
            "gmp-toolkit",
            "gmp-runtime",
            "gmp-density",
            "gmp-probes",
            "gmp-bp-baseline",
            "gmp-models",
            "gmp-io",
            "log4j-api",
            "jackson-annotations",
            "jackson-core",
            "jackson-databind",
            "snakeyaml",
            "ejml-core",
            "ejml-ddense");
    private static final Pattern LISTING = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    @TempDir
    Path folder;

    @Test
    void everyListingIsPartOfTheProgram() throws IOException {
        String program = Files.readString(PROGRAM);
        Matcher matcher = LISTING.matcher(Files.readString(RepositoryFiles.get("docs/using-a-potential.md")));
        int listings = 0;
        while (matcher.find()) {
            assertThat(program).contains(matcher.group(1));
            listings++;
        }
        assertThat(listings).isGreaterThan(5);
    }

    @Test
    void theProgramDoesWhatThePageSays() throws Exception {
        Path model = committee();
        String output = run(model);
        Models models = new Models();
        Potential potential = models.load(model).potential();
        AtomicStructure structure;
        try (Stream<LabeledStructure> frames = models.read(COPPER)) {
            structure = frames.findFirst().orElseThrow().structure();
        }
        Potential.Evaluation expected = potential.evaluate(structure);
        double[] forces = expected.forces();
        double[] stress = expected.stress().orElseThrow();
        double spread = potential
                .evaluateWithSpread(structure, TaskRunner.sequential(), (first, features) -> {})
                .spread()
                .orElseThrow()
                .energy();
        assertThat(spread).isGreaterThan(1e-3);
        assertThat(output)
                .startsWith(String.format(
                        Locale.ROOT,
                        "energy %.6f eV%nforce on the first atom %.4f %.4f %.4f eV/Å%npressure %.5f eV/Å³%n",
                        expected.energy(),
                        forces[0],
                        forces[1],
                        forces[2],
                        -(stress[0] + stress[4] + stress[8]) / 3))
                .containsPattern("32 atoms from 0 on: \\d+ outside the training set\n")
                .contains(String.format(Locale.ROOT, "spread of the energy %.4f eV%n", spread))
                .contains("with two threads the same bits: true\n");
        Matcher dynamics = Pattern.compile(
                        "after 200 fs: kinetic energy (\\S+) eV, total energy changed by (\\S+) eV\n$")
                .matcher(output);
        assertThat(dynamics.find()).as(output).isTrue();
        assertThat(Double.parseDouble(dynamics.group(1))).isGreaterThan(0.1);
        assertThat(Math.abs(Double.parseDouble(dynamics.group(2)))).isLessThan(0.01);
    }

    private Path committee() throws IOException {
        Path config = Files.writeString(folder.resolve("train.yaml"), """
                name: copper
                data: {files: ["%s"], split: {train: 30, validation: 5, test: 5}}
                descriptor:
                  {type: gmp, radial: {type: gaussian, sigmas: [0.5, 1.0]}, cutoff: {type: smooth, radius: 5.0}}
                regressor:
                  type: committee
                  members: 2
                  member: {type: snn, nodes: 8, batchNorm: false, forceWeight: 10, optimizer: soap, batchSize: 4, epochs: 5}
                """.formatted(COPPER));
        Path run = folder.resolve("run");
        int code = GmpMain.commandLine()
                .setOut(new PrintWriter(new StringWriter()))
                .execute("train", "--config", config.toString(), "--out", run.toString(), "--quiet", "--threads", "1");
        assertThat(code).isZero();
        return run.resolve("model.gmp");
    }

    private String run(Path model) throws Exception {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        Path classes = Files.createDirectory(folder.resolve("classes"));
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            boolean good = compiler.getTask(
                            messages,
                            files,
                            null,
                            List.of("--release", "17", "-proc:none", "-d", classes.toString()),
                            null,
                            files.getJavaFileObjects(PROGRAM))
                    .call();
            assertThat(good).as(messages.toString()).isTrue();
        }
        PrintStream before = System.out;
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        try (URLClassLoader loader =
                new URLClassLoader(embedder(classes).toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
            System.setOut(new PrintStream(output, true, StandardCharsets.UTF_8));
            loader.loadClass("UsePotential").getMethod("main", String[].class).invoke(null, (Object)
                    new String[] {model.toString(), COPPER.toString()});
        } finally {
            System.setOut(before);
        }
        return output.toString(StandardCharsets.UTF_8);
    }

    /** What docs/using-a-potential.md lists, and nothing of this test's class path beside it. */
    private static List<URL> embedder(Path... program) throws IOException {
        List<Path> jars = Stream.of(classPath().split(File.pathSeparator))
                .map(Path::of)
                .filter(entry -> EMBEDDED.stream().anyMatch(name -> isOf(entry, name)))
                .toList();
        assertThat(jars).as("one entry each").hasSameSizeAs(EMBEDDED);
        List<URL> urls = new ArrayList<>();
        for (Path entry : Stream.concat(Stream.of(program), jars.stream()).toList()) {
            urls.add(entry.toUri().toURL());
        }
        return urls;
    }

    /** A jar, or the folder of classes of a module that has not been packaged yet. */
    private static boolean isOf(Path entry, String name) {
        return entry.getFileName().toString().matches(Pattern.quote(name) + "(-\\d.*)?\\.jar")
                || entry.endsWith(Path.of(name, "target", "classes"));
    }

    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    @Test
    void whoEmbedsAPotentialNeedsFifteenJarsOfEightMegabytesAtMost() throws Exception {
        List<URL> entries = embedder();
        assertThat(entries).hasSizeLessThanOrEqualTo(15);
        long bytes = 0;
        for (URL entry : entries) {
            try (Stream<Path> files = Files.walk(Path.of(entry.toURI()))) {
                bytes += files.filter(Files::isRegularFile)
                        .mapToLong(file -> file.toFile().length())
                        .sum();
            }
        }
        assertThat(bytes).isBetween(2_000_000L, 8_000_000L);
    }

    @Test
    void whatIsNotThereIsNamed() {
        Models models = new Models();
        Path absent = folder.resolve("absent.gmp");
        assertThatThrownBy(() -> models.load(absent))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith(absent.toString());
        Path file = folder.resolve("absent.xyz");
        assertThatThrownBy(() -> models.read(file))
                .isInstanceOf(DataException.class)
                .hasMessage(file + ": no such file");
    }
}
