package io.github.gmp.probes.descriptor;

import io.github.gmp.api.neighbor.NeighborList;
import io.github.gmp.probes.moment.OverlapTable;

/**
 * The species of one structure, numbered by slots in the order in which its atoms show them.
 *
 * @param ofAtom slot of each atom
 * @param tables radial functions of each slot
 * @param parts part of the density that each slot belongs to; all 0 where densities are not told apart
 */
record StructureSpecies(int[] ofAtom, OverlapTable[] tables, int[] parts) {
    int count() {
        return tables.length;
    }

    void load(MultipoleWorkspace work, NeighborList neighbors, int center, boolean withSlopes) {
        work.neighbors.load(neighbors, center, ofAtom, tables, withSlopes);
    }
}
