package io.github.gmp.toolkit.scaling;

import io.github.gmp.api.model.TrainingSet;

/**
 * What the sum of network outputs of a structure of N atoms means: E − Σ bias = N · shift + scale · Σ_i output_i. For structures of one
 * size this is the usual (E − mean) / standard deviation; the shift is per atom, so that sizes may differ and energies stay sums over
 * atoms.
 *
 * @param shift energy per atom, eV: least squares of the residuals on the numbers of atoms
 * @param scale root mean square of what remains per structure, eV; 1 where nothing remains
 */
public record TargetScaler(double shift, double scale) {
    /**
     * {@return the scaler for them}
     *
     * @param residuals energies of the structures less their element biases, eV
     * @param set the structures
     */
    public static TargetScaler fit(double[] residuals, TrainingSet set) {
        double product = 0;
        double squares = 0;
        for (int s = 0; s < residuals.length; s++) {
            double atoms = set.atoms(s);
            product += atoms * residuals[s];
            squares += atoms * atoms;
        }
        double shift = product / squares;
        double remaining = 0;
        for (int s = 0; s < residuals.length; s++) {
            double deviation = residuals[s] - shift * set.atoms(s);
            remaining += deviation * deviation / residuals.length;
        }
        double scale = Math.sqrt(remaining);
        return new TargetScaler(shift, scale > 0 ? scale : 1.0);
    }

    /**
     * {@return what the network outputs of each structure should sum up to}
     *
     * @param residuals energies less element biases, eV
     * @param set the structures
     */
    public double[] targets(double[] residuals, TrainingSet set) {
        double[] targets = new double[residuals.length];
        for (int s = 0; s < targets.length; s++) {
            targets[s] = (residuals[s] - shift * set.atoms(s)) / scale;
        }
        return targets;
    }
}
