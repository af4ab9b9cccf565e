package io.github.gmp.experiments.trial;

import io.github.gmp.runtime.model.ForceMetrics;
import io.github.gmp.runtime.model.Metrics;
import io.github.gmp.runtime.model.StressMetrics;

import java.util.Optional;

/**
 * Collects errors of predictions: the one place where the metrics of {@link Metrics} are computed. Added to by one thread, in the order
 * of the structures, so that sums are the same for any number of threads.
 */
public final class ErrorSums {
    private int structures;
    private double energyAbsolute;
    private double energySquared;
    private double perAtomAbsolute;
    private double perAtomSquared;
    private long components;
    private double forceAbsolute;
    private double forceSquared;
    private long stressComponents;
    private double stressAbsolute;
    private double stressSquared;

    /**
     * Adds the energy of a structure.
     *
     * @param reference E in eV
     * @param predicted Ê in eV
     * @param atoms number of its atoms
     */
    public void addEnergy(double reference, double predicted, int atoms) {
        double error = predicted - reference;
        structures++;
        energyAbsolute += Math.abs(error);
        energySquared += error * error;
        perAtomAbsolute += Math.abs(error) / atoms;
        perAtomSquared += error / atoms * (error / atoms);
    }

    /**
     * Adds a component of a force.
     *
     * @param reference F in eV/Å
     * @param predicted F̂ in eV/Å
     */
    public void addForceComponent(double reference, double predicted) {
        double error = predicted - reference;
        components++;
        forceAbsolute += Math.abs(error);
        forceSquared += error * error;
    }

    /**
     * Adds a component of a stress.
     *
     * @param reference σ in eV/Å³
     * @param predicted σ̂ in eV/Å³
     */
    public void addStressComponent(double reference, double predicted) {
        double error = predicted - reference;
        stressComponents++;
        stressAbsolute += Math.abs(error);
        stressSquared += error * error;
    }

    /** {@return the errors of the forces, if any were added} */
    public Optional<ForceMetrics> forces() {
        return components == 0
                ? Optional.empty()
                : Optional.of(new ForceMetrics(forceAbsolute / components, Math.sqrt(forceSquared / components)));
    }

    private Optional<StressMetrics> stress() {
        return stressComponents == 0
                ? Optional.empty()
                : Optional.of(new StressMetrics(
                        stressAbsolute / stressComponents, Math.sqrt(stressSquared / stressComponents)));
    }

    /** {@return the errors of the energies, if any were added, with those of forces and stress} */
    public Optional<Metrics> metrics() {
        return structures == 0
                ? Optional.empty()
                : Optional.of(new Metrics(
                        structures,
                        energyAbsolute / structures,
                        Math.sqrt(energySquared / structures),
                        perAtomAbsolute / structures,
                        Math.sqrt(perAtomSquared / structures),
                        forces(),
                        stress()));
    }
}
