package io.github.gmp.testkit.dynamics;

import io.github.gmp.api.math.Matrix;
import io.github.gmp.api.model.Regressor;
import io.github.gmp.api.model.RegressorEvaluation;
import io.github.gmp.api.state.ModelState;
import io.github.gmp.api.structure.Element;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * E_i = k (G_i − r_0)² / 4, so that two atoms together have k (r − r_0)² / 2.
 *
 * @param constant k in eV/Å²
 * @param length r_0 in Å
 * @param gradientFactor by what the gradient is multiplied; 1 for the right one
 */
record Spring(double constant, double length, double gradientFactor) implements Regressor {
    @Override
    public int featureCount() {
        return 1;
    }

    @Override
    public Set<Element> elements() {
        return EnumSet.allOf(Element.class);
    }

    @Override
    public long parameterCount() {
        return 2;
    }

    @Override
    public double operationsPerAtom() {
        return 4;
    }

    @Override
    public RegressorEvaluation evaluate(Matrix features, int[] atomicNumbers) {
        double[] energies = new double[features.rows()];
        double[] slopes = new double[features.rows()];
        for (int atom = 0; atom < energies.length; atom++) {
            double stretch = features.get(atom, 0) - length;
            energies[atom] = 0.25 * constant * stretch * stretch;
            slopes[atom] = gradientFactor * 0.5 * constant * stretch;
        }
        Matrix gradient = Matrix.wrap(slopes.length, 1, slopes);
        return new RegressorEvaluation() {
            @Override
            public double[] atomicEnergies() {
                return energies;
            }

            @Override
            public Matrix featureGradient() {
                return gradient;
            }
        };
    }

    @Override
    public ModelState state() {
        return new ModelState(Map.of(), Map.of());
    }
}
