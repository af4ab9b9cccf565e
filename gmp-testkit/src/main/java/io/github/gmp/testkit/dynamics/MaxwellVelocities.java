package io.github.gmp.testkit.dynamics;

import java.util.random.RandomGenerator;

/** Velocities of atoms in thermal equilibrium. */
public final class MaxwellVelocities {
    private MaxwellVelocities() {}

    /**
     * Draws each component from the normal distribution of variance k T / m, then takes away the velocity of the center of mass.
     *
     * @param masses in u
     * @param temperature in K
     * @param random source of randomness
     * @return velocities in Å/fs, {@code [atoms][3]} flattened, with a total momentum of 0 up to rounding
     */
    public static double[] draw(double[] masses, double temperature, RandomGenerator random) {
        double[] velocities = new double[3 * masses.length];
        double[] momentum = new double[3];
        double total = 0;
        for (int atom = 0; atom < masses.length; atom++) {
            double width = Math.sqrt(DynamicsUnits.BOLTZMANN * temperature * DynamicsUnits.ACCELERATION / masses[atom]);
            for (int axis = 0; axis < 3; axis++) {
                velocities[3 * atom + axis] = width * random.nextGaussian();
                momentum[axis] += masses[atom] * velocities[3 * atom + axis];
            }
            total += masses[atom];
        }
        for (int k = 0; k < velocities.length; k++) {
            velocities[k] -= momentum[k % 3] / total;
        }
        return velocities;
    }
}
