package io.github.gmp.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.gmp.api.multipole.probe.AngularBasis;
import io.github.gmp.api.multipole.probe.AngularProbe;
import org.junit.jupiter.api.Test;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/** What every set of angular probes must pass. */
public abstract class AngularBasisContract {
    /** For the test class that extends this. */
    protected AngularBasisContract() {}

    /** {@return the basis under test} */
    protected abstract AngularBasis basis();

    /** {@return the seed of the random points and rotations} */
    protected long seed() {
        return 20210202;
    }

    @Test
    void ordersAscendAndLabelsAreUnique() {
        List<AngularProbe> probes = basis().probes();
        assertThat(probes).isNotEmpty();
        assertThat(probes.stream().mapToInt(AngularProbe::order).toArray())
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(probes.stream().flatMap(p -> p.components().stream()).map(AngularProbe.Component::label))
                .doesNotHaveDuplicates();
        for (AngularProbe probe : probes) {
            assertThat(probe.components()).isNotEmpty();
            assertThat(probe.components()).noneMatch(c -> c.polynomial().isZero());
        }
    }

    @Test
    void componentsOfAGroupStandTogether() {
        for (AngularProbe probe : basis().probes()) {
            Set<String> closed = new HashSet<>();
            String current = "";
            for (AngularProbe.Component component : probe.components()) {
                if (!component.group().equals(current)) {
                    assertThat(closed.add(component.group()))
                            .describedAs("group %s of order %d is split", component.group(), probe.order())
                            .isTrue();
                    current = component.group();
                }
            }
        }
    }

    @Test
    void theClaimOfInvariantNormsIsTrue() {
        SplittableRandom random = new SplittableRandom(seed());
        double largestChange = 0;
        for (AngularProbe probe : basis().probes()) {
            for (int trial = 0; trial < 20; trial++) {
                double[] rotation = Rotations.random(random);
                double[] points = random.doubles(6, -1.5, 1.5).toArray();
                double[] rotated = Rotations.apply(rotation, points);
                // Products of a point with itself set the scale: products of two points may vanish.
                double scale = product(probe, points, 0, 0) + product(probe, points, 3, 3);
                double change = product(probe, points, 0, 3) - product(probe, rotated, 0, 3);
                largestChange = Math.max(largestChange, Math.abs(change) / scale);
            }
        }
        if (basis().weightedNormsAreInvariant()) {
            assertThat(largestChange)
                    .describedAs("change under rotation, seed %d", seed())
                    .isLessThan(1e-10);
        } else {
            assertThat(largestChange)
                    .describedAs("change under rotation, seed %d", seed())
                    .isGreaterThan(1e-6);
        }
    }

    private static double product(AngularProbe probe, double[] points, int i, int j) {
        double sum = 0;
        for (AngularProbe.Component component : probe.components()) {
            sum += component.weight()
                    * component.polynomial().value(points[i], points[i + 1], points[i + 2])
                    * component.polynomial().value(points[j], points[j + 1], points[j + 2]);
        }
        return sum;
    }
}
