package io.github.gmp.api.neighbor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gmp.api.structure.AtomicStructure;
import io.github.gmp.api.structure.Cell;
import io.github.gmp.api.structure.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.SplittableRandom;

class VerletListTest {
    private static final double CUTOFF = 3.1;
    private static final double SKIN = 0.6;
    private static final int STEPS = 120;
    private static final int STEPS_PER_JUMP = 40;

    /** Free, periodic, and periodic with a cell that is smaller than the cutoff; some atoms start outside the cell. */
    static List<AtomicStructure> structures() {
        SplittableRandom random = new SplittableRandom(23);
        double[] skewed = {9, 1, 0, -2, 8, 1, 0, 2, 8};
        double[] small = {2.5, 0, 0, 0.4, 2.2, 0, 0, 0, 30};
        return List.of(
                RandomAtoms.of(90, Cell.none(), 9, random),
                RandomAtoms.of(80, Cell.of(skewed, true, true, true), 12, random),
                RandomAtoms.of(9, Cell.of(small, true, true, false), 5, random));
    }

    @ParameterizedTest
    @MethodSource("structures")
    void hasThePairsOfAFreshListAlongARandomWalk(AtomicStructure start) {
        VerletList verlet = new VerletList(CUTOFF, SKIN);
        SplittableRandom random = new SplittableRandom(29);
        AtomicStructure structure = start;
        for (int step = 0; step < STEPS; step++) {
            Pair.assertMatch(Pair.of(verlet.list(structure)), Pair.of(NeighborList.build(structure, CUTOFF)));
            double length = step % STEPS_PER_JUMP == STEPS_PER_JUMP - 1 ? 4 : 0.05;
            double[] positions = structure.positions();
            for (int i = 0; i < positions.length; i++) {
                positions[i] += length * random.nextDouble(-1, 1);
            }
            structure = structure.withPositions(positions);
        }
        // The first structure and each jump need a search; the walk between them is far shorter than the skin in most
        // steps.
        assertThat(verlet.rebuilds()).isBetween(1L + STEPS / STEPS_PER_JUMP, STEPS / 4L);
    }

    /** A neighbor from beyond the cutoff, with both atoms moved by almost half the skin: the worst case without a search. */
    @ParameterizedTest
    @CsvSource({"0.2999, 1", "0.3001, 2"})
    void findsAPairThatEntersTheSphereAndSearchesAgainOnlyBeyondHalfTheSkin(double move, int rebuilds) {
        VerletList verlet = new VerletList(CUTOFF, SKIN);
        double apart = CUTOFF + SKIN - 1e-3;
        assertThat(verlet.list(row(0, apart)).pairs()).isZero();
        assertThat(verlet.list(row(move, apart - move)).pairs()).isEqualTo(apart - 2 * move < CUTOFF ? 2 : 0);
        assertThat(verlet.rebuilds()).isEqualTo(rebuilds);
        assertThat(verlet.list(row(move + 0.1, apart - move)).pairs()).isEqualTo(2);
    }

    @Test
    void withoutPeriodicAxesVectorsAreTheSameBits() {
        VerletList verlet = new VerletList(CUTOFF, SKIN);
        verlet.list(row(0.1, 2.7));
        NeighborList reused = verlet.list(row(0.1234567, 2.7654321));
        assertThat(verlet.rebuilds()).isEqualTo(1);
        assertThat(reused.dx(0)).isEqualTo(2.7654321 - 0.1234567);
        assertThat(reused.dx(1)).isEqualTo(0.1234567 - 2.7654321);
    }

    @Test
    void anotherCellOtherElementsOrAnotherSizeNeedASearch() {
        VerletList verlet = new VerletList(CUTOFF, SKIN);
        AtomicStructure free = row(0, 1);
        verlet.list(free);
        Cell cell = Cell.of(new double[] {2, 0, 0, 0, 9, 0, 0, 0, 9}, true, false, false);
        AtomicStructure periodic = RandomAtoms.hydrogen(cell, free.positions());
        assertThat(verlet.list(periodic).pairs())
                .isEqualTo(NeighborList.build(periodic, CUTOFF).pairs())
                .isGreaterThan(2);
        assertThat(verlet.rebuilds()).isEqualTo(2);
        AtomicStructure oxygen =
                new AtomicStructure(new Element[] {Element.H, Element.O}, free.positions(), free.cell());
        assertThat(verlet.list(oxygen).pairs()).isEqualTo(2);
        assertThat(verlet.rebuilds()).isEqualTo(3);
        assertThat(verlet.list(row(0, 1, 2)).pairs()).isEqualTo(6);
        assertThat(verlet.rebuilds()).isEqualTo(4);
        assertThat(verlet.list(row(0, 1, 2)).pairs()).isEqualTo(6);
        assertThat(verlet.rebuilds()).isEqualTo(4);
    }

    @Test
    void noAtomsAreFine() {
        VerletList verlet = new VerletList(CUTOFF, SKIN);
        assertThat(verlet.list(row()).centers()).isZero();
        assertThat(verlet.list(row()).pairs()).isZero();
        assertThat(verlet.rebuilds()).isEqualTo(1);
    }

    @Test
    void aListKeepsItsPairsWhenTheNextIsMade() {
        VerletList verlet = new VerletList(CUTOFF, SKIN);
        NeighborList first = verlet.list(row(0, 1));
        verlet.list(row(0, 1.2));
        assertThat(first.dx(0)).isEqualTo(1);
        assertThat(first.cutoff()).isEqualTo(verlet.cutoff());
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "-1, 1", "NaN, 1", "3, 0", "3, -0.5", "3, Infinity"})
    void refusesACutoffOrASkinThatIsNone(double cutoff, double skin) {
        assertThatThrownBy(() -> new VerletList(cutoff, skin))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("cutoff and skin must be positive and finite, got " + cutoff + " and " + skin);
    }

    /** Hydrogen atoms along x. */
    private static AtomicStructure row(double... x) {
        double[] positions = new double[3 * x.length];
        for (int i = 0; i < x.length; i++) {
            positions[3 * i] = x[i];
        }
        return RandomAtoms.hydrogen(Cell.none(), positions);
    }
}
