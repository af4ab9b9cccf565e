package io.github.gmp.models;

import io.github.gmp.api.descriptor.DescriptorEvaluation;
import io.github.gmp.api.descriptor.GeometryVector;
import io.github.gmp.api.math.Matrix;
import io.github.gmp.api.model.TrainingGeometry;
import io.github.gmp.api.model.TrainingSet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/** Features that depend on positions and strain by a random matrix, with labels; every third structure has none. */
public final class LinearGeometry implements TrainingGeometry {
    private static final int STRAIN = 9;

    private final TrainingSet set;
    private final List<double[]> jacobians = new ArrayList<>();
    private final List<double[]> forces = new ArrayList<>();
    private final List<double[]> strainGradients = new ArrayList<>();

    private LinearGeometry(TrainingSet set, SplittableRandom random) {
        this.set = set;
        int features = set.features().columns();
        for (int s = 0; s < set.structures(); s++) {
            int atoms = set.atoms(s);
            jacobians.add(random.doubles((long) atoms * features * (3L * atoms + STRAIN), -1, 1)
                    .toArray());
            forces.add(random.doubles(3L * atoms, -1, 1).toArray());
            strainGradients.add(random.doubles(STRAIN, -3, 3).toArray());
        }
    }

    /** {@return the same set with such a geometry and random labels} */
    public static TrainingSet addTo(TrainingSet set, long seed) {
        return with(set, new LinearGeometry(set, new SplittableRandom(seed)));
    }

    /**
     * {@return the same set with such a geometry, and labels that are the exact derivatives of that energy}
     *
     * @param coefficients the energy of an atom is linear in its features with the row of its element, by atomic number
     */
    public static TrainingSet addConsistent(TrainingSet set, long seed, Map<Integer, double[]> coefficients) {
        LinearGeometry geometry = new LinearGeometry(set, new SplittableRandom(seed));
        int columns = set.features().columns();
        for (int s = 0; s < set.structures(); s++) {
            double[] gradient = new double[set.atoms(s) * columns];
            for (int atom = 0; atom < set.atoms(s); atom++) {
                double[] row = coefficients.get(set.atomicNumbers()[set.offsets()[s] + atom]);
                System.arraycopy(row, 0, gradient, atom * columns, columns);
            }
            GeometryVector derivative = geometry.evaluation(s).pullback(Matrix.wrap(set.atoms(s), columns, gradient));
            for (int k = 0; k < derivative.positions().length; k++) {
                geometry.forces.get(s)[k] = -derivative.positions()[k];
            }
            System.arraycopy(derivative.strain(), 0, geometry.strainGradients.get(s), 0, STRAIN);
        }
        return with(set, geometry);
    }

    private static TrainingSet with(TrainingSet set, LinearGeometry geometry) {
        return new TrainingSet(
                set.features(), set.atomicNumbers(), set.offsets(), set.energies(), Optional.of(geometry));
    }

    @Override
    public DescriptorEvaluation evaluation(int structure) {
        int atoms = set.atoms(structure);
        int columns = set.features().columns();
        double[] jacobian = jacobians.get(structure);
        int width = 3 * atoms + STRAIN;
        return new DescriptorEvaluation() {
            @Override
            public Matrix features() {
                throw new UnsupportedOperationException("training takes features from the set");
            }

            @Override
            public GeometryVector pullback(Matrix featureGradient) {
                double[] positions = new double[3 * atoms];
                double[] strain = new double[STRAIN];
                for (int row = 0; row < atoms * columns; row++) {
                    for (int k = 0; k < width; k++) {
                        double term = featureGradient.array()[row] * jacobian[row * width + k];
                        if (k < positions.length) {
                            positions[k] += term;
                        } else {
                            strain[k - positions.length] += term;
                        }
                    }
                }
                return new GeometryVector(positions, strain);
            }

            @Override
            public Matrix pushforward(GeometryVector tangent) {
                double[] change = new double[atoms * columns];
                for (int row = 0; row < change.length; row++) {
                    for (int k = 0; k < width; k++) {
                        double direction = k < 3 * atoms ? tangent.positions()[k] : tangent.strain()[k - 3 * atoms];
                        change[row] += jacobian[row * width + k] * direction;
                    }
                }
                return Matrix.wrap(atoms, columns, change);
            }
        };
    }

    private static boolean isLabeled(int structure) {
        return structure % 3 != 2;
    }

    @Override
    public Optional<double[]> forces(int structure) {
        return isLabeled(structure) ? Optional.of(forces.get(structure)) : Optional.empty();
    }

    @Override
    public Optional<double[]> strainGradient(int structure) {
        return isLabeled(structure) ? Optional.of(strainGradients.get(structure)) : Optional.empty();
    }
}
