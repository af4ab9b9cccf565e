package io.github.gmp.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gmp.fixtures.MorseMolecules;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Bad data in {@code train}, {@code evaluate} and {@code predict}: the message, and that nothing is lost. */
class BadInputTest {
    private static final String HEADER = "4\nProperties=species:S:1:pos:R:3:forces:R:3 energy=-116.0\n";
    private static final String FIRST = "O 0.0 0.0 0.0 0.1 0.0 0.0\n";
    private static final String REST =
            "C 1.2 0.0 0.0 -0.1 0.0 0.0\nH 1.8 0.9 0.0 0.0 0.0 0.0\nH 1.8 -0.9 0.0 0.0 0.0 0.0\n";

    @TempDir
    static Path folder;

    private static String sound;
    private static Path config;
    private static Path run;

    @BeforeAll
    static void train() throws IOException {
        Path file = MorseMolecules.write(MorseMolecules.frames(60, 3), "", folder.resolve("morse.extxyz"));
        sound = Files.readString(file);
        config = Files.writeString(folder.resolve("train.yaml"), """
                name: morse
                data:
                  files: [morse.extxyz]
                  split: {validation: 10, test: 10}
                descriptor:
                  type: gmp
                  radial: {type: gaussian, sigmas: [0.4, 1.0]}
                  angular: {type: mcsh, maxOrder: 1}
                  cutoff: {type: smooth, radius: 5.0}
                regressor: {type: snn, nodes: 4, layers: 2, epochs: 3}
                """);
        run = folder.resolve("run");
        SearchFixture.Outcome outcome = train(run);
        assertThat(outcome.code()).as(outcome.err()).isZero();
    }

