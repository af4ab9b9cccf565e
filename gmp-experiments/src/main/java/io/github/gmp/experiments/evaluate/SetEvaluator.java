package io.github.gmp.experiments.evaluate;

import io.github.gmp.api.error.DataException;
import io.github.gmp.api.potential.CommitteeRegressor;
import io.github.gmp.api.potential.Extrapolation;
import io.github.gmp.api.potential.FeatureRanges;
import io.github.gmp.api.potential.Potential;
import io.github.gmp.api.structure.Element;
import io.github.gmp.api.structure.LabeledStructure;
import io.github.gmp.runtime.predict.Predictions;
import io.github.gmp.runtime.progress.Progress;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Measures the errors of a potential on sets of structures in memory whose features are known. */
public final class SetEvaluator {
    /** Predictions of so many structures are in memory at a time. */
    private static final int CHUNK = 512;

    private final Potential potential;
    private final FeatureRanges ranges;
    private final boolean derivatives;
    private final int threads;
    private final BooleanSupplier cancelled;
    private final Progress progress;

    /**
     * @param potential the potential
     * @param ranges range of its features in the training set
     * @param derivatives whether forces and stress are wanted, where the structures have them
     * @param threads how many threads may be used; the reports do not depend on it
     * @param cancelled when true, energies are all there is time for
     * @param progress told about structures
     */
    public SetEvaluator(
            Potential potential,
            FeatureRanges ranges,
            boolean derivatives,
            int threads,
            BooleanSupplier cancelled,
            Progress progress) {
        this.potential = potential;
        this.ranges = ranges;
        this.derivatives = derivatives;
        this.threads = threads;
        this.cancelled = cancelled;
        this.progress = progress;
    }

    /**
     * {@return its errors; empty if there are no structures with known elements}
     *
     * @param set a set of structures
     * @param warnings receives how many structures had to be left out, and why
     * @throws DataException if a prediction is not finite; the message says of which frame
     */
    public Optional<SetEvaluation> evaluate(EvaluatedSet set, List<String> warnings) {
        EvaluatedSet known = withKnownElements(set, warnings);
        EvaluationSums sums = new EvaluationSums();
        ParitySample parity = new ParitySample();
        if (fromCoordinates(known.structures())) {
            predict(known, sums, parity);
        } else {
            energies(known, sums, parity);
        }
        return sums.report(List.of()).map(report -> new SetEvaluation(set.name(), report, parity));
    }

    private boolean fromCoordinates(List<LabeledStructure> structures) {
        boolean asked = potential.regressor() instanceof CommitteeRegressor
                || derivatives
                        && structures.stream()
                                .anyMatch(frame -> frame.forces().isPresent()
                                        || frame.stress().isPresent());
        // A user who pressed Ctrl-C wants what there is, not minutes of forces.
        return asked && !structures.isEmpty() && !cancelled.getAsBoolean();
    }

    private void predict(EvaluatedSet set, EvaluationSums sums, ParitySample parity) {
        List<LabeledStructure> structures = set.structures();
        progress.start(set.name() + " errors", structures.size());
        for (int from = 0; from < structures.size(); from += CHUNK) {
            List<LabeledStructure> chunk = structures.subList(from, Math.min(structures.size(), from + CHUNK));
            List<Predicted> predictions = set.training()
                    ? Predictions.evaluate(potential, chunk, threads, Progress.silent()).stream()
                            .map(evaluation -> Predicted.of(evaluation, Optional.empty()))
                            .toList()
                    : Predictions.predict(potential, ranges, chunk, threads).stream()
                            .map(Predicted::of)
                            .toList();
            for (int s = 0; s < chunk.size(); s++) {
                sums.add(chunk.get(s), predictions.get(s));
                parity.add(chunk.get(s), predictions.get(s));
            }
            progress.advance(chunk.size());
        }
        progress.finish();
    }

    private void energies(EvaluatedSet set, EvaluationSums sums, ParitySample parity) {
        double[] energies = Predictions.energies(potential.regressor(), set.features(), threads);
        for (int s = 0; s < energies.length; s++) {
            LabeledStructure frame = set.structures().get(s);
            if (!Double.isFinite(energies[s])) {
                throw new DataException(frame.source() + ": the predicted energy is " + energies[s]
                        + "; structures far outside the training data can do this");
            }
            Optional<Extrapolation> extrapolation = set.training()
                    ? Optional.empty()
                    : Optional.of(ranges.extrapolation(set.features().ofStructure(s)));
            Predicted predicted =
                    new Predicted(energies[s], Optional.empty(), Optional.empty(), Optional.empty(), extrapolation);
            sums.add(frame, predicted);
            parity.add(frame, predicted);
        }
    }

    /** A test set may have elements that nothing can be said about; that must not cost the training. */
    private EvaluatedSet withKnownElements(EvaluatedSet set, List<String> warnings) {
        List<LabeledStructure> structures = set.structures();
        Set<Element> known = potential.regressor().elements();
        Set<Element> unknown = EnumSet.noneOf(Element.class);
        structures.forEach(frame -> unknown.addAll(frame.structure().elements()));
        unknown.removeAll(known);
        if (unknown.isEmpty()) {
            return set;
        }
        int[] kept = IntStream.range(0, structures.size())
                .filter(s -> known.containsAll(structures.get(s).structure().elements()))
                .toArray();
        warnings.add((structures.size() - kept.length) + " of " + structures.size() + " " + set.name()
                + " structures were left out, because they have elements that the model does not know: "
                + unknown.stream().map(Element::symbol).collect(Collectors.joining(", ")));
        return set.only(kept);
    }
}
