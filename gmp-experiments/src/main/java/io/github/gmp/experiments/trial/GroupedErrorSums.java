package io.github.gmp.experiments.trial;

import io.github.gmp.api.potential.Potential;
import io.github.gmp.api.structure.Element;
import io.github.gmp.api.structure.LabeledStructure;
import io.github.gmp.runtime.model.ForceMetrics;
import io.github.gmp.runtime.model.GroupedErrors;
import io.github.gmp.runtime.model.Metrics;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Collects errors of predictions in all, by {@code config_type} and by element. Added to by one thread, in the order of the structures, so that sums are the
 * same for any number of threads.
 */
public final class GroupedErrorSums {
    private final ErrorSums all = new ErrorSums();
    private final Map<String, ErrorSums> byConfigType = new TreeMap<>();
    private final Map<Element, ErrorSums> byElement = new EnumMap<>(Element.class);

    /**
     * Adds a prediction. Forces and stress are compared where both the structure and the prediction have them.
     *
     * @param frame a structure with an energy
     * @param energy predicted energy, eV
     * @param forces predicted forces, eV/Å, {@code [atoms][3]} flattened
     * @param stress predicted stress, eV/Å³, {@code [3][3]} row-major
     */
    public void add(LabeledStructure frame, double energy, Optional<double[]> forces, Optional<double[]> stress) {
        List<ErrorSums> sums = new ArrayList<>(List.of(all));
        Optional.ofNullable(frame.info().get("config_type"))
                .ifPresent(type -> sums.add(byConfigType.computeIfAbsent(type, key -> new ErrorSums())));
        double reference = frame.energy().orElseThrow();
        sums.forEach(sum -> sum.addEnergy(reference, energy, frame.structure().size()));
        if (forces.isPresent() && frame.forces().isPresent()) {
            addForces(frame, frame.forces().get(), forces.get(), sums);
        }
        if (stress.isPresent() && frame.stress().isPresent()) {
            double[] expected = frame.stress().get();
            for (int k = 0; k < expected.length; k++) {
                double component = expected[k];
                double got = stress.get()[k];
                sums.forEach(sum -> sum.addStressComponent(component, got));
            }
        }
    }

    private void addForces(LabeledStructure frame, double[] reference, double[] predicted, List<ErrorSums> sums) {
        for (int i = 0; i < reference.length; i++) {
            double expected = reference[i];
            double got = predicted[i];
            sums.forEach(sum -> sum.addForceComponent(expected, got));
            byElement
                    .computeIfAbsent(frame.structure().element(i / 3), key -> new ErrorSums())
                    .addForceComponent(expected, got);
        }
    }

    /** {@return the errors, if any structures were added} */
    public Optional<GroupedErrors> errors() {
        Map<String, Metrics> types = new TreeMap<>();
        byConfigType.forEach((type, sums) -> sums.metrics().ifPresent(value -> types.put(type, value)));
        Map<Element, ForceMetrics> elements = new EnumMap<>(Element.class);
        byElement.forEach((element, sums) -> sums.forces().ifPresent(value -> elements.put(element, value)));
        return all.metrics().map(metrics -> new GroupedErrors(metrics, types, elements));
    }

    /**
     * Errors of energies, and of forces and stress where evaluations are given and the structures have them.
     *
     * @param structures structures with energies
     * @param energies predicted energies
     * @param evaluations predictions with forces, if they were made
     * @return the errors, if there are structures
     */
    static Optional<Metrics> metrics(
            List<LabeledStructure> structures, double[] energies, Optional<List<Potential.Evaluation>> evaluations) {
        GroupedErrorSums sums = new GroupedErrorSums();
        for (int s = 0; s < energies.length; s++) {
            int structure = s;
            sums.add(
                    structures.get(s),
                    energies[s],
                    evaluations.map(all -> all.get(structure).forces()),
                    evaluations.flatMap(all -> all.get(structure).stress()));
        }
        return sums.errors().map(GroupedErrors::all);
    }
}
