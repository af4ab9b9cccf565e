package io.github.gmp.experiments.search.finished;

import io.github.gmp.experiments.compare.Statistic;

import java.util.List;
import java.util.Optional;

/**
 * The content of {@code refine.json}, in eV, eV/Å and operations, see {@link RefinedFront}.
 *
 * @param version version of the document
 * @param search name of the search
 * @param refined what was trained at least once
 */
record RefinedDocument(int version, String search, List<Row> refined) {
    static final int VERSION = 1;

    /**
     * A candidate or a hand-picked pair.
     *
     * @param name its name
     * @param handPicked whether it is a hand-picked pair
     * @param seeds the seeds of its trainings
     * @param operationsPerAtom floating-point operations per atom
     * @param front whether no other beats it
     * @param energyMae errors of the energy, if they were searched, as the next two
     * @param energyMaePerAtom errors of the energy per atom
     * @param forceMae errors of the forces
     */
    record Row(
            String name,
            boolean handPicked,
            List<Long> seeds,
            double operationsPerAtom,
            boolean front,
            Optional<Errors> energyMae,
            Optional<Errors> energyMaePerAtom,
            Optional<Errors> forceMae) {}

    /**
     * Errors of trainings.
     *
     * @param search what the search had found, unless that trial failed
     * @param validation on the validation set
     * @param test on the test set, if there is one
     */
    record Errors(Optional<Double> search, Statistic validation, Optional<Statistic> test) {}
}
