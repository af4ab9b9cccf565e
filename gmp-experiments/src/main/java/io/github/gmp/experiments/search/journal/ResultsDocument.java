package io.github.gmp.experiments.search.journal;

import io.github.gmp.runtime.model.Provenance;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * The content of {@code results.json} of a search, in eV, eV/Å, operations and seconds.
 *
 * @param configuration the resolved configuration
 * @param hypervolume the hypervolume after each trial
 * @param importance how much each searched key has to do with the objectives
 * @param pareto trials that no other beats
 * @param provenance where the results come from
 * @param references hand-picked pairs
 * @param rungs how well rungs predict each other
 * @param threads how well threads were used, if that is known
 * @param trials all trials by number
 * @param version version of the document; those of the first version may not say it
 */
public record ResultsDocument(
        Map<String, Object> configuration,
        List<Double> hypervolume,
        List<Importance> importance,
        List<Trial> pareto,
        Provenance provenance,
        List<Trial> references,
        List<Rungs> rungs,
        Optional<Threads> threads,
        List<Trial> trials,
        OptionalInt version) {
    /** The version that is written and read. */
    public static final int VERSION = 1;

    /**
     * A trial; of one that failed the reason, of others all numbers. Errors are by the key of their objective.
     *
     * @param candidate hash of the candidate
     * @param failure why it failed
     * @param features number of features
     * @param name name of a hand-picked pair
     * @param operationsPerAtom floating-point operations per atom
     * @param parameters number of trained parameters
     * @param rung number of its rung
     * @param test the searched errors on the test set, none of them without one
     * @param trial number of the trial
     * @param validation the searched errors on the validation set
     * @param values the searched values by path
     */
    public record Trial(
            String candidate,
            Optional<String> failure,
            OptionalInt features,
            Optional<String> name,
            OptionalDouble operationsPerAtom,
            OptionalLong parameters,
            int rung,
            Optional<Map<String, Double>> test,
            int trial,
            Optional<Map<String, Double>> validation,
            Map<String, Object> values) {
        /**
         * {@return the same with a name}
         *
         * @param pair name of a hand-picked pair
         */
        public Trial named(String pair) {
            return new Trial(
                    candidate,
                    failure,
                    features,
                    Optional.of(pair),
                    operationsPerAtom,
                    parameters,
                    rung,
                    test,
                    trial,
                    validation,
                    values);
        }
    }

    /**
     * How well a rung predicts another.
     *
     * @param lower number of the cheaper one
     * @param objective the error
     * @param pairs number of candidates tried on both
     * @param spearman rank correlation of the error, if there is one
     * @param upper number of the dearer one
     */
    public record Rungs(int lower, String objective, int pairs, Optional<Double> spearman, int upper) {}

    /**
     * How much a searched key has to do with each objective that varies.
     *
     * @param byChance mean share of a key without any effect
     * @param energyMae effect on the error of the energy
     * @param energyMaePerAtom effect on the error of the energy per atom
     * @param forceMae effect on the error of the forces
     * @param key the key
     * @param of what of it is looked at
     * @param operationsPerAtom effect on the cost
     * @param trials number of trials
     */
    public record Importance(
            double byChance,
            Optional<Effect> energyMae,
            Optional<Effect> energyMaePerAtom,
            Optional<Effect> forceMae,
            String key,
            String of,
            Optional<Effect> operationsPerAtom,
            int trials) {}

    /**
     * An effect on an objective.
     *
     * @param best the choice with the lowest mean rank, of choices
     * @param share share of the variance of its ranks
     * @param spearman rank correlation, of numbers
     */
    public record Effect(Optional<String> best, double share, Optional<Double> spearman) {}

    /**
     * How well threads were used, see {@link ThreadUse}.
     *
     * @param busyShare share of the time of threads in trials
     * @param seconds time of all sessions
     * @param secondsWithoutTrial time in which no trial ran
     * @param sessions number of sessions
     * @param shareWithoutTrial share of the time in which no trial ran
     * @param threadSeconds the same as seconds, times the number of threads
     * @param trialSeconds time of all trials
     */
    public record Threads(
            double busyShare,
            double seconds,
            double secondsWithoutTrial,
            int sessions,
            double shareWithoutTrial,
            double threadSeconds,
            double trialSeconds) {
        /**
         * {@return the document}
         *
         * @param use how well threads were used
         */
        public static Threads of(ThreadUse use) {
            return new Threads(
                    use.busyShare(),
                    use.seconds(),
                    use.idleSeconds(),
                    use.sessions(),
                    use.idleShare(),
                    use.threadSeconds(),
                    use.trialSeconds());
        }
    }
}
