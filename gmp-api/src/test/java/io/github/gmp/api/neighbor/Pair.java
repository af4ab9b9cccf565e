package io.github.gmp.api.neighbor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

/** One ordered pair of a neighbor list. */
record Pair(int center, int neighbor, double dx, double dy, double dz) {
    private static final double TOLERANCE = 1e-9;

    /** All pairs of a list, each of them checked to be within the cutoff. */
    static List<Pair> of(NeighborList list) {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < list.centers(); i++) {
            for (int p = list.begin(i); p < list.end(i); p++) {
                pairs.add(new Pair(i, list.neighbor(p), list.dx(p), list.dy(p), list.dz(p)));
                double length = Math.hypot(Math.hypot(list.dx(p), list.dy(p)), list.dz(p));
                assertThat(Math.abs(list.distance(p) - length)).isLessThan(TOLERANCE);
                assertThat(list.distance(p)).isLessThan(list.cutoff());
            }
        }
        assertThat(pairs).hasSize(list.pairs());
        return pairs;
    }

    /** One to one, each pair with one that has the same ends and the same vector. */
    static void assertMatch(List<Pair> actual, List<Pair> expected) {
        assertThat(actual).hasSameSizeAs(expected);
        boolean[] taken = new boolean[expected.size()];
        for (Pair pair : actual) {
            int match = 0;
            while (match < taken.length && (taken[match] || !pair.isNear(expected.get(match)))) {
                match++;
            }
            assertThat(match).as("%s has a counterpart", pair).isLessThan(taken.length);
            taken[match] = true;
        }
    }

    private boolean isNear(Pair other) {
        return center == other.center
                && neighbor == other.neighbor
                && Math.abs(dx - other.dx) < TOLERANCE
                && Math.abs(dy - other.dy) < TOLERANCE
                && Math.abs(dz - other.dz) < TOLERANCE;
    }

    Pair reversed() {
        return new Pair(neighbor, center, -dx, -dy, -dz);
    }
}
