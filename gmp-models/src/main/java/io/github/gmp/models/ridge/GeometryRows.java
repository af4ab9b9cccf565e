package io.github.gmp.models.ridge;

import io.github.gmp.api.descriptor.DescriptorEvaluation;
import io.github.gmp.api.descriptor.GeometryVector;
import io.github.gmp.api.math.Matrix;
import io.github.gmp.api.model.TrainingGeometry;
import io.github.gmp.api.model.TrainingSet;
import io.github.gmp.api.parallel.TaskRunner;

/**
 * The rows of the least-squares problem that belong to forces and stress: with w the coefficients of column (element e, feature k),
 *
 * <pre>F_a = −Σ w Σ_{i of e} ∂G_ik/∂r_a        ∂E/∂ε_b = Σ w Σ_{i of e} ∂G_ik/∂ε_b</pre>
 *
 * <p>weighted with √(β / (3N)) and √(γ / 9) / N. The derivatives of a structure are found row by row, by a pushforward of each unit
 * displacement and strain, or column by column, by a pullback of each unit gradient: whichever takes fewer, or the latter where the
 * descriptor offers no pushforward.
 */
final class GeometryRows {
    private static final int STRAIN = 9;
    /** Rows per block: enough to keep threads busy, few enough to stay small beside the features. */
    private static final int ROWS_PER_BLOCK = 2048;

    private final TrainingSet set;
    private final TrainingGeometry geometry;
    private final RidgeConfig config;
    private final int[] groupOf;
    private final int columns;

    /**
     * @param set the training set
     * @param geometry its geometry
     * @param config the weights
     * @param groupOf set of coefficients of an atom, by atomic number
     * @param groups number of sets of coefficients
     */
    GeometryRows(TrainingSet set, TrainingGeometry geometry, RidgeConfig config, int[] groupOf, int groups) {
        this.set = set;
        this.geometry = geometry;
        this.config = config;
        this.groupOf = groupOf;
        this.columns = groups * set.features().columns();
    }

    private boolean hasForces(int structure) {
        return config.forceWeight().isPresent() && geometry.forces(structure).isPresent();
    }

    private boolean hasStress(int structure) {
        return config.stressWeight().isPresent()
                && geometry.strainGradient(structure).isPresent();
    }

    private int rows(int structure) {
        return (hasForces(structure) ? 3 * set.atoms(structure) : 0) + (hasStress(structure) ? STRAIN : 0);
    }

    /**
     * @param equations receives all rows
     * @param runner runs structures side by side
     */
    void addTo(NormalEquations equations, TaskRunner runner) {
        int from = 0;
        while (from < set.structures()) {
            int to = from;
            int rows = 0;
            do {
                rows += rows(to);
                to++;
            } while (to < set.structures() && rows + rows(to) <= ROWS_PER_BLOCK);
            if (rows > 0) {
                equations.add(block(from, to, rows, runner), runner);
            }
            from = to;
        }
    }

    private RowBlock block(int from, int to, int rows, TaskRunner runner) {
        int[] firstRows = new int[to - from + 1];
        for (int s = from; s < to; s++) {
            firstRows[s - from + 1] = firstRows[s - from] + rows(s);
        }
        RowBlock block = new RowBlock(rows, columns);
        runner.run(to - from, index -> {
            if (firstRows[index + 1] > firstRows[index]) {
                fill(from + index, block, firstRows[index]);
            }
        });
        return block;
    }

    private void fill(int structure, RowBlock block, int firstRow) {
        int atoms = set.atoms(structure);
        int row = firstRow;
        // Weights by component of a geometry vector: positions, then strain; 0 where there is no label.
        double[] weights = new double[3 * atoms + STRAIN];
        int[] rowOf = new int[weights.length];
        if (hasForces(structure)) {
            double weight = Math.sqrt(config.forceWeight().orElseThrow() / (3 * atoms));
            double[] forces = geometry.forces(structure).orElseThrow();
            for (int k = 0; k < 3 * atoms; k++) {
                weights[k] = -weight;
                rowOf[k] = row;
                block.setTarget(row, weight * forces[k]);
                row++;
            }
        }
        if (hasStress(structure)) {
            double weight = Math.sqrt(config.stressWeight().orElseThrow() / STRAIN) / atoms;
            double[] gradient = geometry.strainGradient(structure).orElseThrow();
            for (int k = 0; k < STRAIN; k++) {
                weights[3 * atoms + k] = weight;
                rowOf[3 * atoms + k] = row;
                block.setTarget(row, weight * gradient[k]);
                row++;
            }
        }
        DescriptorEvaluation evaluation = geometry.evaluation(structure);
        if (columns < row - firstRow || !geometry.hasPushforward()) {
            fillByColumns(structure, evaluation, weights, rowOf, block);
        } else {
            fillByRows(structure, evaluation, weights, rowOf, block);
        }
    }

    private int group(int structure, int atom) {
        return groupOf[set.atomicNumbers()[set.offsets()[structure] + atom]];
    }

    private void fillByRows(
            int structure, DescriptorEvaluation evaluation, double[] weights, int[] rowOf, RowBlock block) {
        int atoms = set.atoms(structure);
        int features = set.features().columns();
        for (int k = 0; k < weights.length; k++) {
            if (weights[k] == 0) {
                continue;
            }
            double[] positions = new double[3 * atoms];
            double[] strain = new double[STRAIN];
            if (k < positions.length) {
                positions[k] = 1;
            } else {
                strain[k - positions.length] = 1;
            }
            double[] change = evaluation
                    .pushforward(new GeometryVector(positions, strain))
                    .array();
            for (int atom = 0; atom < atoms; atom++) {
                int start = group(structure, atom) * features;
                for (int feature = 0; feature < features; feature++) {
                    block.add(rowOf[k], start + feature, weights[k] * change[atom * features + feature]);
                }
            }
        }
    }

    private void fillByColumns(
            int structure, DescriptorEvaluation evaluation, double[] weights, int[] rowOf, RowBlock block) {
        int atoms = set.atoms(structure);
        int features = set.features().columns();
        for (int column = 0; column < columns; column++) {
            double[] unit = new double[atoms * features];
            boolean used = false;
            for (int atom = 0; atom < atoms; atom++) {
                if (group(structure, atom) == column / features) {
                    unit[atom * features + column % features] = 1;
                    used = true;
                }
            }
            if (!used) {
                continue;
            }
            GeometryVector gradient = evaluation.pullback(Matrix.wrap(atoms, features, unit));
            for (int k = 0; k < weights.length; k++) {
                if (weights[k] != 0) {
                    double derivative = k < 3 * atoms ? gradient.positions()[k] : gradient.strain()[k - 3 * atoms];
                    block.add(rowOf[k], column, weights[k] * derivative);
                }
            }
        }
    }
}
