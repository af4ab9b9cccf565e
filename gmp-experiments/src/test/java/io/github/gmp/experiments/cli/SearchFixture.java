package io.github.gmp.experiments.cli;

import io.github.gmp.experiments.toy.MorseMolecules;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A small search on generated data, and {@code gmp} called as a user does. */
final class SearchFixture {
    private SearchFixture() {}

    record Outcome(int code, String out, String err) {}

    /** Writes the data and the configuration of a search of 3 + 2 candidates and a reference into a folder. */
    static Path configuration(Path folder) throws IOException {
        MorseMolecules.write(MorseMolecules.frames(40, 3), "", folder.resolve("morse.extxyz"));
        return Files.writeString(folder.resolve("search.yaml"), """
                name: small
                data:
                  files: [morse.extxyz]
                  split: {train: 24, validation: 8, test: 8, seed: 1}
                descriptor:
                  type: gmp
                  radial: {type: gaussian}
                  angular: {type: mcsh}
                  invariants: {type: order-norm, root: true}
                  cutoff: {type: smooth, radius: 4.0}
                regressor: {type: snn, epochs: 5, batchSize: 8}
                space:
                  descriptor.radial.sigmas: {sortedSet: {size: [1, 3], range: [0.2, 2.0]}}
                  descriptor.angular.maxOrder: {integers: [0, 2]}
                  descriptor.invariants.type: {choice: [order-norm, power-spectrum]}
                  regressor.nodes: {integers: [4, 12], scale: log}
                references:
                  - name: by hand
                    descriptor: {type: gmp, preset: gmp-paper-aspirin-1-2}
                    regressor: {type: ridge}
                population: 3
                generations: 2
                """);
    }

    static Outcome gmp(Object... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = GmpMain.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(Stream.of(arguments).map(String::valueOf).toArray(String[]::new));
        return new Outcome(code, out.toString(), err.toString());
    }
}
