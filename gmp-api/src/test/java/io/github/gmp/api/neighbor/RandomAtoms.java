package io.github.gmp.api.neighbor;

import io.github.gmp.api.structure.AtomicStructure;
import io.github.gmp.api.structure.Cell;
import io.github.gmp.api.structure.Element;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Hydrogen atoms anywhere. */
public final class RandomAtoms {
    private RandomAtoms() {}

    /** Atoms in a cube of that edge, Å; whether a cell is around it or not. */
    static AtomicStructure of(int atoms, Cell cell, double edge, SplittableRandom random) {
        return hydrogen(cell, random.doubles(3L * atoms, 0, edge).toArray());
    }

    public static AtomicStructure hydrogen(Cell cell, double[] positions) {
        Element[] elements = new Element[positions.length / 3];
        Arrays.fill(elements, Element.H);
        return new AtomicStructure(elements, positions, cell);
    }
}
