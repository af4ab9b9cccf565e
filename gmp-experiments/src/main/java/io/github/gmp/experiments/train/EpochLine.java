package io.github.gmp.experiments.train;

import io.github.gmp.api.model.EpochRecord;

import java.util.OptionalDouble;

/**
 * A line of {@code train.jsonl}, see {@link EpochRecord}. Numbers that are not finite are left out: JSON has none.
 *
 * @param epoch number of the epoch
 * @param trainingLoss loss on the training set
 * @param trainingMae mean absolute error on the training set
 * @param validationMae mean absolute error on the validation set
 * @param validationForceMae mean absolute error of the forces on the validation set
 * @param learningRate learning rate
 * @param seconds wall-clock time of training until its end, to the millisecond
 */
record EpochLine(
        int epoch,
        OptionalDouble trainingLoss,
        OptionalDouble trainingMae,
        OptionalDouble validationMae,
        OptionalDouble validationForceMae,
        OptionalDouble learningRate,
        OptionalDouble seconds) {
    static EpochLine of(CurvePoint point) {
        EpochRecord epoch = point.epoch();
        return new EpochLine(
                epoch.epoch(),
                finite(epoch.trainingLoss()),
                finite(epoch.trainingMae()),
                finite(epoch.validationMae()),
                epoch.validationForceMae().isPresent()
                        ? finite(epoch.validationForceMae().getAsDouble())
                        : OptionalDouble.empty(),
                finite(epoch.learningRate()),
                point.seconds().isPresent()
                        ? OptionalDouble.of(Math.rint(1e3 * point.seconds().getAsDouble()) / 1e3)
                        : OptionalDouble.empty());
    }

    private static OptionalDouble finite(double value) {
        return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }
}
