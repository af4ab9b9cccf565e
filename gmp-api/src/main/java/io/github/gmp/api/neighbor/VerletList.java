package io.github.gmp.api.neighbor;

import io.github.gmp.api.error.DataException;
import io.github.gmp.api.structure.AtomicStructure;
import io.github.gmp.api.structure.Cell;

import java.util.Arrays;

/**
 * Neighbor lists of structures that differ little from one to the next, as in dynamics (Verlet, doi:10.1103/PhysRev.159.98). Pairs closer
 * than cutoff + skin are kept as candidates; as long as no atom has moved by more than skin / 2 since, every pair within the cutoff is
 * among them.
 *
 * <p>Lists have exactly the pairs of a fresh list (two ways of rounding apart, for pairs at the very cutoff). Within a center, however, they
 * are in the order that they had when the candidates were last searched, so sums over neighbors may differ in the last bits from those
 * with a fresh list. Without periodic axes the vectors are the same bits as those of a fresh list. Used by one thread at a time; the lists
 * themselves are immutable.
 */
public final class VerletList {
    /** The bound on displacements is taken smaller by this fraction, so that rounding cannot lose a pair. */
    private static final double ROUNDING = 1e-6;

    private final double cutoff;
    private final double skin;
    private final double mostSquare;
    private long rebuilds;

    private int[] atomicNumbers = new int[0];
    private Cell cell = Cell.none();
    /** Positions at the time of the search, {@code [atoms][3]}. */
    private double[] positions = new double[0];

    private int[] offsets = {0};
    private int[] neighbors = new int[0];
    /** shift · cell of each candidate: d − (r_j − r_i). */
    private double[] shiftX = new double[0];

    private double[] shiftY = new double[0];
    private double[] shiftZ = new double[0];

    /**
     * Makes a list that has not seen a structure yet.
     *
     * @param cutoff of the lists in Å, positive
     * @param skin in Å, positive: a thick one means fewer searches, but more candidates to look at each time
     * @throws IllegalArgumentException if one of them is not positive and finite
     */
    public VerletList(double cutoff, double skin) {
        if (!(cutoff > 0) || !Double.isFinite(cutoff) || !(skin > 0) || !Double.isFinite(skin)) {
            throw new IllegalArgumentException(
                    "cutoff and skin must be positive and finite, got " + cutoff + " and " + skin);
        }
        this.cutoff = cutoff;
        this.skin = skin;
        double most = 0.5 * skin * (1 - ROUNDING);
        mostSquare = most * most;
    }

    /** {@return the cutoff of the lists in Å} */
    public double cutoff() {
        return cutoff;
    }

    /** {@return how often candidates were searched: for the first structure, and whenever those of another could not be used} */
    public long rebuilds() {
        return rebuilds;
    }

    /**
     * The neighbors of all atoms. Candidates are searched anew if an atom has moved by more than skin / 2 since the last search, or if cell,
     * elements or number of atoms have changed.
     *
     * @param structure a structure
     * @return the list
     * @throws DataException if a list with cutoff + skin would not fit into memory
     */
    public NeighborList list(AtomicStructure structure) {
        double[] current = structure.positions();
        int[] numbers = structure.atomicNumbers();
        // Nothing has been searched yet even if the first structure looks like the initial state: it has no atoms then.
        if (rebuilds == 0
                || !Arrays.equals(numbers, atomicNumbers)
                || !structure.cell().equals(cell)
                || hasMoved(current)) {
            search(structure, current, numbers);
        }
        return select(current);
    }

    private boolean hasMoved(double[] current) {
        for (int i = 0; i < current.length; i += 3) {
            double x = current[i] - positions[i];
            double y = current[i + 1] - positions[i + 1];
            double z = current[i + 2] - positions[i + 2];
            // Not "greater than": coordinates that are not finite are left to the search.
            if (!(x * x + y * y + z * z <= mostSquare)) {
                return true;
            }
        }
        return false;
    }

    private void search(AtomicStructure structure, double[] current, int[] numbers) {
        NeighborList list = NeighborList.build(structure, cutoff + skin);
        int atoms = numbers.length;
        int[] begins = new int[atoms + 1];
        // The list is dropped afterwards, so its vectors become the shifts in place.
        double[] x = list.dx();
        double[] y = list.dy();
        double[] z = list.dz();
        int[] atomOf = list.neighbors();
        for (int i = 0; i < atoms; i++) {
            begins[i + 1] = list.end(i);
            for (int p = list.begin(i); p < list.end(i); p++) {
                int j = 3 * atomOf[p];
                x[p] -= current[j] - current[3 * i];
                y[p] -= current[j + 1] - current[3 * i + 1];
                z[p] -= current[j + 2] - current[3 * i + 2];
            }
        }
        positions = current;
        atomicNumbers = numbers;
        cell = structure.cell();
        offsets = begins;
        neighbors = atomOf;
        shiftX = x;
        shiftY = y;
        shiftZ = z;
        rebuilds++;
    }

    private NeighborList select(double[] current) {
        int atoms = atomicNumbers.length;
        double limit = BinnedAtoms.squareLimit(cutoff);
        int[] begins = new int[atoms + 1];
        // As long as the candidates: counting first would cost as much as the selection itself.
        int[] selected = new int[neighbors.length];
        double[] x = new double[neighbors.length];
        double[] y = new double[neighbors.length];
        double[] z = new double[neighbors.length];
        int next = 0;
        for (int i = 0; i < atoms; i++) {
            double cx = current[3 * i];
            double cy = current[3 * i + 1];
            double cz = current[3 * i + 2];
            for (int p = offsets[i]; p < offsets[i + 1]; p++) {
                int j = neighbors[p];
                double dx = current[3 * j] - cx + shiftX[p];
                double dy = current[3 * j + 1] - cy + shiftY[p];
                double dz = current[3 * j + 2] - cz + shiftZ[p];
                // Written always, kept by moving on: no branch to be mispredicted.
                selected[next] = j;
                x[next] = dx;
                y[next] = dy;
                z[next] = dz;
                next += dx * dx + dy * dy + dz * dz < limit ? 1 : 0;
            }
            begins[i + 1] = next;
        }
        return new NeighborList(cutoff, atoms, 0, begins, selected, x, y, z);
    }
}
