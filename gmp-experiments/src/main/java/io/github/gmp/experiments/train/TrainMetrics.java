package io.github.gmp.experiments.train;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.github.gmp.experiments.evaluate.EvaluationDocument;
import io.github.gmp.experiments.trial.TrialResult;
import io.github.gmp.experiments.trial.TrialTimes;
import io.github.gmp.runtime.dataset.IngestDocument;
import io.github.gmp.runtime.model.ErrorsDocument;
import io.github.gmp.runtime.model.Provenance;

import java.util.List;
import java.util.Optional;

/**
 * The content of {@code metrics.json}.
 *
 * @param version version of the document
 * @param units units of all numbers
 * @param features number of features
 * @param parameters number of trained parameters
 * @param operationsPerAtom floating-point operations per atom of one energy
 * @param train errors on the training set, if it has structures
 * @param validation errors on the validation set, if it has structures
 * @param test errors on the test set, if there is one
 * @param times seconds
 * @param epochs number of epochs
 * @param stopped whether it was stopped before its end
 * @param notes what the regressor has to say
 * @param warnings what the user should know
 * @param data what it was trained on
 * @param provenance where it comes from
 */
record TrainMetrics(
        int version,
        String units,
        int features,
        long parameters,
        double operationsPerAtom,
        Optional<EvaluationDocument> train,
        Optional<EvaluationDocument> validation,
        Optional<EvaluationDocument> test,
        Times times,
        int epochs,
        boolean stopped,
        List<String> notes,
        List<String> warnings,
        Data data,
        Provenance provenance) {
    private static final int VERSION = 1;

    /**
     * Seconds.
     *
     * @param featurizePerStructure processor time of the features of a structure
     * @param predictPerStructure processor time of a prediction
     * @param train wall-clock time of the training
     */
    record Times(double featurizePerStructure, double predictPerStructure, double train) {
        private static Times of(TrialTimes times) {
            return new Times(
                    times.featurizeSecondsPerStructure(), times.predictSecondsPerStructure(), times.trainSeconds());
        }
    }

    /**
     * What a training has to work with, see {@link DataReport}.
     *
     * @param content what is in the structures of the three sets
     * @param warnings what looks wrong
     * @param trainedOn which labels are trained on
     */
    record Data(@JsonUnwrapped IngestDocument content, List<String> warnings, String trainedOn) {
        static Data of(DataReport report) {
            return new Data(IngestDocument.of(report.content()), report.warnings(), report.trainedOn());
        }
    }

    static TrainMetrics of(TrainResult outcome) {
        TrialResult result = outcome.result();
        return new TrainMetrics(
                VERSION,
                ErrorsDocument.UNITS,
                result.features(),
                result.parameters(),
                result.operationsPerAtom(),
                set("training", outcome),
                set("validation", outcome),
                set("test", outcome),
                Times.of(result.times()),
                result.history().size(),
                outcome.stopped(),
                result.notes(),
                outcome.warnings(),
                Data.of(outcome.prepared().report()),
                outcome.provenance());
    }

    private static Optional<EvaluationDocument> set(String name, TrainResult outcome) {
        return outcome.sets().stream()
                .filter(set -> set.name().equals(name))
                .findFirst()
                .map(set -> EvaluationDocument.of(set.report()));
    }
}
