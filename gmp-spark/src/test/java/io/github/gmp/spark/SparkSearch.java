package io.github.gmp.spark;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** A small search on generated data. */
final class SparkSearch {
    private static final List<String> TIMES = List.of("seconds", "predictSeconds", "finished");

    private SparkSearch() {}

    /**
     * {@return the configuration of a search of 4 + 2 candidates over two rungs and a reference; its data are beside it}
     *
     * @param folder where to
     */
    static Path write(Path folder) throws IOException {
        molecules(folder.resolve("water.extxyz"), 40);
        return Files.writeString(folder.resolve("search.yaml"), """
                name: small
                data:
                  files: [water.extxyz]
                  split: {train: 24, validation: 8, test: 8, seed: 1}
                descriptor:
                  type: gmp
                  radial: {type: gaussian}
                  angular: {type: mcsh}
                  invariants: {type: order-norm, root: true}
                  cutoff: {type: smooth, radius: 4.0}
                regressor: {type: snn, epochs: 300, batchSize: 8}
                space:
                  descriptor.radial.sigmas: {sortedSet: {size: [1, 3], range: [0.2, 2.0]}}
                  descriptor.angular.maxOrder: {integers: [0, 2]}
                  regressor.nodes: {integers: [4, 12], scale: log}
                references:
                  - name: by hand
                    descriptor: {type: gmp, preset: gmp-paper-aspirin-1-2}
                    regressor: {type: ridge}
                rungs:
                  - {set: {regressor: {type: ridge}, data.split.train: 12}, keep: 0.5}
                population: 4
                generations: 2
                """);
    }

    /** Shaken water molecules with an energy that grows with the square of the displacements. */
    static void molecules(Path file, int frames) throws IOException {
        SplittableRandom random = new SplittableRandom(5);
        double[] rest = {0, 0, 0, 0.96, 0, 0, -0.24, 0.93, 0};
        StringBuilder text = new StringBuilder();
        for (int frame = 0; frame < frames; frame++) {
            StringBuilder atoms = new StringBuilder();
            double energy = 0;
            for (int i = 0; i < rest.length; i++) {
                double shift = random.nextDouble(-0.1, 0.1);
                energy += 5 * shift * shift;
                atoms.append(i % 3 > 0 ? " " : i == 0 ? "O " : "H ").append(rest[i] + shift);
                atoms.append(i % 3 == 2 ? "\n" : "");
            }
            text.append("3\nProperties=species:S:1:pos:R:3 energy=")
                    .append(energy)
                    .append('\n')
                    .append(atoms);
        }
        Files.writeString(file, text);
    }

    /**
     * {@return the lines of its journal without measured times, in a fixed order}
     *
     * @param run folder of a search
     */
    static List<String> journal(Path run) throws IOException {
        ObjectMapper json = new ObjectMapper();
        try (Stream<String> lines = Files.lines(run.resolve("journal.jsonl"))) {
            return lines.map(line -> {
                        try {
                            return ((ObjectNode) json.readTree(line))
                                    .remove(TIMES)
                                    .toString();
                        } catch (IOException e) {
                            throw new IllegalStateException(line, e);
                        }
                    })
                    .sorted(Comparator.naturalOrder())
                    .toList();
        }
    }
}
