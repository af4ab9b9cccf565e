package io.github.gmp.runtime.api;

import io.github.gmp.api.math.Matrix;
import io.github.gmp.api.potential.Extrapolation;
import io.github.gmp.api.potential.FeatureRanges;
import io.github.gmp.api.potential.Potential;
import io.github.gmp.api.structure.AtomicStructure;
import io.github.gmp.api.structure.Element;
import io.github.gmp.runtime.model.TrainedModel;

import java.util.List;
import java.util.Set;

/** A model that {@code gmp train} saved, as a program sees it. Immutable and thread-safe. */
public final class LoadedModel {
    private final TrainedModel trained;

    LoadedModel(TrainedModel trained) {
        this.trained = trained;
    }

    /** {@return the potential energy surface: energies, forces, stress of structures, on as many threads as wanted} */
    public Potential potential() {
        return trained.potential();
    }

    /**
     * Energy, forces and stress, on the calling thread.
     *
     * @param structure a structure
     * @return eV, eV/Å, eV/Å³, positive in tension
     * @throws io.github.gmp.api.error.DataException if an element is unknown to the model
     */
    public Potential.Evaluation evaluate(AtomicStructure structure) {
        return potential().evaluate(structure);
    }

    /** {@return the elements of the training set: atoms of others are refused} */
    public Set<Element> elements() {
        return potential().regressor().elements();
    }

    /** {@return how far atoms see each other, in Å: lists of neighbors that a program makes itself must reach as far} */
    public double cutoff() {
        return potential().descriptor().cutoff();
    }

    /** {@return a label for each feature, in the order of columns} */
    public List<String> features() {
        return potential().descriptor().features();
    }

    /** {@return the range of every feature over the training set} */
    public FeatureRanges featureRanges() {
        return trained.featureRanges();
    }

    /**
     * How far atoms lie outside the training set.
     *
     * @param features {@code [atoms][features]}, see {@link Potential#evaluateWithSpread}
     * @return for each atom, how many features are outside their range, and how far
     */
    public Extrapolation extrapolation(Matrix features) {
        return featureRanges().extrapolation(features);
    }
}