    /** Faults of a frame that is the last of its file. Columns: old text, new text, place and complaint; | ends a line. */
    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
                    O 0.0      ; O nan      ; :363: frame 61, atom 1: position x is 'nan'; a finite number was expected
                    O 0.0      ; O -Inf     ; :363: frame 61, atom 1: position x is '-Inf'; a finite number was expected
                    0.1 0.0    ; NaN 0.0    ; :363: frame 61, atom 1: force x is 'NaN'; a finite number was expected
                    -116.0     ; inf        ; :362: frame 61: energy has 'inf'; a finite number was expected
                    O 0.0      ; o 0.0      ; :363: frame 61, atom 1: unknown element 'o'; did you mean 'O'?
                    O 0.0      ; D 0.0      ; :363: frame 61, atom 1: unknown element 'D'; isotopes of hydrogen are written 'H'
                    O 0.0      ; Qq 0.0     ; :363: frame 61, atom 1: unknown element 'Qq'
                    4|Prop     ; 400000000|Prop ; :367: frame 61: the file ends after 4 of 400000000 atoms; it is truncated, or the number of atoms in line 361 is wrong
                    energy     ; Lattice="1 0 0 2 0 0 0 0 1" energy ; :362: frame 61: singular cell: the lattice vectors of the periodic axes are zero or linearly dependent: [1.0, 0.0, 0.0, 2.0, 0.0, 0.0, 0.0, 0.0, 1.0]
                    """)
    void malformedFramesAreRefusedByAllThree(String old, String changed, String complaint) throws IOException {
        String bad = (HEADER + FIRST + REST).replace(old.replace('|', '\n'), changed.replace('|', '\n'));
        Path file = Files.writeString(folder.resolve("malformed.extxyz"), sound + bad);
        Path out = Files.writeString(folder.resolve("kept.extxyz"), "of an earlier run");
        Map<String, String> before = contents(run);

        for (SearchFixture.Outcome outcome : new SearchFixture.Outcome[] {
            train(run, "--data", file, "--overwrite"),
            SearchFixture.gmp("evaluate", run.resolve("model.gmp"), file, "--quiet"),
            SearchFixture.gmp("predict", run.resolve("model.gmp"), file, "--out", out, "--quiet")
        }) {
            assertThat(outcome.code()).isEqualTo(2);
            assertThat(outcome.out()).isEmpty();
            assertThat(outcome.err()).startsWith("gmp: " + file + complaint).hasLineCount(1);
        }
        assertThat(contents(run)).isEqualTo(before);
        assertThat(out).hasContent("of an earlier run");
    }

    /** Found when features are computed, after the data were read. */
    @Test
    void anElementWithoutDensityCostsNothingOfAnEarlierTraining() throws IOException {
        Path file =
                Files.writeString(folder.resolve("oganesson.extxyz"), sound + HEADER + FIRST.replace("O", "Og") + REST);
        Map<String, String> before = contents(run);
        SearchFixture.Outcome outcome = train(run, "--data", file, "--overwrite");
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err())
                .startsWith("gmp: " + file + ", frame 61: atom 1 is Og, for which the density source of the descriptor"
                        + " has no density; it has H He Li Be ");
        assertThat(contents(run)).isEqualTo(before);
    }

    @Test
    void anElementThatTheModelHasNotSeenIsNamedWithItsFrame() throws IOException {
        Path file = Files.writeString(folder.resolve("sulfur.extxyz"), sound + HEADER + FIRST.replace("O", "S") + REST);
        SearchFixture.Outcome outcome = SearchFixture.gmp("evaluate", run.resolve("model.gmp"), file, "--quiet");
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err())
                .isEqualTo("gmp: " + file
                        + ", frame 61: the regressor was not trained on element S (trained on H, C, O)\n");
    }

    /** It cost the training once: the errors of the test set are computed when it is over. */
    @Test
    void anElementInTheTestSetAloneIsWarnedOfAndLeftOut() throws IOException {
        Path sulfur = Files.writeString(
                folder.resolve("held-out.extxyz"),
                (HEADER + FIRST.replace("O", "S") + REST).repeat(2) + sound.substring(0, sound.indexOf("\n4\n") + 1));
        Path out = folder.resolve("unseen");
        SearchFixture.Outcome outcome = train(out, "--set", "data.testFiles=[" + sulfur + "]");
        assertThat(outcome.code()).as(outcome.err()).isZero();
        assertThat(outcome.out())
                .contains("WARNING: the training set has no structure with S, the test set has\n")
                .contains(
                        "WARNING: 2 of 3 test structures were left out, because they have elements that the model does not"
                                + " know: S\n")
                .containsPattern("\ntest +1 ");
    }

    @Test
    void atomsAtOnePlaceAreWarnedOfAndGiveFiniteNumbers() throws IOException {
        Path file = Files.writeString(
                folder.resolve("coincident.extxyz"), sound + HEADER + FIRST + REST.replace("C 1.2", "C 0.0"));
        Path out = folder.resolve("coincident");
        SearchFixture.Outcome outcome = train(out, "--data", file);
        assertThat(outcome.code()).as(outcome.err()).isZero();
        assertThat(outcome.out())
                .contains("WARNING: 1 frames have atoms at the same place (first: " + file + ", frame 61)\n");
        Path predicted = folder.resolve("coincident-predicted.extxyz");
        assertThat(SearchFixture.gmp("predict", out.resolve("model.gmp"), file, "--out", predicted, "--quiet")
                        .code())
                .isZero();
        assertThat(Files.readString(predicted))
                .doesNotContainIgnoringCase("nan")
                .doesNotContainIgnoringCase("inf");
    }

    /** Energies so large that their squares overflow. */
    @Test
    void aDivergingTrainingSaysSoAndLeavesTheModelOfTheOneBefore() throws IOException {
        Path file = Files.writeString(
                folder.resolve("absurd.extxyz"), sound.replaceAll(" energy=(\\S+)", " energy=$1e200"));
        String before = contents(run).get("model.gmp");
        SearchFixture.Outcome outcome = train(run, "--data", file, "--overwrite", "--set", "regressor.loss=mse");
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err())
                .isEqualTo(
                        "gmp: training diverged: the loss became infinite or not a number in epoch 1 (learningRate 0.01);"
                                + " use a lower learningRate or featureScaling: standard\n");
        assertThat(contents(run).get("model.gmp")).isEqualTo(before);
    }

    @Test
    void missingForcesAreCounted() throws IOException {
        String bare =
                "4\nProperties=species:S:1:pos:R:3 energy=-116.0\nO 0 0 0\nC 1.2 0 0\nH 1.8 0.9 0\nH 1.8 -0.9 0\n";
        Path file = Files.writeString(folder.resolve("bare.extxyz"), sound + bare + bare);
        SearchFixture.Outcome evaluated = SearchFixture.gmp("evaluate", run.resolve("model.gmp"), file, "--quiet");
        assertThat(evaluated.out())
                .contains("WARNING: 2 structures without forces were compared by their energies alone\n");
        Path all = Files.writeString(folder.resolve("all-bare.extxyz"), bare.repeat(30));
        SearchFixture.Outcome outcome = train(
                folder.resolve("never"),
                "--data",
                all,
                "--set",
                "regressor.forceWeight=5",
                "--set",
                "regressor.batchNorm=false",
                "--dry-run");
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err())
                .isEqualTo(
                        "gmp: forceWeight is set, but none of the 10 training structures has forces (looked for forces,"
                                + " force, REF_forces, dft_forces); add them to the data, name where they are in data.format (e.g."
                                + " {type: extxyz, forcesKey: my_forces}), or remove forceWeight to train on energies alone\n");
    }

    @Test
    void energiesUnderAnUnknownKeyAreNotGuessed() throws IOException {
        Path file = Files.writeString(folder.resolve("my-energy.extxyz"), sound.replace(" energy=", " my_energy="));
        SearchFixture.Outcome outcome = train(folder.resolve("never"), "--data", file);
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.err())
                .isEqualTo(
                        "gmp: " + file + ", frame 1: has no energy (looked for energy, Energy, REF_energy, dft_energy,"
                                + " free_energy); the frame has the keys my_energy. If one of them is the energy, name it in"
                                + " data.format, e.g. {type: extxyz, energyKey: my_energy}\n");
        assertThat(folder.resolve("never")).doesNotExist();
        SearchFixture.Outcome evaluated = SearchFixture.gmp("evaluate", run.resolve("model.gmp"), file, "--quiet");
        assertThat(evaluated.code()).isEqualTo(2);
        assertThat(evaluated.err())
                .isEqualTo(
                        "gmp: " + file + ": no structure has an energy to compare with; to predict without labels use"
                                + " 'gmp predict'\n");
    }

    /** Functions of sulfur, which is nowhere, are zero. */
    @Test
    void uselessFeaturesAreWarnedOfBeforeTheTraining() {
        Object[] options = {
            "--set",
            "descriptor={type: behler-parrinello, elements: [H, C, O, S], g2: {etas: [0.5], shifts: [0.0]}, cutoff: {type:"
                    + " cosine, radius: 5.0}}"
        };
        SearchFixture.Outcome outcome = train(folder.resolve("useless"), options);
        assertThat(outcome.code()).as(outcome.err()).isZero();
        assertThat(outcome.out()).containsPattern("WARNING: 1 of 4 features do not vary: '[^']*S[^']*'\n");
        SearchFixture.Outcome dry = train(
                folder.resolve("never"),
                Stream.concat(Stream.of(options), Stream.of("--dry-run")).toArray());
        assertThat(dry.out())
                .containsPattern(
                        "WARNING: in a sample of 40 training structures 1 of 4 features do not vary: '[^']*S[^']*'\n");
    }

    @Test
    void moreFeaturesThanStructuresAreWarnedOf() {
        SearchFixture.Outcome outcome = train(
                folder.resolve("few"),
                "--set",
                "descriptor.radial.sigmas=[0.4, 1.0, 1.5, 2.0]",
                "--set",
                "data.split={train: 7, validation: 2, test: 2}");
        assertThat(outcome.code()).as(outcome.err()).isZero();
        assertThat(outcome.out())
                .contains("WARNING: 8 features, but only 7 energies to train on: nothing but regularization and early"
                        + " stopping keeps it from overfitting\n");
    }

    @Test
    void aDamagedModelIsRefusedByEvaluateAndPredict() throws IOException {
        byte[] bytes = Files.readAllBytes(run.resolve("model.gmp"));
        Path truncated = Files.write(folder.resolve("truncated.gmp"), Arrays.copyOf(bytes, bytes.length - 99));
        Path absent = folder.resolve("absent.gmp");
        Path data = folder.resolve("morse.extxyz");
        for (String command : new String[] {"evaluate", "predict"}) {
            Object[] out =
                    command.equals("predict") ? new Object[] {"--out", folder.resolve("no.extxyz")} : new Object[0];
            assertThat(gmp(command, truncated, data, out).err())
                    .isEqualTo("gmp: " + truncated
                            + ": is not a GMP model, or damaged: not a complete zip archive (zip END"
                            + " header not found)\n");
            assertThat(gmp(command, absent, data, out).err()).isEqualTo("gmp: " + absent + ": no such file\n");
        }
        assertThat(folder.resolve("no.extxyz")).doesNotExist();
    }

    private static SearchFixture.Outcome gmp(String command, Path model, Path data, Object... options) {
        SearchFixture.Outcome outcome =
                SearchFixture.gmp(Stream.concat(Stream.of(command, model, data, "--quiet"), Stream.of(options))
                        .toArray());
        assertThat(outcome.code()).isEqualTo(2);
        return outcome;
    }

    private static SearchFixture.Outcome train(Path out, Object... options) {
        return SearchFixture.gmp(
                Stream.concat(Stream.of("train", "--config", config, "--out", out, "--quiet"), Stream.of(options))
                        .toArray());
    }

    private static Map<String, String> contents(Path folder) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                contents.put(
                        file.getFileName().toString(),
                        new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        return contents;
    }
}
