package io.github.gmp.experiments.predict;

import com.google.inject.Inject;
import io.github.gmp.api.error.DataException;
import io.github.gmp.api.error.GmpException;
import io.github.gmp.api.model.Potential;
import io.github.gmp.api.model.Spread;
import io.github.gmp.api.structure.Element;
import io.github.gmp.api.structure.LabeledStructure;
import io.github.gmp.experiments.dataset.IsolatedAtoms;
import io.github.gmp.experiments.model.TrainedModel;
import io.github.gmp.experiments.progress.Progress;
import io.github.gmp.experiments.trial.ErrorSums;
import io.github.gmp.experiments.trial.ForceMetrics;
import io.github.gmp.experiments.trial.Metrics;
import io.github.gmp.experiments.trial.Prediction;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;

/** Measures the errors of a model on files of labeled structures of any size, a few structures per thread in memory. */
public final class ModelEvaluator {
    private final PredictionStream predictions;

    /** @param predictions reads and predicts */
    @Inject
    public ModelEvaluator(PredictionStream predictions) {
        this.predictions = predictions;
    }

    /**
     * @param model the model
     * @param files files of structures
     * @param threads how many threads may be used; the report does not depend on it
     * @param progress told about the bytes of the files that are done with
     * @param cancelled asked now and then
     * @return the errors
     * @throws GmpException if a file cannot be read, no structure has an energy, or an element is unknown to the model
     */
    public EvaluationReport evaluate(
            TrainedModel model, List<Path> files, int threads, Progress progress, BooleanSupplier cancelled) {
        Collector collector = new Collector();
        predictions.run(
                new PredictionStream.Request("evaluating", model, files, threads),
                progress,
                cancelled,
                collector::isUsable,
                collector::add);
        return collector.report(files);
    }

    private static final class Collector {
        private final ErrorSums all = new ErrorSums();
        private final Map<String, ErrorSums> byConfigType = new TreeMap<>();
        private final Map<Element, ErrorSums> byElement = new EnumMap<>(Element.class);
        private long atoms;
        private final SpreadSums energySpread = new SpreadSums();
        private final SpreadSums forceSpread = new SpreadSums();
        private long atomsOutside;
        private double largestExcess;
        private long withoutEnergy;
        private long isolatedAtoms;

        boolean isUsable(LabeledStructure frame) {
            if (IsolatedAtoms.isOne(frame)) {
                isolatedAtoms++;
            } else if (frame.energy().isEmpty()) {
                withoutEnergy++;
            } else {
                return true;
            }
            return false;
        }

        void add(LabeledStructure frame, Prediction prediction) {
            atomsOutside += prediction.extrapolation().atomsOutside();
            for (double excess : prediction.extrapolation().largestExcess()) {
                largestExcess = Math.max(largestExcess, excess);
            }
            Potential.Evaluation evaluation = prediction.evaluation();
            addErrors(frame, evaluation);
            evaluation.spread().ifPresent(spread -> addSpread(frame, evaluation, spread));
        }

        private void addSpread(LabeledStructure frame, Potential.Evaluation evaluation, Spread spread) {
            energySpread.add(
                    spread.energy(),
                    Math.abs(evaluation.energy() - frame.energy().orElseThrow()));
            frame.forces()
                    .filter(reference -> evaluation.gradient().isPresent())
                    .ifPresent(reference -> {
                        double[] predicted = evaluation.forces();
                        for (int atom = 0; atom < spread.forces().length; atom++) {
                            double squares = 0;
                            for (int k = 3 * atom; k < 3 * atom + 3; k++) {
                                squares += (predicted[k] - reference[k]) * (predicted[k] - reference[k]);
                            }
                            forceSpread.add(spread.forces()[atom], Math.sqrt(squares));
                        }
                    });
        }

        private void addErrors(LabeledStructure frame, Potential.Evaluation evaluation) {
            int size = frame.structure().size();
            atoms += size;
            List<ErrorSums> sums = new ArrayList<>(List.of(all));
            Optional.ofNullable(frame.info().get("config_type"))
                    .ifPresent(type -> sums.add(byConfigType.computeIfAbsent(type, key -> new ErrorSums())));
            double energy = frame.energy().orElseThrow();
            sums.forEach(sum -> sum.addEnergy(energy, evaluation.energy(), size));
            if (frame.forces().isPresent() && evaluation.gradient().isPresent()) {
                double[] reference = frame.forces().get();
                double[] predicted = evaluation.forces();
                for (int i = 0; i < reference.length; i++) {
                    double expected = reference[i];
                    double got = predicted[i];
                    sums.forEach(sum -> sum.addForceComponent(expected, got));
                    byElement
                            .computeIfAbsent(frame.structure().element(i / 3), key -> new ErrorSums())
                            .addForceComponent(expected, got);
                }
            }
        }

        EvaluationReport report(List<Path> files) {
            Metrics metrics = all.metrics()
                    .orElseThrow(() -> new DataException(
                            String.join(", ", files.stream().map(Path::toString).toList())
                                    + ": no structure has an energy to compare with; to predict without labels use"
                                    + " 'gmp predict'"));
            List<String> warnings = new ArrayList<>();
            if (withoutEnergy > 0) {
                warnings.add(withoutEnergy + " structures without energy were left out");
            }
            if (isolatedAtoms > 0) {
                warnings.add(isolatedAtoms + " isolated atoms were left out");
            }
            if (atomsOutside > 0) {
                warnings.add(String.format(
                        Locale.ROOT,
                        "%d of %d atoms (%.3g %%) have features outside their range in the training set, by up to %.2g widths of"
                                + " the range: the model extrapolates there",
                        atomsOutside,
                        atoms,
                        100.0 * atomsOutside / atoms,
                        largestExcess));
            }
            Map<String, Metrics> types = new TreeMap<>();
            byConfigType.forEach((type, sums) -> sums.metrics().ifPresent(value -> types.put(type, value)));
            Map<Element, ForceMetrics> elements = new EnumMap<>(Element.class);
            byElement.forEach((element, sums) -> sums.forces().ifPresent(value -> elements.put(element, value)));
            return new EvaluationReport(
                    metrics,
                    types,
                    elements,
                    atoms,
                    atomsOutside,
                    largestExcess,
                    energySpread.calibration(),
                    forceSpread.calibration(),
                    warnings);
        }
    }
}
