package io.github.gmp.experiments.search;

import io.github.gmp.experiments.trial.Metrics;

import java.util.Locale;

/** The error that a search minimizes, always on the validation set; the other objective is the cost. */
public enum Objective {
    /** Mean absolute error of the energy per structure. */
    ENERGY_MAE {
        @Override
        double of(Metrics metrics) {
            return metrics.energyMae();
        }
    },
    /** Mean absolute error of the energy per atom, for structures of various sizes. */
    ENERGY_MAE_PER_ATOM {
        @Override
        double of(Metrics metrics) {
            return metrics.energyMaePerAtom();
        }
    };

    /**
     * @param metrics errors on one set
     * @return this one, in eV
     */
    abstract double of(Metrics metrics);

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
