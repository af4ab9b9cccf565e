package io.github.gmp.experiments.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.gmp.api.structure.AtomicStructure;
import io.github.gmp.api.structure.Cell;
import io.github.gmp.api.structure.Element;
import io.github.gmp.api.structure.LabeledStructure;
import io.github.gmp.api.structure.Source;
import io.github.gmp.runtime.model.GroupedErrors;
import io.github.gmp.runtime.model.Metrics;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/** Sums by group against the formulas of docs/conventions.md, applied to all errors of a group at once. */
class GroupedErrorSumsTest {
    private static final Element[] ELEMENTS = {Element.H, Element.O, Element.H};
    private static final Offset<Double> ROUNDING = within(1e-12);

    /** Errors of predictions, kept one by one. */
    private record Errors(Optional<String> type, double energy, int atoms, double[] forces, double[] stress) {}

    private final SplittableRandom random = new SplittableRandom(8);
    private final GroupedErrorSums sums = new GroupedErrorSums();
    private final List<Errors> kept = new ArrayList<>();

    @Test
    void groupsAreThoseOfADirectCalculation() {
        for (int s = 0; s < 40; s++) {
            add(s % 4 == 3 ? Optional.empty() : Optional.of(s % 2 == 0 ? "bulk" : "slab"), 1 + s % 3);
        }
        GroupedErrors errors = sums.errors().orElseThrow();
        same(errors.all(), frame -> true);
        assertThat(errors.byConfigType()).containsOnlyKeys("bulk", "slab");
        errors.byConfigType()
                .forEach((type, metrics) -> same(metrics, frame -> frame.type().equals(Optional.of(type))));
        assertThat(errors.forcesByElement()).containsOnlyKeys(Element.H, Element.O);
        errors.forcesByElement().forEach((element, metrics) -> {
            double[] components = components(frame -> true, element);
            assertThat(components).hasSizeGreaterThan(30);
            assertThat(metrics.mae()).isCloseTo(mean(components, Math::abs), ROUNDING);
            assertThat(metrics.rmse()).isCloseTo(Math.sqrt(mean(components, error -> error * error)), ROUNDING);
        });
    }

    @Test
    void whatIsNotPredictedIsNotCompared() {
        LabeledStructure frame = frame(Optional.empty(), 2, 1, new double[6], new double[9]);
        sums.add(frame, 1.5, Optional.empty(), Optional.empty());
        GroupedErrors errors = sums.errors().orElseThrow();
        assertThat(errors.all().energyMaePerAtom()).isEqualTo(0.25);
        assertThat(errors.all().forces()).isEmpty();
        assertThat(errors.all().stress()).isEmpty();
        assertThat(errors.byConfigType()).isEmpty();
        assertThat(errors.forcesByElement()).isEmpty();
        assertThat(new GroupedErrorSums().errors()).isEmpty();
    }

    private void add(Optional<String> type, int atoms) {
        double energy = random.nextDouble(-5, 5);
        double[] forces = random.doubles(3L * atoms, -2, 2).toArray();
        double[] stress = random.doubles(9, -1, 1).toArray();
        double energyError = random.nextDouble(-1, 1);
        double[] forceErrors = random.doubles(3L * atoms, -1, 1).toArray();
        double[] stressErrors = random.doubles(9, -1, 1).toArray();
        sums.add(
                frame(type, atoms, energy, forces, stress),
                energy + energyError,
                Optional.of(sum(forces, forceErrors)),
                Optional.of(sum(stress, stressErrors)));
        kept.add(new Errors(type, energyError, atoms, forceErrors, stressErrors));
    }

    private void same(Metrics metrics, Predicate<Errors> group) {
        List<Errors> errors = kept.stream().filter(group).toList();
        assertThat(metrics.structures()).isEqualTo(errors.size()).isGreaterThan(5);
        assertThat(metrics.energyMae()).isCloseTo(average(errors, e -> Math.abs(e.energy())), ROUNDING);
        assertThat(metrics.energyRmse()).isCloseTo(Math.sqrt(average(errors, e -> e.energy() * e.energy())), ROUNDING);
        assertThat(metrics.energyMaePerAtom())
                .isCloseTo(average(errors, e -> Math.abs(e.energy()) / e.atoms()), ROUNDING);
        assertThat(metrics.energyRmsePerAtom())
                .isCloseTo(Math.sqrt(average(errors, e -> Math.pow(e.energy() / e.atoms(), 2))), ROUNDING);
        double[] forces =
                errors.stream().flatMapToDouble(e -> Arrays.stream(e.forces())).toArray();
        assertThat(metrics.forces().orElseThrow().mae()).isCloseTo(mean(forces, Math::abs), ROUNDING);
        assertThat(metrics.forces().orElseThrow().rmse())
                .isCloseTo(Math.sqrt(mean(forces, error -> error * error)), ROUNDING);
        double[] stress =
                errors.stream().flatMapToDouble(e -> Arrays.stream(e.stress())).toArray();
        assertThat(metrics.stress().orElseThrow().mae()).isCloseTo(mean(stress, Math::abs), ROUNDING);
        assertThat(metrics.stress().orElseThrow().rmse())
                .isCloseTo(Math.sqrt(mean(stress, error -> error * error)), ROUNDING);
    }

    private double[] components(Predicate<Errors> group, Element element) {
        List<Double> components = new ArrayList<>();
        kept.stream().filter(group).forEach(errors -> {
            for (int i = 0; i < errors.forces().length; i++) {
                if (ELEMENTS[i / 3] == element) {
                    components.add(errors.forces()[i]);
                }
            }
        });
        return components.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static double average(List<Errors> errors, ToDoubleFunction<Errors> value) {
        return errors.stream().mapToDouble(value).average().orElseThrow();
    }

    private static double mean(double[] values, DoubleUnaryOperator value) {
        return Arrays.stream(values).map(value).average().orElseThrow();
    }

    private static double[] sum(double[] one, double[] other) {
        double[] sum = one.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += other[i];
        }
        return sum;
    }

    private static LabeledStructure frame(
            Optional<String> type, int atoms, double energy, double[] forces, double[] stress) {
        Element[] elements = Arrays.copyOf(ELEMENTS, atoms);
        double[] positions = new double[3 * atoms];
        for (int i = 0; i < atoms; i++) {
            positions[3 * i] = i;
        }
        Cell cell = Cell.of(new double[] {9, 0, 0, 0, 9, 0, 0, 0, 9}, true, true, true);
        LabeledStructure.Builder builder = LabeledStructure.builder(
                        new AtomicStructure(elements, positions, cell), new Source("a.extxyz", 1))
                .energy(energy)
                .forces(forces)
                .stress(stress);
        type.ifPresent(value -> builder.info("config_type", value));
        return builder.build();
    }
}
