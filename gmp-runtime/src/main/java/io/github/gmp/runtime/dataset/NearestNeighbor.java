package io.github.gmp.runtime.dataset;

import io.github.gmp.api.neighbor.NeighborList;

import java.util.OptionalInt;

/** The pair of an atom with the one nearest to it. */
final class NearestNeighbor {
    private NearestNeighbor() {}

    /**
     * {@return the index of its shortest pair, the first of equal ones; empty if it has none}
     *
     * @param neighbors a neighbor list
     * @param center an atom
     */
    static OptionalInt pair(NeighborList neighbors, int center) {
        OptionalInt nearest = OptionalInt.empty();
        for (int pair = neighbors.begin(center); pair < neighbors.end(center); pair++) {
            if (nearest.isEmpty() || neighbors.distance(pair) < neighbors.distance(nearest.getAsInt())) {
                nearest = OptionalInt.of(pair);
            }
        }
        return nearest;
    }
}
