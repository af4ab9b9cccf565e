package io.github.gmp.experiments.train;

import io.github.gmp.api.model.TrainingLabel;
import io.github.gmp.api.structure.Element;
import io.github.gmp.experiments.report.Numbers;
import io.github.gmp.experiments.report.Table;
import io.github.gmp.runtime.dataset.IngestReport;
import io.github.gmp.runtime.dataset.IngestReportText;
import io.github.gmp.runtime.dataset.IngestScanner;
import io.github.gmp.runtime.dataset.SetContent;
import io.github.gmp.runtime.dataset.SplitDataset;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a training has to work with.
 *
 * @param content what is in the structures of the three sets
 * @param sets training, validation and test set
 * @param isolatedAtoms elements of which the data have an isolated atom
 * @param labels which labels are trained on
 * @param trainedOn the same in words, and what happens to the others
 * @param warnings what looks wrong
 */
public record DataReport(
        IngestReport content,
        List<SetContent> sets,
        Set<Element> isolatedAtoms,
        Set<TrainingLabel> labels,
        String trainedOn,
        List<String> warnings) {
    /** Copies the collections. */
    public DataReport {
        isolatedAtoms = Collections.unmodifiableSet(new TreeSet<>(isolatedAtoms));
        labels = Set.copyOf(labels);
        sets = List.copyOf(sets);
        warnings = List.copyOf(warnings);
    }

    /**
     * {@return the report}
     *
     * @param data the divided data
     * @param files the files that they come from
     * @param labels what the regressor is trained on
     * @param compared whether forces and stress are compared in any case
     * @throws io.github.gmp.api.error.DataException if a label is to be trained on that no structure has
     */
    static DataReport of(SplitDataset data, List<String> files, Set<TrainingLabel> labels, boolean compared) {
        IngestScanner scanner = new IngestScanner();
        files.forEach(scanner::startFile);
        Stream.of(data.train(), data.validation(), data.test())
                .flatMap(List::stream)
                .forEach(scanner::add);
        IngestReport content = scanner.report();
        List<SetContent> sets = SetContent.of(data);
        LabelUse use = new LabelUse(labels, compared, sets);
        use.requireLabels();
        List<String> warnings = new ArrayList<>(content.warnings());
        warnings.addAll(data.warnings());
        warnings.addAll(use.warnings());
        warnings.addAll(elementWarnings(sets));
        if (data.test().isEmpty()) {
            warnings.add("there is no test set: the validation set chooses the weights, so its errors look smaller than"
                    + " those on new structures");
        }
        return new DataReport(content, sets, data.isolatedAtoms().keySet(), labels, use.words(), warnings);
    }

    private static List<String> elementWarnings(List<SetContent> sets) {
        List<String> warnings = new ArrayList<>();
        for (SetContent set : sets.subList(1, sets.size())) {
            Set<Element> unseen = EnumSet.noneOf(Element.class);
            unseen.addAll(set.elements());
            unseen.removeAll(sets.get(0).elements());
            if (!unseen.isEmpty()) {
                warnings.add("the training set has no structure with "
                        + unseen.stream().map(Element::symbol).collect(Collectors.joining(", ")) + ", the " + set.name()
                        + " set has");
            }
        }
        return warnings;
    }

    /**
     * {@return a warning, if the training set has fewer labels than that}
     *
     * @param features number of features
     */
    Optional<String> fewerSamplesThan(int features) {
        SetContent training = sets.get(0);
        long labels = training.structures();
        String what = "energies";
        if (labels().contains(TrainingLabel.FORCES)) {
            labels += 3 * training.atomsWithForces();
            what = "energies and components of forces";
        }
        return labels >= features
                ? Optional.empty()
                : Optional.of(features + " features, but only " + labels + " " + what
                        + " to train on: nothing but regularization and early stopping keeps it from overfitting");
    }

    /** {@return what is in the data, by name} */
    public Map<String, String> facts() {
        Map<String, String> facts = IngestReportText.facts(content);
        if (!isolatedAtoms.isEmpty()) {
            facts.put(
                    "isolated atoms",
                    isolatedAtoms.stream().map(Element::symbol).collect(Collectors.joining(" ")) + " (in no set)");
        }
        facts.put("trained on", trainedOn);
        return facts;
    }

    /** {@return a row for each set: structures, atoms, labels, elements} */
    public Table setTable() {
        return new Table(
                List.of(
                        new Table.Column("", "set", false),
                        new Table.Column("", "structures", true),
                        new Table.Column("", "atoms", true),
                        new Table.Column("structures with", "energy", true),
                        new Table.Column("structures with", "forces", true),
                        new Table.Column("structures with", "stress", true),
                        new Table.Column("", "elements", false)),
                sets.stream()
                        .map(set -> Stream.of(
                                        set.name(),
                                        Numbers.count(set.structures()),
                                        Numbers.count(set.atoms()),
                                        Numbers.count(set.structures()),
                                        Numbers.count(set.withForces()),
                                        Numbers.count(set.withStress()),
                                        set.elements().stream()
                                                .map(Element::symbol)
                                                .collect(Collectors.joining(" ")))
                                .map(Table.Cell::of)
                                .toList())
                        .toList());
    }
}
