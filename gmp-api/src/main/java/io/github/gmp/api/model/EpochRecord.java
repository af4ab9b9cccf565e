package io.github.gmp.api.model;

import java.util.OptionalDouble;

/**
 * What one epoch of training ended with.
 *
 * @param epoch number of the epoch, from 1
 * @param trainingLoss mean loss over the training set, in the units of the loss
 * @param trainingMae mean absolute error of the energy per structure over the epoch's batches, eV
 * @param validationMae mean absolute error of the energy per structure on the validation set, eV
 * @param validationForceMae mean absolute error of the force components on the validation set, eV/Å; empty if not trained on forces
 * @param learningRate learning rate of the epoch
 */
public record EpochRecord(
        int epoch,
        double trainingLoss,
        double trainingMae,
        double validationMae,
        OptionalDouble validationForceMae,
        double learningRate) {}
