package io.github.gmp.api.structure;

import io.github.gmp.api.error.DataException;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Atoms in space: elements, positions in Å, a cell, and optional numeric columns per atom (charges, spins, flags). Immutable. */
public final class AtomicStructure {
    private final Element[] elements;
    private final double[] positions;
    private final Cell cell;
    private final Map<String, double[]> atomProperties;

    /**
     * Makes a structure without further columns.
     *
     * @param elements the element of each atom
     * @param positions {@code [atoms][3]} flattened, Å
     * @param cell the cell
     * @throws DataException if the lengths differ or a position is not finite
     */
    public AtomicStructure(Element[] elements, double[] positions, Cell cell) {
        this(elements, positions, cell, Map.of());
    }

    /**
     * Makes a structure with further columns.
     *
     * @param elements the element of each atom
     * @param positions {@code [atoms][3]} flattened, Å
     * @param cell the cell
     * @param atomProperties further numeric columns by name, one number per atom
     * @throws DataException if the lengths differ or a position is not finite
     */
    public AtomicStructure(Element[] elements, double[] positions, Cell cell, Map<String, double[]> atomProperties) {
        if (positions.length != 3 * elements.length) {
            throw new DataException(
                    elements.length + " atoms need " + 3 * elements.length + " coordinates, got " + positions.length);
        }
        for (int i = 0; i < positions.length; i++) {
            if (!Double.isFinite(positions[i])) {
                throw new DataException("atom " + (i / 3 + 1) + ": position " + "xyz".charAt(i % 3) + " is "
                        + positions[i] + "; a finite number was expected");
            }
        }
        this.elements = elements.clone();
        this.positions = positions.clone();
        this.cell = cell;
        Map<String, double[]> copy = new LinkedHashMap<>();
        atomProperties.forEach((name, values) -> {
            if (values.length != elements.length) {
                throw new DataException(
                        "column '" + name + "' has " + values.length + " values for " + elements.length + " atoms");
            }
            copy.put(name, values.clone());
        });
        this.atomProperties = copy;
    }

    /** {@return the number of atoms} */
    public int size() {
        return elements.length;
    }

    /**
     * {@return the element of an atom}
     *
     * @param atom index of an atom
     */
    public Element element(int atom) {
        return elements[atom];
    }

    /** {@return the different elements, ascending in atomic number} */
    public Set<Element> elements() {
        Set<Element> set = EnumSet.noneOf(Element.class);
        set.addAll(Arrays.asList(elements));
        return set;
    }

    /** {@return the atomic number of each atom, a copy} */
    public int[] atomicNumbers() {
        return Arrays.stream(elements).mapToInt(Element::atomicNumber).toArray();
    }

    /**
     * {@return a coordinate of an atom in Å}
     *
     * @param atom index of an atom
     * @param axis 0, 1, 2 for x, y, z
     */
    public double position(int atom, int axis) {
        return positions[3 * atom + axis];
    }

    /** {@return the positions, {@code [atoms][3]} flattened, Å, a copy} */
    public double[] positions() {
        return positions.clone();
    }

    /** {@return the cell} */
    public Cell cell() {
        return cell;
    }

    /** {@return the names of the further numeric columns} */
    public Set<String> atomPropertyNames() {
        return java.util.Collections.unmodifiableSet(atomProperties.keySet());
    }

    /**
     * {@return the values of a further column, one per atom, a copy}
     *
     * @param name name of a column
     */
    public Optional<double[]> atomProperty(String name) {
        return Optional.ofNullable(atomProperties.get(name)).map(double[]::clone);
    }

    /**
     * {@return the same atoms with other further columns}
     *
     * @param columns numeric columns by name, one number per atom, in the place of the present ones
     * @throws DataException if a length does not fit
     */
    public AtomicStructure withAtomProperties(Map<String, double[]> columns) {
        return new AtomicStructure(elements, positions, cell, columns);
    }

    /**
     * {@return the same atoms at other positions}
     *
     * @param newPositions {@code [atoms][3]} flattened, Å
     */
    public AtomicStructure withPositions(double[] newPositions) {
        return new AtomicStructure(elements, newPositions, cell, atomProperties);
    }

    /**
     * {@return a structure of some of the atoms only, in the order given, with their columns and the same cell}
     *
     * @param atoms numbers of atoms
     * @throws IndexOutOfBoundsException if there is no such atom
     */
    public AtomicStructure part(int[] atoms) {
        Element[] chosen = new Element[atoms.length];
        double[] places = new double[3 * atoms.length];
        for (int k = 0; k < atoms.length; k++) {
            chosen[k] = elements[atoms[k]];
            System.arraycopy(positions, 3 * atoms[k], places, 3 * k, 3);
        }
        Map<String, double[]> columns = new LinkedHashMap<>();
        atomProperties.forEach((name, values) -> columns.put(
                name, Arrays.stream(atoms).mapToDouble(atom -> values[atom]).toArray()));
        return new AtomicStructure(chosen, places, cell, columns);
    }

    /**
     * {@return the strained structure: positions and cell vectors r moved to r + ε r}
     *
     * @param strain ε, {@code [3][3]} row-major
     */
    public AtomicStructure strained(double[] strain) {
        double[] moved = positions.clone();
        for (int i = 0; i < moved.length; i += 3) {
            for (int a = 0; a < 3; a++) {
                for (int b = 0; b < 3; b++) {
                    moved[i + a] += strain[3 * a + b] * positions[i + b];
                }
            }
        }
        return new AtomicStructure(elements, moved, cell.strained(strain), atomProperties);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AtomicStructure s
                && Arrays.equals(elements, s.elements)
                && Arrays.equals(positions, s.positions)
                && cell.equals(s.cell)
                && atomProperties.keySet().equals(s.atomProperties.keySet())
                && atomProperties.entrySet().stream()
                        .allMatch(e -> Arrays.equals(e.getValue(), s.atomProperties.get(e.getKey())));
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(elements) + Arrays.hashCode(positions);
    }

    @Override
    public String toString() {
        return "AtomicStructure[" + size() + " atoms, " + elements() + ", " + cell + "]";
    }
}
