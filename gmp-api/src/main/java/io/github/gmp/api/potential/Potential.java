package io.github.gmp.api.potential;

import io.github.gmp.api.descriptor.Descriptor;
import io.github.gmp.api.descriptor.DescriptorEvaluation;
import io.github.gmp.api.descriptor.GeometryVector;
import io.github.gmp.api.error.DataException;
import io.github.gmp.api.error.GmpException;
import io.github.gmp.api.math.Matrix;
import io.github.gmp.api.model.Regressor;
import io.github.gmp.api.model.RegressorEvaluation;
import io.github.gmp.api.neighbor.NeighborList;
import io.github.gmp.api.neighbor.VerletList;
import io.github.gmp.api.parallel.TaskRunner;
import io.github.gmp.api.structure.AtomicStructure;

import java.util.Arrays;
import java.util.Optional;

/**
 * A potential energy surface: E(r) = Σ_i E_i(G_i(r)). Forward through descriptor and regressor, back through the same objects.
 *
 * @param descriptor the descriptor
 * @param regressor a regressor trained on its features
 */
public record Potential(Descriptor descriptor, Regressor regressor) {
    /**
     * Checks that the regressor takes as many features as the descriptor gives.
     *
     * @throws IllegalArgumentException if the numbers of features differ
     */
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
     * @param gradient ∂E/∂r in eV/Å and ∂E/∂ε in eV; empty if the descriptor offers no pullback
     * @param volume of the cell in Å³, if it is periodic along all axes
     * @param spread how far the members of a committee disagree; empty for other regressors and where it was not asked for
     */
    public record Evaluation(
            double[] atomicEnergies,
            Optional<GeometryVector> gradient,
            Optional<Double> volume,
            Optional<Spread> spread) {
        /** {@return E = Σ_i E_i in eV} */
        public double energy() {
            return sum(atomicEnergies);
        }

        /**
         * {@return F = −∂E/∂r in eV/Å, {@code [atoms][3]} flattened}
         *
         * @throws GmpException if the descriptor offers no pullback, see {@link Potential#hasForces}
         */
        public double[] forces() {
            double[] forces = gradient.orElseThrow(
                            () -> new GmpException(
                                    "the descriptor offers no derivatives of its features, so the model has energies but no forces"))
                    .positions()
                    .clone();
            for (int i = 0; i < forces.length; i++) {
                // 0 − g instead of −g: no negative zeros in output files.
                forces[i] = 0.0 - forces[i];
            }
            return forces;
        }

        /** {@return σ = (∂E/∂ε) / V in eV/Å³, positive = tension, {@code [3][3]} row-major; empty without full periodicity or forces} */
        public Optional<double[]> stress() {
            return volume.flatMap(v -> gradient.map(g -> {
                double[] stress = g.strain().clone();
                for (int i = 0; i < 9; i++) {
                    stress[i] /= v;
                }
                return stress;
            }));
        }
    }

    /** {@return whether evaluations have forces and stress: whether the descriptor offers a pullback} */
    public boolean hasForces() {
        return descriptor.derivatives().hasPullback();
    }

    /**
     * Energy only.
     *
     * @param structure a structure
     * @return E in eV
     * @throws DataException if an element is unknown to descriptor or regressor
     */
    public double energy(AtomicStructure structure) {
        int[] atomicNumbers = structure.atomicNumbers();
        double[] energies = new double[atomicNumbers.length];
        PartitionedEvaluation.of(descriptor, structure, TaskRunner.sequential())
                .visit((first, features) -> energiesOfBlock(regressor, first, features, atomicNumbers, energies));
        return sum(energies);
    }

    /**
     * Energy, forces and stress, on the calling thread.
     *
     * @param structure a structure
     * @return the evaluation
     * @throws DataException if an element is unknown to descriptor or regressor
     */
    public Evaluation evaluate(AtomicStructure structure) {
        return evaluate(structure, TaskRunner.sequential());
    }

    /**
     * Energy, forces and stress, block of centers by block: neighbor lists and features of a big structure are never there as a whole. The
     * result does not depend on the runner, bit for bit.
     *
     * @param structure a structure of any size
     * @param runner what blocks of centers are run on
     * @return the evaluation
     * @throws DataException if an element is unknown to descriptor or regressor
     */
    public Evaluation evaluate(AtomicStructure structure, TaskRunner runner) {
        return evaluate(
                structure, PartitionedEvaluation.of(descriptor, structure, runner), regressor, (first, features) -> {});
    }

