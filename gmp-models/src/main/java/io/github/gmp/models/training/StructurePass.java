package io.github.gmp.models.training;

import io.github.gmp.models.network.NetworkWeights;

import java.util.List;

/** A few structures of a data set at a time: their errors, and the gradient of the loss by all networks' parameters. Of one thread at a time. */
interface StructurePass {
    /**
     * {@return the errors of these structures}
     *
     * @param weights the networks
     * @param statistics running statistics of batch normalization
     * @param order numbers of structures
     * @param from the first, as an index into the order
     * @param to one past the last
     * @param batch number of structures whose mean loss is wanted
     */
    BatchErrors forward(List<NetworkWeights> weights, double[] statistics, int[] order, int from, int to, int batch);

    /**
     * Adds the gradient by the parameters of these structures' part of the mean loss.
     *
     * @param weights those of the forward pass
     * @param gradient added to
     */
    void backward(List<NetworkWeights> weights, double[] gradient);
}
