package io.github.gmp.api.model;

import io.github.gmp.api.descriptor.Descriptor;
import io.github.gmp.api.descriptor.DescriptorEvaluation;
import io.github.gmp.api.descriptor.GeometryVector;
import io.github.gmp.api.error.DataException;
import io.github.gmp.api.structure.AtomicStructure;

import java.util.Optional;

/**
 * A potential energy surface: E(r) = Σ_i E_i(G_i(r)). Forward through descriptor and regressor, back through the same objects.
 *
 * @param descriptor the descriptor
 * @param regressor a regressor trained on its features
 */
public record Potential(Descriptor descriptor, Regressor regressor) {
    /** @throws IllegalArgumentException if the numbers of features differ */
    public Potential {
        if (descriptor.features().size() != regressor.featureCount()) {
            throw new IllegalArgumentException(
                    "the descriptor has " + descriptor.features().size() + " features, the regressor was trained with "
                            + regressor.featureCount());
        }
    }

    /**
     * What a potential says about a structure.
     *
     * @param atomicEnergies E_i in eV
     * @param gradient ∂E/∂r in eV/Å and ∂E/∂ε in eV
     * @param volume of the cell in Å³, if it is periodic along all axes
     */
    public record Evaluation(double[] atomicEnergies, GeometryVector gradient, Optional<Double> volume) {
        /** @return E = Σ_i E_i in eV */
        public double energy() {
            double sum = 0;
            for (double e : atomicEnergies) {
                sum += e;
            }
            return sum;
        }

        /** @return F = −∂E/∂r in eV/Å, {@code [atoms][3]} flattened */
        public double[] forces() {
            double[] forces = gradient.positions().clone();
            for (int i = 0; i < forces.length; i++) {
                // 0 − g instead of −g: no negative zeros in output files.
                forces[i] = 0.0 - forces[i];
            }
            return forces;
        }

        /** @return σ = (∂E/∂ε) / V in eV/Å³, positive = tension, {@code [3][3]} row-major */
        public Optional<double[]> stress() {
            return volume.map(v -> {
                double[] stress = gradient.strain().clone();
                for (int i = 0; i < 9; i++) {
                    stress[i] /= v;
                }
                return stress;
            });
        }
    }

    /**
     * Energy only.
     *
     * @param structure a structure
     * @return E in eV
     * @throws DataException if an element is unknown to descriptor or regressor
     */
    public double energy(AtomicStructure structure) {
        double sum = 0;
        for (double e : regressor
                .evaluate(descriptor.evaluate(structure).features(), structure.atomicNumbers())
                .atomicEnergies()) {
            sum += e;
        }
        return sum;
    }

    /**
     * Energy, forces and stress.
     *
     * @param structure a structure
     * @return the evaluation
     * @throws DataException if an element is unknown to descriptor or regressor
     */
    public Evaluation evaluate(AtomicStructure structure) {
        DescriptorEvaluation features = descriptor.evaluate(structure);
        RegressorEvaluation energies = regressor.evaluate(features.features(), structure.atomicNumbers());
        GeometryVector gradient = features.pullback(energies.featureGradient());
        Optional<Double> volume = structure.cell().isFullyPeriodic()
                ? Optional.of(structure.cell().volume())
                : Optional.empty();
        return new Evaluation(energies.atomicEnergies(), gradient, volume);
    }
}
