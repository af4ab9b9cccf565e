package io.github.gmp.models.training;

/** Loss of one energy error e, in eV for {@link #MAE} and {@link #HUBER}, in eV² for {@link #MSE}. */
public enum Loss {
    /** |e|, the paper's choice. */
    MAE {
        @Override
        double value(double error, double huberDelta) {
            return Math.abs(error);
        }

        @Override
        double derivative(double error, double huberDelta) {
            return Math.signum(error);
        }
    },
    /** e². */
    MSE {
        @Override
        double value(double error, double huberDelta) {
            return error * error;
        }

        @Override
        double derivative(double error, double huberDelta) {
            return 2 * error;
        }
    },
    /** e² / 2δ up to |e| = δ, |e| − δ/2 beyond: slope 1 like MAE, smooth at 0 like MSE. */
    HUBER {
        @Override
        double value(double error, double huberDelta) {
            double size = Math.abs(error);
            return size <= huberDelta ? 0.5 * size * size / huberDelta : size - 0.5 * huberDelta;
        }

        @Override
        double derivative(double error, double huberDelta) {
            return Math.abs(error) <= huberDelta ? error / huberDelta : Math.signum(error);
        }
    };

    abstract double value(double error, double huberDelta);

    abstract double derivative(double error, double huberDelta);
}
