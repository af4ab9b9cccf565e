package io.github.gmp.experiments.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.gmp.api.descriptor.Descriptor;
import io.github.gmp.api.descriptor.FittableDescriptor;
import io.github.gmp.api.error.DataException;
import io.github.gmp.api.model.Checkpoints;
import io.github.gmp.api.model.EpochRecord;
import io.github.gmp.api.parallel.TaskRunner;
import io.github.gmp.api.plugin.ConfigException;
import io.github.gmp.api.potential.Potential;
import io.github.gmp.api.structure.AtomicStructure;
import io.github.gmp.api.structure.Cell;
import io.github.gmp.api.structure.Element;
import io.github.gmp.api.structure.LabeledStructure;
import io.github.gmp.api.structure.Source;
import io.github.gmp.experiments.ExperimentsTestHost;
import io.github.gmp.fixtures.MorseMolecules;
import io.github.gmp.fixtures.SmallConfigurations;
import io.github.gmp.runtime.dataset.Dataset;
import io.github.gmp.runtime.dataset.SplitConfig;
import io.github.gmp.runtime.dataset.SplitDataset;
import io.github.gmp.runtime.dataset.Splitter;
import io.github.gmp.runtime.features.DescriptorFit;
import io.github.gmp.runtime.features.Featurizer;
import io.github.gmp.runtime.model.Metrics;
import io.github.gmp.runtime.plugin.ComponentRegistry;
import io.github.gmp.runtime.predict.Predictions;
import io.github.gmp.runtime.progress.Progress;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class TrialRunnerTest {
    private static final SplitDataset DATA = Splitter.split(
            new Dataset(MorseMolecules.frames(80, 6), List.of(), List.of(), List.of(), List.of("morse.extxyz")),
            new SplitConfig(Optional.of(50.0), 10, 20, 1, Optional.empty()));

    @Test
    void ridgeOnGmpFeaturesLearnsTheSurface() {
        TrialResult result = run(SmallConfigurations.GMP, SmallConfigurations.RIDGE, 1, true);
        double mean = DATA.train().stream()
                .mapToDouble(frame -> frame.energy().orElseThrow())
                .average()
                .orElseThrow();
        double spread = DATA.test().stream()
                .mapToDouble(frame -> Math.abs(frame.energy().orElseThrow() - mean))
                .average()
                .orElseThrow();
        assertThat(result.test().orElseThrow().energyMae()).isLessThan(0.25 * spread);
        assertThat(result.test().orElseThrow().structures()).isEqualTo(20);
        assertThat(result.features())
                .isEqualTo(result.potential().descriptor().features().size());
        assertThat(result.operationsPerAtom()).isPositive();
        assertThat(result.times().predictSecondsPerStructure())
                .isGreaterThan(0.5 * result.times().featurizeSecondsPerStructure());
        assertThat(result.train().forces()).isEmpty();
        assertThat(result.validation().forces()).isPresent();
    }

    @Test
    void metricsAreThoseOfThePotential() {
        TrialResult result = run(SmallConfigurations.GMP, SmallConfigurations.RIDGE, 1, true);
        double energySum = 0;
        double forceSum = 0;
        for (LabeledStructure frame : DATA.test()) {
            Potential.Evaluation evaluation = result.potential().evaluate(frame.structure());
            energySum += Math.abs(evaluation.energy() - frame.energy().orElseThrow());
            for (int i = 0; i < 12; i++) {
                forceSum += Math.abs(evaluation.forces()[i] - frame.forces().orElseThrow()[i]);
            }
        }
        Metrics test = result.test().orElseThrow();
        assertThat(test.energyMae()).isCloseTo(energySum / 20, within(1e-12));
        assertThat(test.energyMaePerAtom()).isCloseTo(energySum / 80, within(1e-12));
        assertThat(test.forces().orElseThrow().mae()).isCloseTo(forceSum / 240, within(1e-12));
    }

    @Test
    void resultsDoNotDependOnTheNumberOfThreads() {
        TrialResult one = run(SmallConfigurations.GMP, SmallConfigurations.NETWORK, 1, true);
        TrialResult three = run(SmallConfigurations.GMP, SmallConfigurations.NETWORK, 3, true);
        assertThat(three.train()).isEqualTo(one.train());
        assertThat(three.validation()).isEqualTo(one.validation());
        assertThat(three.test()).isEqualTo(one.test());
        assertThat(three.history()).isEqualTo(one.history()).hasSize(15);
        assertThat(three.operationsPerAtom()).isEqualTo(one.operationsPerAtom());
    }

    /** On forces: smaller errors of forces than from energies alone, the same for any number of threads, and told every epoch. */
    @Test
    void trainsOnForces() {
        Map<String, Object> energies = new HashMap<>(SmallConfigurations.NETWORK);
        energies.put("batchNorm", false);
        energies.put("epochs", 40);
        Map<String, Object> forces = new HashMap<>(energies);
        forces.put("forceWeight", 5.0);
        TrialResult without = run(SmallConfigurations.GMP, energies, 1, true);
        TrialResult one = run(SmallConfigurations.GMP, forces, 1, true);
        TrialResult three = run(SmallConfigurations.GMP, forces, 3, true);

        double error = one.validation().forces().orElseThrow().mae();
        assertThat(error)
                .isLessThan(0.7 * without.validation().forces().orElseThrow().mae());
        assertThat(one.history()).allMatch(epoch -> epoch.validationForceMae().isPresent());
        assertThat(without.history())
                .allMatch(epoch -> epoch.validationForceMae().isEmpty());
        double best = one.history().stream()
                .mapToDouble(epoch -> Math.abs(epoch.validationForceMae().orElseThrow() - error))
                .min()
                .orElseThrow();
        assertThat(best).as("what training saw is what the potential does").isLessThan(1e-9);
        assertThat(three.history()).isEqualTo(one.history());
        assertThat(three.test()).isEqualTo(one.test());
    }

    /** Six energies say little about 24 coefficients, their 72 force components enough; the same for any number of threads. */
    @Test
    void ridgeLearnsFromForces() {
        SplitDataset few = Splitter.split(
                new Dataset(MorseMolecules.frames(80, 6), List.of(), List.of(), List.of(), List.of("morse.extxyz")),
                new SplitConfig(Optional.of(6.0), 10, 20, 1, Optional.empty()));
        Map<String, Object> energies = Map.of("type", "ridge", "perElement", true);
        Map<String, Object> forces = Map.of("type", "ridge", "perElement", true, "forceWeight", 5.0);
        Metrics without = test(few, energies, 1);
        Metrics one = test(few, forces, 1);
        assertThat(one.forces().orElseThrow().rmse())
                .isLessThan(0.5 * without.forces().orElseThrow().rmse());
        assertThat(one.energyRmse()).isLessThan(0.5 * without.energyRmse());
        assertThat(test(few, forces, 3)).isEqualTo(one);
    }

    private static Metrics test(SplitDataset data, Map<String, Object> regressor, int threads) {
        return ExperimentsTestHost.get(TrialRunner.class)
                .run(request(data, SmallConfigurations.GMP, regressor, threads, true))
                .test()
                .orElseThrow();
    }

    /** Channels are fitted to the training set, and to nothing else. */
    @Test
    void fitsTheDescriptor() {
        Map<String, Object> forces = new HashMap<>(SmallConfigurations.NETWORK);
        forces.put("batchNorm", false);
        forces.put("forceWeight", 5.0);
        TrialResult one = run(SmallConfigurations.GMP_CHANNELS, forces, 1, true);
        TrialResult three = run(SmallConfigurations.GMP_CHANNELS, forces, 3, true);
        assertThat(one.features()).isEqualTo(2 + 4 * 3 + 4);
        assertThat(three.history()).isEqualTo(one.history());
        assertThat(three.test()).isEqualTo(one.test());
        FittableDescriptor fitted = (FittableDescriptor) one.potential().descriptor();
        FittableDescriptor configured = (FittableDescriptor) ExperimentsTestHost.get(ComponentRegistry.class)
                .create(Descriptor.KIND, ExperimentsTestHost.spec("descriptor", SmallConfigurations.GMP_CHANNELS));
        assertThat(configured.isFitted()).isFalse();
        assertThat(fitted.state())
                .isEqualTo(configured
                        .fit(
                                DATA.train().stream()
                                        .map(LabeledStructure::structure)
                                        .toList(),
                                TaskRunner.sequential())
                        .state());
    }

    @Test
    void aDescriptorThatIsThereAlreadyIsTakenAsItIs() {
        TrialRunner runner = ExperimentsTestHost.get(TrialRunner.class);
        TrialRequest request = request(SmallConfigurations.GMP_CHANNELS, SmallConfigurations.RIDGE, 1, true);
        Descriptor fitted = runner.descriptor(request);
        TrialResult shared = runner.run(request, fitted, new Featurizer(), Progress.silent());
        assertThat(shared.potential().descriptor()).isSameAs(fitted);
        assertThat(shared.test()).isEqualTo(runner.run(request).test());
    }

    @Test
    void aFrameThatTheDescriptorCannotBeFittedToIsNamed() {
        AtomicStructure strange = new AtomicStructure(
                new Element[] {Element.H, Element.Og}, new double[] {0, 0, 0, 0, 0, 1}, Cell.none());
        List<LabeledStructure> frames = List.of(
                DATA.train().get(0),
                LabeledStructure.builder(strange, new Source("strange.xyz", 7)).build());
        Descriptor configured = ExperimentsTestHost.get(ComponentRegistry.class)
                .create(Descriptor.KIND, ExperimentsTestHost.spec("descriptor", SmallConfigurations.GMP_CHANNELS));
        assertThatThrownBy(() -> DescriptorFit.fitted(configured, frames, 2))
                .isInstanceOf(DataException.class)
                .hasMessageStartingWith(frames.get(1).source()
                        + ": atom 2 is Og, for which the density source of the descriptor has no density; it has H He");
    }

    @Test
    void aBatchHasNoForces() {
        assertThatThrownBy(() -> run(
                        SmallConfigurations.GMP, Map.of("type", "snn", "batchNorm", true, "forceWeight", 1.0), 1, true))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(
                        "batchNorm: got true, expected false, because forceWeight or stressWeight is given: with"
                                + " statistics of a batch the energy of a structure depends on others, and its derivatives are no forces");
    }

    @Test
    void forcesThatAreNotThereAreMissed() {
        Map<String, Object> stress = Map.of("type", "snn", "batchNorm", false, "stressWeight", 1.0);
        assertThatThrownBy(() -> run(SmallConfigurations.GMP, stress, 1, true))
                .isInstanceOf(DataException.class)
                .hasMessage(
                        "stressWeight is set, but no structure of the training set has a stress and a cell periodic along"
                                + " three axes; add it to the data or remove stressWeight");
    }

    @Test
    void tellsTheListenerEveryEpoch() {
        List<EpochRecord> told = new ArrayList<>();
        TrialRequest request = request(SmallConfigurations.GMP, SmallConfigurations.NETWORK, 1, false);
        TrialResult result = ExperimentsTestHost.get(TrialRunner.class)
                .run(new TrialRequest(
                        request.descriptor(),
                        request.regressor(),
                        request.data(),
                        request.seed(),
                        1,
                        (epoch, seconds) -> told.add(epoch),
                        () -> told.size() >= 4,
                        true,
                        Checkpoints.none()));
        assertThat(told).hasSize(4).isEqualTo(result.history());
        // Cancelled: no time is spent on forces.
        assertThat(result.validation().forces()).isEmpty();
    }

    @Test
    void forcesAreMinusTheDerivativeOfTheEnergy() {
        Map<String, Object> bp = Map.of(
                "type", "behler-parrinello",
                "g2", Map.of("etas", List.of(0.5, 4.0), "shifts", List.of(0.0)),
                "g4", Map.of("etas", List.of(0.1), "zetas", List.of(1), "lambdas", List.of(-1, 1)),
                "cutoff", Map.of("type", "cosine", "radius", 5.0));
        for (Map<String, Object> descriptor : List.of(SmallConfigurations.GMP, bp)) {
            Potential potential =
                    run(descriptor, SmallConfigurations.NETWORK, 1, false).potential();
            AtomicStructure structure = DATA.test().get(0).structure();
            double[] forces = potential.evaluate(structure).forces();
            double largest = 0;
            for (double component : forces) {
                largest = Math.max(largest, Math.abs(component));
            }
            assertThat(largest).isGreaterThan(0.05);
            for (int i = 0; i < forces.length; i++) {
                assertThat(forces[i]).isCloseTo(-derivative(potential, structure, i), within(1e-6 * largest));
            }
        }
    }

    @Test
    void namesTheFrameWithAnElementUnknownToTheModel() {
        Potential potential = run(SmallConfigurations.GMP, SmallConfigurations.RIDGE, 1, false)
                .potential();
        LabeledStructure sulfur = LabeledStructure.builder(
                        new AtomicStructure(
                                new Element[] {Element.S, Element.H}, new double[] {0, 0, 0, 1.3, 0, 0}, Cell.none()),
                        new Source("s.xyz", 4))
                .build();
        assertThatThrownBy(() -> Predictions.evaluate(potential, List.of(sulfur), 1, Progress.silent()))
                .isInstanceOf(DataException.class)
                .hasMessage("s.xyz, frame 4: the regressor was not trained on element S (trained on H, C, O)");
    }

    /** Five-point central difference of order four. */
    private static double derivative(Potential potential, AtomicStructure structure, int coordinate) {
        double step = 2e-3;
        return (8 * (energy(potential, structure, coordinate, step) - energy(potential, structure, coordinate, -step))
                        - energy(potential, structure, coordinate, 2 * step)
                        + energy(potential, structure, coordinate, -2 * step))
                / (12 * step);
    }

    private static double energy(Potential potential, AtomicStructure structure, int coordinate, double shift) {
        double[] positions = structure.positions();
        positions[coordinate] += shift;
        return potential.energy(structure.withPositions(positions));
    }

    private static TrialResult run(
            Map<String, Object> descriptor, Map<String, Object> regressor, int threads, boolean forces) {
        return ExperimentsTestHost.get(TrialRunner.class).run(request(descriptor, regressor, threads, forces));
    }

    private static TrialRequest request(
            Map<String, Object> descriptor, Map<String, Object> regressor, int threads, boolean forces) {
        return request(DATA, descriptor, regressor, threads, forces);
    }

    private static TrialRequest request(
            SplitDataset data,
            Map<String, Object> descriptor,
            Map<String, Object> regressor,
            int threads,
            boolean forces) {
        return new TrialRequest(
                ExperimentsTestHost.spec("descriptor", descriptor),
                ExperimentsTestHost.spec("regressor", regressor),
                data,
                3,
                threads,
                EpochListener.none(),
                () -> false,
                forces,
                Checkpoints.none());
    }
}
