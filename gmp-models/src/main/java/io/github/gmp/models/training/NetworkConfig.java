package io.github.gmp.models.training;

import io.github.gmp.api.plugin.Param;
import io.github.gmp.models.network.Activation;
import io.github.gmp.models.optimizer.OptimizerKind;
import io.github.gmp.models.optimizer.ScheduleKind;
import io.github.gmp.toolkit.scaling.BiasKind;
import io.github.gmp.toolkit.scaling.FeatureScaling;

import java.util.Map;
import java.util.Optional;

/** Configuration of {@code snn} and {@code hdnn}: architecture, scaling, loss and optimization, from top to bottom. */
public record NetworkConfig(
        @Param(doc = "nodes of each hidden layer", defaultValue = "50", range = "[1, 10000]")
        int nodes,

        @Param(
                doc = "layers as the paper counts them, the output layer included: layers - 1 hidden layers",
                defaultValue = "3",
                range = "[1, 20]")
        int layers,

        @Param(doc = "activation of hidden layers: tanh, silu or softplus", defaultValue = "silu")
        Activation activation,

        @Param(
                doc = "batch normalization in hidden layers (2 more parameters per node); not with forces or stress",
                defaultValue = "false")
        boolean batchNorm,

        @Param(
                doc =
                        "scaling of features, from the training set only (hdnn: per element): min-max to [-1, 1], standard to "
                                + "mean 0 and deviation 1, or none; constant features are dropped",
                defaultValue = "standard")
        FeatureScaling featureScaling,

        @Param(
                doc =
                        "energy bias of each element: least-squares (of energies on element counts), isolated (isolated-atom "
                                + "energies: from biases, else structures of one atom in the training set), given (from biases) or none",
                defaultValue = "least-squares")
        BiasKind bias,

        @Param(
                doc = "energy of each element for bias given or isolated, e.g. {H: -13.6, O: -432.0}",
                unit = "eV",
                defaultValue = "{}")
        Map<String, Double> biases,

        @Param(doc = "loss of the energy of a structure: mae, mse or huber", defaultValue = "huber")
        Loss loss,

        @Param(
                doc =
                        "divide each energy error by the number of atoms before the loss: for structures of very different size",
                defaultValue = "false")
        boolean lossPerAtom,

        @Param(
                doc = "error up to which the Huber loss is quadratic",
                unit = "eV (eV/atom with lossPerAtom)",
                defaultValue = "0.01",
                range = "(0, inf)")
        double huberDelta,

        @Param(
                doc =
                        "weight of the forces in the loss, beta of Eq. 5 of arXiv:2102.02390: the loss of a structure is that of its energy"
                                + " plus beta times the mean over its force components; absent: energies only",
                unit = "Å",
                range = "(0, inf)")
        Optional<Double> forceWeight,

        @Param(
                doc =
                        "weight of the stress in the loss: times the mean over the nine components of the strain derivative of the"
                                + " energy per atom (volume times stress); absent: no stress",
                range = "(0, inf)")
        Optional<Double> stressWeight,

        @Param(
                doc =
                        "adam, or soap: Adam in the eigenbasis of the gradients of each weight matrix (arXiv:2409.11321), which "
                                + "needs fewer steps for little more time each",
                defaultValue = "soap")
        OptimizerKind optimizer,

        @Param(doc = "full learning rate", defaultValue = "0.01", range = "(0, 1]")
        double learningRate,

        @Param(doc = "structures in a mini batch", defaultValue = "16", range = "[1, 1000000]")
        int batchSize,

        @Param(doc = "passes over the training set", defaultValue = "150", range = "[1, 1000000]")
        int epochs,

        @Param(
                doc =
                        "learning rate over time: constant, cosine (to 1 % at the last epoch), plateau (decays when validation "
                                + "stops improving) or step (decays every decayEpochs)",
                defaultValue = "cosine")
        ScheduleKind schedule,

        @Param(doc = "epochs of linear warm-up of the learning rate", defaultValue = "0", range = "[0, 1000000]")
        int warmupEpochs,

        @Param(
                doc = "step: epochs between decays; plateau: epochs without improvement before a decay",
                defaultValue = "50",
                range = "[1, 1000000]")
        int decayEpochs,

        @Param(
                doc = "factor on the learning rate at each decay of step and plateau",
                defaultValue = "0.5",
                range = "(0, 1)")
        double decayFactor,

        @Param(doc = "decoupled weight decay (AdamW) of the weight matrices", defaultValue = "0", range = "[0, 1)")
        double weightDecay,

        @Param(
                doc =
                        "largest norm of the gradient of the loss by all weights, to which larger ones are scaled down; absent: any",
                unit = "of the loss",
                range = "(0, inf)")
        Optional<Double> clipNorm,

        @Param(
                doc =
                        "stop early after this many epochs without a better validation error; absent: never. The weights that "
                                + "were best on the validation set are kept in any case",
                range = "[1, 1000000]")
        Optional<Integer> patience,

        @Param(
                doc =
                        "decay per step of an exponential moving average of the weights, which then is what is validated and "
                                + "kept; absent: no averaging",
                range = "(0, 1)")
        Optional<Double> emaDecay) {
    /** Copies the map. */
    public NetworkConfig {
        biases = Map.copyOf(biases);
    }

    /** {@return whether more than energies are trained on} */
    boolean usesGeometry() {
        return forceWeight.isPresent() || stressWeight.isPresent();
    }

    /** {@return the same recipe without forces and stress} */
    NetworkConfig onEnergiesOnly() {
        return new NetworkConfig(
                nodes,
                layers,
                activation,
                batchNorm,
                featureScaling,
                bias,
                biases,
                loss,
                lossPerAtom,
                huberDelta,
                Optional.empty(),
                Optional.empty(),
                optimizer,
                learningRate,
                batchSize,
                epochs,
                schedule,
                warmupEpochs,
                decayEpochs,
                decayFactor,
                weightDecay,
                clipNorm,
                patience,
                emaDecay);
    }
}
