package io.github.gmp.experiments.potential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.gmp.api.potential.Potential;
import io.github.gmp.api.structure.AtomicStructure;
import io.github.gmp.experiments.trial.TrialResult;
import io.github.gmp.runtime.dataset.SplitDataset;
import io.github.gmp.testkit.dynamics.AtomicMasses;
import io.github.gmp.testkit.dynamics.EnergyConservation;
import io.github.gmp.testkit.dynamics.MaxwellVelocities;
import io.github.gmp.testkit.dynamics.VelocityVerlet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import java.util.Map;
import java.util.SplittableRandom;

/** Potentials trained here conserve energy and momenta, and the integrator is of order two with them: the energy is smooth. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DynamicsTest {
    private Potential molecule;
    private AtomicStructure aspirin;
    private Potential crystal;
    private AtomicStructure copper;

    @BeforeAll
    void train() {
        SplitDataset molecules = SmallPotentials.data(SmallPotentials.ASPIRIN, 200, 10);
        molecule = trained(molecules, 6);
        aspirin = molecules.train().get(0).structure();
        SplitDataset crystals = SmallPotentials.data(SmallPotentials.COPPER, 50, 5);
        crystal = trained(crystals, 3);
        copper = crystals.train().get(0).structure();
    }

    /** Dynamics with a potential that knows nothing would prove nothing. */
    private static Potential trained(SplitDataset data, int channels) {
        TrialResult result = SmallPotentials.train(
                data, SmallPotentials.gmp(channels, SmallPotentials.PRODUCTS), SmallPotentials.NETWORK);
        assertThat(result.test().orElseThrow().forces().orElseThrow().mae())
                .isLessThan(0.5 * SmallPotentials.meanForce(data.test()));
        return result.potential();
    }

    private static VelocityVerlet dynamics(Potential potential, AtomicStructure start, double step) {
        double[] masses = AtomicMasses.of(start);
        double[] velocities = MaxwellVelocities.draw(masses, 300, new SplittableRandom(7));
        return new VelocityVerlet(potential, start, masses, velocities, step);
    }

    @Test
    void aMoleculeKeepsItsEnergy() {
        keepsItsEnergy(molecule, aspirin, 0.5);
    }

    @Test
    void aCrystalKeepsItsEnergy() {
        keepsItsEnergy(crystal, copper, 2);
    }

    /** 1,000 steps; the drift asked for is less than 1 meV/atom in 20 ps. */
    private static void keepsItsEnergy(Potential potential, AtomicStructure start, double step) {
        VelocityVerlet dynamics = dynamics(potential, start, step);
        EnergyConservation energy = EnergyConservation.watch(dynamics, 500, 2);
        assertThat(Math.abs(energy.drift())).isLessThan(1e-4);
        assertThat(energy.largestExcursion()).isLessThan(1e-3);
        // Far more energy than that went from one kind to the other meanwhile, and atoms moved.
        assertThat(energy.largestExchange()).isGreaterThan(2e-3).isGreaterThan(10 * energy.largestExcursion());
        double moved = 0;
        for (int k = 0; k < 3 * start.size(); k++) {
            moved = Math.max(moved, Math.abs(dynamics.structure().positions()[k] - start.positions()[k]));
        }
        assertThat(moved).isGreaterThan(0.2);
    }

    @Test
    void theErrorOfAMoleculeFallsWithTheSquareOfTheStep() {
        fallsWithTheSquare(molecule, aspirin, 0.5, 60);
    }

    @Test
    void theErrorOfACrystalFallsWithTheSquareOfTheStep() {
        fallsWithTheSquare(crystal, copper, 4, 400);
    }

    /** Fluctuations of the energy and distances between trajectories fall by 4 when the step is halved. */
    private static void fallsWithTheSquare(Potential potential, AtomicStructure start, double largest, double time) {
        double[] fluctuations = new double[4];
        double[][] ends = new double[4][];
        for (int halvings = 0; halvings < 4; halvings++) {
            double step = largest / (1 << halvings);
            VelocityVerlet dynamics = dynamics(potential, start, step);
            int samples = (int) Math.round(time / largest);
            fluctuations[halvings] =
                    EnergyConservation.watch(dynamics, samples, 1 << halvings).fluctuation();
            ends[halvings] = dynamics.structure().positions();
        }
        // Rounding is far below.
        assertThat(fluctuations[3]).isGreaterThan(1e-8);
        assertThat(fluctuations[1] / fluctuations[2]).isCloseTo(4, within(0.4));
        assertThat(fluctuations[2] / fluctuations[3]).isCloseTo(4, within(0.2));
        double finest = distance(ends[2], ends[3]);
        assertThat(finest).isGreaterThan(1e-7);
        assertThat(distance(ends[1], ends[2]) / finest).isCloseTo(4, within(0.4));
    }

    private static double distance(double[] a, double[] b) {
        double square = 0;
        for (int k = 0; k < a.length; k++) {
            square += (a[k] - b[k]) * (a[k] - b[k]);
        }
        return Math.sqrt(square);
    }

    @Test
    void momentaAreConserved() {
        for (Map.Entry<Potential, AtomicStructure> system :
                Map.of(molecule, aspirin, crystal, copper).entrySet()) {
            VelocityVerlet dynamics = dynamics(system.getKey(), system.getValue(), 0.5);
            double size = size(dynamics);
            double[] angular = dynamics.angularMomentum();
            dynamics.run(400);
            for (int axis = 0; axis < 3; axis++) {
                assertThat(dynamics.momentum()[axis]).isCloseTo(0, within(1e-12 * size));
                if (!dynamics.structure().cell().isPeriodic()) {
                    assertThat(Math.abs(angular[axis])).isGreaterThan(1e-3 * size);
                    assertThat(dynamics.angularMomentum()[axis]).isCloseTo(angular[axis], within(1e-10 * size));
                }
            }
        }
    }

    /** Σ m |v|, u Å/fs: what a momentum would be if all atoms went the same way. */
    private static double size(VelocityVerlet dynamics) {
        double[] masses = AtomicMasses.of(dynamics.structure());
        double sum = 0;
        for (int k = 0; k < 3 * masses.length; k++) {
            sum += masses[k / 3] * Math.abs(dynamics.velocities()[k]);
        }
        return sum;
    }
}