    /**
     * Energy, forces and stress with a neighbor list that the caller has, as in dynamics, where a {@link VerletList} saves the search. All
     * atoms are evaluated at once, on the calling thread.
     *
     * @param structure a structure
     * @param neighbors a neighbor list of it with all atoms as centers and the cutoff of the descriptor
     * @return the evaluation; its last bits depend on the order of the neighbors
     * @throws DataException if an element is unknown to descriptor or regressor
     * @throws IllegalArgumentException if the list does not fit
     */
    public Evaluation evaluate(AtomicStructure structure, NeighborList neighbors) {
        if (neighbors.cutoff() != descriptor.cutoff()
                || neighbors.firstCenter() != 0
                || neighbors.centers() != structure.size()) {
            throw new IllegalArgumentException("a neighbor list of all " + structure.size()
                    + " atoms with the cutoff of the descriptor, " + descriptor.cutoff() + " Å, is needed, got one of "
                    + neighbors.centers() + " atoms from " + neighbors.firstCenter() + " on with a cutoff of "
                    + neighbors.cutoff() + " Å");
        }
        DescriptorEvaluation evaluation = descriptor.evaluate(structure, neighbors);
        double[] energies = new double[structure.size()];
        RegressorEvaluation predicted =
                energiesOfBlock(regressor, 0, evaluation.features(), structure.atomicNumbers(), energies);
        Optional<GeometryVector> gradient =
                hasForces() ? Optional.of(evaluation.pullback(predicted.featureGradient())) : Optional.empty();
        return new Evaluation(energies, gradient, volume(structure), Optional.empty());
    }

    /**
     * What {@link #evaluate(AtomicStructure, TaskRunner)} gives with the {@link Spread} of a committee, at the cost of one more pullback per member; in structures of several blocks
     * also of the features once more per member, as they are not kept.
     *
     * @param structure a structure of any size
     * @param runner what blocks of centers are run on
     * @param visitor shown the features block by block, several blocks at the same time
     * @return energy, forces and stress as {@link #evaluate(AtomicStructure, TaskRunner)} gives them, and the spread if the regressor is a
     *     committee of two or more
     * @throws DataException if an element is unknown to descriptor or regressor
     */
    public Evaluation evaluateWithSpread(
            AtomicStructure structure, TaskRunner runner, PartitionedEvaluation.BlockVisitor visitor) {
        PartitionedEvaluation partitioned = PartitionedEvaluation.of(descriptor, structure, runner);
        Evaluation mean = evaluate(structure, partitioned, regressor, visitor);
        if (!(regressor instanceof CommitteeRegressor committee)
                || committee.members().size() < 2) {
            return mean;
        }
        Spread spread = Spread.of(committee.members().stream()
                .map(member -> evaluate(structure, partitioned, member, (first, features) -> {}))
                .toList());
        return new Evaluation(mean.atomicEnergies(), mean.gradient(), mean.volume(), Optional.of(spread));
    }

    private Evaluation evaluate(
            AtomicStructure structure,
            PartitionedEvaluation partitioned,
            Regressor regressor,
            PartitionedEvaluation.BlockVisitor visitor) {
        int[] atomicNumbers = structure.atomicNumbers();
        double[] energies = new double[atomicNumbers.length];
        Optional<GeometryVector> gradient = Optional.empty();
        if (hasForces()) {
            gradient = Optional.of(partitioned.pullback((first, features) -> {
                visitor.visit(first, features);
                return energiesOfBlock(regressor, first, features, atomicNumbers, energies)
                        .featureGradient();
            }));
        } else {
            partitioned.visit((first, features) -> {
                visitor.visit(first, features);
                energiesOfBlock(regressor, first, features, atomicNumbers, energies);
            });
        }
        return new Evaluation(energies, gradient, volume(structure), Optional.empty());
    }

    private static Optional<Double> volume(AtomicStructure structure) {
        return structure.cell().isFullyPeriodic() ? Optional.of(structure.cell().volume()) : Optional.empty();
    }

    private static RegressorEvaluation energiesOfBlock(
            Regressor regressor, int first, Matrix features, int[] atomicNumbers, double[] energies) {
        int centers = features.rows();
        RegressorEvaluation block =
                regressor.evaluate(features, Arrays.copyOfRange(atomicNumbers, first, first + centers));
        System.arraycopy(block.atomicEnergies(), 0, energies, first, centers);
        return block;
    }

    private static double sum(double[] energies) {
        double sum = 0;
        for (double e : energies) {
            sum += e;
        }
        return sum;
    }
}
