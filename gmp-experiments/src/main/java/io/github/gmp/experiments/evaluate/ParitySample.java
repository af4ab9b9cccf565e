package io.github.gmp.experiments.evaluate;

import io.github.gmp.api.structure.LabeledStructure;

/** Some of the predictions of a set, to draw: at most so many that a page stays small, drawn at random with a fixed seed. */
public final class ParitySample {
    /** At most so many energies of structures. */
    static final int MOST_ENERGIES = 400;

    /** At most so many components of forces, and of stresses. */
    static final int MOST_COMPONENTS = 600;

    private final ReservoirSample<EnergyPair> energies = new ReservoirSample<>(MOST_ENERGIES);
    private final ReservoirSample<Pair> forces = new ReservoirSample<>(MOST_COMPONENTS);
    private final ReservoirSample<Pair> stresses = new ReservoirSample<>(MOST_COMPONENTS);

    /**
     * A label and its prediction.
     *
     * @param reference the label
     * @param predicted the prediction
     */
    public record Pair(double reference, double predicted) {}

    /**
     * The energy of a structure and its prediction.
     *
     * @param reference the label, eV
     * @param predicted the prediction, eV
     * @param atoms number of atoms
     */
    public record EnergyPair(double reference, double predicted, int atoms) {}

    void add(LabeledStructure frame, Predicted predicted) {
        energies.add(new EnergyPair(
                frame.energy().orElseThrow(),
                predicted.energy(),
                frame.structure().size()));
        predicted.forces().ifPresent(values -> frame.forces().ifPresent(labels -> add(labels, values, forces)));
        predicted.stress().ifPresent(values -> frame.stress().ifPresent(labels -> add(labels, values, stresses)));
    }

    private static void add(double[] labels, double[] values, ReservoirSample<Pair> sample) {
        for (int i = 0; i < labels.length; i++) {
            sample.add(new Pair(labels[i], values[i]));
        }
    }

    /** {@return the energies} */
    public ReservoirSample<EnergyPair> energies() {
        return energies;
    }

    /** {@return the components of forces, eV/Å} */
    public ReservoirSample<Pair> forces() {
        return forces;
    }

    /** {@return the components of stresses, eV/Å³} */
    public ReservoirSample<Pair> stresses() {
        return stresses;
    }
}
