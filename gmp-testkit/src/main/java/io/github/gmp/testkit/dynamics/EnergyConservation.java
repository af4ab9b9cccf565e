package io.github.gmp.testkit.dynamics;

/**
 * How well a run at constant energy kept its energy.
 *
 * @param time length of the run in fs
 * @param drift slope of the least-squares line through total energy per atom against time, times the length of the run, eV/atom
 * @param largestExcursion largest |E(t) − E(0)| / N, eV/atom
 * @param fluctuation root of the mean squared deviation of E(t) / N from its line, eV/atom
 * @param meanTemperature mean temperature in K
 * @param largestExchange largest |K(t) − K(0)| / N of the kinetic energy K, eV/atom: what went from one kind of energy to the other
 */
public record EnergyConservation(
        double time,
        double drift,
        double largestExcursion,
        double fluctuation,
        double meanTemperature,
        double largestExchange) {
    /** Collects energies in one pass. */
    static final class Sums {
        private long count;
        private double t;
        private double e;
        private double tt;
        private double te;
        private double ee;
        private double temperature;
        private double largest;
        private double exchange;

        /**
         * @param energy deviation from the first energy, per atom: small, so that sums of squares keep their digits
         * @param kinetic deviation from the first kinetic energy, per atom
         */
        void add(double time, double energy, double kelvin, double kinetic) {
            count++;
            t += time;
            e += energy;
            tt += time * time;
            te += time * energy;
            ee += energy * energy;
            temperature += kelvin;
            largest = Math.max(largest, Math.abs(energy));
            exchange = Math.max(exchange, Math.abs(kinetic));
        }

        EnergyConservation result(double length) {
            double variance = tt - t * t / count;
            double covariance = te - t * e / count;
            double slope = covariance / variance;
            double rest = ee - e * e / count - slope * covariance;
            return new EnergyConservation(
                    length,
                    slope * length,
                    largest,
                    Math.sqrt(Math.max(0, rest) / count),
                    temperature / count,
                    exchange);
        }
    }

    /**
     * Goes on with a run and watches its energy.
     *
     * @param dynamics the run
     * @param samples how often to look, beside the beginning, at least 2
     * @param stepsPerSample how many steps to go between
     * @return how well the energy was kept from now on
     * @throws IllegalArgumentException if there are fewer than two samples
     * @throws IllegalStateException if the energy is not finite
     */
    public static EnergyConservation watch(VelocityVerlet dynamics, int samples, int stepsPerSample) {
        if (samples < 2) {
            throw new IllegalArgumentException("a line needs at least two samples, got " + samples);
        }
        int atoms = dynamics.structure().size();
        double begin = dynamics.time();
        double first = dynamics.totalEnergy();
        Sums sums = new Sums();
        double kinetic = dynamics.kineticEnergy();
        sums.add(0, 0, dynamics.temperature(), 0);
        for (int sample = 0; sample < samples; sample++) {
            dynamics.run(stepsPerSample);
            double energy = dynamics.totalEnergy();
            if (!Double.isFinite(energy)) {
                throw new IllegalStateException("the total energy is " + energy + " after " + dynamics.time() + " fs");
            }
            sums.add(
                    dynamics.time() - begin,
                    (energy - first) / atoms,
                    dynamics.temperature(),
                    (dynamics.kineticEnergy() - kinetic) / atoms);
        }
        return sums.result(dynamics.time() - begin);
    }
}
