package io.github.gmp.cli;

import io.github.gmp.fixtures.MorseMolecules;

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

    /** Writes a search over both descriptors on three rungs, of 8 + 4 + 4 candidates and two references that seed it. */
    static Path ladder(Path folder) throws IOException {
        MorseMolecules.write(MorseMolecules.frames(40, 3), "", folder.resolve("morse.extxyz"));
        return Files.writeString(folder.resolve("ladder.yaml"), """
                name: ladder
                data:
                  files: [morse.extxyz]
                  split: {train: 24, validation: 8, test: 8, seed: 1}
                descriptor: {type: gmp, cutoff: {type: smooth, radius: 4.0}}
                regressor: {type: snn, nodes: 8, epochs: 4, batchSize: 8}
                space:
                  descriptor.type: {choice: [gmp, behler-parrinello]}
                  descriptor.radial.sigmas:
                    sortedSet: {size: [1, 3], range: [0.2, 2.0]}
                    when: {descriptor.type: gmp}
                  descriptor.invariants:
                    choice:
                      - {type: order-norm}
                      - {type: joint, families: [{type: order-zero}, {type: power-spectrum}]}
                    when: {descriptor.type: gmp}
                  descriptor.g2.etas:
                    sortedSet: {size: [1, 3], range: [0.05, 5.0]}
                    when: {descriptor.type: behler-parrinello}
                  descriptor.g2.shifts:
                    sortedSet: {size: [1, 2], range: [0.0, 2.0], scale: linear}
                    when: {descriptor.type: behler-parrinello}
                  regressor.nodes: {integers: [4, 12], scale: log}
                references:
                  - name: gmp by hand
                    descriptor: {type: gmp, radial: {type: gaussian, sigmas: [0.4, 1.0]}, cutoff: {type: smooth, radius: 4.0}}
                    regressor: {type: snn, nodes: 8, epochs: 4, batchSize: 8}
                  - name: bp by hand
                    descriptor: {type: behler-parrinello, g2: {etas: [0.1, 1.0], shifts: [0.0]}}
                    regressor: {type: snn, nodes: 8, epochs: 4, batchSize: 8}
                seedWithReferences: true
                rungs:
                  - {set: {regressor: {type: ridge}, data.split.train: 12}, keep: 0.5}
                  - {set: {regressor.epochs: 2}, keep: 0.5}
                objectives: [energy-mae, force-mae, cost]
                population: 8
                generations: 3
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
