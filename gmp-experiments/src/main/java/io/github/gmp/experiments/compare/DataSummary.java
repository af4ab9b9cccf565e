package io.github.gmp.experiments.compare;

import io.github.gmp.api.structure.LabeledStructure;
import io.github.gmp.runtime.dataset.Dataset;
import io.github.gmp.runtime.dataset.SplitDataset;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The data of a comparison, for the report.
 *
 * @param files files read
 * @param structures number of structures in the files that were not left out
 * @param train number of training structures
 * @param validation number of validation structures
 * @param test number of test structures
 * @param elements symbols, ascending in atomic number
 * @param fewestAtoms atoms of the smallest structure
 * @param mostAtoms atoms of the largest structure
 * @param periodic whether any structure is periodic
 * @param forces whether all structures have forces
 * @param labelKeys the keys that labels were read from
 * @param energyDeviation standard deviation of the energies in eV of the set that trials are judged by, if all structures have the same
 *     composition; the root of the mean squared error of always predicting the mean
 * @param hash SHA-256 of the three sets
 */
record DataSummary(
        List<String> files,
        int structures,
        int train,
        int validation,
        int test,
        List<String> elements,
        int fewestAtoms,
        int mostAtoms,
        boolean periodic,
        boolean forces,
        Map<String, String> labelKeys,
        OptionalDouble energyDeviation,
        String hash) {
    static DataSummary of(Dataset dataset, SplitDataset split) {
        List<LabeledStructure> used = Stream.of(split.train(), split.validation(), split.test())
                .flatMap(List::stream)
                .toList();
        Map<String, String> keys = new TreeMap<>();
        used.stream()
                .flatMap(frame -> frame.labelKeys().entrySet().stream())
                .distinct()
                .forEach(entry -> keys.merge(entry.getKey(), entry.getValue(), (a, b) -> a + ", " + b));
        return new DataSummary(
                dataset.files(),
                dataset.structures().size()
                        + dataset.validation().size()
                        + dataset.test().size(),
                split.train().size(),
                split.validation().size(),
                split.test().size(),
                split.elements().stream().map(element -> element.symbol()).toList(),
                used.stream().mapToInt(frame -> frame.structure().size()).min().orElse(0),
                used.stream().mapToInt(frame -> frame.structure().size()).max().orElse(0),
                used.stream().anyMatch(frame -> frame.structure().cell().isPeriodic()),
                split.hasForces(),
                keys,
                deviation(used, split.test().isEmpty() ? split.validation() : split.test()),
                split.hash());
    }

    /** {@return the data in a few words} */
    String words() {
        String atoms = fewestAtoms == mostAtoms ? fewestAtoms + " atoms" : fewestAtoms + " to " + mostAtoms + " atoms";
        return train + " training, " + validation + " validation and " + test + " test structures of " + atoms + " ("
                + String.join(" ", elements) + ")";
    }

    private static OptionalDouble deviation(List<LabeledStructure> used, List<LabeledStructure> judged) {
        long compositions = used.stream()
                .map(frame -> Arrays.stream(frame.structure().atomicNumbers())
                        .sorted()
                        .mapToObj(String::valueOf)
                        .collect(Collectors.joining(" ")))
                .distinct()
                .count();
        double[] energies = judged.stream()
                .mapToDouble(frame -> frame.energy().orElseThrow())
                .toArray();
        return compositions == 1 && energies.length > 1
                ? OptionalDouble.of(Statistic.of(energies).deviation())
                : OptionalDouble.empty();
    }
}
