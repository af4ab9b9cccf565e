package io.github.gmp.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gmp.fixtures.ExamplePlugin;
import io.github.gmp.fixtures.RepositoryFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;

/** The command line as a user meets it: help, mistakes, and what describe says. */
class CommandLineTest {
    @TempDir
    Path folder;

    private record Result(int code, String out, String err) {}

    private static Result gmp(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = GmpMain.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
        return new Result(code, out.toString(), err.toString());
    }

    static Stream<String> commands() {
        return GmpMain.commandLine().getSubcommands().keySet().stream();
    }

    /** Commands that do something; a group of commands only lists them. */
    static Stream<String> workingCommands() {
        return GmpMain.commandLine().getSubcommands().entrySet().stream()
                .flatMap(command -> command.getValue().getSubcommands().isEmpty()
                        ? Stream.of(command.getKey())
                        : command.getValue().getSubcommands().keySet().stream()
                                .map(name -> command.getKey() + " " + name));
    }

    @ParameterizedTest
    @MethodSource("workingCommands")
    void helpOfEveryCommandTeachesByExample(String command) {
        Result result = gmp((command + " --help").split(" "));

        assertThat(result.code()).isZero();
        assertThat(result.out())
                .contains("Usage: gmp " + command, "Examples:", "  gmp " + command + " ")
                .contains("--threads=N", "--seed=N", "--quiet", "--log-level=LEVEL", "--plugins=DIR");
        assertThat(result.err()).isEmpty();
    }

    @Test
    void withoutACommandThereIsHelp() {
        Result result = gmp();

        assertThat(result.code()).isZero();
        assertThat(result.out())
                .contains("Usage: gmp", "Examples:")
                .contains(commands().toList());
        assertThat(gmp("--version").out()).matches("(?s)gmp \\d+\\.\\d+\\.\\d+\\S*\\R.*");
    }

    @Test
    void aMisspelledOptionIsToldRatherThanTheOneItLeavesMissing() {
        assertMistake(
                "gmp: Unknown option: '--confg'\nPossible solutions: --config\nTry 'gmp featurize --help'.\n",
                "featurize",
                "--confg",
                "features.yaml",
                "a.xyz",
                "--out",
                "features.npz");
        assertMistake(
                "gmp: Missing required option: '--out=FILE'\nTry 'gmp featurize --help'.\n",
                "featurize",
                "--config",
                "features.yaml",
                "a.xyz");
    }

    @Test
    void featurizeNeedsAConfigurationOrAModelAndNotBoth() {
        assertMistake(
                "gmp: Missing required option: '--config=FILE' or '--model=MODEL'\nTry 'gmp featurize --help'.\n",
                "featurize",
                "a.xyz",
                "--out",
                "features.npz");
        assertMistake(
                "gmp: --model has a descriptor of its own: leave out --config and --set\n",
                "featurize",
                "--model",
                "model.gmp",
                "--set",
                "descriptor.type=gmp",
                "a.xyz",
                "--out",
                "features.npz");
    }

    @Test
    void aGradientsCheckOfNothingIsRefused() {
        assertMistake(
                "gmp: --gradients-check: got -3, expected a whole number of at least 1\n",
                "featurize",
                "--config",
                RepositoryFiles.get("examples/features.yaml").toString(),
                "a.xyz",
                "--out",
                folder.resolve("features.npz").toString(),
                "--gradients-check",
                "-3");
    }

    @Test
    void aFileInThePlaceOfTheCacheIsRefusedBeforeAnythingRuns() {
        Path file = RepositoryFiles.get("README.md");
        for (String command : new String[] {"compare", "search"}) {
            assertMistake(
                    "gmp: --cache: " + file + " is a file; a folder was expected\n",
                    command,
                    "--quiet",
                    RepositoryFiles.get("examples/aspirin-search.yaml").toString(),
                    "--out",
                    folder.resolve("run").toString(),
                    "--cache",
                    file.toString());
        }
        assertThat(folder.resolve("run")).doesNotExist();
    }

    @Test
    void aFolderInThePlaceOfStructuresIsCalledOne() {
        assertMistake(
                "gmp: " + folder + ": is a folder; a file of structures was expected\n",
                "validate",
                "--quiet",
                folder.toString());
    }

    @Test
    void mistakesGetASuggestionAndExitCodeTwo() {
        assertMistake(
                "gmp: Unknown option: '--thread'\nPossible solutions: --threads\nTry 'gmp describe --help'.\n",
                "describe",
                "--thread");
        assertMistake(
                "gmp: Unmatched argument at index 0: 'descrybe'\nDid you mean: gmp describe or gmp density?\nTry 'gmp --help'.\n",
                "descrybe");
        assertMistake("gmp: --threads: got 0, expected a whole number of at least 1\n", "describe", "--threads", "0");
        assertMistake(
                "gmp: nothing is called 'gmpp'; did you mean 'gmp'? ('gmp describe' lists everything)\n",
                "describe",
                "gmpp");
        assertMistake(
                "gmp: 'gmp' has no preset 'gmp-paper-aspirin-2-44'; did you mean 'gmp-paper-aspirin-2-4'? ('gmp describe gmp' lists them)\n",
                "describe",
                "gmp",
                "--preset",
                "gmp-paper-aspirin-2-44");
        assertMistake(
                "gmp: plugins folder " + folder.resolve("x") + ": there is no such folder\n",
                "describe",
                "--plugins",
                folder.resolve("x").toString());
    }

    private static void assertMistake(String message, String... arguments) {
        Result result = gmp(arguments);
        assertThat(result.err()).isEqualToNormalizingNewlines(message);
        assertThat(result.out()).isEmpty();
        assertThat(result.code()).isEqualTo(2);
    }

