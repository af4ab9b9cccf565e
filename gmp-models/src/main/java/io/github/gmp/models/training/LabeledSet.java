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
     * @param part the structures
     * @param batchSize number of structures whose mean loss is wanted
     * @param derivatives receives the derivative of the mean loss by them
     */
    BatchErrors energyErrors(double[] outputs, Batch part, int batchSize, double[] derivatives) {
        double loss = 0;
        double absolute = 0;
        for (int s = 0; s < part.size(); s++) {
            int structure = part.structure(s);
            double error = scale * (outputs[s] - targets[structure]);
            double weight = config.lossPerAtom() ? 1.0 / set.atoms(structure) : 1.0;
            absolute += Math.abs(error);
            loss += config.loss().value(weight * error, config.huberDelta());
            derivatives[s] = config.loss().derivative(weight * error, config.huberDelta()) * weight * scale / batchSize;
        }
        return new BatchErrors(loss, absolute, 0, 0);
    }
}
