package io.github.gmp.experiments.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

class HypervolumeTest {
    @Test
    void isTheAreaBelowTheReferencePoint() {
        assertThat(Hypervolume.of(List.of(), new double[] {3, 0})).isZero();
        assertThat(Hypervolume.of(List.of(new double[] {1, -1}), new double[] {3, 0}))
                .isCloseTo(2, within(1e-12));
        List<double[]> staircase = List.of(new double[] {2, -2}, new double[] {1, -1}, new double[] {2, -1});
        assertThat(Hypervolume.of(staircase, new double[] {3, 0})).isCloseTo(2 + 1, within(1e-12));
    }

    @Test
    void countsNothingBeyondTheReferencePoint() {
        assertThat(Hypervolume.of(List.of(new double[] {3.3, -1}, new double[] {1, 0.3}), new double[] {3, 0}))
                .isZero();
    }

    @Test
    void isTheVolumeOfAUnionOfBoxesInThreeDimensions() {
        // Two boxes with corners at (1, 1, 1): 0.5·1·0.5 and 1·0.5·0.5, which share 0.5·0.5·0.5.
        List<double[]> boxes = List.of(new double[] {0.5, 0, 0.5}, new double[] {0, 0.5, 0.5});
        assertThat(Hypervolume.of(boxes, new double[] {1, 1, 1})).isCloseTo(0.25 + 0.25 - 0.125, within(1e-12));
        // A second point below the first only, in the objective that slices go along.
        List<double[]> tower = List.of(new double[] {0.5, 0.5, 0}, new double[] {0, 0, 0.5});
        assertThat(Hypervolume.of(tower, new double[] {1, 1, 1})).isCloseTo(0.25 * 0.5 + 0.5, within(1e-12));
    }

    @Test
    void agreesWithCountingCellsOfAGrid() {
        SplittableRandom random = new SplittableRandom(11);
        for (int objectives = 2; objectives <= 3; objectives++) {
            for (int round = 0; round < 20; round++) {
                List<double[]> points = new ArrayList<>();
                for (int p = 0; p < 12; p++) {
                    points.add(random.ints(objectives, 0, 9).asDoubleStream().toArray());
                }
                double[] reference = new double[objectives];
                Arrays.fill(reference, 8);
                assertThat(Hypervolume.of(points, reference)).isEqualTo(cells(points, objectives, 8));
            }
        }
    }

    /** Unit cells that a point dominates. */
    private static double cells(List<double[]> points, int objectives, int size) {
        int count = 0;
        for (int cell = 0; cell < Math.pow(size, objectives); cell++) {
            int index = cell;
            double[] corner = new double[objectives];
            for (int d = 0; d < objectives; d++) {
                corner[d] = index % size;
                index /= size;
            }
            if (points.stream().anyMatch(point -> isBelow(point, corner))) {
                count++;
            }
        }
        return count;
    }

    private static boolean isBelow(double[] point, double[] corner) {
        for (int d = 0; d < point.length; d++) {
            if (point[d] > corner[d]) {
                return false;
            }
        }
        return true;
    }
}
