package io.github.gmp.models.training;

/** A few structures of a data set at a time: their errors, and the gradient of the loss by all networks' parameters. Of one thread at a time. */
interface StructurePass {
    /**
     * {@return the errors of these structures}
     *
     * @param networks the networks
     * @param part the structures
     * @param batchSize number of structures whose mean loss is wanted: those of the batch that this is a part of
     */
    BatchErrors forward(Networks networks, Batch part, int batchSize);

    /**
     * Adds the gradient by the parameters of these structures' part of the mean loss.
     *
     * @param networks those of the forward pass
     * @param gradient added to
     */
    void backward(Networks networks, double[] gradient);
}
