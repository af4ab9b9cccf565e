package com.example.kernelridge;

import io.github.gmp.api.error.GmpException;
import io.github.gmp.api.math.Matrix;
import io.github.gmp.api.model.Regressor;
import io.github.gmp.api.model.RegressorTrainer;
import io.github.gmp.api.model.TrainingContext;
import io.github.gmp.api.model.TrainingResult;
import io.github.gmp.api.model.TrainingSet;
import io.github.gmp.api.state.ModelState;
import io.github.gmp.toolkit.linear.Cholesky;
import io.github.gmp.toolkit.scaling.CompositionSolver;
import io.github.gmp.toolkit.scaling.ElementBias;
import io.github.gmp.toolkit.scaling.FeatureScaler;
import io.github.gmp.toolkit.scaling.FeatureScaling;
import io.github.gmp.toolkit.training.TrainingChecks;

import java.util.ArrayList;
import java.util.List;

/** Solves (K + lambda mean(K_ss) 1) a = E - bias, where K_st = sum_ij k(x_i, x_j) over the atoms i of structure s and j of t. */
record KernelRidgeTrainer(KernelRidgeConfig config) implements RegressorTrainer {
    @Override
    public TrainingResult fit(TrainingSet training, TrainingSet validation, TrainingContext context) {
        TrainingChecks.check(training, validation);
        List<String> notes = new ArrayList<>();
        ElementBias bias = ElementBias.leastSquares(new CompositionSolver(training), training.energies(), notes);
        FeatureScaler scaler = FeatureScaler.fit(FeatureScaling.STANDARD, training.features());
        Matrix atoms = scaler.apply(training.features());
        double[] ofStructures = solve(kernel(training, atoms, context), bias.residuals(training));

        double[] weights = new double[training.atoms()];
        for (int s = 0; s < training.structures(); s++) {
            for (int i = training.offsets()[s]; i < training.offsets()[s + 1]; i++) {
                weights[i] = ofStructures[s];
            }
        }
        return new TrainingResult(new KernelRidge(config.width(), scaler, atoms, weights, bias), List.of(), notes);
    }

    /** Threads share the rows, each of which is summed up by one of them: the result does not depend on their number. */
    private Matrix kernel(TrainingSet set, Matrix atoms, TrainingContext context) {
        int structures = set.structures();
        double[] kernel = new double[structures * structures];
        int[] offsets = set.offsets();
        context.runner().run(structures, s -> {
            for (int t = 0; t <= s; t++) {
                double sum = 0;
                for (int i = offsets[s]; i < offsets[s + 1]; i++) {
                    for (int j = offsets[t]; j < offsets[t + 1]; j++) {
                        sum += KernelRidge.kernel(atoms, i, atoms, j, config.width());
                    }
                }
                kernel[s * structures + t] = sum;
                kernel[t * structures + s] = sum;
            }
        });
        return Matrix.wrap(structures, structures, kernel);
    }

    private double[] solve(Matrix kernel, double[] energies) {
        int structures = kernel.rows();
        double ridge = 0;
        for (int s = 0; s < structures; s++) {
            ridge += config.lambda() * kernel.get(s, s) / structures;
        }
        for (int s = 0; s < structures; s++) {
            kernel.array()[s * structures + s] += ridge;
        }
        return Cholesky.of(kernel)
                .orElseThrow(() -> new GmpException("the kernel matrix is singular to rounding; use a larger lambda"))
                .solve(energies);
    }

    @Override
    public Regressor restore(ModelState state) {
        return KernelRidgeState.read(state);
    }
}
