package io.github.gmp.experiments.compare;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.github.gmp.experiments.trial.TrialTimes;
import io.github.gmp.runtime.model.Provenance;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The content of {@code results.json}: everything, for programs. Trials, summary and data are the same for the same configuration, data, seeds
 * and versions, whatever the number of threads; {@code times} and {@code run} are not.
 *
 * @param format name and version of the document
 * @param name name of the comparison
 * @param description what it is about
 * @param units unit of each quantity
 * @param data what was compared on
 * @param descriptors the descriptors
 * @param summary a row per pair of descriptor and regressor
 * @param trials what is reproducible of each trial
 * @param failures trials that could not be finished
 * @param configuration the resolved configuration
 * @param times what was measured with a clock
 * @param run what depends on the process
 */
record CompareDocument(
        String format,
        String name,
        String description,
        Units units,
        Data data,
        List<Subject> descriptors,
        List<Pair> summary,
        List<TrialDocument> trials,
        List<ComparedTrials.FailedTrial> failures,
        Map<String, Object> configuration,
        Times times,
        Run run) {
    private static final String FORMAT = "gmp-compare-1";

    /**
     * Unit of each quantity.
     *
     * @param energy of energies
     * @param force of forces
     * @param time of times
     */
    record Units(String energy, String force, String time) {}

    /**
     * What was compared on, see {@link DataSummary}.
     *
     * @param elements symbols of the elements
     * @param labelKeys keys by label
     * @param sha256 hash of the contents
     * @param structures number of structures that were read
     * @param test number of test structures
     * @param train number of training structures
     * @param validation number of validation structures
     */
    record Data(
            List<String> elements,
            Map<String, String> labelKeys,
            String sha256,
            int structures,
            int test,
            int train,
            int validation) {}

    /**
     * A descriptor with a regressor, see {@link PairSummary}.
     *
     * @param descriptor name of the descriptor
     * @param features number of features
     * @param judgedEnergyMae mean absolute error of the energy on the set that trials are judged by
     * @param judgedForceMae the same of the forces, if all trials have it
     * @param operationsPerAtom floating-point operations per atom of one energy
     * @param parameters number of trained parameters
     * @param regressor name of the regressor
     */
    record Pair(
            String descriptor,
            int features,
            Statistic judgedEnergyMae,
            Optional<Statistic> judgedForceMae,
            double operationsPerAtom,
            long parameters,
            String regressor) {
        private static Pair of(PairSummary row) {
            return new Pair(
                    row.combination().descriptor().name(),
                    row.features(),
                    row.judgedMae(),
                    row.forceMae(ComparedTrial::judged),
                    row.operationsPerAtom(),
                    row.parameters(),
                    row.combination().regressor().name());
        }
    }

    /**
     * What was measured with a clock.
     *
     * @param paretoFront pairs that no other beats in error and time
     * @param trials the times of each trial
     */
    record Times(List<String> paretoFront, List<TimedTrial> trials) {}

    /**
     * The times of a trial.
     *
     * @param descriptor name of the descriptor
     * @param regressor name of the regressor
     * @param seed the seed
     * @param times the times
     */
    record TimedTrial(
            String descriptor,
            String regressor,
            long seed,
            @JsonUnwrapped TrialTimes times) {}

    /**
     * What depends on the process.
     *
     * @param command the command
     * @param files the files of the data
     * @param plannedTrials number of trials that were asked for
     * @param provenance where the results come from
     * @param reusedTrials number of trials of an earlier run
     * @param threads number of threads
     * @param warnings what the user should know
     */
    record Run(
            String command,
            List<String> files,
            int plannedTrials,
            Provenance provenance,
            int reusedTrials,
            int threads,
            List<String> warnings) {}

    static CompareDocument of(ComparedTrials result) {
        return new CompareDocument(
                FORMAT,
                result.config().name(),
                result.config().description(),
                new Units("eV", "eV/angstrom", "s"),
                data(result.data()),
                result.subjects(),
                result.summaries().stream().map(Pair::of).toList(),
                result.outcomes().stream()
                        .map(trial -> TrialDocument.of(trial).reproducible())
                        .toList(),
                result.failures(),
                result.resolved(),
                times(result),
                new Run(
                        result.command(),
                        result.data().files(),
                        result.planned(),
                        result.provenance(),
                        result.reused(),
                        result.threads(),
                        result.warnings()));
    }

    private static Data data(DataSummary data) {
        return new Data(
                data.elements(),
                data.labelKeys(),
                data.hash(),
                data.structures(),
                data.test(),
                data.train(),
                data.validation());
    }

    private static Times times(ComparedTrials result) {
        return new Times(
                ComparePlots.front(result.summaries()).stream()
                        .map(row -> row.combination().label())
                        .toList(),
                result.outcomes().stream()
                        .map(trial ->
                                new TimedTrial(trial.descriptor(), trial.regressor(), trial.seed(), trial.times()))
                        .toList());
    }
}
