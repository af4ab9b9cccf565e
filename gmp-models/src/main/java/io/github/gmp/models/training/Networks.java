package io.github.gmp.models.training;

import io.github.gmp.models.network.NetworkWeights;

import java.util.List;

/**
 * The networks of all groups of elements.
 *
 * @param weights those of each group
 * @param statistics running statistics of batch normalization, one group's after the other's; shared, not copied: training updates them
 */
record Networks(List<NetworkWeights> weights, double[] statistics) {
    /**
     * {@return the weights of a group's network}
     *
     * @param group number of the group
     */
    NetworkWeights weights(int group) {
        return weights.get(group);
    }
}
