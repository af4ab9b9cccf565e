package com.example.kernelridge;

import io.github.gmp.api.error.DataException;
import io.github.gmp.api.math.Matrix;
import io.github.gmp.api.model.Regressor;
import io.github.gmp.api.model.RegressorEvaluation;
import io.github.gmp.api.state.ModelState;
import io.github.gmp.api.structure.Element;
import io.github.gmp.toolkit.scaling.ElementBias;
import io.github.gmp.toolkit.scaling.FeatureScaler;

import java.util.Set;

/** E_i = bias of the element + sum_m w_m k(x_i, c_m), where c_m are the atoms of the training set and k(x, c) = exp(-|x - c|^2 / (2 width^2)). */
record KernelRidge(double width, FeatureScaler scaler, Matrix centers, double[] weights, ElementBias bias)
        implements Regressor {
    static final String TYPE = "kernel-ridge";

    static double kernel(Matrix left, int i, Matrix right, int j, double width) {
        int columns = left.columns();
        double square = 0;
        for (int k = 0; k < columns; k++) {
            double d = left.array()[i * columns + k] - right.array()[j * columns + k];
            square += d * d;
        }
        return Math.exp(-square / (2 * width * width));
    }

    @Override
    public int featureCount() {
        return centers.columns();
    }

    @Override
    public Set<Element> elements() {
        return bias.energies().keySet();
    }

    @Override
    public long parameterCount() {
        return weights.length + elements().size();
    }

    @Override
    public double operationsPerAtom() {
        return weights.length * (7.0 * featureCount() + 20);
    }

    @Override
    public RegressorEvaluation evaluate(Matrix features, int[] atomicNumbers) {
        if (features.columns() != featureCount() || features.rows() != atomicNumbers.length) {
            throw new IllegalArgumentException(atomicNumbers.length + " atoms with " + featureCount() + " features were expected, got " + features);
        }
        Matrix scaled = scaler.apply(features);
        double[] biases = bias.byAtomicNumber();
        double[] energies = new double[features.rows()];
        Matrix gradient = Matrix.zeros(features.rows(), features.columns());
        for (int i = 0; i < energies.length; i++) {
            requireKnown(Element.of(atomicNumbers[i]));
            energies[i] = biases[atomicNumbers[i]];
            for (int m = 0; m < weights.length; m++) {
                double term = weights[m] * kernel(scaled, i, centers, m, width);
                energies[i] += term;
                for (int k = 0; k < featureCount(); k++) {
                    // dk/dx = -k (x - c) / width^2.
                    gradient.array()[i * featureCount() + k] -= term * (scaled.get(i, k) - centers.get(m, k)) / (width * width);
                }
            }
        }
        Matrix byFeatures = scaler.applyToGradient(gradient);
        return new RegressorEvaluation() {
            @Override
            public double[] atomicEnergies() {
                return energies;
            }

            @Override
            public Matrix featureGradient() {
                return byFeatures;
            }
        };
    }

    @Override
    public ModelState state() {
        return KernelRidgeState.write(this);
    }

    private void requireKnown(Element element) {
        if (!elements().contains(element)) {
            throw new DataException("element " + element.symbol() + " was not in the training set; it had " + elements());
        }
    }
}
