package io.github.gmp.models.training;

import io.github.gmp.api.model.Regressor;
import io.github.gmp.api.model.RegressorTrainer;
import io.github.gmp.api.model.TrainingContext;
import io.github.gmp.api.model.TrainingLabel;
import io.github.gmp.api.model.TrainingResult;
import io.github.gmp.api.model.TrainingSet;
import io.github.gmp.api.parallel.TaskRunner;
import io.github.gmp.api.state.ModelState;
import io.github.gmp.api.structure.Element;
import io.github.gmp.models.kernel.NetworkKernels;
import io.github.gmp.models.network.KernelSelection;
import io.github.gmp.models.network.NetworkShape;
import io.github.gmp.toolkit.kernel.KernelChoice;
import io.github.gmp.toolkit.scaling.ElementBias;
import io.github.gmp.toolkit.scaling.FeatureIndices;
import io.github.gmp.toolkit.scaling.FeatureScaler;
import io.github.gmp.toolkit.scaling.TargetScaler;
import io.github.gmp.toolkit.training.TrainingChecks;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Trains one network for all elements (SNN) or one per element (HDNN) on energies, and on forces and stress if asked to. */
final class NetworkTrainer implements RegressorTrainer {
    private final String type;
    private final boolean perElement;
    private final NetworkConfig config;
    private final Map<Element, Double> biases;

    NetworkTrainer(String type, boolean perElement, NetworkConfig config, Map<Element, Double> biases) {
        this.type = type;
        this.perElement = perElement;
        this.config = config;
        this.biases = new EnumMap<>(Element.class);
        this.biases.putAll(biases);
    }

    @Override
    public TrainingResult fit(TrainingSet training, TrainingSet validation, TrainingContext context) {
        TrainingChecks.check(training, validation);
        TrainingChecks.requireLabels(training, "training", config.forceWeight(), config.stressWeight());
        TrainingChecks.requireLabels(validation, "validation", config.forceWeight(), config.stressWeight());
        List<String> notes = new ArrayList<>();
        Preparation preparation = prepare(training, notes);
        NetworkTraining run = preparation.run(config, training, validation, context.runner());
        TrainingState trained = run.run(context, notes);
        NetworkModel model = new NetworkModel(
                preparation.shape(),
                preparation.groups(),
                preparation.scalers(),
                preparation.bias(),
                preparation.target(),
                trained.bestParameters(),
                trained.bestStatistics());
        return new TrainingResult(new NetworkRegressor(type, model), trained.history(), notes);
    }

    @Override
    public Set<TrainingLabel> labels() {
        return TrainingChecks.labels(config.forceWeight(), config.stressWeight());
    }

    @Override
    public OptionalInt epochs() {
        return OptionalInt.of(config.epochs());
    }

    @Override
    public OptionalDouble operationsPerAtom(int features) {
        return OptionalDouble.of(shape(features).operations());
    }

    @Override
    public RegressorTrainer onEnergiesOnly() {
        return new NetworkTrainer(type, perElement, config.onEnergiesOnly(), biases);
    }

    @Override
    public Regressor restore(ModelState state) {
        return NetworkRegressor.restore(type, perElement, state);
    }

    /** What is fixed before the first step, from the training set alone. */
    record Preparation(
            NetworkShape shape,
            ElementGroups groups,
            List<FeatureScaler> scalers,
            ElementBias bias,
            TargetScaler target) {
        NetworkTraining run(NetworkConfig config, TrainingSet training, TrainingSet validation, TaskRunner runner) {
            NetworkKernels kernels = KernelSelection.of(KernelChoice.ofProcess());
            return new NetworkTraining(
                    config,
                    shape,
                    groups.count(),
                    training,
                    objective(config, shape, training, kernels, runner),
                    objective(config, shape.folded(), validation, kernels, runner),
                    validation.structures());
        }

        private BatchObjective objective(
                NetworkConfig config, NetworkShape of, TrainingSet set, NetworkKernels kernels, TaskRunner runner) {
            LabeledSet data = new LabeledSet(config, set, target.targets(bias.residuals(set), set), target.scale());
            Supplier<StructurePass> maker = config.usesGeometry()
                    ? () -> new GeometryLossPass(
                            data, set.geometry().orElseThrow(), of, new EnergyPass(of, groups, scalers, kernels, true))
                    : () -> new EnergyLossPass(data, new EnergyPass(of, groups, scalers, kernels, false));
            return new BatchObjective(config.batchSize(), of, groups.count(), set, maker, runner);
        }
    }

    Preparation prepare(TrainingSet training, List<String> notes) {
        Set<Element> known = EnumSet.copyOf(training.elements());
        if (!perElement) {
            // A shared network can be asked about any element whose bias is known: GMP features say what it has not
            // seen by name.
            known.addAll(ElementBias.known(config.bias(), biases));
        }
        ElementGroups groups = ElementGroups.of(known, perElement);
        ElementBias bias = ElementBias.fit(config.bias(), biases, training, known, notes);
        TargetScaler target = TargetScaler.fit(bias.residuals(training), training);
        int[] groupOf = groups.byAtomicNumber();
        List<FeatureScaler> scalers = new ArrayList<>();
        for (int group = 0; group < groups.count(); group++) {
            int wanted = group;
            int[] rows = IntStream.range(0, training.atoms())
                    .filter(atom -> groupOf[training.atomicNumbers()[atom]] == wanted)
                    .toArray();
            FeatureScaler scaler = FeatureScaler.fit(config.featureScaling(), training.features(), rows);
            scalers.add(scaler);
            noteDropped(
                    scaler.dropped(),
                    perElement ? " of element " + groups.names().get(group) : "",
                    notes);
        }
        return new Preparation(shape(training.features().columns()), groups, scalers, bias, target);
    }

    private NetworkShape shape(int features) {
        return new NetworkShape(features, config.nodes(), config.layers() - 1, config.activation(), config.batchNorm());
    }

    private static void noteDropped(List<Integer> dropped, String whose, List<String> notes) {
        if (!dropped.isEmpty()) {
            notes.add("dropped " + dropped.size() + (dropped.size() == 1 ? " feature" : " features") + whose
                    + " without variation in the training set: " + FeatureIndices.text(dropped));
        }
    }
}
