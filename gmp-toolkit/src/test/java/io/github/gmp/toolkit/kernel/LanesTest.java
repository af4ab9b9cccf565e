package io.github.gmp.toolkit.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.gmp.toolkit.kernel.vector.Lanes;
import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.SplittableRandom;

class LanesTest {
    @Test
    void powersOfTwoAreAccurateToTheLastBits() {
        assumeThat(KernelChoice.of("vector").isVector())
                .as("the Vector API is present")
                .isTrue();
        SplittableRandom random = new SplittableRandom(7);
        double[] y = new double[3 * Lanes.COUNT];
        double worst = 0;
        for (int round = 0; round < 5000; round++) {
            for (int lane = 0; lane < y.length; lane++) {
                y[lane] = random.nextDouble(-300, 300);
            }
            double[] power = y.clone();
            Lanes.exp2(power, 0, 3, Lanes.COUNT);
            for (int lane = 0; lane < y.length; lane++) {
                worst = Math.max(worst, Math.abs(power[lane] / Math.pow(2, y[lane]) - 1));
            }
        }
        assertThat(worst).isLessThan(5e-16);
    }

    @Test
    void wholePowersAreExactAndTinyOnesStayNormal() {
        assumeThat(KernelChoice.of("vector").isVector())
                .as("the Vector API is present")
                .isTrue();
        assertThat(exp2(0)).isEqualTo(1);
        assertThat(exp2(-1)).isEqualTo(0.5);
        assertThat(exp2(-300)).isEqualTo(0x1p-300);
        assertThat(exp2(-1e9)).isEqualTo(0x1p-300);
    }

    private static double exp2(double y) {
        double[] values = new double[Lanes.COUNT];
        Arrays.fill(values, y);
        Lanes.exp2(values, 0, 1, Lanes.COUNT);
        return values[0];
    }

    @Test
    void sectionsArePaddedToWholeVectors() {
        assumeThat(KernelChoice.of("vector").isVector())
                .as("the Vector API is present")
                .isTrue();
        assertThat(Lanes.padded(0)).isZero();
        assertThat(Lanes.padded(1)).isEqualTo(Lanes.COUNT);
        assertThat(Lanes.padded(Lanes.COUNT)).isEqualTo(Lanes.COUNT);
        assertThat(Lanes.padded(Lanes.COUNT + 1)).isEqualTo(2 * Lanes.COUNT);
    }

    @Test
    void lanesOfManyVectorsAreAddedUp() {
        assumeThat(KernelChoice.of("vector").isVector())
                .as("the Vector API is present")
                .isTrue();
        SplittableRandom random = new SplittableRandom(11);
        for (int count = 1; count <= 3 * Lanes.COUNT + 1; count++) {
            double[] vectors = random.doubles(count * Lanes.COUNT, -1, 1).toArray();
            double[] expected = new double[count];
            for (int i = 0; i < count; i++) {
                expected[i] = 0.5;
                for (int lane = 0; lane < Lanes.COUNT; lane++) {
                    expected[i] += vectors[i * Lanes.COUNT + lane];
                }
            }
            double[] sums = new double[count];
            Arrays.fill(sums, 0.5);
            Lanes.addUp(vectors, count, sums);
            assertThat(sums).containsExactly(expected, within(1e-14));
        }
    }

    @Test
    void theChoiceCanBeOverridden() {
        assertThat(KernelChoice.of("scalar").label()).isEqualTo("scalar");
        assertThat(KernelChoice.of("AUTO").reason()).contains("jdk.incubator.vector");
        assertThatThrownBy(() -> KernelChoice.of("fast"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("system property gmp.kernel: got 'fast', expected auto, vector or scalar");
    }
}
