package io.github.gmp.density.slater;

import io.github.gmp.api.multipole.density.RadialDensity;
import io.github.gmp.api.structure.Element;
import org.hipparchus.special.Gamma;

import java.util.ArrayList;
import java.util.List;

/**
 * An atom by the rules of J. C. Slater, Phys. Rev. 36, 57 (1930), doi:10.1103/PhysRev.36.57: every electron of a group (1s) (2s2p) (3s3p) (3d)
 * (4s4p) (4d) (4f) … has the radial function R(r) ∝ r^{n*−1} e^{−ζr} with ζ = (Z − s)/n*, r in bohr. The screening s is 0.35 (0.30 in 1s) per other electron of the
 * group; for s and p electrons 0.85 per electron of the shell below and 1 per deeper one, for d and f electrons 1 per electron of all groups
 * before. n* is 1, 2, 3, 3.7, 4, 4.2, 4.2 for n = 1 … 7 (Slater gives the first six). Shells are filled in the order of n + l, then n, without the exceptions of
 * real atoms (Cr, Cu, …).
 *
 * <p>Valence are the s and p electrons of the outermost shell, and those of d and f subshells that are not full.
 */
public final class SlaterAtom {
    private static final double BOHR = 0.529177210903;
    private static final double[] EFFECTIVE = {1, 2, 3, 3.7, 4, 4.2, 4.2};
    private static final int[] CAPACITY = {2, 6, 10, 14};
    private static final double STEP = 0.02;
    private static final int POINTS = 1201;

    /**
     * Electrons that share a radial function.
     *
     * @param n the shell
     * @param l 0 for s and p together, 2 for d, 3 for f
     * @param electrons number of electrons
     */
    private record Group(int n, int l, int electrons) {
        boolean isBefore(Group other) {
            return n < other.n || n == other.n && l < other.l;
        }
    }

    /**
     * A group of valence electrons.
     *
     * @param electrons number of electrons
     * @param effectiveN n*
     * @param zeta ζ in 1/bohr
     */
    public record Shell(int electrons, double effectiveN, double zeta) {
        /** 4πr²ρ in electrons per bohr. */
        double value(double r) {
            double norm = Math.pow(2 * zeta, 2 * effectiveN + 1) / Gamma.gamma(2 * effectiveN + 1);
            return electrons * norm * Math.pow(r, 2 * effectiveN) * Math.exp(-2 * zeta * r);
        }
    }

    private final Element element;
    private final List<Group> groups = new ArrayList<>();

    /** @param element an element */
    public SlaterAtom(Element element) {
        this.element = element;
        int[][] filled = fill(element.atomicNumber());
        for (int n = 1; n < filled.length; n++) {
            addGroup(n, 0, filled[n][0] + filled[n][1]);
            addGroup(n, 2, filled[n][2]);
            addGroup(n, 3, filled[n][3]);
        }
    }

    private void addGroup(int n, int l, int electrons) {
        if (electrons > 0) {
            groups.add(new Group(n, l, electrons));
        }
    }

    /** Electrons by n and l. */
    private static int[][] fill(int electrons) {
        int[][] filled = new int[EFFECTIVE.length + 1][CAPACITY.length];
        int left = electrons;
        for (int sum = 1; left > 0; sum++) {
            for (int n = (sum + 2) / 2; n <= sum && left > 0; n++) {
                int l = sum - n;
                int taken = Math.min(left, CAPACITY[l]);
                filled[n][l] = taken;
                left -= taken;
            }
        }
        return filled;
    }

    /** {@return the groups of valence electrons, from the inside out} */
    public List<Shell> valence() {
        int outermost = groups.stream().mapToInt(Group::n).max().orElseThrow();
        return groups.stream()
                .filter(group -> group.l() == 0 ? group.n() == outermost : group.electrons() < CAPACITY[group.l()])
                .map(group -> new Shell(group.electrons(), EFFECTIVE[group.n() - 1], zeta(group)))
                .toList();
    }

    private double zeta(Group group) {
        double screening = (group.electrons() - 1) * (group.n() == 1 ? 0.30 : 0.35);
        for (Group other : groups) {
            if (other.isBefore(group)) {
                boolean below = group.l() == 0 && other.n() == group.n() - 1;
                screening += other.electrons() * (below ? 0.85 : 1);
            }
        }
        return (element.atomicNumber() - screening) / EFFECTIVE[group.n() - 1];
    }

    /** {@return the density of the valence electrons, ρ(r) = Σ N (2ζ)^{2n*+1} r^{2n*−2} e^{−2ζr} / (4π Γ(2n*+1)), on a grid up to 12.7 Å} */
    public RadialDensity density() {
        List<Shell> shells = valence();
        double[] radii = new double[POINTS - 1];
        double[] densities = new double[POINTS - 1];
        for (int i = 0; i < radii.length; i++) {
            // From the first step on: r^{2n*−2} has no value that a grid could use at 0 where n* is not whole.
            double r = STEP * (i + 1);
            double shell = shells.stream().mapToDouble(s -> s.value(r)).sum();
            radii[i] = r * BOHR;
            densities[i] = shell / (4 * Math.PI * r * r * BOHR * BOHR * BOHR);
        }
        int electrons = shells.stream().mapToInt(Shell::electrons).sum();
        String name = element.symbol() + " by Slater's rules";
        return new RadialDensity(element, name, name, electrons, radii, densities);
    }
}