    @Test
    void describeListsAllComponents() {
        assertThat(gmp("describe").out())
                .contains("descriptor\n  behler-parrinello", "gmp-bp-baseline", "configuration files\n")
                .containsPattern("(?m)^  gmp +gmp-probes +Gaussian multipole features");
    }

    @Test
    void describeShowsParametersPresetsAndAnExample() {
        assertThat(gmp("describe", "descriptor/gmp").out())
                .contains(
                        "descriptor/gmp   from plugin gmp-probes",
                        "group-norm, joint, order-norm,",
                        "gmp-paper-aspirin-2-4")
                .containsPattern("KEY +TYPE +DEFAULT +RANGE +MEANING")
                .contains("Example:\n  descriptor:\n    type: gmp\n");
        assertThat(gmp("describe", "radial/gaussian").out())
                .containsPattern("sigmas +list of numbers +Å +\\[0\\.25, 1\\.0, 2\\.0\\] +\\[0\\.0001, 10000\\]");
    }

    @Test
    void describePrintsAPresetToPaste() {
        assertThat(gmp("describe", "behler-parrinello", "--preset", "bp-paper-9")
                        .out())
                .startsWith("descriptor:\n  type: behler-parrinello\n")
                .contains("  cutoff: {type: cosine, radius: 10.0}\n");
    }

    @Test
    void describeShowsPluginsOfAFolder() throws IOException {
        Path plugins = ExamplePlugin.DESCRIPTOR.install(folder);
        Files.writeString(plugins.resolve("broken.jar"), "text");

        Result result = gmp("describe", "--plugins", plugins.toString(), "charge-histogram");

        assertThat(result.code()).isZero();
        assertThat(result.out())
                .contains("descriptor/charge-histogram   from plugin charge-histogram 1.0 ("
                        + plugins.resolve("examples-plugin-1.0.jar") + ")")
                .contains("Width of the Gaussian of a")
                .contains("Example:\n  descriptor:\n    type: charge-histogram\n    bins: 8\n    width: 0.5\n");
    }

    @Test
    void featurizeUsesADescriptorOfAPluginsFolder() throws IOException {
        Path plugins = ExamplePlugin.DESCRIPTOR.install(folder);
        Path water =
                Files.writeString(folder.resolve("water.xyz"), "3\n\nO 0 0 0.12\nH 0 0.76 -0.48\nH 0 -0.76 -0.48\n");
        Path features = folder.resolve("features.npz");

        Result result = gmp(
                "featurize",
                "--quiet",
                "--plugins",
                plugins.toString(),
                "--config",
                RepositoryFiles.get("examples/plugin/features.yaml").toString(),
                water.toString(),
                "--out",
                features.toString(),
                "--gradients-check",
                "5");

        assertThat(result.err()).isEmpty();
        assertThat(result.code()).isZero();
        assertThat(features).isNotEmptyFile();
    }

    @Test
    void theReferencePageIsUpToDate() throws IOException {
        assertThat(gmp("describe", "--markdown").out())
                .as("./gmp describe --markdown > docs/reference.md")
                .isEqualTo(Files.readString(RepositoryFiles.get("docs/reference.md")));
    }

    @Test
    void aDefectLeavesALogFile() {
        StringWriter err = new StringWriter();

        int code = new FailureReport(new PrintWriter(err, true), folder).report(new IllegalStateException("surprise"));

        assertThat(code).isEqualTo(1);
        assertThat(err.toString())
                .matches(
                        "(?s)gmp: this should not have happened: java\\.lang\\.IllegalStateException: surprise \\(details in .*gmp-error-\\d{8}-\\d{6}\\.log\\)\\R");
        assertThat(folder).isDirectoryContaining("glob:**/gmp-error-*.log");
        assertThat(folder.toFile().listFiles()[0])
                .content()
                .contains("java.lang.IllegalStateException: surprise\n\tat ", "Java ");
    }

    @Test
    void problemsWithFilesAreNoDefects() {
        assertFailure("gmp: a/b: there is no such file or folder\n", new java.nio.file.NoSuchFileException("a/b"));
        assertFailure(
                "gmp: a/b: permission denied\n",
                new java.io.UncheckedIOException(new java.nio.file.AccessDeniedException("a/b")));
        assertFailure(
                "gmp: a/b: No space left on device\n",
                new java.nio.file.FileSystemException("a/b", null, "No space left on device"));
    }

    @Test
    void neitherIsCancellingNorTooLittleMemory() {
        StringWriter err = new StringWriter();
        FailureReport report = new FailureReport(new PrintWriter(err, true), folder);
        assertThat(report.report(new CancellationException("cancelled"))).isEqualTo(130);
        assertThat(report.report(new OutOfMemoryError("Java heap space"))).isEqualTo(2);
        assertThat(err.toString())
                .isEqualToNormalizingNewlines("gmp: cancelled\ngmp: out of memory: the Java heap is limited to "
                        + Runtime.getRuntime().maxMemory() / (1 << 20)
                        + " MiB; allow more with the environment variable GMP_JAVA_OPTS, e.g. -Xmx8g\n");
        assertThat(folder).isEmptyDirectory();
    }

    private void assertFailure(String message, Exception failure) {
        StringWriter err = new StringWriter();
        assertThat(new FailureReport(new PrintWriter(err, true), folder).report(failure))
                .isEqualTo(2);
        assertThat(err.toString()).isEqualToNormalizingNewlines(message);
        assertThat(folder).isEmptyDirectory();
    }
}
