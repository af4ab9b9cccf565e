package io.github.gmp.api.potential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.gmp.api.neighbor.NeighborList;
import io.github.gmp.api.neighbor.NeighborSearch;
import io.github.gmp.api.neighbor.RandomAtoms;
import io.github.gmp.api.structure.AtomicStructure;
import io.github.gmp.api.structure.Cell;
import io.github.gmp.api.structure.Element;
import org.junit.jupiter.api.Test;

import java.util.Map;
import java.util.SplittableRandom;

class CenterBlockTest {
    private static final double CUTOFF = 2.5;

    private static AtomicStructure structure() {
        int atoms = 300;
        SplittableRandom random = new SplittableRandom(7);
        Element[] elements = new Element[atoms];
        double[] charges = new double[atoms];
        for (int i = 0; i < atoms; i++) {
            elements[i] = Element.of(1 + random.nextInt(30));
            charges[i] = random.nextDouble();
        }
        Cell cell = Cell.of(new double[] {15, 0, 0, 1, 14, 0, 0, 2, 16}, true, true, true);
        return new AtomicStructure(
                elements, random.doubles(3L * atoms, 0, 15).toArray(), cell, Map.of("charge", charges));
    }

    @Test
    void hasTheCentersAndTheirNeighborsAndNoOtherAtoms() {
        AtomicStructure whole = structure();
        NeighborSearch search = NeighborSearch.of(whole, CUTOFF);
        NeighborList list = search.list();
        CenterBlock block = CenterBlock.of(whole, search, 130, 150);
        int[] atoms = block.atoms();
        assertThat(block.firstCenter()).isEqualTo(130);
        assertThat(block.neighbors().centers()).isEqualTo(20);
        assertThat(block.neighbors().atoms())
                .isEqualTo(block.structure().size())
                .isEqualTo(atoms.length)
                .isBetween(21, 250);
        assertThat(atoms).isSorted();
        boolean[] needed = new boolean[whole.size()];
        for (int row = 0; row < 20; row++) {
            int local = block.neighbors().firstCenter() + row;
            int center = 130 + row;
            assertThat(atoms[local]).isEqualTo(center);
            needed[center] = true;
            int begin = list.begin(center);
            int count = list.end(center) - begin;
            int localBegin = block.neighbors().begin(local);
            assertThat(block.neighbors().end(local) - localBegin).isEqualTo(count);
            for (int k = 0; k < count; k++) {
                int neighbor = list.neighbor(begin + k);
                needed[neighbor] = true;
                assertThat(atoms[block.neighbors().neighbor(localBegin + k)]).isEqualTo(neighbor);
                assertThat(block.neighbors().dx(localBegin + k)).isEqualTo(list.dx(begin + k));
            }
        }
        for (int i = 0; i < atoms.length; i++) {
            assertThat(needed[atoms[i]]).isTrue();
            assertThat(block.structure().element(i)).isEqualTo(whole.element(atoms[i]));
            assertThat(block.structure().position(i, 2)).isEqualTo(whole.position(atoms[i], 2));
            assertThat(block.structure().atomProperty("charge").orElseThrow()[i])
                    .isEqualTo(whole.atomProperty("charge").orElseThrow()[atoms[i]]);
        }
        assertThat(block.structure().cell()).isEqualTo(whole.cell());
    }

    @Test
    void aBlockWithoutCentersIsEmpty() {
        AtomicStructure whole = structure();
        CenterBlock block = CenterBlock.of(whole, NeighborSearch.of(whole, CUTOFF), 300, 300);
        assertThat(block.structure().size()).isZero();
        assertThat(block.neighbors().centers()).isZero();
    }

    @Test
    void refusesTheSearchOfAnotherStructure() {
        NeighborSearch search = NeighborSearch.of(RandomAtoms.hydrogen(Cell.none(), new double[6]), CUTOFF);
        assertThatThrownBy(() -> CenterBlock.of(structure(), search, 0, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a search of 2 atoms does not fit a structure of 300");
    }
}
