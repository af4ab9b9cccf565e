package io.github.gmp.models.training;

import io.github.gmp.api.model.TrainingSet;

/**
 * A data set as the networks see it.
 *
 * @param config the losses
 * @param set features and labels
 * @param targets what the outputs of each structure should sum up to
 * @param scale errors of these sums times it are in eV
 */
record LabeledSet(NetworkConfig config, TrainingSet set, double[] targets, double scale) {
    /**
     * Errors of energies.
     *
     * @param outputs sum of the outputs of each structure, from 0
     * @param derivatives receives the derivative of the mean loss by them
     */
    BatchErrors energyErrors(double[] outputs, int[] order, int from, int to, int batch, double[] derivatives) {
        double loss = 0;
        double absolute = 0;
        for (int s = from; s < to; s++) {
            double error = scale * (outputs[s - from] - targets[order[s]]);
            double weight = config.lossPerAtom() ? 1.0 / set.atoms(order[s]) : 1.0;
            absolute += Math.abs(error);
            loss += config.loss().value(weight * error, config.huberDelta());
            derivatives[s - from] =
                    config.loss().derivative(weight * error, config.huberDelta()) * weight * scale / batch;
        }
        return new BatchErrors(loss, absolute, 0, 0);
    }
}
