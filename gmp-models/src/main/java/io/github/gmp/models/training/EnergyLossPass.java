package io.github.gmp.models.training;

import io.github.gmp.models.network.NetworkWeights;

import java.util.List;

/** Loss of energies. */
final class EnergyLossPass implements StructurePass {
    private final LabeledSet data;
    private final EnergyPass pass;

    EnergyLossPass(LabeledSet data, EnergyPass pass) {
        this.data = data;
        this.pass = pass;
    }

    @Override
    public BatchErrors forward(
            List<NetworkWeights> weights, double[] statistics, int[] order, int from, int to, int batch) {
        pass.load(data.set(), order, from, to);
        double[] outputs = pass.forward(weights, statistics);
        return data.energyErrors(outputs, order, from, to, batch, pass.sumGradients());
    }

    @Override
    public void backward(List<NetworkWeights> weights, double[] gradient) {
        pass.backward(weights, gradient);
    }
}
