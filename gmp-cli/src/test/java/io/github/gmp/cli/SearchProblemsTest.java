package io.github.gmp.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gmp.cli.SearchFixture.Outcome;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Every mistake in the configuration of a search is named before the first trial, with what was allowed. */
class SearchProblemsTest {
    private static final String WHOLE_SPACE = "@space";

    @TempDir
    static Path folder;

    private static String sound;

    @BeforeAll
    static void writeData() throws IOException {
        sound = Files.readString(SearchFixture.configuration(folder));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mistakes")
    void isRefusedBeforeAnythingIsWritten(String what, String right, String wrong, String message) throws IOException {
        String text;
        if (right.equals(WHOLE_SPACE)) {
            text = sound.substring(0, sound.indexOf("space:")) + wrong + "\n"
                    + sound.substring(sound.indexOf("references:"));
        } else {
            assertThat(sound).contains(right);
            text = sound.replace(right, wrong);
        }
        Path file = Files.writeString(folder.resolve("bad.yaml"), text);
        Path out = folder.resolve("never");
        Outcome outcome = SearchFixture.gmp("search", file, "--out", out, "--quiet", "--no-cache");
        assertThat(outcome.err()).isEqualTo("gmp: " + message + "\n");
        assertThat(outcome.code()).isEqualTo(2);
        assertThat(out).doesNotExist();
    }

    @Test
    void aKeyGivenTwiceAndAMissingValueHaveTheirLines() throws IOException {
        String twice = sound.replace(
                "  regressor.nodes: {integers: [4, 12], scale: log}",
                "  regressor.nodes: {integers: [4, 12]}\n  regressor.nodes: {integers: [4, 13]}");
        Path file = Files.writeString(folder.resolve("twice.yaml"), twice);
        assertThat(SearchFixture.gmp("search", file, "--quiet").err())
                .isEqualTo("gmp: " + file + ":17: key 'regressor.nodes' is given twice\n");
        Files.writeString(file, sound.replace("[order-norm, power-spectrum]", "[order-norm, null]"));
        assertThat(SearchFixture.gmp("search", file, "--quiet").err())
                .isEqualTo("gmp: " + file + ":15: a value is missing here\n");
    }

    /** A choice of one, an odd population and a searched key that has a value in the component already. */
    @Test
    void whatIsUnusualButSoundIsAccepted() throws IOException {
        String text = sound.replace("{choice: [order-norm, power-spectrum]}", "{choice: [order-norm]}")
                .replace("type: snn, epochs: 5", "type: snn, nodes: 100, epochs: 5");
        Path file = Files.writeString(folder.resolve("unusual.yaml"), text);
        Outcome outcome = SearchFixture.gmp("search", file, "--quiet", "--dry-run");
        assertThat(outcome.code()).as(outcome.err()).isZero();
        assertThat(outcome.out())
                .contains("  descriptor.invariants.type: one of [order-norm]\n")
                .contains("  regressor.nodes: a whole number in [4, 12], log scale\n");
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                Arguments.of(
                        "an empty space",
                        "@space",
                        "space: {}",
                        "space: got nothing, expected at least one key to search, e.g. descriptor.radial.sigmas"),
                Arguments.of(
                        "a space of one candidate",
                        "@space",
                        "space: {regressor.nodes: {integers: [7, 7]}, descriptor.angular.maxOrder: {choice: [2]}}",
                        "space: got a single candidate, each of [descriptor.angular.maxOrder, regressor.nodes] with one value, expected a key with several values"),
                Arguments.of(
                        "a choice of nothing",
                        "{choice: [order-norm, power-spectrum]}",
                        "{choice: []}",
                        "space.descriptor.invariants.type.choice: got [], expected at least one value"),
                Arguments.of(
                        "a choice of the same",
                        "{choice: [order-norm, power-spectrum]}",
                        "{choice: [order-norm, order-norm]}",
                        "space.descriptor.invariants.type.choice: got [order-norm, order-norm], expected every value once"),
                Arguments.of(
                        "a choice of something that is no list",
                        "{choice: [order-norm, power-spectrum]}",
                        "{choice: order-norm}",
                        "space.descriptor.invariants.type.choice: got 'order-norm', expected a list, each item a value"),
                Arguments.of(
                        "ends in the wrong order",
                        "{integers: [0, 2]}",
                        "{integers: [2, 0]}",
                        "space.descriptor.angular.maxOrder.integers: got [2, 0], expected two numbers, the smaller first"),
                Arguments.of(
                        "one end only",
                        "{integers: [0, 2]}",
                        "{integers: [0]}",
                        "space.descriptor.angular.maxOrder.integers: got [0], expected two numbers, the smaller first"),
                Arguments.of(
                        "half a whole number",
                        "{integers: [0, 2]}",
                        "{integers: [0, 2.5]}",
                        "space.descriptor.angular.maxOrder.integers[1]: got 2.5, expected a whole number"),
                Arguments.of(
                        "an unknown kind of values",
                        "{integers: [0, 2]}",
                        "{integer: [0, 2]}",
                        "space.descriptor.angular.maxOrder.integer: unknown key 'integer'; did you mean 'integers'? (known: choice, integers, range, scale, sortedSet, when)"),
                Arguments.of(
                        "two kinds of values",
                        "{integers: [0, 2]}",
                        "{integers: [0, 2], range: [0, 1]}",
                        "space.descriptor.angular.maxOrder: got 2 of them, expected exactly one of range, integers, choice, sortedSet"),
                Arguments.of(
                        "values without their kind",
                        "{integers: [0, 2]}",
                        "[0, 2]",
                        "space.descriptor.angular.maxOrder: got [0, 2], expected a map with the keys range, integers, choice, sortedSet, scale, when"),
                Arguments.of(
                        "a logarithm of zero",
                        "integers: [4, 12], scale: log",
                        "integers: [0, 12], scale: log",
                        "space.regressor.nodes.integers: got [0, 12], expected numbers above 0 for a logarithmic scale"),
                Arguments.of(
                        "a logarithm of a negative number",
                        "integers: [4, 12], scale: log",
                        "range: [-4, 12], scale: log",
                        "space.regressor.nodes.range: got [-4.0, 12.0], expected numbers above 0 for a logarithmic scale"),
                Arguments.of(
                        "a logarithm of zero in a set",
                        "{size: [1, 3], range: [0.2, 2.0]}",
                        "{size: [1, 3], range: [0.0, 2.0]}",
                        "space.descriptor.radial.sigmas.sortedSet.range: got [0.0, 2.0], expected numbers above 0 for a logarithmic scale"),
                Arguments.of(
                        "an endless range",
                        "integers: [4, 12], scale: log",
                        "range: [4, .inf]",
                        "space.regressor.nodes.range[1]: got .inf, expected a number"),
                Arguments.of(
                        "a range that the regressor refuses",
                        "integers: [4, 12], scale: log",
                        "integers: [-4, 12]",
                        "regressor.nodes: got -4, expected a whole number from 1 to 10000"),
                Arguments.of(
                        "decimal numbers where whole ones belong",
                        "integers: [4, 12], scale: log",
                        "range: [4, 12]",
                        "2 problems in the configuration:\n  regressor.nodes: got 4.0, expected a whole number from 1 to 10000\n  regressor.nodes: got 12.0, expected a whole number from 1 to 10000"),
                Arguments.of(
                        "a range that the descriptor refuses",
                        "{size: [1, 3], range: [0.2, 2.0]}",
                        "{size: [1, 3], range: [-1.0, 2.0], scale: linear}",
                        "descriptor.radial.sigmas[0]: got -1.0, expected a number from 1.0E-4 to 10000 (Å)"),
                Arguments.of(
                        "a set that shrinks",
                        "{size: [1, 3], range: [0.2, 2.0]}",
                        "{size: [3, 1], range: [0.2, 2.0]}",
                        "space.descriptor.radial.sigmas.sortedSet.size: got [3, 1], expected two whole numbers, the smaller first"),
                Arguments.of(
                        "a set of nothing",
                        "{size: [1, 3], range: [0.2, 2.0]}",
                        "{size: [0, 3], range: [0.2, 2.0]}",
                        "space.descriptor.radial.sigmas.sortedSet.size[0]: got 0, expected a whole number from 1 to 64"),
                Arguments.of(
                        "a set that its range cannot hold",
                        "{size: [1, 3], range: [0.2, 2.0]}",
                        "{size: [1, 3], range: [0.2, 2.0], minRatio: 8}",
                        "space.descriptor.radial.sigmas.sortedSet: got up to 3 values with ratios of at least 8.0, expected a range wide enough for them; [0.2, 2.0] holds 2"),
                Arguments.of(
                        "an unknown key of a set",
                        "{size: [1, 3], range: [0.2, 2.0]}",
                        "{size: [1, 3], range: [0.2, 2.0], minratio: 2}",
                        "space.descriptor.radial.sigmas.sortedSet.minratio: unknown key 'minratio'; did you mean 'minRatio'? (known: minDifference, minRatio, range, scale, size)"),
                Arguments.of(
                        "the scale of a set beside it",
                        "{size: [1, 3], range: [0.2, 2.0]}}",
                        "{size: [1, 3], range: [0.2, 2.0]}, scale: log}",
                        "space.descriptor.radial.sigmas.scale: got log, expected no scale here: it is that of 'range' and 'integers'; sets have a key 'scale' of their own"),
                Arguments.of(
                        "a condition on an unknown key",
                        "{integers: [0, 2]}",
                        "{integers: [0, 2], when: {regressor.knots: 50}}",
                        "space.descriptor.angular.maxOrder.when: got regressor.knots, expected a searched key, or one that descriptor or regressor has"),
                Arguments.of(
                        "a condition that no choice meets",
                        "{integers: [0, 2]}",
                        "{integers: [0, 2], when: {descriptor.invariants.type: order-nrm}}",
                        "space.descriptor.angular.maxOrder.when: got descriptor.invariants.type: order-nrm, expected a value that this key may be: one of [order-norm, power-spectrum]"),
                Arguments.of(
                        "a condition that no integer meets",
                        "{integers: [0, 2]}",
                        "{integers: [0, 2], when: {regressor.nodes: 50}}",
                        "space.descriptor.angular.maxOrder.when: got regressor.nodes: 50, expected a value that this key may be: a whole number in [4, 12], log scale"),
                Arguments.of(
                        "a condition on a set",
                        "{integers: [0, 2]}",
                        "{integers: [0, 2], when: {descriptor.radial.sigmas: 0.5}}",
                        "space.descriptor.angular.maxOrder.when: got descriptor.radial.sigmas: 0.5, expected a key with a choice or integers: a decimal number or a set is hardly ever exactly that value"),
                Arguments.of(
                        "a condition inside of a searched component",
                        "regressor.nodes: {integers: [4, 12], scale: log}",
                        "regressor: {choice: [{type: ridge}, {type: snn}]}\n  regressor.epochs: {integers: [4, 12], when: {regressor.type: snn}}",
                        "space.regressor.epochs.when: got regressor.type, expected regressor as a whole, which is searched and has regressor.type inside"),
                Arguments.of(
                        "conditions in a circle",
                        "regressor.nodes: {integers: [4, 12], scale: log}",
                        "regressor.nodes: {integers: [4, 12], when: {regressor.layers: 3}}\n  regressor.layers: {integers: [2, 4], when: {regressor.nodes: 8}}",
                        "space: got conditions of [regressor.layers, regressor.nodes] in a circle, expected conditions that end somewhere"),
                Arguments.of(
                        "searched data",
                        "regressor.nodes: {integers: [4, 12], scale: log}",
                        "data.split.train: {integers: [10, 20]}",
                        "space.data.split.train: got data.split.train, expected a path that begins with 'descriptor' or 'regressor': candidates have to be judged by the same structures, or their errors cannot be compared (rungs may set data.split.train and data.split.validation)"),
                Arguments.of(
                        "a searched seed",
                        "regressor.nodes: {integers: [4, 12], scale: log}",
                        "seed: {integers: [10, 20]}",
                        "space.seed: got seed, expected a path that begins with 'descriptor' or 'regressor'"),
                Arguments.of(
                        "a path that is none",
                        "regressor.nodes: {integers: [4, 12], scale: log}",
                        "descriptor..nodes: {integers: [10, 20]}",
                        "space.descriptor..nodes: got descriptor..nodes, expected the path of a key of the descriptor or the regressor"),
                Arguments.of(
                        "too small a population",
                        "population: 3",
                        "population: 1",
                        "population: got 1, expected a whole number from 2 to 10000"),
                Arguments.of(
                        "no generation",
                        "generations: 2",
                        "generations: 0",
                        "generations: got 0, expected a whole number from 1 to 10000"),
                Arguments.of(
                        "the same objective twice",
                        "population: 3",
                        "population: 3\nobjectives: [energy-mae, energy-mae]",
                        "objectives: got [energy-mae, energy-mae], expected two or three different objectives, at least one of them an error"),
                Arguments.of(
                        "a single objective",
                        "population: 3",
                        "population: 3\nobjectives: [energy-mae]",
                        "objectives: got [energy-mae], expected two or three different objectives, at least one of them an error"),
                Arguments.of(
                        "an unknown objective",
                        "population: 3",
                        "population: 3\nobjectives: [energy-mae, kost]",
                        "objectives[1]: got 'kost', expected one of energy-mae, energy-mae-per-atom, force-mae, cost; did you mean 'cost'?"),
                Arguments.of(
                        "no time at all",
                        "population: 3",
                        "population: 3\ntimeLimit: 0",
                        "timeLimit: got 0, expected a number greater than 0 (s)"),
                Arguments.of(
                        "an unknown component of a reference",
                        "regressor: {type: ridge}",
                        "regressor: {type: rigde}",
                        "references[0].regressor.type: unknown regressor 'rigde'; did you mean 'ridge'? (known: committee, hdnn, ridge, snn)"),
                Arguments.of(
                        "an unknown key of a reference",
                        "regressor: {type: ridge}",
                        "regressor: {type: ridge, nodes: 3}",
                        "references[0].regressor.nodes: unknown key 'nodes' (known: forceWeight, lambda, lambdas, perElement, stressWeight, type)"),
                Arguments.of(
                        "an unknown preset of a reference",
                        "preset: gmp-paper-aspirin-1-2}",
                        "preset: gmp-paper-aspirin}",
                        "references[0].descriptor.preset: got 'gmp-paper-aspirin', expected one of its 75 presets ('gmp describe gmp' lists them); did you mean 'gmp-paper-aspirin-0-1'?"),
                Arguments.of(
                        "references of the same name",
                        "- name: by hand",
                        "- name: by hand\n    descriptor: {type: gmp, preset: gmp-paper-aspirin-1-2}\n    regressor: {type: ridge}\n  - name: by hand",
                        "references: got [by hand, by hand], expected a name of its own for each"),
                Arguments.of(
                        "a rung with other test structures",
                        "population: 3",
                        "population: 3\nrungs: [{set: {data.split.seed: 3}}]",
                        "rungs[0].set: got data.split.seed, expected data.split.train, data.split.validation, or a path that begins with 'descriptor' or 'regressor': with any other key of data the structures that the full trial is tested on might be trained on here"),
                Arguments.of(
                        "a rung without structures",
                        "population: 3",
                        "population: 3\nrungs: [{set: {data.split.train: 0}}]",
                        "rungs[0].set.data.split.train: got 0, expected a number greater than 0"),
                Arguments.of(
                        "a rung that nobody passes",
                        "population: 3",
                        "population: 3\nrungs: [{set: {regressor.epochs: 2}, keep: 0}]",
                        "rungs[0].keep: got 0, expected a number greater than 0 and at most 1"));
    }
}
