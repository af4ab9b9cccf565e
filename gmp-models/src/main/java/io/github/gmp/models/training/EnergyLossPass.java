package io.github.gmp.models.training;

/** Loss of energies. */
final class EnergyLossPass implements StructurePass {
    private final LabeledSet data;
    private final EnergyPass pass;

    EnergyLossPass(LabeledSet data, EnergyPass pass) {
        this.data = data;
        this.pass = pass;
    }

    @Override
    public BatchErrors forward(Networks networks, Batch part, int batchSize) {
        pass.load(data.set(), part);
        double[] outputs = pass.forward(networks);
        return data.energyErrors(outputs, part, batchSize, pass.sumGradients());
    }

    @Override
    public void backward(Networks networks, double[] gradient) {
        pass.backward(networks, gradient);
    }
}
