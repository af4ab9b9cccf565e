package io.github.gmp.experiments.potential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.gmp.api.potential.Potential;
import io.github.gmp.api.structure.AtomicStructure;
import io.github.gmp.fixtures.SharedFolder;
import io.github.gmp.runtime.dataset.SplitDataset;
import io.github.gmp.testkit.FiniteDifferences;
import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/** Forces and stress of potentials that were trained on forces are derivatives of their energy, with a relative error of 1e-6 at most. */
class TrainedForcesTest {
    private static final double TOLERANCE = 1e-6;
    /** Å: energies of thousands of eV leave 1e-8 eV/Å of rounding, and what is left of higher orders is smaller. */
    private static final double STEP = 0.004;

    private static final int COMPONENTS = 12;

    private static final List<Map<String, Object>> ALL_INVARIANTS = List.of(
            Map.of("type", "order-zero"), Map.of("type", "power-spectrum"), Map.of("type", "cubic", "channels", 2));

    @Test
    void ofAMolecule() {
        check(SmallPotentials.data(SmallPotentials.ASPIRIN, 50, 5), SmallPotentials.gmp(6, ALL_INVARIANTS), network());
    }

    @Test
    void ofACrystalTrainedOnStressToo() {
        Map<String, Object> network = new HashMap<>(network());
        network.put("stressWeight", 1);
        check(SmallPotentials.data(SmallPotentials.COPPER, 24, 3), SmallPotentials.gmp(3, ALL_INVARIANTS), network);
    }

    @Test
    void ofRidgeOnSymmetryFunctions() {
        Map<String, Object> descriptor = Map.of(
                "type", "behler-parrinello",
                "g2", Map.of("etas", List.of(0.05, 0.5, 2.0), "shifts", List.of(0.0, 2.0)),
                "g4", Map.of("etas", List.of(0.02), "zetas", List.of(1, 4), "lambdas", List.of(-1, 1)),
                "cutoff", Map.of("type", "tanh-cubed", "radius", 5.0),
                "elements", List.of("Cu"));
        Map<String, Object> ridge = Map.of("type", "ridge", "forceWeight", 10, "stressWeight", 1);
        check(SmallPotentials.data(SmallPotentials.COPPER, 24, 3), descriptor, ridge);
    }

    /** 64 molecules in a periodic cell, without any special handling. */
    @Test
    void ofWater() {
        check(shared("water/water64_deepmd.extxyz.gz", 12, 2), SmallPotentials.gmp(6, ALL_INVARIANTS), network());
    }

    /** Of four metals, most in cells of 16 atoms that are smaller than the cutoff. */
    @Test
    void ofAnAlloy() {
        check(shared("nbmotaw/nbmotaw_train.extxyz.gz", 60, 5), SmallPotentials.gmp(12, ALL_INVARIANTS), network());
    }

    private static SplitDataset shared(String path, int frames, int test) {
        Optional<Path> folder = SharedFolder.find();
        assumeTrue(folder.isPresent(), SharedFolder.ABSENT);
        return SmallPotentials.data(folder.orElseThrow().resolve("data").resolve(path), frames, test);
    }

    private static Map<String, Object> network() {
        Map<String, Object> network = new HashMap<>(SmallPotentials.NETWORK);
        network.put("epochs", 3);
        return network;
    }

    private static void check(SplitDataset data, Map<String, Object> descriptor, Map<String, Object> regressor) {
        Potential potential = SmallPotentials.train(data, descriptor, regressor).potential();
        AtomicStructure structure = data.test().get(0).structure();
        Potential.Evaluation evaluation = potential.evaluate(structure);
        double[] forces = evaluation.forces();
        double largest = Arrays.stream(forces).map(Math::abs).max().orElseThrow();
        assertThat(largest).as("largest force, eV/Å").isGreaterThan(0.1);
        SplittableRandom random = new SplittableRandom(2);
        List<Integer> components = new ArrayList<>();
        random.ints(COMPONENTS, 0, forces.length).forEach(components::add);
        for (int k : components) {
            double derivative = FiniteDifferences.derivative(
                    shift -> potential.energy(structure.withPositions(shifted(structure.positions(), k, shift))), STEP);
            assertThat(forces[k]).as("component %d", k).isCloseTo(-derivative, within(TOLERANCE * largest));
        }
        assertThat(evaluation.stress().isPresent()).isEqualTo(structure.cell().isFullyPeriodic());
        evaluation.stress().ifPresent(stress -> checkStress(potential, structure, stress));
    }

    private static double[] shifted(double[] values, int k, double shift) {
        values[k] += shift;
        return values;
    }

    private static void checkStress(Potential potential, AtomicStructure structure, double[] stress) {
        double largest = Arrays.stream(stress).map(Math::abs).max().orElseThrow();
        assertThat(largest).as("largest stress, eV/Å³").isGreaterThan(1e-4);
        for (int k = 0; k < 9; k++) {
            int component = k;
            // The atoms at the far end of a cell move by the strain times its length.
            double derivative = FiniteDifferences.derivative(
                    shift -> potential.energy(structure.strained(shifted(new double[9], component, shift))),
                    STEP / Math.cbrt(structure.cell().volume()));
            assertThat(stress[k])
                    .as("component %d", k)
                    .isCloseTo(derivative / structure.cell().volume(), within(TOLERANCE * largest));
        }
    }
}
