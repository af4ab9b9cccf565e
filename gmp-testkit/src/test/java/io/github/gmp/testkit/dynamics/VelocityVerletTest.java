package io.github.gmp.testkit.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.gmp.api.potential.Potential;
import io.github.gmp.api.structure.AtomicStructure;
import io.github.gmp.api.structure.Cell;
import io.github.gmp.api.structure.Element;
import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Two atoms on a spring, whose motion is known. */
class VelocityVerletTest {
    private static final double SPRING = 30;
    private static final double LENGTH = 1.1;
    private static final AtomicStructure STRETCHED = new AtomicStructure(
            new Element[] {Element.C, Element.O}, new double[] {0, 0, 0, LENGTH + 0.05, 0, 0}, Cell.none());
    private static final double[] MASSES = AtomicMasses.of(STRETCHED);

    private static VelocityVerlet dynamics(double gradientFactor, double step) {
        return new VelocityVerlet(spring(gradientFactor), STRETCHED, MASSES, new double[6], step);
    }

    private static Potential spring(double gradientFactor) {
        return new Potential(new Distance(), new Spring(SPRING, LENGTH, gradientFactor));
    }

    /** 1 eV/(Å u) = 0.00964853 Å/fs², the square of the reciprocal of the unit of time that ASE has, 10.1805 fs. */
    @Test
    void theUnitOfAccelerationIsThatOfOtherCodes() {
        assertThat(DynamicsUnits.ACCELERATION).isCloseTo(1 / (10.180505699 * 10.180505699), within(1e-10));
        assertThat(DynamicsUnits.BOLTZMANN).isCloseTo(8.617333262e-5, within(1e-14));
    }

    /** r(t) = r_0 + A cos ωt with ω² = k / μ; after half a period the spring is as short as it was long. */
    @Test
    void oscillatesWithItsFrequency() {
        double reduced = MASSES[0] * MASSES[1] / (MASSES[0] + MASSES[1]);
        double halfPeriod = Math.PI / Math.sqrt(SPRING / reduced * DynamicsUnits.ACCELERATION);
        assertThat(halfPeriod).isBetween(10.0, 20.0);
        VelocityVerlet dynamics = dynamics(1, halfPeriod / 1000);
        dynamics.run(1000);
        assertThat(dynamics.time()).isCloseTo(halfPeriod, within(1e-9));
        double[] r = dynamics.structure().positions();
        assertThat(r[3] - r[0]).isCloseTo(LENGTH - 0.05, within(1e-6));
    }

    @Test
    void theErrorOfTheEnergyFallsWithTheSquareOfTheStep() {
        double[] excursions = new double[3];
        for (int halvings = 0; halvings < 3; halvings++) {
            int samples = 100 << halvings;
            excursions[halvings] = EnergyConservation.watch(dynamics(1, 1.0 / (1 << halvings)), samples, 1)
                    .largestExcursion();
        }
        assertThat(excursions[2]).isGreaterThan(1e-6);
        assertThat(excursions[0] / excursions[1]).isCloseTo(4, within(0.2));
        assertThat(excursions[1] / excursions[2]).isCloseTo(4, within(0.1));
    }

    /** Forces that are not the derivative of the energy are found, and a smaller step does not hide them. */
    @Test
    void forcesThatAreNotTheDerivativeOfTheEnergyAreFound() {
        double right = EnergyConservation.watch(dynamics(1, 0.05), 400, 1).largestExcursion();
        double wrong = EnergyConservation.watch(dynamics(1.01, 0.05), 400, 1).largestExcursion();
        double finer = EnergyConservation.watch(dynamics(1.01, 0.025), 800, 1).largestExcursion();
        assertThat(wrong).isGreaterThan(10 * right);
        assertThat(finer / wrong).isCloseTo(1, within(0.05));
    }

    /** A line with a zigzag on it that has a mean and a slope of 0. */
    @Test
    void theDriftIsThatOfTheLine() {
        EnergyConservation.Sums sums = new EnergyConservation.Sums();
        double[] zigzag = {1, -1, -1, 1, 1, -1, -1, 1};
        for (int k = 0; k < zigzag.length; k++) {
            sums.add(5.0 * k, 0.002 * k + 0.003 * zigzag[k], 300 + zigzag[k], -0.01 * k);
        }
        EnergyConservation line = sums.result(35);
        assertThat(line.drift()).isCloseTo(0.014, within(1e-15));
        assertThat(line.fluctuation()).isCloseTo(0.003, within(1e-12));
        assertThat(line.largestExcursion()).isCloseTo(0.017, within(1e-15));
        assertThat(line.meanTemperature()).isEqualTo(300);
        assertThat(line.largestExchange()).isCloseTo(0.01 * (zigzag.length - 1), within(1e-12));
    }

    @Test
    void velocitiesHaveTheTemperatureAndNoMomentum() {
        double[] masses = new double[20_000];
        for (int i = 0; i < masses.length; i++) {
            masses[i] = i % 2 == 0 ? 1.008 : 63.546;
        }
        double[] velocities = MaxwellVelocities.draw(masses, 300, new SplittableRandom(4));
        double energy = 0;
        double[] momentum = new double[3];
        for (int k = 0; k < velocities.length; k++) {
            energy += 0.5 * masses[k / 3] * velocities[k] * velocities[k] / DynamicsUnits.ACCELERATION;
            momentum[k % 3] += masses[k / 3] * velocities[k];
        }
        // 30,000 degrees of freedom: the standard deviation is √(2 / 60000) of the mean.
        assertThat(energy / (0.5 * velocities.length * DynamicsUnits.BOLTZMANN)).isCloseTo(300, within(6.0));
        assertThat(Arrays.stream(momentum).map(Math::abs).max().orElseThrow()).isLessThan(1e-10);
    }

    @Test
    void elementsWithoutMassAreNamed() {
        AtomicStructure xenon = new AtomicStructure(new Element[] {Element.Xe}, new double[3], Cell.none());
        assertThatThrownBy(() -> AtomicMasses.of(xenon))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no atomic mass of Xe in the table of io.github.gmp.testkit.dynamics.AtomicMasses");
    }
}
