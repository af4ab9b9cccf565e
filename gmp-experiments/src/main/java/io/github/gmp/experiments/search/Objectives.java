package io.github.gmp.experiments.search;

import io.github.gmp.experiments.search.worker.TrialScores;

import java.util.List;

/**
 * What a search minimizes together.
 *
 * @param list two or three objectives, at least one of them an error
 */
public record Objectives(List<Objective> list) {
    public Objectives {
        list = List.copyOf(list);
    }

    /** {@return the errors among them, in their order} */
    public List<Objective> errors() {
        return list.stream().filter(Objective::isError).toList();
    }

    /** {@return the error that decides where only one can: the first} */
    public Objective mainError() {
        return errors().get(0);
    }

    public boolean needForces() {
        return list.contains(Objective.FORCE_MAE);
    }

    /** {@return log₁₀ of each objective, in their order} */
    public double[] logs(TrialScores outcome) {
        return list.stream().mapToDouble(o -> o.logOf(outcome)).toArray();
    }

    /** {@return whether {@code a} is nowhere worse than {@code b} and somewhere better} */
    public boolean dominates(TrialScores a, TrialScores b) {
        return list.stream().allMatch(o -> o.of(a) <= o.of(b)) && list.stream().anyMatch(o -> o.of(a) < o.of(b));
    }

    /** {@return whether both are the same in all objectives} */
    boolean equal(TrialScores a, TrialScores b) {
        return list.stream().allMatch(o -> o.of(a) == o.of(b));
    }

    /** {@return the axis along which fronts are listed: the cost if it is an objective, else the first} */
    Objective order() {
        return list.contains(Objective.COST) ? Objective.COST : list.get(0);
    }
}
