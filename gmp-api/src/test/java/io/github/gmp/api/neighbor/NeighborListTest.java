package io.github.gmp.api.neighbor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.gmp.api.structure.AtomicStructure;
import io.github.gmp.api.structure.Cell;
import io.github.gmp.api.structure.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Arrays;
import java.util.SplittableRandom;

class NeighborListTest {
    private static final double[] CUBE = {10, 0, 0, 0, 10, 0, 0, 0, 10};

    private static AtomicStructure atoms(Cell cell, double... positions) {
        Element[] elements = new Element[positions.length / 3];
        Arrays.fill(elements, Element.H);
        return new AtomicStructure(elements, positions, cell);
    }

    @Test
    void noAtomsAndOneAtom() {
        assertThat(NeighborList.build(atoms(Cell.none()), 5).centers()).isZero();
        assertThat(NeighborList.build(atoms(Cell.of(CUBE, true, true, true)), 5).pairs())
                .isZero();
        NeighborList alone = NeighborList.build(atoms(Cell.none(), 1, 2, 3), 5);
        assertThat(alone.centers()).isEqualTo(1);
        assertThat(alone.pairs()).isZero();
        assertThat(alone.cutoff()).isEqualTo(5);
    }

    @Test
    void ownImagesAreNeighbors() {
        NeighborList list = NeighborList.build(atoms(Cell.of(CUBE, true, true, true), 1, 2, 3), 10.1);
        assertThat(list.pairs()).isEqualTo(6);
        for (int p = list.begin(0); p < list.end(0); p++) {
            assertThat(list.neighbor(p)).isZero();
            assertThat(list.distance(p)).isCloseTo(10, within(1e-12));
        }
        assertThat(NeighborList.build(atoms(Cell.of(CUBE, true, false, false), 1, 2, 3), 10.1)
                        .pairs())
                .isEqualTo(2);
    }

    @Test
    void theCutoffItselfIsOutside() {
        AtomicStructure pair = atoms(Cell.none(), 0, 0, 0, 2, 0, 0);
        assertThat(NeighborList.build(pair, 2).pairs()).isZero();
        assertThat(NeighborList.build(pair, Math.nextUp(2.0)).pairs()).isEqualTo(2);
        AtomicStructure lattice = atoms(Cell.of(new double[] {2, 0, 0, 0, 2, 0, 0, 0, 2}, true, true, true), 0, 0, 0);
        assertThat(NeighborList.build(lattice, 2).pairs()).isZero();
        assertThat(NeighborList.build(lattice, Math.nextUp(2.0)).pairs()).isEqualTo(6);
    }

    @Test
    void atomsAtTheSamePlaceAreNeighbors() {
        NeighborList list = NeighborList.build(atoms(Cell.none(), 1, 1, 1, 1, 1, 1), 3);
        assertThat(list.pairs()).isEqualTo(2);
        assertThat(list.neighbor(0)).isEqualTo(1);
        assertThat(list.neighbor(1)).isZero();
        assertThat(list.distance(0)).isZero();
    }

    /** A simple cubic lattice of 27^3 atoms: 6 nearest and 12 next neighbors each, memory and pairs linear in the atoms. */
    @Test
    void manyAtoms() {
        int n = 27;
        double[] positions = new double[3 * n * n * n];
        for (int i = 0; i < n * n * n; i++) {
            positions[3 * i] = 2.0 * (i % n);
            positions[3 * i + 1] = 2.0 * (i / n % n);
            positions[3 * i + 2] = 2.0 * (i / n / n);
        }
        double edge = 2.0 * n;
        Cell cell = Cell.of(new double[] {edge, 0, 0, 0, edge, 0, 0, 0, edge}, true, true, true);
        NeighborList list = NeighborList.build(atoms(cell, positions), 3);
        assertThat(list.pairs()).isEqualTo(n * n * n * 18);
        assertThat(list.end(100) - list.begin(100)).isEqualTo(18);
    }

    /** All pairs of 200,000 atoms in a row, or spread over a huge box, would be 4e10: neither memory nor time would do. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void longChainAndSparseGas(boolean chain) {
        int n = 200_000;
        SplittableRandom random = new SplittableRandom(5);
        double[] positions = new double[3 * n];
        for (int i = 0; i < n; i++) {
            if (chain) {
                positions[3 * i] = 1.5 * i;
            } else {
                for (int a = 0; a < 3; a++) {
                    positions[3 * i + a] = random.nextDouble(1e6);
                }
            }
        }
        NeighborList list = NeighborList.build(atoms(Cell.none(), positions), 2);
        if (chain) {
            assertThat(list.pairs()).isEqualTo(2 * (n - 1));
        } else {
            assertThat(list.pairs()).isLessThan(10);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesACutoffThatIsNone(double cutoff) {
        assertThatThrownBy(() -> NeighborList.build(atoms(Cell.none(), 0, 0, 0), cutoff))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a cutoff must be positive and finite, got " + cutoff);
    }
}
