package io.github.gmp.experiments.potential;

import io.github.gmp.api.model.Checkpoints;
import io.github.gmp.api.structure.LabeledStructure;
import io.github.gmp.experiments.ExperimentsTestHost;
import io.github.gmp.experiments.trial.EpochListener;
import io.github.gmp.experiments.trial.TrialRequest;
import io.github.gmp.experiments.trial.TrialResult;
import io.github.gmp.experiments.trial.TrialRunner;
import io.github.gmp.fixtures.RepositoryFiles;
import io.github.gmp.runtime.dataset.DataConfig;
import io.github.gmp.runtime.dataset.DatasetLoader;
import io.github.gmp.runtime.dataset.SplitConfig;
import io.github.gmp.runtime.dataset.SplitDataset;
import io.github.gmp.runtime.dataset.Splitter;
import io.github.gmp.runtime.files.NamedFile;
import io.github.gmp.runtime.progress.Progress;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Potentials that a second of training makes: not accurate, but with all that a potential has. */
final class SmallPotentials {
    static final Path ASPIRIN = RepositoryFiles.get("examples/data/aspirin-gfn2.extxyz.gz");
    static final Path COPPER = RepositoryFiles.get("examples/data/periodic-toy.extxyz.gz");

    /** A network trained on forces. */
    static final Map<String, Object> NETWORK = Map.of(
            "type", "snn",
            "nodes", 16,
            "layers", 3,
            "activation", "tanh",
            "forceWeight", 10,
            "optimizer", "soap",
            "learningRate", 0.01,
            "batchSize", 4,
            "epochs", 8);

    /** Norms of the channels and their products. */
    static final List<Map<String, Object>> PRODUCTS =
            List.of(Map.of("type", "order-zero"), Map.of("type", "power-spectrum"));

    private SmallPotentials() {}

    /**
     * Channels that tell elements apart and a smooth cutoff.
     *
     * @param channels number of channels, at most 3 per element
     * @param invariants what is made of them
     * @return configuration of the descriptor
     */
    static Map<String, Object> gmp(int channels, List<Map<String, Object>> invariants) {
        return Map.of(
                "type", "gmp",
                "radial", Map.of("type", "gaussian", "sigmas", List.of(0.4, 0.8, 1.4)),
                "angular", Map.of("type", "mcsh", "maxOrder", 3),
                "cutoff", Map.of("type", "smooth", "radius", 5.0),
                "channels", Map.of("count", channels, "elements", "resolved"),
                "invariants", Map.of("type", "joint", "families", invariants));
    }

    /**
     * {@return structures from all over the file, divided}
     *
     * @param file a file of labeled structures
     * @param train number of structures to train on
     * @param test number of structures to validate with, and of those to test with
     */
    static SplitDataset data(Path file, int train, int test) {
        SplitConfig split = new SplitConfig(Optional.of((double) train), test, test, 1, Optional.empty());
        DataConfig config = new DataConfig(
                List.of(NamedFile.of(file)), List.of(), List.of(), Optional.empty(), Optional.empty(), split, Map.of());
        return Splitter.split(ExperimentsTestHost.get(DatasetLoader.class).load(config, Progress.silent()), split);
    }

    /** Trains on one thread. */
    static TrialResult train(SplitDataset data, Map<String, Object> descriptor, Map<String, Object> regressor) {
        return ExperimentsTestHost.get(TrialRunner.class)
                .run(new TrialRequest(
                        ExperimentsTestHost.spec("descriptor", descriptor),
                        ExperimentsTestHost.spec("regressor", regressor),
                        data,
                        5,
                        1,
                        EpochListener.none(),
                        () -> false,
                        true,
                        Checkpoints.none()));
    }

    /** {@return the mean absolute component of the forces: the error of a model that predicts 0} */
    static double meanForce(List<LabeledStructure> frames) {
        double sum = 0;
        long components = 0;
        for (LabeledStructure frame : frames) {
            for (double component : frame.forces().orElseThrow()) {
                sum += Math.abs(component);
                components++;
            }
        }
        return sum / components;
    }
}
