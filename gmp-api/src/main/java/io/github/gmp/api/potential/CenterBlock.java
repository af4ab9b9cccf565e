package io.github.gmp.api.potential;

import io.github.gmp.api.error.DataException;
import io.github.gmp.api.neighbor.NeighborList;
import io.github.gmp.api.neighbor.NeighborSearch;
import io.github.gmp.api.structure.AtomicStructure;

/**
 * A range of centers with all their neighbors, cut out of a structure: work on it takes time and memory of the block, not of the whole
 * structure. Its atoms keep their order. Immutable.
 */
public final class CenterBlock {
    private final int firstCenter;
    private final AtomicStructure structure;
    private final NeighborList neighbors;
    private final int[] atoms;

    private CenterBlock(int firstCenter, AtomicStructure structure, NeighborList neighbors, int[] atoms) {
        this.firstCenter = firstCenter;
        this.structure = structure;
        this.neighbors = neighbors;
        this.atoms = atoms;
    }

    /**
     * {@return a block of the centers of a structure}
     *
     * @param structure a structure
     * @param search a search of its neighbors
     * @param first the first center
     * @param end one past the last center
     * @throws IllegalArgumentException if the search belongs to a structure of another size
     * @throws IndexOutOfBoundsException if this is not a range of atoms
     * @throws DataException if the list would not fit into memory
     */
    public static CenterBlock of(AtomicStructure structure, NeighborSearch search, int first, int end) {
        if (search.atoms() != structure.size()) {
            throw new IllegalArgumentException(
                    "a search of " + search.atoms() + " atoms does not fit a structure of " + structure.size());
        }
        NeighborList list = search.list(first, end);
        AtomSet set = new AtomSet(structure.size());
        set.addRange(first, end);
        int[] neighbors = list.neighbors();
        for (int p = 0; p < list.pairs(); p++) {
            set.add(neighbors[p]);
        }
        int[] atoms = set.toArray();
        int[] renumbered = new int[list.pairs()];
        for (int p = 0; p < renumbered.length; p++) {
            renumbered[p] = set.rank(neighbors[p]);
        }
        int firstRow = end > first ? set.rank(first) : 0;
        return new CenterBlock(
                first, structure.part(atoms), list.renumbered(atoms.length, firstRow, renumbered), atoms);
    }

    /** {@return the number of the first center in the whole structure} */
    public int firstCenter() {
        return firstCenter;
    }

    /** {@return the centers and their neighbors, in the cell of the whole structure} */
    public AtomicStructure structure() {
        return structure;
    }

    /** {@return the neighbors of the centers, with the numbers that atoms have in {@link #structure()}} */
    public NeighborList neighbors() {
        return neighbors;
    }

    /** {@return the numbers in the whole structure of the atoms of {@link #structure()}, ascending: the live array, not to be written to} */
    public int[] atoms() {
        return atoms;
    }

    /** A set of numbers that knows how many of its members are below one of them. */
    private static final class AtomSet {
        private final long[] words;
        /** Number of members in all words before; filled by {@link #toArray()}. */
        private final int[] before;

        AtomSet(int size) {
            words = new long[(size + Long.SIZE - 1) / Long.SIZE];
            before = new int[words.length];
        }

        void add(int atom) {
            words[atom / Long.SIZE] |= 1L << atom;
        }

        void addRange(int first, int end) {
            for (int atom = first; atom < end; atom++) {
                add(atom);
            }
        }

        int rank(int atom) {
            int word = atom / Long.SIZE;
            return before[word] + Long.bitCount(words[word] & ((1L << atom) - 1));
        }

        int[] toArray() {
            int count = 0;
            for (int w = 0; w < words.length; w++) {
                before[w] = count;
                count += Long.bitCount(words[w]);
            }
            int[] members = new int[count];
            int next = 0;
            for (int w = 0; w < words.length; w++) {
                for (long left = words[w]; left != 0; left &= left - 1) {
                    members[next++] = w * Long.SIZE + Long.numberOfTrailingZeros(left);
                }
            }
            return members;
        }
    }
}
