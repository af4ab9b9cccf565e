package io.github.gmp.runtime.dataset;

import io.github.gmp.api.neighbor.NeighborList;
import io.github.gmp.api.structure.AtomicStructure;
import io.github.gmp.api.structure.Element;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Tells whether forces may have the wrong sign. A bond that is shorter than others of its kind pushes its two atoms apart, a longer one
 * pulls them together: over the bonds between nearest neighbors, length d and push (F_j − F_i) · d_ij / d are anticorrelated. The
 * correlation is that of the deviations from the means of each pair of elements.
 */
final class ForceSignCheck {
    /** Fewer bonds tell nothing. */
    private static final long FEWEST_BONDS = 100;
    /** A weaker correlation tells nothing, however many bonds there are. */
    private static final double WEAK = 0.15;
    /** In deviations 1/√n that the correlation of n unrelated values has; bonds of mutual nearest neighbors count twice. */
    private static final double SIGNIFICANT = 5;

    private final Map<Set<Element>, Sums> byElements = new LinkedHashMap<>();

    void add(AtomicStructure structure, double[] forces, NeighborList neighbors) {
        for (int center = 0; center < structure.size(); center++) {
            OptionalInt nearest = NearestNeighbor.pair(neighbors, center);
            if (nearest.isPresent() && neighbors.distance(nearest.getAsInt()) > 0) {
                add(structure, forces, neighbors, center, nearest.getAsInt());
            }
        }
    }

    private void add(AtomicStructure structure, double[] forces, NeighborList neighbors, int center, int pair) {
        int other = neighbors.neighbor(pair);
        double distance = neighbors.distance(pair);
        double push = (neighbors.dx(pair) * (forces[3 * other] - forces[3 * center])
                        + neighbors.dy(pair) * (forces[3 * other + 1] - forces[3 * center + 1])
                        + neighbors.dz(pair) * (forces[3 * other + 2] - forces[3 * center + 2]))
                / distance;
        Element one = structure.element(center);
        Element two = structure.element(other);
        Set<Element> pairOfElements = one == two ? EnumSet.of(one) : EnumSet.of(one, two);
        byElements.computeIfAbsent(pairOfElements, key -> new Sums()).add(distance, push);
    }

    /** {@return the correlation of length and push; empty if there are too few bonds, or nothing varies} */
    OptionalDouble correlation() {
        double lengths = 0;
        double pushes = 0;
        double products = 0;
        for (Sums sums : byElements.values()) {
            lengths += sums.lengthSquares - sums.length * sums.length / sums.count;
            pushes += sums.pushSquares - sums.push * sums.push / sums.count;
            products += sums.products - sums.length * sums.push / sums.count;
        }
        double variances = lengths * pushes;
        return bonds() >= FEWEST_BONDS && variances > 0
                ? OptionalDouble.of(products / Math.sqrt(variances))
                : OptionalDouble.empty();
    }

    private long bonds() {
        return byElements.values().stream().mapToLong(sums -> sums.count).sum();
    }

    /** {@return whether bonds pull where they should push} */
    boolean isSuspicious() {
        return correlation().orElse(0) > Math.max(WEAK, SIGNIFICANT / Math.sqrt(bonds()));
    }

    private static final class Sums {
        private long count;
        private double length;
        private double push;
        private double lengthSquares;
        private double pushSquares;
        private double products;

        void add(double newLength, double newPush) {
            count++;
            length += newLength;
            push += newPush;
            lengthSquares += newLength * newLength;
            pushSquares += newPush * newPush;
            products += newLength * newPush;
        }
    }
}
