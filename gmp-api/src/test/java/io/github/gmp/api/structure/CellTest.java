package io.github.gmp.api.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.gmp.api.error.DataException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CellTest {
    @Test
    void volumeOfEitherHandedness() {
        double[] right = {2, 0, 0, 1, 3, 0, 5, 6, 4};
        double[] left = {1, 3, 0, 2, 0, 0, 5, 6, 4};
        assertThat(Cell.of(right, true, true, true).volume()).isEqualTo(24);
        assertThat(Cell.of(left, true, true, true).volume()).isEqualTo(24);
    }

    @Test
    void periodicity() {
        Cell slab = Cell.of(new double[] {2, 0, 0, 0, 3, 0, 0, 0, 0}, true, true, false);
        assertThat(slab.isPeriodic()).isTrue();
        assertThat(slab.isFullyPeriodic()).isFalse();
        assertThat(slab.isEmpty()).isFalse();
        assertThat(Cell.none().isPeriodic()).isFalse();
        assertThat(Cell.none().isEmpty()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7})
    void completesWhatIsNotPeriodicByUnitNormals(int mask) {
        boolean[] periodic = {(mask & 1) != 0, (mask & 2) != 0, (mask & 4) != 0};
        double[] rows = {3, 1, 0.5, -1, 2, 0.3, 0.2, 0.1, 4};
        double[] completed =
                Cell.of(rows, periodic[0], periodic[1], periodic[2]).completed();
        for (int v = 0; v < 3; v++) {
            for (int w = 0; w < 3; w++) {
                double dot = 0;
                for (int a = 0; a < 3; a++) {
                    dot += completed[3 * v + a] * completed[3 * w + a];
                }
                if (!periodic[v]) {
                    assertThat(dot).isCloseTo(v == w ? 1 : 0, within(1e-14));
                }
            }
            for (int a = 0; a < 3 && periodic[v]; a++) {
                assertThat(completed[3 * v + a]).isEqualTo(rows[3 * v + a]);
            }
        }
    }

    @Test
    void strainMovesEveryVector() {
        double[] strain = {0.1, 0.2, 0, 0, 0, 0, 0, 0, -0.5};
        Cell strained = Cell.of(new double[] {1, 0, 0, 0, 1, 0, 0, 2, 4}, true, true, true)
                .strained(strain);
        assertThat(strained.rows()).containsExactly(new double[] {1.1, 0, 0, 0.2, 1, 0, 0.4, 2, 2}, within(1e-15));
        assertThat(strained.isFullyPeriodic()).isTrue();
    }

    @Test
    void isImmutable() {
        double[] rows = {1, 0, 0, 0, 1, 0, 0, 0, 1};
        Cell cell = Cell.of(rows, true, true, true);
        rows[0] = 9;
        cell.rows()[0] = 9;
        assertThat(cell.get(0, 0)).isEqualTo(1);
        assertThat(cell).isEqualTo(Cell.of(new double[] {1, 0, 0, 0, 1, 0, 0, 0, 1}, true, true, true));
        assertThat(cell).isNotEqualTo(Cell.of(cell.rows(), true, true, false));
    }

    @Test
    void refusesCellsThatAreNone() {
        assertThatThrownBy(() -> Cell.of(new double[6], false, false, false))
                .isInstanceOf(DataException.class)
                .hasMessage("a cell needs 9 numbers, got 6");
        assertThatThrownBy(() -> Cell.of(new double[] {1, 0, 0, 0, Double.NaN, 0, 0, 0, 1}, false, false, false))
                .isInstanceOf(DataException.class)
                .hasMessage(
                        "the cell has a value that is not finite:" + " [1.0, 0.0, 0.0, 0.0, NaN, 0.0, 0.0, 0.0, 1.0]");
        assertThatThrownBy(() -> Cell.of(new double[] {1, 0, 0, 2, 0, 0, 0, 0, 1}, true, true, false))
                .isInstanceOf(DataException.class)
                .hasMessage("singular cell: the lattice vectors of the periodic axes are zero or linearly dependent:"
                        + " [1.0, 0.0, 0.0, 2.0, 0.0, 0.0, 0.0, 0.0, 1.0]");
        assertThatThrownBy(() -> Cell.of(new double[9], false, true, false)).isInstanceOf(DataException.class);
        assertThat(Cell.of(new double[] {1, 0, 0, 2, 0, 0, 0, 0, 1}, true, false, true)
                        .isPeriodic())
                .isTrue();
    }
}
