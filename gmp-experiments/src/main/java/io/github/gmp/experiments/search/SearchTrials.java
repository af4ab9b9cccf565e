package io.github.gmp.experiments.search;

import io.github.gmp.experiments.search.worker.TrialScores;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a search came to.
 *
 * @param objectives what was minimized
 * @param fullRung number of the rung of full trials
 * @param trials all trials by number
 * @param asked what was asked for on each rung: the trials, those that several candidates share once for each
 * @param references hand-picked pairs, in the order of the configuration
 */
public record SearchTrials(
        Objectives objectives,
        int fullRung,
        List<SearchTrial> trials,
        List<SearchTrial> asked,
        List<ReferenceTrial> references) {
    public SearchTrials {
        trials = List.copyOf(trials);
        asked = List.copyOf(asked);
        references = List.copyOf(references);
    }

    /** {@return the full trials that finished} */
    public List<SearchTrial> finished() {
        return trials.stream()
                .filter(trial -> trial.rung() == fullRung && trial.outcome().isPresent())
                .toList();
    }

    /** {@return what was asked for on a rung, references included} */
    public List<SearchTrial> onRung(int rung) {
        return Stream.concat(asked.stream(), references.stream().flatMap(reference -> reference.rungs().stream()))
                .filter(trial -> trial.rung() == rung)
                .toList();
    }

    /** {@return the trials that did not finish, on any rung} */
    public List<SearchTrial> failed() {
        return trials.stream().filter(trial -> trial.failure().isPresent()).toList();
    }

    /** {@return the trials that no other beats in all objectives, ascending in cost; of equal ones the first} */
    public List<SearchTrial> front() {
        List<SearchTrial> front = new ArrayList<>();
        for (SearchTrial trial : finished()) {
            TrialScores outcome = trial.result();
            boolean beaten = front.stream()
                    .map(SearchTrial::result)
                    .anyMatch(kept -> objectives.dominates(kept, outcome) || objectives.equal(kept, outcome));
            if (!beaten) {
                front.removeIf(kept -> objectives.dominates(outcome, kept.result()));
                front.add(trial);
            }
        }
        front.sort(Comparator.comparingDouble(
                        (SearchTrial trial) -> objectives.order().of(trial.result()))
                .thenComparingInt(SearchTrial::number));
        return front;
    }

    /**
     * {@return the candidate with the lowest main error among those that are nowhere worse and somewhere better}
     *
     * @param reference what to beat
     */
    public Optional<SearchTrial> beating(TrialScores reference) {
        return front().stream()
                .filter(trial -> objectives.dominates(trial.result(), reference))
                .min(Comparator.comparingDouble(trial -> objectives.mainError().of(trial.result())));
    }

    /** {@return the lowest value of an objective, if any trial finished} */
    public Optional<Double> best(Objective objective) {
        return finished().stream().map(trial -> objective.of(trial.result())).min(Double::compare);
    }

    /**
     * The hypervolume of the full trials after each trial, measured up to the worst values of the whole search.
     *
     * @return one value per trial
     */
    public List<Double> hypervolumes() {
        List<double[]> points = finished().stream()
                .map(trial -> objectives.logs(trial.result()))
                .toList();
        double[] worst = Hypervolume.worst(points, objectives.list().size());
        return Hypervolume.growth(
                trials.stream()
                        .map(trial -> Optional.of(trial)
                                .filter(t -> t.rung() == fullRung)
                                .flatMap(SearchTrial::outcome)
                                .map(objectives::logs))
                        .toList(),
                worst);
    }
}
