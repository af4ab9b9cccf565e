package io.github.gmp.api.neighbor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gmp.api.error.DataException;
import io.github.gmp.api.structure.AtomicStructure;
import io.github.gmp.api.structure.Cell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

class NeighborSearchTest {
    private static final double CUTOFF = 3.1;
    /** A row of 4 atoms 1 Å apart has 12 ordered pairs within 3.1 Å. */
    private static final AtomicStructure ROW =
            RandomAtoms.hydrogen(Cell.none(), new double[] {0, 0, 0, 1, 0, 0, 2, 0, 0, 3, 0, 0});

    /** Few atoms and many (with and without bins), a cell much larger than the cutoff and one smaller. */
    static List<AtomicStructure> structures() {
        SplittableRandom random = new SplittableRandom(17);
        double[] skewed = {14, 1, 0, -2, 13, 1, 0, 2, 12};
        double[] small = {2.5, 0, 0, 0.4, 2.2, 0, 0, 0, 30};
        return List.of(
                RandomAtoms.of(40, Cell.none(), 6, random),
                RandomAtoms.of(500, Cell.none(), 25, random),
                RandomAtoms.of(300, Cell.of(skewed, true, true, true), 14, random),
                RandomAtoms.of(20, Cell.of(small, true, true, false), 8, random));
    }

    @ParameterizedTest
    @MethodSource("structures")
    void rangesHaveTheRowsOfTheWholeList(AtomicStructure structure) {
        NeighborSearch search = NeighborSearch.of(structure, CUTOFF);
        NeighborList whole = search.list();
        int n = structure.size();
        int[][] ranges = {{0, n}, {0, 1}, {n / 3, n / 2}, {n - 2, n}, {n / 2, n / 2}};
        for (int[] range : ranges) {
            NeighborList list = search.list(range[0], range[1]);
            assertThat(list.firstCenter()).isEqualTo(range[0]);
            assertThat(list.endCenter()).isEqualTo(range[1]);
            assertThat(list.centers()).isEqualTo(range[1] - range[0]);
            assertThat(list.atoms()).isEqualTo(n);
            for (int i = range[0]; i < range[1]; i++) {
                assertSameRow(list, whole, i);
            }
        }
    }

    private static void assertSameRow(NeighborList list, NeighborList whole, int i) {
        int begin = list.begin(i);
        int end = list.end(i);
        int from = whole.begin(i);
        int to = whole.end(i);
        assertThat(Arrays.copyOfRange(list.neighbors(), begin, end))
                .containsExactly(Arrays.copyOfRange(whole.neighbors(), from, to));
        assertThat(Arrays.copyOfRange(list.dx(), begin, end)).containsExactly(Arrays.copyOfRange(whole.dx(), from, to));
        assertThat(Arrays.copyOfRange(list.dy(), begin, end)).containsExactly(Arrays.copyOfRange(whole.dy(), from, to));
        assertThat(Arrays.copyOfRange(list.dz(), begin, end)).containsExactly(Arrays.copyOfRange(whole.dz(), from, to));
    }

    @ParameterizedTest
    @MethodSource("structures")
    void pairsAreCountedExactly(AtomicStructure structure) {
        NeighborSearch search = NeighborSearch.of(structure, CUTOFF);
        int n = structure.size();
        assertThat(search.pairs(0, n)).isEqualTo(search.list().pairs()).isPositive();
        assertThat(search.pairs(n / 4, n - 1))
                .isEqualTo(search.list(n / 4, n - 1).pairs());
        assertThat(search.pairs(n, n)).isZero();
    }

    /** Every tenth of 160 atoms is one of the sample by which room is made; either they or all others are in a clump. */
    private static AtomicStructure clump(boolean sampledOnesAreInIt) {
        SplittableRandom random = new SplittableRandom(23);
        double[] positions = random.doubles(3 * 160, 0, 1.5).toArray();
        for (int i = 0; i < 160; i++) {
            if (i % 10 == 0 != sampledOnesAreInIt) {
                positions[3 * i] += 10 * (i + 1);
            }
        }
        return RandomAtoms.hydrogen(Cell.none(), positions);
    }

    @Test
    void aSampleOfLonelyAtomsDoesNotCutTheListShort() {
        AtomicStructure structure = clump(false);
        NeighborSearch search = NeighborSearch.of(structure, CUTOFF);
        NeighborList whole = search.list();
        assertThat(whole.pairs()).isEqualTo(144 * 143);
        for (int i = 0; i < structure.size(); i++) {
            assertSameRow(search.list(i, i + 1), whole, i);
        }
    }

    @Test
    void aSampleOfCrowdedAtomsDoesNotRefuseAListThatFits() {
        long pairs = 16 * 15;
        ListMemory memory = new ListMemory(pairs * NeighborList.BYTES_PER_PAIR);
        assertThat(new NeighborSearch(clump(true), CUTOFF, memory).list().pairs())
                .isEqualTo(pairs);
        ListMemory less = new ListMemory(pairs * NeighborList.BYTES_PER_PAIR - 1);
        assertThatThrownBy(new NeighborSearch(clump(true), CUTOFF, less)::list)
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith("a neighbor list of 160 atoms with a cutoff of 3.1 Å has 240 pairs");
    }

    @Test
    void rangesThatAreNoneAreRefused() {
        NeighborSearch search = NeighborSearch.of(ROW, CUTOFF);
        assertThatThrownBy(() -> search.list(2, 5)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> search.list(-1, 2)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> search.pairs(3, 2)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void aListThatDoesNotFitIsRefusedBeforeItIsMade() {
        ListMemory memory = new ListMemory(11L * NeighborList.BYTES_PER_PAIR);
        NeighborSearch search = new NeighborSearch(ROW, CUTOFF, memory);
        assertThatThrownBy(search::list)
                .isInstanceOf(DataException.class)
                .hasMessage("a neighbor list of 4 atoms with a cutoff of 3.1 Å has 12 pairs and needs 1 MB; allowed are"
                        + " 0 MB, half of the memory of the Java process: choose a smaller cutoff, give Java more"
                        + " memory (-Xmx), or work on fewer atoms at a time");
        assertThat(search.list(0, 3).pairs()).isEqualTo(9);
    }

    @Test
    void moreThanTheLongestArrayIsRefusedWhateverTheMemory() {
        ListMemory memory = new ListMemory(Long.MAX_VALUE);
        assertThatThrownBy(() -> memory.requirePairs(1_000_000, 15, 3_000_000_000L))
                .isInstanceOf(DataException.class)
                .hasMessage(
                        "a neighbor list of 1,000,000 atoms with a cutoff of 15.0 Å has 3,000,000,000 pairs and needs"
                                + " 80,109 MB; allowed are 2,147,483,639 pairs: choose a smaller cutoff, give Java more memory"
                                + " (-Xmx), or work on fewer atoms at a time");
    }

    @Test
    void imagesThatDoNotFitAreRefusedBeforeTheyAreMade() {
        Cell tiny = Cell.of(new double[] {0.01, 0, 0, 0, 0.01, 0, 0, 0, 0.01}, true, true, true);
        AtomicStructure structure = RandomAtoms.hydrogen(tiny, new double[3]);
        ListMemory memory = new ListMemory(1 << 20);
        assertThatThrownBy(() -> new NeighborSearch(structure, 20, memory))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith("1 atoms have ")
                .hasMessageEndingWith(
                        "allowed are 1 MB, half of the memory of the Java process: choose a smaller cutoff,"
                                + " or give Java more memory (-Xmx)");
    }
}
