package io.github.gmp.experiments.search;

import io.github.gmp.experiments.report.Numbers;
import io.github.gmp.experiments.search.worker.TrialErrors;
import io.github.gmp.experiments.search.worker.TrialScores;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a search minimizes: errors on the validation set, and the cost. */
public enum Objective {
    /** Mean absolute error of the energy per structure. */
    ENERGY_MAE("energy MAE", "meV", "eV") {
        @Override
        public Optional<Double> error(TrialErrors errors) {
            return Optional.of(errors.energyMae());
        }
    },
    /** Mean absolute error of the energy per atom, for structures of various sizes. */
    ENERGY_MAE_PER_ATOM("energy MAE", "meV/atom", "eV_per_atom") {
        @Override
        public Optional<Double> error(TrialErrors errors) {
            return Optional.of(errors.energyMaePerAtom());
        }
    },
    /** Mean absolute error of the components of the forces. */
    FORCE_MAE("force MAE", "meV/Å", "eV_per_angstrom") {
        @Override
        public Optional<Double> error(TrialErrors errors) {
            return errors.forceMae();
        }
    },
    /** Floating-point operations per atom of descriptor and regressor, by their own count. */
    COST("operations per atom", "", "") {
        @Override
        public Optional<Double> error(TrialErrors errors) {
            return Optional.empty();
        }

        @Override
        public double of(TrialScores outcome) {
            return outcome.operationsPerAtom();
        }
    };

    /** Below this an error is nothing but rounding, and its logarithm would outweigh all others (eV, eV/Å). */
    private static final double SMALLEST_ERROR = 1e-9;

    private final String title;
    private final String unit;
    private final String fileUnit;

    Objective(String title, String unit, String fileUnit) {
        this.title = title;
        this.unit = unit;
        this.fileUnit = fileUnit;
    }

    /**
     * {@return this one, in eV or eV/Å; empty if it was not computed, or is the cost}
     *
     * @param errors errors on one set
     */
    public abstract Optional<Double> error(TrialErrors errors);

    /**
     * {@return what is minimized: an error on the validation set in eV or eV/Å, or operations}
     *
     * @param outcome a finished trial
     * @throws IllegalStateException if it was not computed
     */
    public double of(TrialScores outcome) {
        return error(outcome.validation())
                .orElseThrow(() -> new IllegalStateException("a trial was judged without its " + this));
    }

    /** {@return log₁₀ of the objective: fronts span decades} */
    double logOf(TrialScores outcome) {
        return log(of(outcome));
    }

    /** {@return log₁₀ of a value of it} */
    public double log(double value) {
        return Math.log10(Math.max(value, this == COST ? 1 : SMALLEST_ERROR));
    }

    public boolean isError() {
        return this != COST;
    }

    /** {@return what it is in words, e.g. {@code energy MAE}} */
    public String title() {
        return title;
    }

    /** {@return the unit that reports show an error in, a thousandth of that of files} */
    public String unit() {
        return unit;
    }

    /**
     * {@return the value in words, e.g. {@code energy MAE 43.1 meV} or {@code cost 1.23 kflop/atom}}
     *
     * @param value a value of it
     */
    public String shown(double value) {
        return (this == COST ? "cost" : title) + " " + number(value);
    }

    /**
     * {@return the value with its unit, e.g. {@code 43.1 meV} or {@code 1.23 kflop/atom}}
     *
     * @param value a value of it
     */
    public String number(double value) {
        return this == COST
                ? Numbers.significant(value * 1e-3) + " kflop/atom"
                : Numbers.significant(value * 1e3) + " " + unit;
    }

    /** {@return the end of the names of its columns in files, e.g. {@code energy_mae_eV}} */
    public String column() {
        return (this == FORCE_MAE ? "force_mae_" : "energy_mae_") + fileUnit;
    }

    /** {@return its key in {@code results.json}, whose values are in eV, eV/atom and eV/Å} */
    public String key() {
        return switch (this) {
            case ENERGY_MAE -> "energyMae";
            case ENERGY_MAE_PER_ATOM -> "energyMaePerAtom";
            case FORCE_MAE -> "forceMae";
            case COST -> "operationsPerAtom";
        };
    }

    /**
     * {@return the objective, if there is one of that name}
     *
     * @param name its name in configurations
     */
    public static Optional<Objective> named(Object name) {
        return Arrays.stream(values())
                .filter(objective -> objective.toString().equals(name))
                .findFirst();
    }

    /** {@return its name in a sentence, e.g. {@code energy MAE per atom}} */
    public String words() {
        return toString().replace('-', ' ').replace("mae", "MAE");
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
