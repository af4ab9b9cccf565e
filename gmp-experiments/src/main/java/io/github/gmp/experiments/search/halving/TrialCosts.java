package io.github.gmp.experiments.search.halving;

import io.github.gmp.api.descriptor.Descriptor;
import io.github.gmp.api.error.GmpException;
import io.github.gmp.api.model.RegressorTrainer;
import io.github.gmp.api.plugin.ComponentSpec;
import io.github.gmp.api.structure.LabeledStructure;
import io.github.gmp.experiments.search.Attempt;
import io.github.gmp.experiments.search.Candidate;
import io.github.gmp.experiments.trial.PotentialCost;
import io.github.gmp.runtime.dataset.SplitDataset;
import io.github.gmp.runtime.parallel.IndexedTasks;
import io.github.gmp.runtime.plugin.ComponentRegistry;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;

/** What trials cost before they are run, by the components' own counts: nothing is measured. */
public final class TrialCosts implements Costs {
    /** A gradient takes about twice as long as what it is the gradient of. */
    private static final double WITH_GRADIENT = 3;

    private final ComponentRegistry registry;
    private final SplitDataset data;
    private final boolean forces;
    private final int threads;
    private final Map<ComponentSpec, Features> known = new ConcurrentHashMap<>();

    /** What a descriptor's features are many of and cost. */
    private record Features(int count, double operationsPerAtom) {}

    /**
     * @param registry makes components
     * @param data the data of full trials
     * @param forces whether trials predict forces
     * @param threads making descriptors takes a moment: so many are made at a time
     */
    public TrialCosts(ComponentRegistry registry, SplitDataset data, boolean forces, int threads) {
        this.registry = registry;
        this.data = data;
        this.forces = forces;
        this.threads = threads;
    }

    /**
     * {@inheritDoc} With D and R operations per atom of descriptor and
     * regressor, N atoms of which M are trained on, and S structures trained on,
     *
     * <p>N D + 3 R M · epochs, or N D + F² S for F features where the regressor is solved in one step; 2 D more per atom and epoch where
     * it trains on forces, and per atom of validation and test set where forces are predicted.
     *
     * @return operations of each, roughly; 0 of components that refuse their values, which is over at once
     */
    @Override
    public double[] work(List<Attempt> attempts) {
        double[] works = new double[attempts.size()];
        IndexedTasks.run(works.length, threads, i -> {
            try {
                works[i] = operations(attempts.get(i));
            } catch (GmpException e) {
                works[i] = 0;
            }
        });
        return works;
    }

    private double operations(Attempt attempt) {
        Features features = features(attempt.descriptor());
        RegressorTrainer trainer = trainer(attempt.regressor());
        double trained = atoms(data.train());
        double judged = atoms(data.validation()) + atoms(data.test());
        OptionalInt epochs = trainer.epochs();
        double training = epochs.isPresent()
                ? WITH_GRADIENT
                        * trainer.operationsPerAtom(features.count()).orElse(features.count())
                        * trained
                        * epochs.getAsInt()
                : (double) features.count() * features.count() * data.train().size();
        double derivatives = (WITH_GRADIENT - 1)
                * features.operationsPerAtom()
                * ((trainer.usesGeometry() ? trained * epochs.orElse(1) : 0) + (forces ? judged : 0));
        return features.operationsPerAtom() * (trained + judged) + training + derivatives;
    }

    @Override
    public OptionalDouble operationsPerAtom(Candidate candidate) {
        Features features = features(candidate.descriptor());
        OptionalDouble regressor = trainer(candidate.regressor()).operationsPerAtom(features.count());
        return regressor.isPresent()
                ? OptionalDouble.of(features.operationsPerAtom() + regressor.getAsDouble())
                : regressor;
    }

    private Features features(ComponentSpec spec) {
        Features before = known.get(spec);
        if (before != null) {
            return before;
        }
        Descriptor descriptor = registry.create(Descriptor.KIND, spec);
        Features features = new Features(descriptor.features().size(), PotentialCost.perAtom(descriptor, data.train()));
        known.put(spec, features);
        return features;
    }

    private RegressorTrainer trainer(ComponentSpec regressor) {
        return registry.create(RegressorTrainer.KIND, regressor);
    }

    private static double atoms(List<LabeledStructure> structures) {
        return structures.stream().mapToLong(frame -> frame.structure().size()).sum();
    }
}
