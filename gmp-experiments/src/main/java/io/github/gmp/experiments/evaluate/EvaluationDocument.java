package io.github.gmp.experiments.evaluate;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.github.gmp.runtime.model.ErrorsDocument;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Errors of a model on a set as documents have them, in eV, eV/Å and eV/Å³, see {@link EvaluateResult}; the warnings belong to the document
 * around it.
 *
 * @param errors the errors, in all and by group
 * @param atoms number of atoms
 * @param atomsOutsideTrainingRange number of atoms with a feature outside its range in the training set
 * @param largestExcess largest distance of a feature from its range, in widths of the range
 * @param energySpread spread of the energies against their errors, of a committee
 * @param forceSpread spread of the forces against their errors, of a committee
 */
public record EvaluationDocument(
        @JsonUnwrapped ErrorsDocument errors,
        long atoms,
        long atomsOutsideTrainingRange,
        double largestExcess,
        Optional<Spread> energySpread,
        Optional<Spread> forceSpread) {
    /** The version of documents with errors. */
    public static final int VERSION = 1;

    /**
     * What the spread of a committee says about its errors, see {@link SpreadCalibration}.
     *
     * @param all all predictions
     * @param correlation Pearson's correlation of spread and absolute error
     * @param rankCorrelation Spearman's correlation of the same
     * @param bins the predictions by their spread
     */
    public record Spread(@JsonUnwrapped Bin all, double correlation, double rankCorrelation, List<Bin> bins) {
        /**
         * {@return the document}
         *
         * @param calibration a calibration
         */
        public static Spread of(SpreadCalibration calibration) {
            return new Spread(
                    Bin.of(calibration.all()),
                    calibration.correlation(),
                    calibration.rankCorrelation(),
                    calibration.bins().stream().map(Bin::of).toList());
        }
    }

    /**
     * Predictions of similar spread, see {@link SpreadBin}.
     *
     * @param count number of predictions
     * @param spread root of their mean squared spread
     * @param error root of their mean squared error
     * @param errorOverSpread the ratio, unless the spread is zero
     */
    public record Bin(long count, double spread, double error, OptionalDouble errorOverSpread) {
        private static Bin of(SpreadBin bin) {
            return new Bin(bin.count(), bin.spread(), bin.error(), bin.ratio());
        }
    }

    /**
     * A report with its warnings: what {@code gmp evaluate --json} prints.
     *
     * @param version version of the document
     * @param units units of all numbers
     * @param set the errors
     * @param warnings what the user should know
     */
    public record Report(
            int version, String units, @JsonUnwrapped EvaluationDocument set, List<String> warnings) {
        /**
         * {@return the document}
         *
         * @param report a report
         */
        public static Report of(EvaluateResult report) {
            return new Report(VERSION, ErrorsDocument.UNITS, EvaluationDocument.of(report), report.warnings());
        }
    }

    /**
     * {@return the document}
     *
     * @param report a report
     */
    public static EvaluationDocument of(EvaluateResult report) {
        return new EvaluationDocument(
                ErrorsDocument.of(report.errors()),
                report.atoms(),
                report.atomsOutside(),
                report.largestExcess(),
                report.energySpread().map(Spread::of),
                report.forceSpread().map(Spread::of));
    }
}
