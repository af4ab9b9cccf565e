package io.github.gmp.testkit.dynamics;

import io.github.gmp.api.neighbor.VerletList;
import io.github.gmp.api.potential.Potential;
import io.github.gmp.api.structure.AtomicStructure;

/**
 * Newton's equations at constant energy, integrated by velocity Verlet (Swope et al., doi:10.1063/1.442716),
 *
 * <pre>v ← v + F(r) Δt / (2m)        r ← r + v Δt        v ← v + F(r) Δt / (2m)</pre>
 *
 * <p>It is symplectic and of order two: with forces that are exact derivatives of a smooth energy, the total energy does not drift, and its
 * fluctuation falls with Δt². Forces that are not, or an energy with steps, make it drift. Used by one thread.
 */
public final class VelocityVerlet {
    /** Thick enough that neighbors are searched every few dozen steps. */
    private static final double SKIN = 0.6;

    private final Potential potential;
    private final VerletList neighbors;
    private final double[] masses;
    private final double step;
    private final double[] positions;
    private final double[] velocities;
    private AtomicStructure structure;
    private Potential.Evaluation evaluation;
    private long steps;

    /**
     * Starts at time 0 and evaluates the potential there.
     *
     * @param potential the potential
     * @param start where the atoms begin
     * @param masses in u
     * @param velocities in Å/fs, {@code [atoms][3]} flattened
     * @param step Δt in fs
     * @throws IllegalArgumentException if lengths do not fit
     */
    public VelocityVerlet(
            Potential potential, AtomicStructure start, double[] masses, double[] velocities, double step) {
        if (masses.length != start.size() || velocities.length != 3 * start.size()) {
            throw new IllegalArgumentException("a structure of " + start.size()
                    + " atoms needs as many masses and three" + " times as many components of velocities, got "
                    + masses.length + " and " + velocities.length);
        }
        this.potential = potential;
        this.masses = masses.clone();
        this.velocities = velocities.clone();
        this.step = step;
        neighbors = new VerletList(potential.descriptor().cutoff(), SKIN);
        structure = start;
        positions = start.positions();
        evaluation = potential.evaluate(structure, neighbors.list(structure));
    }

    /**
     * Goes on by some steps.
     *
     * @param count how many steps to go on
     */
    public void run(long count) {
        for (long i = 0; i < count; i++) {
            kick();
            for (int k = 0; k < positions.length; k++) {
                positions[k] += velocities[k] * step;
            }
            structure = structure.withPositions(positions);
            evaluation = potential.evaluate(structure, neighbors.list(structure));
            kick();
            steps++;
        }
    }

    private void kick() {
        double[] forces = evaluation.forces();
        for (int k = 0; k < velocities.length; k++) {
            velocities[k] += 0.5 * step * DynamicsUnits.ACCELERATION * forces[k] / masses[k / 3];
        }
    }

    /** {@return the time since the start in fs} */
    public double time() {
        return steps * step;
    }

    /** {@return where the atoms are} */
    public AtomicStructure structure() {
        return structure;
    }

    /** {@return the velocities in Å/fs, {@code [atoms][3]} flattened} */
    public double[] velocities() {
        return velocities.clone();
    }

    /** {@return the potential energy in eV} */
    public double potentialEnergy() {
        return evaluation.energy();
    }

    /** {@return the kinetic energy in eV} */
    public double kineticEnergy() {
        double sum = 0;
        for (int k = 0; k < velocities.length; k++) {
            sum += masses[k / 3] * velocities[k] * velocities[k];
        }
        return 0.5 * sum / DynamicsUnits.ACCELERATION;
    }

    /** {@return the conserved energy, kinetic and potential, in eV} */
    public double totalEnergy() {
        return kineticEnergy() + potentialEnergy();
    }

    /** {@return the temperature of the 3N degrees of freedom in K} */
    public double temperature() {
        return 2 * kineticEnergy() / (velocities.length * DynamicsUnits.BOLTZMANN);
    }

    /** {@return Σ m v in u Å/fs, three components} */
    public double[] momentum() {
        double[] sum = new double[3];
        for (int k = 0; k < velocities.length; k++) {
            sum[k % 3] += masses[k / 3] * velocities[k];
        }
        return sum;
    }

    /** {@return Σ m r × v about the origin in u Å²/fs, three components; conserved without periodic axes} */
    public double[] angularMomentum() {
        double[] sum = new double[3];
        for (int atom = 0; atom < masses.length; atom++) {
            for (int axis = 0; axis < 3; axis++) {
                int next = 3 * atom + (axis + 1) % 3;
                int last = 3 * atom + (axis + 2) % 3;
                sum[axis] += masses[atom] * (positions[next] * velocities[last] - positions[last] * velocities[next]);
            }
        }
        return sum;
    }
}
