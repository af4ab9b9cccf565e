package io.github.gmp.models.training;

import io.github.gmp.models.network.BatchNormalization;
import io.github.gmp.models.network.NetworkShape;
import io.github.gmp.toolkit.scaling.ElementBias;
import io.github.gmp.toolkit.scaling.FeatureScaler;
import io.github.gmp.toolkit.scaling.TargetScaler;

import java.util.List;

/**
 * All numbers of a trained SNN or HDNN. Never changed once built.
 *
 * @param shape shape of each network
 * @param groups which elements share a network
 * @param scalers feature scaler of each group
 * @param bias element biases
 * @param target what a sum of outputs means
 * @param parameters parameters of the networks, one group after the other
 * @param statistics running statistics of the networks, likewise
 */
record NetworkModel(
        NetworkShape shape,
        ElementGroups groups,
        List<FeatureScaler> scalers,
        ElementBias bias,
        TargetScaler target,
        double[] parameters,
        double[] statistics) {
    /** {@return the parameters with batch normalization folded in, for networks of shape {@link NetworkShape#folded()}} */
    double[] foldedParameters() {
        return folded(shape, groups.count(), parameters, statistics);
    }

    static double[] folded(NetworkShape shape, int groups, double[] parameters, double[] statistics) {
        int foldedCount = shape.folded().parameterCount();
        double[] folded = new double[Math.multiplyExact(groups, foldedCount)];
        for (int group = 0; group < groups; group++) {
            BatchNormalization.fold(
                    shape,
                    parameters,
                    group * shape.parameterCount(),
                    statistics,
                    group * shape.statisticsCount(),
                    folded,
                    group * foldedCount);
        }
        return folded;
    }
}
